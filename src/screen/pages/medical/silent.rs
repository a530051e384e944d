//! "Nothing recorded since Tuesday. Did you take it?": asked once after three days, and answered without a record being
//! made of it.

use keeper::protocol::support::medical::MedicineWords;
use keeper::protocol::{Draft, Failure, Id, OneKind, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::known::Known;
use super::names::near_day;
use super::take::Called;
use crate::screen::components::{boxed, button, failure_note, group, nothing, notice, own, soft, title};
use crate::screen::contexts::expect_announcer;
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::words::say;

/// The question about a medicine whose last record is of that day.
pub fn silent(known: &Known<MedicineWords>, since: i32, called: Called) -> AnyView {
    let medicine = known.id;
    let (keeper, announcer) = (expect_keeper(), expect_announcer());
    let failure = RwSignal::new(None::<Failure>);
    let answer = move |words: &'static str| {
        move || {
            spawn_local(async move {
                match asked(keeper, medicine, since).await {
                    Ok(()) if words.is_empty() => {}
                    Ok(()) => announcer.say(words),
                    Err(why) => drop(failure.try_set(Some(why))),
                }
            });
        }
    };
    let answers = [
        button(say!(medical.silent.yes), answer(say!(medical.silent.yes_then))).piece(),
        button(say!(medical.silent.no), answer(say!(medical.silent.no_then))).piece(),
        button(say!(medical.silent.leave), answer("")).quiet().piece(),
    ];
    let name = match called {
        Called::Medicine => own("row-title", known.words.name.clone()),
        Called::Time => nothing(),
    };
    let question = title(say!(medical.silent.ask, day = near_day(since)));
    let inside = [name, question, soft(say!(medical.silent.help)), boxed("beside", answers)];
    group([notice(inside), failure_note(move || failure.get())])
}

/// Keeps that it was asked.
async fn asked(keeper: Keeper, id: Id, since: i32) -> Result<(), Failure> {
    let Reply::Entry(read) = keeper.ask(Request::Read { id }).await? else { return Err(Failure::NotFound) };
    let Reply::Begun { draft_id, .. } = keeper.ask(Request::BeginEdit { id }).await? else {
        return Err(Failure::NotFound);
    };
    let words = read.wordings.into_iter().next().and_then(MedicineWords::of).ok_or(Failure::NotFound)?;
    let text = MedicineWords { asked_after_day: Some(since), ..words }.written();
    keeper.ask(Request::Save(Draft { draft_id, id, base: read.base, text })).await?;
    Ok(())
}
