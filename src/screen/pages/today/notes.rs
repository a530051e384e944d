//! Notes written while locked, by whoever held this device: each is kept as an urge or discarded.

use keeper::protocol::{NoteText, Reply, Request, WaitingNote};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::{clock, dates};
use crate::screen::components::{
    boxed, button, failure_note, follow_if, group, nothing, notice, own, plain, soft, title,
};
use crate::screen::contexts::{expect_announcer, expect_open_journal};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::pages::journal::day_words;
use crate::screen::words::say;

/// The notes that wait, if any do; and, where it was, that the header had been altered.
pub fn notes() -> AnyView {
    let (keeper, journal) = (expect_keeper(), expect_open_journal());
    let (waiting, altered) = journal.opened(|opened| (opened.notes_waiting, opened.header_was_altered));
    let notes = RwSignal::new(Vec::<WaitingNote>::new());
    if waiting > 0 {
        spawn_local(async move {
            if let Ok(Reply::Notes(found)) = keeper.ask(Request::Notes).await {
                notes.try_set(found);
            }
        });
    }
    let altered = match altered {
        true => notice([title(say!(notes.altered_title)), plain(say!(notes.altered))]),
        false => nothing(),
    };
    let card = follow_if(move || {
        let notes_now = notes.get();
        let first = !notes_now.is_empty();
        first.then(|| untrack(|| waiting_card(notes_now, notes)))
    });
    group([altered, card])
}

fn waiting_card(waiting: Vec<WaitingNote>, notes: RwSignal<Vec<WaitingNote>>) -> AnyView {
    let each: Vec<AnyView> = waiting.into_iter().map(|note| one(note, notes)).collect();
    view! {
        <section class="card" aria-labelledby="notes-title">
            <h2 class="card-title" id="notes-title">{say!(notes.title)}</h2>
            {soft(say!(notes.by))}
            <ul class="waiting-notes">{each}</ul>
        </section>
    }
    .into_any()
}

fn one(note: WaitingNote, notes: RwSignal<Vec<WaitingNote>>) -> AnyView {
    let (keeper, announcer) = (expect_keeper(), expect_announcer());
    let key = note.key;
    let failure = RwSignal::new(None);
    let settle = move |request: Request, said: &'static str| {
        spawn_local(async move {
            match keeper.ask(request).await {
                Ok(_) => {
                    notes.try_update(|notes| notes.retain(|note| note.key != key));
                    announcer.say(said);
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let keep = move || {
        let here = clock::local_now();
        let request = Request::KeepNote { key, offset_min: here.offset_min, zone: here.zone };
        settle(request, say!(notes.kept));
    };
    let discard = move || settle(Request::DiscardNote { key }, say!(notes.discarded));
    let discard = button(say!(notes.discard), discard).quiet().piece();
    let inside = match note.note {
        Some(text) => vec![words(text), boxed("beside", [button(say!(notes.keep), keep).piece(), discard])],
        None => vec![plain(say!(notes.unreadable)), boxed("beside", [discard])],
    };
    view! { <li class="waiting-note">{inside}{failure_note(move || failure.get())}</li> }.into_any()
}

fn words(text: NoteText) -> AnyView {
    let offset = clock::local_now().offset_min;
    let day = (text.written_at_s + i64::from(offset) * 60).div_euclid(86_400);
    let when = day_words(day as i32) + ", " + &dates::clock(text.written_at_s, offset);
    let line = if text.line.is_empty() { nothing() } else { own("", text.line) };
    group([own("row-title", say!(urge.title_of, strength = text.strength)), line, soft(when)])
}
