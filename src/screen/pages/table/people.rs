//! Everybody on the table: first who listens without judging.

use keeper::protocol::support::table::PersonWords;
use keeper::protocol::{Id, RowKind};
use leptos::prelude::*;

use super::known::{Rows, Table};
use super::leg::section;
use super::names::{gives_name, touched};
use super::person_form::{from_kept, new_person};
use crate::screen::components::{
    back_row, boxed, button, card, failure_note, follow, follow_if, group, heading, icon, lead, own, plain,
    soft,
};
use crate::screen::contexts::{Screen, SupportPlace, TablePlace, expect_choices, expect_screens};
use crate::screen::pages::waiting::quiet;
use crate::screen::words::say;

/// The page.
pub fn people() -> AnyView {
    let (screens, table) = (expect_screens(), Table::load());
    let known = Memo::new(move |_| table.is_known().then(|| table.people()));
    let rows = follow(move || match known.get() {
        None => quiet(say!(app.opening)),
        Some(people) if people.is_empty() => plain(say!(table.people_none)),
        Some(people) => untrack(|| in_two(table, people)),
    });
    let add = button(say!(table.add_person), move || {
        screens.push(Screen::form(RowKind::Person, new_person(Vec::new())));
    });
    let ask = button(say!(table.ask), move || {
        screens.push(Screen::Support(SupportPlace::Table(TablePlace::Ask(None))));
    });
    group([
        back_row(move || screens.back()),
        heading(say!(table.people)),
        lead(say!(table.people_lead)),
        failure_note(move || table.failure()),
        kept_person(table),
        rows,
        boxed("beside", [add.main().icon("#i-plus").piece(), ask.piece()]),
    ])
}

fn in_two(table: Table, people: Rows<PersonWords>) -> AnyView {
    let (listeners, others): (Vec<_>, Vec<_>) = people.into_iter().partition(|(_, person)| person.listens);
    let part = |id, title, people: Rows<PersonWords>| {
        let rows: Vec<AnyView> = people.iter().map(|(id, person)| person_row(table, *id, person)).collect();
        let is_any = !rows.is_empty();
        let list = view! { <ul class="day-rows">{rows}</ul> }.into_any();
        is_any.then(|| section(id, title, [list]))
    };
    let both =
        [part("listeners", say!(table.listeners), listeners), part("others", say!(table.others), others)];
    both.into_iter().flatten().collect::<Vec<_>>().into_any()
}

/// One person: what they give, and when there was contact last.
pub fn person_row(table: Table, id: Id, person: &PersonWords) -> AnyView {
    let screens = expect_screens();
    let open = move |_| screens.push(Screen::Support(SupportPlace::Table(TablePlace::Person(id))));
    let gives = person.gives.iter().map(|gives| gives_name(*gives).to_owned());
    let gives: Vec<String> = gives.chain(person.gives_own.iter().cloned()).collect();
    let gives = gives.join(" · ");
    let name = person.name.clone();
    let last = Memo::new(move |_| touched(table.last_with(id)));
    view! {
        <li>
            <button type="button" class="door" on:click=open>
                <span class="door-words">
                    <span class="door-name" dir="auto">{name}</span>
                    " "
                    <span class="door-line" dir="auto">{gives}</span>
                    " "
                    <span class="door-line">{move || last.get()}</span>
                </span>
                {icon("#i-onward")}
            </button>
        </li>
    }
    .into_any()
}

/// Whom the settings name, as long as nobody here is called so: offered first.
fn kept_person(table: Table) -> AnyView {
    let (screens, choices) = (expect_screens(), expect_choices());
    let kept = Memo::new(move |_| {
        let kept = choices.person()?;
        let is_here = |person: &PersonWords| person.name == kept.name.trim();
        let here = table.people().iter().any(|(_, person)| is_here(person));
        (table.is_known() && !here).then_some(kept)
    });
    follow_if(move || {
        let kept = kept.get()?;
        Some(untrack(|| {
            let words = [kept.name.as_str(), &kept.number].into_iter().filter(|words| !words.is_empty());
            let words = words.collect::<Vec<_>>().join(" · ");
            let take = move || screens.push(Screen::form(RowKind::Person, from_kept(&kept)));
            let take = boxed("beside", [button(say!(table.kept_person_take), take).piece()]);
            card(
                "kept-person",
                say!(table.kept_person),
                [own("", words), soft(say!(table.kept_person_line)), take],
            )
        }))
    })
}
