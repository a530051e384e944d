//! "Change passphrase": new words, a new recovery sheet shown before anything changes, then everything sealed anew. What
//! is typed stays in its fields until the last step takes it; a kill at any moment leaves the old or the new.

mod damaged;
mod steps;

use keeper::protocol::{DamagedEntry, Failure, Reply, Request, WayKind};
use leptos::html;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use rules::{CreateForm, CreateProblem};

use super::new_passphrase::{Typed, focus_on};
use super::passkey::Staying;
use super::sealing_anew::{Next, Passphrases, seal_anew};
use super::sheet::Drawn;
use super::waiting::quiet;
use crate::screen::browser::{dom, passphrase};
use crate::screen::components::{back_row, boxed, follow, follow_if, group, nothing};
use crate::screen::contexts::{OpenJournal, Screens, expect_open_journal, expect_screens};
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// How far it has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// The words are chosen.
    Words,
    /// The words are judged, and the keeper draws a sheet.
    Drawing,
    /// The new sheet lies there.
    Sheet,
    /// Whether to go on without one.
    Without,
    /// Everything is sealed anew.
    Sealing,
    /// Some entries cannot be read: whether to go on without them.
    Damaged,
    /// It is done.
    Works,
}

/// All that the steps share.
#[derive(Clone, Copy)]
struct Change {
    session: Session,
    journal: OpenJournal,
    screens: Screens,
    current: NodeRef<html::Input>,
    typed: Typed,
    drawn: Drawn,
    step: RwSignal<Step>,
    problem: RwSignal<Option<CreateProblem>>,
    failure: RwSignal<Option<Failure>>,
    /// What cannot be read; the change may leave it behind once its owner has seen it.
    damaged: RwSignal<Vec<DamagedEntry>>,
    /// The journal was opened by its sheet: the passphrase there is, is not asked for.
    by_sheet: bool,
    had_sheet: bool,
    staying: Staying,
}

/// Change passphrase.
pub fn change_passphrase() -> AnyView {
    let journal = expect_open_journal();
    let change = Change {
        session: expect_session(),
        journal,
        screens: expect_screens(),
        current: NodeRef::new(),
        typed: Typed::new(),
        drawn: Drawn::new(),
        step: RwSignal::new(Step::Words),
        problem: RwSignal::new(None),
        failure: RwSignal::new(None),
        damaged: RwSignal::new(Vec::new()),
        by_sheet: journal.opened(|opened| opened.opened_by == WayKind::Sheet),
        had_sheet: journal.opened(|opened| opened.has_sheet),
        staying: Staying::new(None),
    };
    on_cleanup(move || change.empty());
    let steps = follow(move || match change.step.get() {
        Step::Words => nothing(),
        Step::Drawing => quiet(say!(sheet.drawing)),
        Step::Sheet => untrack(|| change.sheet()),
        Step::Without => untrack(|| change.without()),
        Step::Sealing => untrack(|| change.sealing()),
        Step::Damaged => untrack(|| change.damaged()),
        Step::Works => untrack(|| change.works()),
    });
    let back = follow_if(move || {
        let leads_back = !matches!(change.step.get(), Step::Sealing | Step::Works);
        leads_back.then(|| back_row(move || change.screens.back()))
    });
    group([boxed("off-paper", [back]), change.words(), steps])
}

impl Change {
    /// From the words to the sheet.
    fn go_on(self) {
        if self.step.get_untracked() != Step::Words {
            return;
        }
        self.problem.set(None);
        self.failure.set(None);
        if self.current.get_untracked().is_some_and(|field| field.value().is_empty()) {
            self.failure.set(Some(Failure::PassphraseEmpty));
            return self.focus_on_current();
        }
        self.step.set(Step::Drawing);
        spawn_local(async move {
            let form = CreateForm { device: None, same_twice: self.typed.same_twice(), understood: true };
            if let Err(problem) = form.validate(self.typed.judged().await) {
                self.problem.try_set(Some(problem));
                self.step.try_set(Step::Words);
                // The form is back on the page a moment later.
                tick().await;
                return focus_on(problem);
            }
            self.draw().await;
        });
    }

    /// Shows the sheet that is drawn already, or a new one.
    async fn draw(self) {
        let is_laid = self.drawn.paper.is_laid();
        if !is_laid && let Err(why) = self.drawn.draw().await {
            self.failure.try_set(Some(why));
        }
        self.step.try_set(Step::Sheet);
    }

    fn seal(self) {
        let current = self.current.get_untracked().map(|field| passphrase::read(&field));
        let next = Next::Other { typed: self.typed.words(), made_by_us: self.typed.are_ours() };
        let without = self.damaged.with_untracked(|damaged| damaged.iter().map(|entry| entry.id).collect());
        self.failure.set(None);
        self.step.set(Step::Sealing);
        spawn_local(async move {
            let sealed = seal_anew(self.session, self.journal, Passphrases { current, next, without });
            let outcome = self.drawn.in_use(sealed, say!(change.works)).await;
            let Err(why) = outcome else {
                self.empty();
                self.step.try_set(Step::Works);
                return;
            };
            if why == Failure::EntryDamaged && self.ask_of_damaged().await {
                self.step.try_set(Step::Damaged);
                return;
            }
            let step = if is_about_current(&why) { Step::Words } else { Step::Sheet };
            self.failure.try_set(Some(why));
            self.step.try_set(step);
            if step == Step::Words {
                tick().await;
                self.focus_on_current();
            }
        });
    }

    /// Asks the keeper what cannot be read. False when it knows of no entry: then it is a part of the list.
    async fn ask_of_damaged(self) -> bool {
        let Ok(Reply::Damaged(damaged)) = self.session.keeper.ask(Request::Damaged).await else {
            return false;
        };
        !damaged.is_empty() && self.damaged.try_set(damaged).is_none()
    }

    /// Empties the field of the passphrase there is, and goes there.
    fn focus_on_current(self) {
        if let Some(field) = self.current.try_get_untracked().flatten() {
            passphrase::clear(&field);
            dom::focus(&field);
        }
    }

    fn empty(self) {
        self.typed.clear();
        if let Some(field) = self.current.try_get_untracked().flatten() {
            passphrase::clear(&field);
        }
    }
}

/// Whether it is the passphrase there is that stands in the way.
fn is_about_current(why: &Failure) -> bool {
    matches!(why, Failure::WrongPassphrase | Failure::PassphraseEmpty | Failure::PassphraseTooLong { .. })
}
