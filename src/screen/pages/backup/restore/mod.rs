//! Opening a backup: a file is chosen and unlocked, looked through, and then taken in at once: merged into the open
//! journal, or made a journal of where none is open.

mod contents;
mod fresh;
mod key;
mod merging;

use keeper::protocol::{BackupRefused, BackupSecret, Failure, SecretBytes};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Blob, File};

use super::passes::{SeenFile, look};
use super::words::trouble_note;
use super::work::{Doing, Trouble, Work};
use crate::screen::components::{back_row, boxed, follow, group, heading, lead, nothing, own, plain, soft};
use crate::screen::contexts::{LockNote, expect_screens};
use crate::screen::pages::chooser::chooser;
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// Where a backup is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In the open journal, which it is merged into.
    Journal,
    /// Where none is open: a journal is made of it.
    Gate,
}

/// How far one is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// A file is to be chosen.
    Choose,
    /// What opens it is to be typed.
    Key,
    /// It was seen whole.
    Seen,
    /// So many records came or changed.
    Merged(u32),
}

/// What a file was opened by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OpenedBy {
    /// Keys of the open journal, or the sheet: no words were typed.
    NoWords,
    /// Words typed exactly as they count.
    Words,
    /// Words of ours, in the form in which they count.
    OurWords,
}

/// All that the steps share.
#[derive(Clone, Copy)]
struct Opening {
    place: Place,
    work: Work,
    step: RwSignal<Step>,
    file: RwSignal<Option<File>, LocalStorage>,
    seen: StoredValue<Option<SeenFile>>,
    opened_by: StoredValue<OpenedBy>,
    trouble: RwSignal<Option<Trouble>>,
}

/// Restore, in the open journal.
pub fn restore() -> AnyView {
    let screens = expect_screens();
    let opening = Opening::new(Place::Journal);
    group([
        back_row(move || screens.back()),
        heading(say!(backup.restore_title)),
        lead(say!(backup.restore_lead)),
        opening.body(),
    ])
}

/// "Open a backup", where no journal is open.
pub fn open_backup() -> AnyView {
    let session = expect_session();
    let opening = Opening::new(Place::Gate);
    view! {
        <main class="page page-form">
            {back_row(move || session.begin(LockNote::Nothing))}
            {heading(say!(backup.open_title))}
            {lead(say!(backup.open_lead))}
            {opening.body()}
        </main>
    }
    .into_any()
}

impl Opening {
    fn new(place: Place) -> Self {
        Self {
            place,
            work: Work::new(),
            step: RwSignal::new(Step::Choose),
            file: RwSignal::new_local(None),
            seen: StoredValue::new(None),
            opened_by: StoredValue::new(OpenedBy::NoWords),
            trouble: RwSignal::new(None),
        }
    }

    fn body(self) -> AnyView {
        let step = Memo::new(move |_| self.step.get());
        let steps = follow(move || {
            let step = step.get();
            untrack(|| match step {
                Step::Choose => nothing(),
                Step::Key => key::key(self),
                Step::Seen => contents::contents(self),
                Step::Merged(changed) => merging::merged(self, changed),
            })
        });
        // Hidden while something is under way, so that what was typed or chosen is still there after a miss.
        let is_busy = Memo::new(move |_| self.work.is_busy());
        view! {
            {self.choosing()}
            {self.work.piece()}
            {trouble_note(self.trouble)}
            <div class="stack-wide" hidden=move || is_busy.get()>{steps}</div>
        }
        .into_any()
    }

    fn choosing(self) -> AnyView {
        let is_done = Memo::new(move |_| matches!(self.step.get(), Step::Merged(_)) || self.work.is_busy());
        let is_first = Memo::new(move |_| self.step.get() == Step::Choose);
        let choose = follow(move || {
            if is_done.get() {
                return nothing();
            }
            let is_first = is_first.get();
            untrack(|| match is_first {
                true => chooser(say!(backup.choose), move |file| self.choose(file)).main().piece(),
                false => chooser(say!(backup.choose_other), move |file| self.choose(file)).piece(),
            })
        });
        let name = follow(move || match self.file.read().as_ref() {
            Some(file) => own("", say!(backup.chosen, name = file.name())),
            None => soft(say!(backup.choose_help)),
        });
        boxed("stack", [name, choose])
    }

    /// A file was chosen: what can be told of it without asking anything is told at once.
    fn choose(self, file: File) {
        self.trouble.set(None);
        self.step.set(Step::Choose);
        self.file.set(Some(file));
        let key = match self.place {
            Place::Journal => BackupSecret::Own,
            // Opens nothing; whether the file is a backup at all is told before the key is tried.
            Place::Gate => BackupSecret::Sheet(SecretBytes::new(vec![0; 20])),
        };
        self.look_with(key, OpenedBy::NoWords);
    }

    fn look_with(self, key: BackupSecret, opened_by: OpenedBy) {
        spawn_local(async move {
            if let Some(outcome) = self.work.run(Doing::Looking, self.look(key)).await {
                self.looked(outcome, opened_by);
            }
        });
    }

    async fn look(self, key: BackupSecret) -> Result<SeenFile, Trouble> {
        let file = self.blob().ok_or(Trouble::CannotRead)?;
        look(self.work, &file, key, Doing::Looking).await
    }

    fn looked(self, outcome: Result<SeenFile, Trouble>, opened_by: OpenedBy) {
        let trouble = match outcome {
            Ok(seen) => {
                self.seen.try_set_value(Some(seen));
                self.opened_by.try_set_value(opened_by);
                self.trouble.try_set(None);
                self.step.try_set(Step::Seen);
                return;
            }
            Err(trouble) => trouble,
        };
        let asks = self.step.try_get_untracked() == Some(Step::Choose)
            && matches!(
                trouble,
                Trouble::Refused(BackupRefused::NotOwn | BackupRefused::DoesNotOpen)
                    | Trouble::Failed(Failure::SheetDoesNotOpen)
            );
        if asks {
            self.step.try_set(Step::Key);
        } else {
            self.trouble.try_set(Some(trouble));
        }
    }

    fn blob(self) -> Option<Blob> {
        self.file.try_get_untracked().flatten().map(Blob::from)
    }

    /// What is said above the key where the open journal's own did not fit.
    fn why_a_key(self) -> AnyView {
        match self.place {
            Place::Journal => plain(say!(backup.key_why_journal)),
            Place::Gate => plain(say!(backup.key_why)),
        }
    }
}
