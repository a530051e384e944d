//! Earlier wordings of an entry: folded away, asked for once opened, each to be looked at or copied into the editor.

use keeper::protocol::{EarlierWording, EntryText, Failure, Id, Reply, Request, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::waiting::quiet;
use crate::screen::browser::dates;
use crate::screen::components::{boxed, button, failed, follow, formatted, nothing, own, soft, span};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

/// So many earlier wordings of an entry.
pub fn history(id: Id, count: u32) -> AnyView {
    if count == 0 {
        return nothing();
    }
    let keeper = expect_keeper();
    let read = RwSignal::new(None::<Result<Vec<EarlierWording>, Failure>>);
    let ask = move |_| {
        if read.with_untracked(Option::is_some) {
            return;
        }
        spawn_local(async move {
            let outcome = match keeper.ask(Request::History { id }).await {
                Ok(Reply::History(earlier)) => Ok(earlier),
                Ok(_) => Err(Failure::NotFound),
                Err(failure) => Err(failure),
            };
            read.try_set(Some(outcome));
        });
    };
    let inside = follow(move || match read.get() {
        None => quiet(say!(entry.loading)),
        Some(Err(failure)) => failed(failure),
        Some(Ok(earlier)) => {
            let each = earlier.into_iter().map(|wording| untrack(|| earlier_wording(id, wording)));
            each.collect::<Vec<_>>().into_any()
        }
    });
    view! {
        <details class="fold" on:toggle=ask>
            <summary class="fold-head">{say!(entry.history, count = count)}</summary>
            <div class="fold-body">{inside}</div>
        </details>
    }
    .into_any()
}

fn earlier_wording(id: Id, wording: EarlierWording) -> AnyView {
    let screens = expect_screens();
    let until = soft(say!(entry.until, when = dates::instant(wording.replaced_at_ms)));
    let title = if wording.title.is_empty() { nothing() } else { own("row-title", wording.title.clone()) };
    let words = formatted(&wording.text);
    let mood = wording.mood.map(|mood| span("chip", say!(entry.mood, mood = mood)));
    let tags: Vec<AnyView> = wording.tags.iter().map(|tag| span("chip", tag.clone())).collect();
    let chips = view! { <p class="row-chips">{mood}{tags}</p> };
    let EarlierWording { title: old_title, text, mood, tags, .. } = wording;
    let copied = EntryText { title: old_title, text, mood, tags, ..EntryText::default() };
    let copied = StoredValue::new(Written::Entry(copied));
    let copy = move || screens.push(Screen::Editor(Seed::Instead(id, Box::new(copied.get_value()))));
    let copy = button(say!(entry.copy_back), copy).icon("#i-undo").piece();
    boxed("wording", [until, title, words, chips.into_any(), boxed("beside", [copy])])
}
