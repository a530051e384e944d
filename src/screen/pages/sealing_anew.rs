//! Everything sealed anew under a new key: asking for it, what must follow even if the page is gone by then, and how far
//! it has come, in numbers.

use keeper::protocol::{Failure, Id, Opened, Reply, Request, Stage};
use leptos::prelude::*;
use rules::loosened;
use zeroize::Zeroizing;

use crate::screen::browser::{dates, passphrase};
use crate::screen::components::{boxed, busy, follow_words};
use crate::screen::contexts::OpenJournal;
use crate::screen::session::Session;
use crate::screen::words::say;

/// The passphrases of a change.
pub struct Passphrases {
    /// As it is. `None` when the journal was opened by its sheet.
    pub current: Option<Zeroizing<String>>,
    /// As it is to be; the same when only the sheet changes.
    pub next: Next,
    /// What may be left behind where it cannot be read.
    pub without: Vec<Id>,
}

/// The passphrase as it is to be.
pub enum Next {
    /// The one there is.
    Same,
    /// Another.
    Other {
        /// What was typed.
        typed: Zeroizing<String>,
        /// Drawn by us and not touched since.
        made_by_us: bool,
    },
}

/// Seals everything anew. Whatever the screen remembers of the journal follows.
pub async fn seal_anew(session: Session, journal: OpenJournal, of: Passphrases) -> Result<(), Failure> {
    let before = journal.opened(Opened::clone);
    let was_ours = session.words_made_by_us(&before.name);
    let current = of.current.map(|typed| counted(typed, was_ours));
    let (next, is_ours) = match of.next {
        Next::Same => (current.clone().unwrap_or_default(), was_ours),
        Next::Other { typed, made_by_us } => (counted(typed, made_by_us), made_by_us),
    };
    let request = Request::Reseal {
        current: current.map(passphrase::secret),
        passphrase: passphrase::secret(next),
        without: of.without,
    };
    // Until the answer is here either may be the passphrase. Words marked as ours are tried in both forms at the lock.
    session.words_changed(&before, was_ours || is_ours);
    let failure = match session.keeper.ask(request).await {
        Ok(Reply::Opened(opened)) => {
            session.words_changed(&opened, is_ours);
            journal.reopened(opened);
            return Ok(());
        }
        Ok(_) => Failure::KeeperDied,
        Err(failure) => failure,
    };
    if !matches!(failure, Failure::KeeperDied | Failure::Locked) {
        session.words_changed(&before, was_ours);
    }
    Err(failure)
}

/// The form in which the words count.
pub fn counted(typed: Zeroizing<String>, made_by_us: bool) -> Zeroizing<String> {
    if made_by_us { Zeroizing::new(loosened(&typed)) } else { typed }
}

/// How far it has come. Going away stops it, unless it is past the point where the new lock holds.
pub fn sealing(session: Session) -> AnyView {
    let keeper = session.keeper;
    let stage = move || keeper.progress().map(|progress| progress.stage);
    let words = move || match stage() {
        Some(Stage::Reading) => say!(sheet.sealing_room),
        Some(Stage::Resealing) => say!(sheet.sealing),
        Some(Stage::Sweeping) => say!(sheet.sealing_sweep),
        _ => say!(sheet.sealing_key),
    };
    let share = move || match keeper.progress() {
        Some(progress) if progress.total > 0 => {
            let (done, total) = (dates::number(progress.done), dates::number(progress.total));
            say!(sheet.sealing_share, done = done, total = total)
        }
        _ => String::new(),
    };
    // The clock of rest is outside: somebody is here and waits.
    Effect::new(move || {
        if keeper.progress().is_some() {
            session.rest.touch();
        }
    });
    on_cleanup(move || keeper.cancel_long_request());
    let bar = busy(words, move || keeper.progress(), move || keeper.cancel_long_request());
    let share = view! { <p class="soft">{follow_words(share)}</p> };
    boxed("sealing", [bar, share.into_any()])
}
