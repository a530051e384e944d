//! The lock screen: one passphrase, one button. What is typed is read once, handed over as bytes and cleared.

use keeper::protocol::{Failure, Found, FoundState, Kept, Opened, Reply, Request, Stage as Doing};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{elapsed_ms, loosened, pause_ms};
use zeroize::Zeroizing;

use super::language::language_choice;
use super::later::{no_sheet, use_sheet};
use super::passkey::{Trouble, chosen};
use super::quick_note::quick_note;
use super::ride_out::still_riding;
use super::signs::sign_name;
use super::trouble::journal_trouble;
use super::update_row::update_row;
use crate::screen::browser::{clock, dom, passkey, passphrase, storage};
use crate::screen::components::{
    Choice, PassphraseField, RadioGroup, Shape, boxed, busy, button, failure_note, follow, group, nothing,
    notice, plain, problem_note, radio_group, show_passphrase, table_drawing, title,
};
use crate::screen::contexts::{LockNote, Stage, expect_stage};
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// So many misses before the hints about capitals and spaces.
const MISSES_BEFORE_HINTS: u32 = 3;
/// How often a pause looks at the clock.
const PAUSE_LOOK_MS: u32 = 200;

/// Where one is at the lock screen.
#[derive(Clone, PartialEq)]
enum Place {
    /// At the lock.
    Lock,
    /// Typing the recovery sheet of the journal of that name.
    Sheet(String),
    /// "What if I have none".
    NoSheet,
}

/// The journals on this device, locked.
pub fn locked(found: Vec<Found>, note: LockNote) -> AnyView {
    let at = RwSignal::new(found.iter().position(|found| has_lock(found.state)).unwrap_or(0));
    let place = RwSignal::new(Place::Lock);
    // The misses count on while one looks at the help.
    let misses = RwSignal::new(0);
    let back = move || place.set(Place::Lock);
    follow(move || match place.get() {
        Place::Lock => untrack(|| the_lock(&found, At { at, place, misses, note })),
        Place::Sheet(name) => untrack(|| use_sheet(name, back.into())),
        Place::NoSheet => untrack(|| no_sheet(found.len() == 1, back.into())),
    })
}

/// What the lock screen remembers of itself.
#[derive(Clone, Copy)]
struct At {
    at: RwSignal<usize>,
    place: RwSignal<Place>,
    misses: RwSignal<u32>,
    note: LockNote,
}

fn the_lock(found: &[Found], here: At) -> AnyView {
    let which = if found.len() > 1 { which(found, here.at) } else { nothing() };
    let found = StoredValue::new(found.to_vec());
    let body = follow(move || match found.with_value(|found| found.get(here.at.get()).cloned()) {
        Some(found) if has_lock(found.state) => untrack(|| lock_form(found, here)),
        Some(found) => untrack(|| journal_trouble(found.state)),
        None => nothing(),
    });
    let stage = expect_session().stage;
    let another = button(say!(lock.another), move || stage.set(Stage::Create)).quiet().piece();
    view! { <main class="gate">{which}{body}{another}{update_row()}{language_choice()}</main> }.into_any()
}

fn which(found: &[Found], at: RwSignal<usize>) -> AnyView {
    let shelf = expect_session().shelf;
    let sign = |name: &str| shelf.with_now(|shelf| shelf.sign(name));
    let label = |(at, found): (usize, &Found)| match (found.kept, sign(&found.name)) {
        (Kept::OnDevice, Some(sign)) => sign_name(sign).to_owned(),
        (Kept::OnDevice, None) => say!(lock.other, number = at + 1),
        (Kept::InMemory, _) => say!(lock.other_borrowed).to_owned(),
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

fn lock_form(found: Found, here: At) -> AnyView {
    let session = expect_session();
    let field = NodeRef::<html::Input>::new();
    let (shown, is_busy) = (RwSignal::new(false), RwSignal::new(false));
    let (failure, misses, pauses) = (RwSignal::new(None::<Failure>), here.misses, RwSignal::new(false));
    let from_witness = found.state == FoundState::HeaderFromWitness;
    let name = StoredValue::new(found.name.clone());
    let no_passkey = RwSignal::new(None::<&'static str>);
    Effect::new(move || {
        if let Some(field) = field.get() {
            dom::focus(&field);
        }
    });
    let submit = move || {
        let waits = is_busy.get_untracked() || pauses.get_untracked();
        let Some(typed) = field.get_untracked().filter(|_| !waits) else { return };
        let passphrase = passphrase::read(&typed);
        passphrase::clear(&typed);
        is_busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let outcome = unlock(session, name.get_value(), passphrase).await;
            let Err(why) = outcome else { return };
            is_busy.try_set(false);
            if why == Failure::WrongPassphrase {
                let in_a_row = misses.try_update(|misses| {
                    *misses += 1;
                    *misses
                });
                pause(pauses, in_a_row.unwrap_or_default());
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
            {problem_note(move || no_passkey.get())}
        </div>
    };
    let passkey = found.passkey_salt.filter(|_| found.kept == Kept::OnDevice && passkey::can_ask());
    let use_passkey = move |salt| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        failure.set(None);
        no_passkey.set(None);
        spawn_local(async move {
            let Err(why) = unlock_by_passkey(session, name.get_value(), salt).await else { return };
            is_busy.try_set(false);
            no_passkey.try_set(why.words_of_use());
            failure.try_set(why.failure());
        });
    };
    let action = follow(move || {
        if is_busy.get() {
            return deriving(session);
        }
        let by_passkey =
            passkey.map(|salt| button(say!(lock.use_passkey), move || use_passkey(salt)).piece());
        let unlock = match pauses.get() {
            true => plain(say!(lock.pause)),
            false => button(say!(lock.unlock), submit).main().piece(),
        };
        group([unlock, by_passkey.unwrap_or_else(nothing)])
    });
    let offers_note = name.with_value(|name| session.shelf.with_now(|shelf| shelf.offers_quick_note(name)));
    let said = note_words(here.note, from_witness).map(|words| notice([plain(words)]));
    let note = if offers_note { quick_note(name.get_value()) } else { nothing() };
    let inside = vec![passphrase.piece(), show_passphrase(shown).piece(), outcome.into_any(), action];
    view! {
        {still_riding(session.riding).unwrap_or_else(table_drawing)}
        <h1 class="heading">{say!(lock.title)}</h1>
        {said}
        <form class="form" autocomplete="off" on:submit=move |event| { event.prevent_default(); submit() }>
            {inside}
        </form>
        {without_passphrase(here, name.get_value())}
        {note}
    }
    .into_any()
}

/// A pause after that many misses in a row, by the two clocks. It is nowhere but in this page.
fn pause(pauses: RwSignal<bool>, misses: u32) {
    let (since, whole_ms) = (clock::moment(), f64::from(pause_ms(misses)));
    if whole_ms <= 0.0 {
        return;
    }
    pauses.try_set(true);
    spawn_local(async move {
        while elapsed_ms(since, clock::moment()) < whole_ms {
            link::wait(PAUSE_LOOK_MS).await;
        }
        pauses.try_set(false);
    });
}

/// The way in by the sheet; after some misses, what may have gone wrong before it.
fn without_passphrase(here: At, name: String) -> AnyView {
    let stage = expect_stage();
    let many = Memo::new(move |_| here.misses.get() >= MISSES_BEFORE_HINTS);
    let name = StoredValue::new(name);
    let sheet = move || button(say!(lock.use_sheet), move || here.place.set(Place::Sheet(name.get_value())));
    let help = follow(move || {
        if !many.get() {
            return sheet().quiet().piece();
        }
        let questions = [say!(lock.misses_capitals), say!(lock.misses_spaces), say!(lock.misses_list)];
        let questions: Vec<AnyView> = questions.into_iter().map(plain).collect();
        let backup = button(say!(start.open_backup), move || stage.set(Stage::OpenBackup));
        let none = button(say!(lock.no_sheet), move || here.place.set(Place::NoSheet));
        notice([
            title(say!(lock.misses_title)),
            questions.into_any(),
            boxed("beside", [sheet().piece(), backup.piece(), none.piece()]),
        ])
    });
    view! { <div class="without" role="status">{help}</div> }.into_any()
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

/// Words marked as ours count in their one form; a power cut during a change may have left the mark with words that
/// are not, and those count as they are.
async fn unlock(session: Session, name: String, typed: Zeroizing<String>) -> Result<(), Failure> {
    if !session.words_made_by_us(&name) {
        return unlock_with(session, name, typed).await.map(|opened| session.opened(opened));
    }
    let ours = Zeroizing::new(loosened(&typed));
    let differs = ours != typed;
    match unlock_with(session, name.clone(), ours).await {
        Err(Failure::WrongPassphrase) if differs => {
            let opened = unlock_with(session, name, typed).await?;
            session.words_changed(&opened, false);
            session.opened(opened);
        }
        outcome => session.opened(outcome?),
    }
    Ok(())
}

async fn unlock_with(session: Session, name: String, words: Zeroizing<String>) -> Result<Opened, Failure> {
    let (passphrase, witness) = (passphrase::secret(words), storage::witness(&name));
    match session.keeper.ask(Request::Unlock { name, passphrase, witness }).await? {
        Reply::Opened(opened) => Ok(opened),
        _ => Err(Failure::KeeperDied),
    }
}

async fn unlock_by_passkey(session: Session, name: String, salt: [u8; 32]) -> Result<(), Trouble> {
    let secret = chosen(salt).await?;
    let witness = storage::witness(&name);
    match session.keeper.ask(Request::UnlockWithPasskey { name, secret, witness }).await? {
        Reply::Opened(opened) => session.opened(opened),
        _ => return Err(Failure::KeeperDied.into()),
    }
    Ok(())
}
