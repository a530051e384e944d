//! What is under way with a file: how far it has come, whether it was given up, and why it came to nothing.

use keeper::protocol::{BackupRefused, BackupReply, BackupRequest, Failure, Reply, Request, Stage};
use leptos::prelude::*;

use crate::screen::browser::dates;
use crate::screen::components::{boxed, busy, follow_if, follow_words};
use crate::screen::keeper_link::Progress;
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// Why something with a file came to nothing.
#[derive(Clone, PartialEq, Debug)]
pub enum Trouble {
    /// Somebody said so, or went away.
    GivenUp,
    /// The keeper takes no such file.
    Refused(BackupRefused),
    /// The keeper could not.
    Failed(Failure),
    /// The browser does not read the file, or no longer.
    CannotRead,
    /// The browser does not write the file any further.
    CannotWrite,
    /// What was read back is not what was written.
    NotWhatWasWritten,
    /// Another backup of this journal was chosen: the one made at that time, ms since 1970 UTC.
    Another(u64),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Cancelled => Self::GivenUp,
            failure => Self::Failed(failure),
        }
    }
}

/// What is being done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// A key is made of words.
    Key,
    /// A backup is written.
    Making,
    /// It is read back.
    ReadingBack,
    /// A file is looked into.
    Looking,
    /// It is taken in.
    Applying,
    /// It takes effect.
    Finishing,
}

/// What is under way. There is at most one thing at a time.
#[derive(Clone, Copy)]
pub struct Work {
    pub session: Session,
    doing: RwSignal<Option<(Doing, u32, u32)>>,
    given_up: RwSignal<bool>,
}

impl Work {
    /// Nothing yet. Leaving the page gives up what is under way then.
    pub fn new() -> Self {
        let session = expect_session();
        let work = Self { session, doing: RwSignal::new(None), given_up: RwSignal::new(false) };
        on_cleanup(move || {
            if work.doing.try_get_untracked().flatten().is_some() {
                work.give_up();
            }
        });
        work
    }

    /// Whether something is under way; followed where it is looked at.
    pub fn is_busy(self) -> bool {
        self.doing.with(Option::is_some)
    }

    /// Whether a folder may be kept for it: on the owner's own device, for a journal that rests on it.
    pub fn may_use_folder(self) -> bool {
        self.session.is_mine_now()
    }

    /// Does it, unless something is under way. Whatever the keeper still holds of it when it fails is let go.
    pub async fn run<T>(
        self,
        first: Doing,
        work: impl Future<Output = Result<T, Trouble>>,
    ) -> Option<Result<T, Trouble>> {
        if self.doing.try_get_untracked() != Some(None) {
            return None;
        }
        self.given_up.set(false);
        self.doing.set(Some((first, 0, 0)));
        let outcome = work.await;
        self.doing.try_set(None);
        if matches!(outcome, Err(Trouble::GivenUp | Trouble::CannotRead | Trouble::CannotWrite)) {
            self.session.keeper.tell(Request::Backup(BackupRequest::Drop));
        }
        Some(outcome)
    }

    /// Tells how far it is.
    ///
    /// # Errors
    /// [`Trouble::GivenUp`].
    pub fn at(self, doing: Doing, done: u32, total: u32) -> Result<(), Trouble> {
        if self.given_up.try_get_untracked() != Some(false) {
            return Err(Trouble::GivenUp);
        }
        // The clock of rest is outside: somebody is here and waits.
        self.session.rest.touch();
        self.doing.try_set(Some((doing, done, total)));
        Ok(())
    }

    /// Asks the keeper something about a backup.
    ///
    /// # Errors
    /// A refusal, or a failure as everywhere.
    pub async fn ask(self, request: BackupRequest) -> Result<BackupReply, Trouble> {
        match self.session.keeper.ask(Request::Backup(request)).await? {
            Reply::Backup(BackupReply::Refused(refused)) => Err(Trouble::Refused(refused)),
            Reply::Backup(reply) => Ok(reply),
            _ => Err(Failure::KeeperDied.into()),
        }
    }

    fn give_up(self) {
        self.given_up.try_set(true);
        self.session.keeper.cancel_long_request();
    }

    /// How far it has come, and a way to stop; nothing while nothing is under way.
    pub fn piece(self) -> AnyView {
        let is_busy = Memo::new(move |_| self.is_busy());
        let bar = follow_if(move || is_busy.get().then(|| untrack(|| self.bar())));
        boxed("live", [bar])
    }

    fn bar(self) -> AnyView {
        let doing = Memo::new(move |_| self.doing.get().map(|(doing, _, _)| doing));
        let words = move || match doing.get() {
            Some(Doing::Making) => say!(backup.making),
            Some(Doing::ReadingBack) => say!(backup.reading_back),
            Some(Doing::Looking) => say!(backup.looking),
            Some(Doing::Applying) => say!(backup.applying),
            Some(Doing::Finishing) => say!(backup.finishing),
            Some(Doing::Key) | None => say!(backup.key),
        };
        let progress = move || {
            self.doing.get().filter(|(_, _, total)| *total > 0).map(|(_, done, total)| Progress {
                stage: Stage::Reading,
                done,
                total,
            })
        };
        let share = move || match self.doing.get() {
            Some((_, done, total)) if total > 0 => {
                say!(sheet.sealing_share, done = dates::number(done), total = dates::number(total))
            }
            _ => String::new(),
        };
        let bar = busy(words, progress, move || self.give_up());
        let share = view! { <p class="soft">{follow_words(share)}</p> };
        boxed("sealing", [bar, share.into_any()])
    }
}
