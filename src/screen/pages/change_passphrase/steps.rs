//! What the steps of a change look like.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Change, Step, is_about_current};
use crate::screen::components::{
    PassphraseField, boxed, button, failure_note, group, heading, nothing, notice, plain, problem_note,
    show_passphrase, soft,
};
use crate::screen::contexts::{BackupPlace, Screen};
use crate::screen::pages::new_passphrase::{Labels, new_passphrase, problem_words};
use crate::screen::pages::sealing_anew::sealing;
use crate::screen::pages::sheet::keeping;
use crate::screen::words::say;

impl Change {
    pub(super) fn words(self) -> AnyView {
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
            self.staying.piece(),
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
            invalid: (move || self.failure.get().as_ref().is_some_and(is_about_current)).into(),
            described_by: "current-outcome",
            on_input: (|| ()).into(),
        };
        let wrong = move || self.failure.get().filter(is_about_current);
        let outcome = view! { <div class="live-group" id="current-outcome">{failure_note(wrong)}</div> };
        group([field.piece(), show_passphrase(shown).piece(), outcome.into_any()])
    }

    pub(super) fn sheet(self) -> AnyView {
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

    pub(super) fn without(self) -> AnyView {
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

    pub(super) fn sealing(self) -> AnyView {
        group([heading(say!(change.sealing_title)), plain(say!(change.sealing)), sealing(self.session)])
    }

    pub(super) fn works(self) -> AnyView {
        let old = if self.had_sheet { say!(change.works_both) } else { say!(change.works_one) };
        let sheet = self.journal.opened(|opened| opened.has_sheet);
        let sheet = if sheet { say!(change.works_sheet) } else { say!(change.works_no_sheet) };
        let back_up = move || self.screens.push(Screen::Backup(BackupPlace::Home));
        group([
            heading(say!(change.works)),
            plain(old),
            plain(sheet),
            plain(say!(change.works_backups)),
            notice([plain(say!(change.rest))]),
            boxed(
                "actions",
                [
                    button(say!(sheet.done), move || self.screens.back()).main().piece(),
                    button(say!(backup.now), back_up).piece(),
                ],
            ),
        ])
    }
}
