//! "An ordinary day" in one tap: it says that the day was there, and nothing about use.

use std::collections::BTreeMap;

use keeper::protocol::{Base, CheckInWords, Draft, Failure, Id, OneKind, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::known::days;
use crate::screen::browser::clock;
use crate::screen::components::{boxed, button, failure_note, follow_if, soft};
use crate::screen::contexts::{
    Undoable, expect_announcer, expect_choices, expect_offer, expect_open_journal,
};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::pages::writing::Fields;
use crate::screen::words::say;

/// The tap, while today has no check-in.
pub fn ordinary() -> AnyView {
    let (keeper, journal, choices) = (expect_keeper(), expect_open_journal(), expect_choices());
    let known = RwSignal::new(None::<BTreeMap<i32, Id>>);
    Effect::new(move || {
        journal.changed();
        let today = choices.today();
        spawn_local(async move {
            let found = days(keeper, today).await;
            if known.try_with_untracked(|known| known.as_ref() != Some(&found)) == Some(true) {
                known.set(Some(found));
            }
        });
    });
    let free = Memo::new(move |_| {
        known.with(|known| known.as_ref().map(|known| known.contains_key(&choices.today())))
    });
    follow_if(move || (free.get() == Some(false)).then(|| untrack(tap)))
}

fn tap() -> AnyView {
    let (keeper, choices) = (expect_keeper(), expect_choices());
    let (offer, announcer) = (expect_offer(), expect_announcer());
    let failure = RwSignal::new(None::<Failure>);
    let note = move || {
        let mut words =
            CheckInWords { day: untrack(|| choices.today()), ordinary: true, ..CheckInWords::default() };
        words.put_when(clock::local_now());
        spawn_local(async move {
            match save(keeper, words).await {
                Ok(id) => {
                    offer.make(Undoable::Noted(id, say!(check_in.ordinary_noted)));
                    announcer.say(say!(editor.saved));
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let tap = button(say!(check_in.ordinary), note).quiet().piece();
    boxed("ordinary", [tap, soft(say!(check_in.ordinary_help)), failure_note(move || failure.get())])
}

async fn save(keeper: Keeper, words: CheckInWords) -> Result<Id, Failure> {
    let Reply::Begun { id, draft_id } = keeper.ask(Request::BeginEntry).await? else {
        return Err(Failure::NotFound);
    };
    keeper.ask(Request::Save(Draft { draft_id, id, base: Base::default(), text: words.written() })).await?;
    Ok(id)
}
