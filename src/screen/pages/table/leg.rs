//! The page of a leg: the owner's word for it, who and what is on it, when there was contact last, and its tools. The
//! leg of a kind that is not added shows its one line and its tools all the same.

use keeper::protocol::support::table::{LegKind, LegLink, LegWords, Strength};
use keeper::protocol::{Id, OneKind, RowKind};
use leptos::prelude::*;

use super::change::Changing;
use super::known::Table;
use super::names::{kind_line, kind_name, leg_name, strength_name, touched_before};
use super::people::person_row;
use super::reach::web_link;
use super::tools::{self, doors};
use super::touch::{Counterpart, touch};
use crate::screen::browser::clock;
use crate::screen::components::{
    Choice, RadioGroup, Shape, back_row, boxed, button, failure_note, follow, follow_if, follow_words, group,
    heading, lead, nothing, own, plain, radio_group, soft,
};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::pages::waiting::quiet;
use crate::screen::pages::writing::Fields;
use crate::screen::words::say;

/// The leg of a kind, on the table or not.
pub fn kind(kind: LegKind) -> AnyView {
    let (screens, table) = (expect_screens(), Table::load());
    let here = Memo::new(move |_| table.is_known().then(|| table.leg_of(kind).map(|(id, _)| id)));
    let inside = follow(move || match here.get() {
        None => quiet(say!(app.opening)),
        Some(Some(id)) => untrack(|| page(table, id)),
        Some(None) => untrack(|| not_added(kind)),
    });
    group([back_row(move || screens.back()), failure_note(move || table.failure()), inside])
}

/// One leg.
pub fn leg(id: Id) -> AnyView {
    let (screens, table) = (expect_screens(), Table::load());
    let here = Memo::new(move |_| table.is_known().then(|| table.leg(id).is_some()));
    let inside = follow(move || match here.get() {
        None => quiet(say!(app.opening)),
        Some(true) => untrack(|| page(table, id)),
        Some(false) => plain(say!(table.not_added)),
    });
    group([back_row(move || screens.back()), failure_note(move || table.failure()), inside])
}

fn not_added(kind: LegKind) -> AnyView {
    let screens = expect_screens();
    let add = move || screens.push(Screen::form(RowKind::Leg, new_leg(kind)));
    group([
        heading(kind_name(kind)),
        lead(kind_line(kind)),
        soft(say!(table.not_added)),
        boxed("beside", [button(say!(table.add), add).main().icon("#i-plus").piece()]),
        tools_of(kind, None),
    ])
}

/// The first words of a leg of that kind.
pub fn new_leg(kind: LegKind) -> Seed {
    let mut words = LegWords { kind, ..LegWords::default() };
    words.put_when(clock::local_now());
    Seed::From(Box::new(words.written()))
}

fn page(table: Table, id: Id) -> AnyView {
    let leg = Memo::new(move |_| table.leg(id).unwrap_or_default());
    let screens = expect_screens();
    let kind = leg.with_untracked(|leg| leg.kind);
    let name = Memo::new(move |_| leg.with(leg_name));
    let name_now = follow(move || {
        let name = name.get();
        untrack(|| heading(name))
    });
    let with = Counterpart { person: None, leg: Some(id), name: name.get_untracked() };
    let edit = button(say!(table.edit), move || screens.push(Screen::form(RowKind::Leg, Seed::Edit(id, 0))));
    group([
        name_now,
        // Its tools first: the leg is their door.
        tools_of(kind, Some(id)),
        links(leg),
        word_for_it(table, id, leg),
        section("leg-people", say!(table.people_on), [people(table, id)]),
        things(leg),
        boxed("stack", [last_contact(table, id), touch(table, with)]),
        notes(leg),
        boxed("beside", [edit.icon("#i-edit").piece()]),
    ])
}

/// The tools of a leg; nothing where it has none.
fn tools_of(kind: LegKind, leg: Option<Id>) -> AnyView {
    let tools = tools::of(kind, leg);
    if tools.is_empty() { nothing() } else { section("leg-tools", say!(table.tools), [doors(tools)]) }
}

/// Strength and wobbling, each one tap.
fn word_for_it(table: Table, id: Id, leg: Memo<LegWords>) -> AnyView {
    let changing = Changing::expect();
    // At once, and as it rests when that comes back.
    let strength = RwSignal::new(leg.with_untracked(|leg| leg.strength));
    let at_rest = Memo::new(move |_| leg.with(|leg| (leg.strength, leg.wobbles_on(clock::today()))));
    let wobbles = Memo::new(move |_| at_rest.get().1);
    Effect::new(move || strength.set(at_rest.get().0));
    let chosen =
        move || strength.get().and_then(|strength| Strength::ALL.iter().position(|one| *one == strength));
    let choose = move |at: usize| {
        strength.set(Some(Strength::ALL[at]));
        changing.change(id, move |leg| leg.strength = Some(Strength::ALL[at]));
    };
    let group_of = radio_group(RadioGroup {
        id: "strength",
        label: say!(table.strength_label),
        choices: Strength::ALL.map(|strength| Choice::plain(strength_name(Some(strength)))).into(),
        shape: Shape::Row,
        chosen: chosen.into(),
        on_choose: choose.into(),
    });
    let tap = move || {
        let day = (!wobbles.get_untracked()).then(clock::today);
        changing.change(id, move |leg| leg.wobbles_day = day);
    };
    let wobble = button(say!(table.wobbling), tap).pressed_while(move || wobbles.get()).piece();
    let others = follow_if(move || wobbles.get().then(|| own("leg-others", others_carry(table, id))));
    let failure = failure_note(move || changing.failure.get());
    boxed("leg-word", [group_of, soft(say!(table.strength_help)), boxed("beside", [wobble]), others, failure])
}

fn others_carry(table: Table, id: Id) -> String {
    let today = clock::today();
    let carrying = table.legs().into_iter().filter(|(other, leg)| *other != id && leg.carries_on(today));
    let names: Vec<String> = carrying.map(|(_, leg)| leg_name(&leg)).collect();
    match names.is_empty() {
        true => say!(table.nobody_carries).to_owned(),
        false => say!(table.others_carry, names = names.join(", ")),
    }
}

fn people(table: Table, id: Id) -> AnyView {
    let screens = expect_screens();
    let here = Memo::new(move |_| table.people_on(id));
    let rows = follow(move || match here.get() {
        people if people.is_empty() => plain(say!(table.nobody)),
        people => {
            let rows: Vec<AnyView> =
                people.into_iter().map(|(id, person)| untrack(|| person_row(table, id, &person))).collect();
            view! { <ul class="day-rows">{rows}</ul> }.into_any()
        }
    });
    let add = move || screens.push(Screen::form(RowKind::Person, super::person_form::new_person(vec![id])));
    group([rows, boxed("beside", [button(say!(table.add_person), add).icon("#i-plus").quiet().piece()])])
}

fn things(leg: Memo<LegWords>) -> AnyView {
    let things = Memo::new(move |_| leg.with(|leg| leg.things.clone()));
    follow_if(move || {
        let each: Vec<AnyView> =
            things.get().into_iter().map(|thing| view! { <li dir="auto">{thing}</li> }.into_any()).collect();
        let list = view! { <ul class="leg-things">{each}</ul> }.into_any();
        (!things.with(Vec::is_empty)).then(|| section("leg-things", say!(table.things_on), [list]))
    })
}

fn links(leg: Memo<LegWords>) -> AnyView {
    let links = Memo::new(move |_| leg.with(|leg| leg.links.clone()));
    follow(move || match links.get() {
        links if links.is_empty() => nothing(),
        links => untrack(|| {
            let each: Vec<AnyView> = links.iter().map(link).collect();
            group([boxed("stack", [each.into_any()]), soft(say!(table.link_trace))])
        }),
    })
}

fn link(link: &LegLink) -> AnyView {
    let shown = link.address.split_once("://").map_or(link.address.as_str(), |(_, rest)| rest);
    web_link(&link.address, if link.name.is_empty() { shown } else { &link.name })
}

fn last_contact(table: Table, id: Id) -> AnyView {
    let words = follow_words(move || touched_before(table.last_on(id)));
    view! { <p class="soft last-touch">{words}</p> }.into_any()
}

fn notes(leg: Memo<LegWords>) -> AnyView {
    let notes = Memo::new(move |_| leg.with(|leg| leg.notes.clone()));
    follow_if(move || {
        let words = notes.get();
        (!words.is_empty()).then(|| section("leg-notes", say!(table.notes), [own("own-line", words)]))
    })
}

/// A part of a page under its own heading.
pub fn section<const N: usize>(id: &'static str, title: &'static str, inside: [AnyView; N]) -> AnyView {
    let inside = Vec::from(inside);
    view! {
        <section class="stack-wide" aria-labelledby=id>
            <h2 class="section-name" id=id>{title}</h2>
            {inside}
        </section>
    }
    .into_any()
}
