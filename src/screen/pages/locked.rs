//! The lock screen: one passphrase, one button. What is typed is read once, handed over as bytes and cleared.

use keeper::protocol::{Failure, Found, FoundState, Kept, Reply, Request, Stage as Doing};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::loosened;
use zeroize::Zeroizing;

use super::language::language_choice;
use super::quick_note::quick_note;
use super::trouble::journal_trouble;
use super::update_row::update_row;
use crate::screen::browser::{dom, passphrase, storage};
use crate::screen::components::{
    Choice, PassphraseField, RadioGroup, Shape, busy, button, failure_note, follow, follow_if, nothing,
    notice, plain, radio_group, show_passphrase, table_drawing,
};
use crate::screen::contexts::LockNote;
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// So many misses before the hints about capitals and spaces.
const MISSES_BEFORE_HINTS: u32 = 3;

/// The journals on this device, locked.
pub fn locked(found: Vec<Found>, note: LockNote) -> AnyView {
    let at = RwSignal::new(found.iter().position(|found| has_lock(found.state)).unwrap_or(0));
    let which = if found.len() > 1 { which(&found, at) } else { nothing() };
    let body = follow(move || match found.get(at.get()).cloned() {
        Some(found) if has_lock(found.state) => untrack(|| lock_form(found, note)),
        Some(found) => untrack(|| journal_trouble(found.state)),
        None => nothing(),
    });
    // What was carried over is in this page's memory alone: until it is sealed, the page stays.
    let update = if note == LockNote::DraftKept { nothing() } else { update_row() };
    view! { <main class="gate">{which}{body}{update}{language_choice()}</main> }.into_any()
}

fn which(found: &[Found], at: RwSignal<usize>) -> AnyView {
    let label = |(at, found): (usize, &Found)| match found.kept {
        Kept::OnDevice => say!(lock.other, number = at + 1),
        Kept::InMemory => say!(lock.other_borrowed).to_owned(),
    };
    radio_group(RadioGroup {
        id: "which",
        label: say!(lock.which),
        choices: found.iter().enumerate().map(label).map(Choice::plain).collect(),
        shape: Shape::Row,
        chosen: (move || Some(at.get())).into(),
        on_choose: (move |place| at.set(place)).into(),
    })
}

fn has_lock(state: FoundState) -> bool {
    matches!(state, FoundState::Sound | FoundState::HeaderFromWitness)
}

fn lock_form(found: Found, note: LockNote) -> AnyView {
    let session = expect_session();
    let field = NodeRef::<html::Input>::new();
    let (shown, is_busy) = (RwSignal::new(false), RwSignal::new(false));
    let (failure, misses) = (RwSignal::new(None::<Failure>), RwSignal::new(0_u32));
    let from_witness = found.state == FoundState::HeaderFromWitness;
    let name = StoredValue::new(found.name);
    Effect::new(move || {
        if let Some(field) = field.get() {
            dom::focus(&field);
        }
    });
    let submit = move || {
        let Some(typed) = field.get_untracked().filter(|_| !is_busy.get_untracked()) else { return };
        let passphrase = passphrase::read(&typed);
        passphrase::clear(&typed);
        is_busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let outcome = unlock(session, name.get_value(), passphrase).await;
            let Err(why) = outcome else { return };
            is_busy.try_set(false);
            if why == Failure::WrongPassphrase {
                misses.try_update(|misses| *misses += 1);
            }
            failure.try_set(Some(why));
            if let Some(field) = field.try_get_untracked().flatten() {
                dom::focus(&field);
            }
        });
    };
    let passphrase = PassphraseField {
        id: "passphrase",
        label: say!(lock.passphrase),
        field,
        shown,
        invalid: (move || failure.get().is_some()).into(),
        described_by: "unlock-outcome",
        on_input: (|| ()).into(),
    };
    let outcome = view! {
        <div class="live-group" id="unlock-outcome">
            {failure_note(move || failure.get())}
            {follow_if(move || (misses.get() >= MISSES_BEFORE_HINTS).then(|| plain(say!(lock.misses))))}
        </div>
    };
    let action = follow(move || {
        if is_busy.get() { deriving(session) } else { button(say!(lock.unlock), submit).main().piece() }
    });
    let offers_note = name.with_value(|name| session.shelf.with_now(|shelf| shelf.offers_quick_note(name)));
    let said = note_words(note, from_witness).map(|words| notice([plain(words)]));
    let note = if offers_note { quick_note(name.get_value()) } else { nothing() };
    let inside = vec![passphrase.piece(), show_passphrase(shown).piece(), outcome.into_any(), action];
    view! {
        {table_drawing()}
        <h1 class="heading">{say!(lock.title)}</h1>
        {said}
        <form class="form" autocomplete="off" on:submit=move |event| { event.prevent_default(); submit() }>
            {inside}
        </form>
        {note}
    }
    .into_any()
}

fn deriving(session: Session) -> AnyView {
    let words = move || match session.keeper.progress().map(|progress| progress.stage) {
        Some(Doing::Reading) => say!(lock.reading),
        _ => say!(lock.deriving),
    };
    busy(words, move || session.keeper.progress(), move || session.keeper.cancel_long_request())
}

fn note_words(note: LockNote, from_witness: bool) -> Option<&'static str> {
    match note {
        LockNote::Nothing => from_witness.then(|| say!(lock.from_witness)),
        LockNote::ChangedElsewhere => Some(say!(lock.elsewhere)),
        LockNote::DraftKept => Some(say!(lock.draft_kept)),
    }
}

async fn unlock(session: Session, name: String, typed: Zeroizing<String>) -> Result<(), Failure> {
    let made_by_us = session.words_made_by_us(&name);
    let passphrase = passphrase::secret(if made_by_us { Zeroizing::new(loosened(&typed)) } else { typed });
    let witness = storage::witness(&name);
    match session.keeper.ask(Request::Unlock { name, passphrase, witness }).await? {
        Reply::Opened(opened) => session.opened(opened),
        _ => return Err(Failure::KeeperDied),
    }
    Ok(())
}
