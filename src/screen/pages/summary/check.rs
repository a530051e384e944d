//! What looks like somebody else's on the page: named one by one, with another name proposed. Nothing is replaced unseen.

use journal::summary::{Stranger, Summary, Why, strangers};
use keeper::protocol::sharing::AliasWords;
use keeper::protocol::{Base, Draft, OneKind, Reply, Request, RowKind, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::preview::Made;
use crate::screen::browser::clock;
use crate::screen::components::{follow, own, soft};
use crate::screen::contexts::SummaryDesk;
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::pages::writing::Fields;
use crate::screen::words::say;

/// Names that the journal knows, and what stands in their place.
type Known = Vec<(String, String)>;

/// The check.
pub fn check(desk: SummaryDesk, made: Made) -> AnyView {
    let keeper = expect_keeper();
    let known = RwSignal::new(Known::new());
    spawn_local(async move {
        let found = known_names(keeper).await;
        known.try_set(found);
    });
    let found = Memo::new(move |_| {
        let names: Vec<String> = known.with(|known| known.iter().map(|(name, _)| name.clone()).collect());
        made.shown.with(|shown| strangers(&text_of(shown), &names))
    });
    let taken = Memo::new(move |_| desk.with(|chosen| chosen.other_names.clone()));
    let rows = follow(move || {
        let (found, taken) = (found.get(), taken.get());
        let known = known.get();
        let row = |stranger: &Stranger| flagged(desk, keeper, stranger, &known);
        let rows: Vec<AnyView> =
            found.iter().map(row).chain(taken.into_iter().map(|pair| replaced(desk, pair))).collect();
        match rows.is_empty() {
            true => soft(say!(summary.check_none)),
            false => {
                view! { <ul class="summary-flags">{rows}</ul> {soft(say!(summary.check_help))} }.into_any()
            }
        }
    });
    view! {
        <section class="card" aria-labelledby="summary-check">
            <h2 class="card-title" id="summary-check">{say!(summary.check_title)}</h2>
            {rows}
        </section>
    }
    .into_any()
}

/// Words of the owner, line by line.
fn text_of(summary: &Summary) -> String {
    let own = summary.lines().map(|line| line.own.as_str()).filter(|own| !own.is_empty());
    own.collect::<Vec<_>>().join("\n")
}

fn flagged(desk: SummaryDesk, keeper: Keeper, stranger: &Stranger, known: &Known) -> AnyView {
    let words = stranger.words.clone();
    let said = match stranger.why {
        Why::Name => say!(summary.why.name, words = words.clone()),
        Why::Number => say!(summary.why.number, words = words.clone()),
        Why::Address => say!(summary.why.address, words = words.clone()),
    };
    let other = known.iter().find(|(name, other)| *name == words && !other.is_empty());
    let other = other.map_or_else(|| proposed(stranger), |(_, other)| other.clone());
    let label = say!(summary.instead, other = other.clone(), words = words.clone());
    let is_name = stranger.why == Why::Name;
    let replace = move |_| {
        let pair = (words.clone(), other.clone());
        if is_name {
            remember(keeper, &pair);
        }
        desk.change(|chosen| chosen.other_names.push(pair));
    };
    view! {
        <li class="summary-flag">
            {own("", said)}
            <button type="button" class="button button-quiet" on:click=replace><span dir="auto">{label}</span></button>
        </li>
    }
    .into_any()
}

fn replaced(desk: SummaryDesk, (name, other): (String, String)) -> AnyView {
    let label = say!(summary.back_to, words = name.clone());
    let back = move |_| desk.change(|chosen| chosen.other_names.retain(|(other, _)| *other != name));
    view! {
        <li class="summary-flag">
            {own("", other)}
            <button type="button" class="button button-quiet" on:click=back><span dir="auto">{label}</span></button>
        </li>
    }
    .into_any()
}

/// The first letter of a name; a bar for numbers and addresses.
fn proposed(stranger: &Stranger) -> String {
    let first = stranger.words.chars().next().filter(|_| stranger.why == Why::Name);
    first.map_or_else(|| "–".to_owned(), |letter| format!("{letter}."))
}

async fn known_names(keeper: Keeper) -> Known {
    let mut known = Known::new();
    for kind in [RowKind::Alias, RowKind::Person] {
        let Ok(Reply::All(read)) = keeper.ask(Request::All { kind }).await else { continue };
        for written in read.into_iter().filter_map(|read| read.wordings.into_iter().next()) {
            match written {
                Written::Alias(words) => known.push((words.name, words.other)),
                Written::Person(words) if !known.iter().any(|(name, _)| *name == words.name) => {
                    known.push((words.name, String::new()));
                }
                _ => {}
            }
        }
    }
    known
}

/// Keeps the other name, sealed, for the next time.
fn remember(keeper: Keeper, (name, other): &(String, String)) {
    let mut words = AliasWords { name: name.clone(), other: other.clone(), ..AliasWords::default() };
    words.put_when(clock::local_now());
    spawn_local(async move {
        let known = known_names(keeper).await;
        if known.iter().any(|(name, other)| *name == words.name && *other == words.other) {
            return;
        }
        let Ok(Reply::Begun { id, draft_id }) = keeper.ask(Request::BeginEntry).await else { return };
        let draft = Draft { draft_id, id, base: Base::default(), text: words.written() };
        let _ = keeper.ask(Request::Save(draft)).await;
    });
}
