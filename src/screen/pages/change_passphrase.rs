//! "Change passphrase": new words, a new recovery sheet shown before anything changes, then everything sealed anew. What
//! is typed stays in its fields until the last step takes it; a kill at any moment leaves the old or the new.

use keeper::protocol::{Failure, WayKind};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{CreateForm, CreateProblem};

use super::new_passphrase::{Labels, Typed, focus_on, new_passphrase, problem_words};
use super::sealing_anew::{Next, Passphrases, seal_anew, sealing};
use super::sheet::{Drawn, keeping};
use super::waiting::quiet;
use crate::screen::browser::{dom, passphrase};
use crate::screen::components::{
    PassphraseField, back_row, boxed, button, failure_note, follow, follow_if, group, heading, nothing,
    notice, plain, problem_note, show_passphrase, soft,
};
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
    /// The journal was opened by its sheet: the passphrase there is, is not asked for.
    by_sheet: bool,
    had_sheet: bool,
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
        by_sheet: journal.opened(|opened| opened.opened_by == WayKind::Sheet),
        had_sheet: journal.opened(|opened| opened.has_sheet),
    };
    on_cleanup(move || change.empty());
    let steps = follow(move || match change.step.get() {
        Step::Words => nothing(),
        Step::Drawing => quiet(say!(sheet.drawing)),
        Step::Sheet => untrack(|| change.sheet()),
        Step::Without => untrack(|| change.without()),
        Step::Sealing => untrack(|| change.sealing()),
        Step::Works => untrack(|| change.works()),
    });
    let back = follow_if(move || {
        let leads_back = !matches!(change.step.get(), Step::Sealing | Step::Works);
        leads_back.then(|| back_row(move || change.screens.back()))
    });
    group([boxed("off-paper", [back]), change.words(), steps])
}

impl Change {
    fn words(self) -> AnyView {
        let (title, lead) = match self.by_sheet {
            true => (say!(change.choose_title), say!(change.choose)),
            false => (say!(change.title), say!(change.lead)),
        };
        let labels = Labels { first: say!(change.new), again: say!(change.again) };
        let later = match self.by_sheet {
            true => button(say!(change.later), move || self.screens.back()).quiet().piece(),
            false => nothing(),
        };
        let on = button(say!(change.on), move || self.go_on()).main().piece();
        let inside = vec![
            self.current_part(),
            new_passphrase(self.typed, labels, self.problem),
            problem_note(move || self.problem.get().map(problem_words)),
            boxed("actions", [on, later]),
        ];
        view! {
            <form class="form" autocomplete="off" hidden=move || self.step.get() != Step::Words
                on:submit=move |event| { event.prevent_default(); self.go_on() }>
                {heading(title)}
                {plain(lead)}
                {inside}
            </form>
        }
        .into_any()
    }

    fn current_part(self) -> AnyView {
        if self.by_sheet {
            return nothing();
        }
        let shown = RwSignal::new(false);
        let field = PassphraseField {
            id: "current",
            label: say!(change.current),
            field: self.current,
            shown,
            invalid: (move || self.failure.get() == Some(Failure::WrongPassphrase)).into(),
            described_by: "current-outcome",
            on_input: (|| ()).into(),
        };
        let wrong = move || {
            self.failure
                .get()
                .filter(|why| self.step.get() == Step::Words && *why == Failure::WrongPassphrase)
        };
        let outcome = view! { <div class="live-group" id="current-outcome">{failure_note(wrong)}</div> };
        group([field.piece(), show_passphrase(shown).piece(), outcome.into_any()])
    }

    /// From the words to the sheet.
    fn go_on(self) {
        if self.step.get_untracked() != Step::Words {
            return;
        }
        self.problem.set(None);
        self.failure.set(None);
        self.step.set(Step::Drawing);
        spawn_local(async move {
            let form = CreateForm { device: None, same_twice: self.typed.same_twice(), understood: true };
            if let Err(problem) = form.validate(self.typed.judged().await) {
                self.problem.try_set(Some(problem));
                self.step.try_set(Step::Words);
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

    fn sheet(self) -> AnyView {
        if !self.drawn.paper.is_laid() {
            return self.without();
        }
        let old = if self.had_sheet { say!(change.sheet_replaces) } else { say!(change.sheet_works) };
        let submit = button(say!(change.title), move || self.seal()).main();
        let without = button(say!(change.skip), move || self.step.set(Step::Without)).quiet();
        group([
            boxed("off-paper", [heading(say!(change.sheet_title)), plain(old)]),
            keeping(self.drawn.paper),
            boxed(
                "off-paper",
                [
                    failure_note(move || self.failure.get()),
                    soft(say!(change.flip)),
                    boxed("actions", [submit.piece(), without.piece()]),
                ],
            ),
        ])
    }

    fn without(self) -> AnyView {
        let draw = move || {
            self.failure.set(None);
            self.step.set(Step::Drawing);
            spawn_local(self.draw());
        };
        let drop_and_submit = move || {
            spawn_local(async move {
                match self.drawn.drop_it().await {
                    Ok(()) => self.seal(),
                    Err(why) => drop(self.failure.try_set(Some(why))),
                }
            });
        };
        let old = if self.had_sheet { plain(say!(change.without_old)) } else { nothing() };
        group([
            heading(say!(change.without_title)),
            plain(say!(change.without)),
            old,
            failure_note(move || self.failure.get()),
            boxed(
                "actions",
                [
                    button(say!(change.with), draw).main().piece(),
                    button(say!(change.without_submit), drop_and_submit).decision().piece(),
                ],
            ),
        ])
    }

    fn sealing(self) -> AnyView {
        group([heading(say!(change.sealing_title)), plain(say!(change.sealing)), sealing(self.session)])
    }

    fn seal(self) {
        let current = self.current.get_untracked().map(|field| passphrase::read(&field));
        let next = Next::Other { typed: self.typed.words(), made_by_us: self.typed.are_ours() };
        self.failure.set(None);
        self.step.set(Step::Sealing);
        spawn_local(async move {
            let outcome = seal_anew(self.session, self.journal, Passphrases { current, next }).await;
            let Err(why) = outcome else {
                self.drawn.works();
                self.empty();
                self.step.try_set(Step::Works);
                return;
            };
            let wrong = why == Failure::WrongPassphrase;
            self.failure.try_set(Some(why));
            self.step.try_set(if wrong { Step::Words } else { Step::Sheet });
            if wrong && let Some(field) = self.current.try_get_untracked().flatten() {
                passphrase::clear(&field);
                dom::focus(&field);
            }
        });
    }

    fn works(self) -> AnyView {
        let old = if self.had_sheet { say!(change.works_both) } else { say!(change.works_one) };
        let sheet = self.journal.opened(|opened| opened.has_sheet);
        let sheet = if sheet { say!(change.works_sheet) } else { say!(change.works_no_sheet) };
        group([
            heading(say!(change.works)),
            plain(old),
            plain(sheet),
            notice([plain(say!(change.rest))]),
            boxed("actions", [button(say!(sheet.done), move || self.screens.back()).main().piece()]),
        ])
    }

    fn empty(self) {
        self.typed.clear();
        if let Some(field) = self.current.try_get_untracked().flatten() {
            passphrase::clear(&field);
        }
    }
}
