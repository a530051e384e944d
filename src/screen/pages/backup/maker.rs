//! Making a backup, as a page shows it: what is under way, what came of it, and what is left to do for whoever asked.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;
use zeroize::Zeroizing;

use super::make::{Made, Standing, make, prove};
use super::words::trouble_note;
use super::work::{Doing, Trouble, Work};
use crate::screen::browser::dates;
use crate::screen::components::{follow_if, group, nothing, notice, plain, title};
use crate::screen::contexts::{Announcer, Choices, expect_announcer, expect_choices};
use crate::screen::pages::chooser::chooser;
use crate::screen::words::say;

/// What making needs.
#[derive(Clone, Copy)]
pub struct Maker {
    work: Work,
    made: RwSignal<Option<Made>>,
    trouble: RwSignal<Option<Trouble>>,
    choices: Choices,
    announcer: Announcer,
}

impl Maker {
    /// Nothing made yet.
    pub fn new() -> Self {
        Self {
            work: Work::new(),
            made: RwSignal::new(None),
            trouble: RwSignal::new(None),
            choices: expect_choices(),
            announcer: expect_announcer(),
        }
    }

    /// What was made; followed where it is looked at.
    pub fn standing(self) -> Option<Standing> {
        self.made.get().map(|made| made.standing)
    }

    /// Whether something is under way.
    pub fn is_busy(self) -> bool {
        self.work.is_busy()
    }

    /// Makes one; `then` hears of a proven one.
    pub fn make(self, other: Option<Zeroizing<String>>, then: impl Fn() + 'static) {
        self.begin();
        spawn_local(async move {
            let first = if other.is_some() { Doing::Key } else { Doing::Making };
            let outcome = self.work.run(first, make(self.work, other)).await;
            self.end(outcome, then);
        });
    }

    /// Looks whether a file is a backup of this journal, and the one made just now where one was.
    fn prove(self, file: File, then: impl Fn() + 'static) {
        let known = self.made.get_untracked();
        self.trouble.set(None);
        spawn_local(async move {
            let proving = prove(self.work, &file, known.map(|made| made.at_ms));
            let outcome = self.work.run(Doing::ReadingBack, proving).await;
            let made =
                known.unwrap_or(Made { at_ms: 0, standing: Standing::Proven, left_out: 0, damaged_pages: 0 });
            let proven = |at_ms| Made { at_ms, standing: Standing::Proven, ..made };
            self.end(outcome.map(|outcome| outcome.map(proven)), then);
        });
    }

    fn begin(self) {
        self.trouble.set(None);
        self.made.set(None);
    }

    fn end(self, outcome: Option<Result<Made, Trouble>>, then: impl Fn()) {
        match outcome {
            Some(Ok(made)) => {
                self.announcer.say(match made.standing {
                    Standing::Proven => say!(backup.proven_title),
                    _ => say!(backup.made_title),
                });
                self.made.try_set(Some(made));
                self.choices.refresh();
                if made.standing == Standing::Proven {
                    then();
                }
            }
            Some(Err(trouble)) => drop(self.trouble.try_set(Some(trouble))),
            None => {}
        }
    }

    /// A button that proves a file; `then` hears of it.
    pub fn check_button(self, label: &'static str, then: impl Fn() + Clone + 'static) -> AnyView {
        chooser(label, move |file| self.prove(file, then.clone())).piece()
    }

    /// What is under way and what came of it. `then` hears when a file that was handed over is proven.
    pub fn piece(self, then: impl Fn() + Clone + Send + Sync + 'static) -> AnyView {
        let outcome = follow_if(move || {
            let made = self.made.get().filter(|_| !self.work.is_busy());
            made.map(|made| untrack(|| self.outcome(made, then.clone())))
        });
        group([self.work.piece(), trouble_note(self.trouble), outcome])
    }

    fn outcome(self, made: Made, then: impl Fn() + Clone + 'static) -> AnyView {
        let when = match made.at_ms {
            0 => nothing(),
            at_ms => plain(say!(backup.made_at, when = dates::instant(at_ms))),
        };
        let left_out = match (made.left_out, made.damaged_pages) {
            (0, 0) => nothing(),
            (_, 1..) => plain(say!(backup.left_out_pages)),
            (count, _) => plain(say!(backup.left_out, count = dates::number(count))),
        };
        let (name, what, next) = match made.standing {
            Standing::Proven => (say!(backup.proven_title), plain(say!(backup.proven)), nothing()),
            Standing::GivenAway => (say!(backup.made_title), plain(say!(backup.given_away)), nothing()),
            Standing::HandedOver => (
                say!(backup.made_title),
                group([plain(say!(backup.handed_over)), plain(say!(backup.choose_why))]),
                chooser(say!(backup.choose_downloaded), move |file| self.prove(file, then.clone()))
                    .main()
                    .piece(),
            ),
        };
        notice([title(name), when, what, left_out, next])
    }
}
