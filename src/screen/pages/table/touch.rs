//! "In touch today": contact by one tap, which a second tap takes off again. Shown, never judged.

use keeper::protocol::support::table::ContactWords;
use keeper::protocol::{Base, Draft, Failure, Id, OneKind, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::known::Table;
use super::names::leg_name;
use crate::screen::browser::clock;
use crate::screen::components::{boxed, button, failure_note, fold, follow, follow_if, group};
use crate::screen::contexts::{Undoable, expect_announcer, expect_offer};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::pages::writing::Fields;
use crate::screen::words::say;

/// Counterpart whom or what.
#[derive(Clone, PartialEq)]
pub struct Counterpart {
    /// The person.
    pub person: Option<Id>,
    /// The leg itself.
    pub leg: Option<Id>,
    /// What it is called.
    pub name: String,
}

/// The tap on a page about that person or leg.
pub fn touch(table: Table, with: Counterpart) -> AnyView {
    let failure = RwSignal::new(None::<Failure>);
    let (person, leg) = (with.person, with.leg);
    let is_on = Memo::new(move |_| table.contact_on(clock::today(), person, leg).is_some());
    let tap = tapped(table, with, failure);
    let tap = button(say!(table.touch), tap).icon("#i-check").pressed_while(move || is_on.get());
    group([boxed("beside", [tap.piece()]), failure_note(move || failure.get())])
}

/// The same in the room: whoever is on the table, one tap away.
pub fn touch_anybody(table: Table) -> AnyView {
    let all = Memo::new(move |_| everybody(table));
    let is_anybody = Memo::new(move |_| all.with(|all| !all.is_empty()));
    follow_if(move || is_anybody.get().then(|| untrack(|| chips(table, all))))
}

fn chips(table: Table, all: Memo<Vec<Counterpart>>) -> AnyView {
    let failure = RwSignal::new(None::<Failure>);
    let each = follow(move || {
        let each = all.get().into_iter().map(|with| untrack(|| chip(table, with, failure)));
        let each: Vec<AnyView> = each.collect();
        each.into_any()
    });
    let each = view! {
        <div class="choices choices-row" role="group" aria-label=say!(table.touch_who)>{each}</div>
    };
    fold(say!(table.touch), [each.into_any(), failure_note(move || failure.get())])
}

/// People, and the legs on which nobody is named.
fn everybody(table: Table) -> Vec<Counterpart> {
    let people = table.people();
    let is_alone = |leg: &Id| !people.iter().any(|(_, person)| person.legs.contains(leg));
    let named = people.iter().map(|(id, person)| Counterpart {
        person: Some(*id),
        leg: None,
        name: person.name.clone(),
    });
    let legs = table.legs().into_iter().filter(|(id, _)| is_alone(id));
    named
        .chain(legs.map(|(id, leg)| Counterpart { person: None, leg: Some(id), name: leg_name(&leg) }))
        .collect()
}

fn chip(table: Table, with: Counterpart, failure: RwSignal<Option<Failure>>) -> AnyView {
    let (person, leg, name) = (with.person, with.leg, with.name.clone());
    let is_on = Memo::new(move |_| table.contact_on(clock::today(), person, leg).is_some());
    let pressed = move || if is_on.get() { "true" } else { "false" };
    let says = say!(table.touch_with, name = name.clone());
    let tap = tapped(table, with, failure);
    view! {
        <button type="button" class="choice choice-touch" aria-pressed=pressed aria-label=says on:click=move |_| tap()>
            <span class="choice-label" dir="auto">{name}</span>
        </button>
    }
    .into_any()
}

/// Notes contact, or takes today's off again. While one is under way, another tap does nothing.
fn tapped(table: Table, with: Counterpart, failure: RwSignal<Option<Failure>>) -> impl Fn() + 'static {
    let (keeper, offer, announcer) = (expect_keeper(), expect_offer(), expect_announcer());
    let busy = StoredValue::new(false);
    // It floats above what stands below: it goes with the page.
    on_cleanup(move || {
        if matches!(offer.get_now(), Some(Undoable::Noted(..))) {
            offer.close();
        }
    });
    move || {
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        let there = untrack(|| table.contact_on(clock::today(), with.person, with.leg));
        let with = with.clone();
        spawn_local(async move {
            let outcome = match there {
                Some(id) => keeper.ask(Request::Delete { id }).await.map(|_| Undoable::Entry(id)),
                None => note(keeper, with).await.map(|id| Undoable::Noted(id, say!(table.touch_noted))),
            };
            busy.try_set_value(false);
            match outcome {
                Ok(undoable) => {
                    announcer.say(if there.is_none() {
                        say!(table.touch_noted)
                    } else {
                        say!(table.touch_off)
                    });
                    offer.make(undoable);
                    failure.try_set(None);
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    }
}

async fn note(keeper: Keeper, with: Counterpart) -> Result<Id, Failure> {
    let Counterpart { person, leg, name } = with;
    let mut contact = ContactWords { person, leg, name, ..ContactWords::default() };
    contact.put_when(clock::local_now());
    let Reply::Begun { id, draft_id } = keeper.ask(Request::BeginEntry).await? else {
        return Err(Failure::NotFound);
    };
    keeper.ask(Request::Save(Draft { draft_id, id, base: Base::default(), text: contact.written() })).await?;
    Ok(id)
}
