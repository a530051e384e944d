//! "Make a recovery sheet": what it is, the sheet itself with the ways to keep it, and the step that puts it in force.
//! Until that step it opens nothing, and leaving forgets it.

mod drawn;
mod keeping;
mod paper;

use keeper::protocol::{Failure, Request, WayKind};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::passkey::Staying;
use super::sealing_anew::{Next, Passphrases, seal_anew, sealing};
use super::waiting::quiet;
use crate::screen::browser::{dom, passphrase};
use crate::screen::components::{
    PassphraseField, back_row, boxed, button, failure_note, follow, follow_if, group, heading, lead, plain,
    show_passphrase, soft,
};
use crate::screen::contexts::{OpenJournal, Screen, expect_open_journal, expect_screens};
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

pub use drawn::Drawn;
pub use keeping::keeping;

/// How far it has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// What it is.
    About,
    /// The keeper draws the secret.
    Drawing,
    /// It lies there.
    Shown {
        /// There is a sheet already, whose place it takes.
        replaces: bool,
    },
    /// It works.
    Works {
        /// The one before does not.
        replaced: bool,
    },
}

/// All that the steps share.
#[derive(Clone, Copy)]
struct Making {
    session: Session,
    journal: OpenJournal,
    drawn: Drawn,
    step: RwSignal<Step>,
    failure: RwSignal<Option<Failure>>,
    /// It is being put in force.
    is_busy: RwSignal<bool>,
}

/// Make a recovery sheet.
pub fn sheet() -> AnyView {
    let (session, journal, screens) = (expect_session(), expect_open_journal(), expect_screens());
    if journal.opened(|opened| opened.opened_by == WayKind::Sheet) {
        return passphrase_first();
    }
    let making = Making {
        session,
        journal,
        drawn: Drawn::new(),
        step: RwSignal::new(Step::About),
        failure: RwSignal::new(None),
        is_busy: RwSignal::new(false),
    };
    let body = follow(move || match making.step.get() {
        Step::About => untrack(|| making.about()),
        Step::Drawing => quiet(say!(sheet.drawing)),
        Step::Shown { replaces } => untrack(|| making.shown(replaces)),
        Step::Works { replaced } => untrack(|| works(replaced)),
    });
    group([boxed("off-paper", [back_row(move || screens.back())]), body])
}

/// Whoever came in by the sheet has forgotten the passphrase, and a change of it brings a new sheet anyway.
fn passphrase_first() -> AnyView {
    let screens = expect_screens();
    let on = button(say!(change.choose_title), move || screens.push(Screen::ChangePassphrase)).main();
    group([
        back_row(move || screens.back()),
        heading(say!(sheet.title)),
        plain(say!(sheet.passphrase_first)),
        boxed("actions", [on.piece()]),
    ])
}

impl Making {
    fn about(self) -> AnyView {
        let draw = move || {
            self.failure.set(None);
            self.step.set(Step::Drawing);
            spawn_local(async move {
                let drawn = self.drawn.draw().await;
                let step = drawn.map_or_else(
                    |why| {
                        self.failure.try_set(Some(why));
                        Step::About
                    },
                    |replaces| Step::Shown { replaces },
                );
                self.step.try_set(step);
            });
        };
        group([
            heading(say!(sheet.title)),
            lead(say!(sheet.what)),
            plain(say!(sheet.holds)),
            plain(say!(sheet.may_keep)),
            failure_note(move || self.failure.get()),
            boxed("actions", [button(say!(sheet.draw), draw).main().piece()]),
        ])
    }

    fn shown(self, replaces: bool) -> AnyView {
        let finish = if replaces { self.replace_part() } else { self.keep_part() };
        group([
            boxed("off-paper", [heading(say!(sheet.shown_title)), soft(say!(sheet.shown))]),
            keeping(self.drawn.paper),
            boxed("off-paper", [finish]),
        ])
    }

    fn keep_part(self) -> AnyView {
        let keep = move || {
            if self.is_busy.get_untracked() {
                return;
            }
            self.is_busy.set(true);
            self.failure.set(None);
            spawn_local(async move {
                let kept = async {
                    self.session.keeper.ask(Request::KeepSheet).await?;
                    self.journal.has_sheet_now();
                    Ok(())
                };
                let outcome = self.drawn.in_use(kept, say!(sheet.works)).await;
                self.ended(outcome, Step::Works { replaced: false });
            });
        };
        let action = follow(move || match self.is_busy.get() {
            true => quiet(say!(sheet.keeping)),
            false => button(say!(sheet.keep), keep).main().piece(),
        });
        group([
            plain(say!(sheet.keep_note)),
            failure_note(move || self.failure.get()),
            boxed("actions", [action]),
        ])
    }

    fn replace_part(self) -> AnyView {
        let (field, shown) = (NodeRef::<html::Input>::new(), RwSignal::new(false));
        on_cleanup(move || empty(field));
        let replace = move || {
            let Some(typed) = field.get_untracked().filter(|_| !self.is_busy.get_untracked()) else { return };
            let current = passphrase::read(&typed);
            passphrase::clear(&typed);
            self.is_busy.set(true);
            self.failure.set(None);
            spawn_local(async move {
                let of = Passphrases { current: Some(current), next: Next::Same, without: Vec::new() };
                let sealed = seal_anew(self.session, self.journal, of);
                let outcome = self.drawn.in_use(sealed, say!(sheet.works)).await;
                self.ended(outcome, Step::Works { replaced: true });
                if let Some(field) = field.try_get_untracked().flatten() {
                    dom::focus(&field);
                }
            });
        };
        let action = follow(move || match self.is_busy.get() {
            true => sealing(self.session),
            false => button(say!(sheet.replace), replace).main().piece(),
        });
        let passphrase = PassphraseField {
            id: "passphrase",
            label: say!(change.current),
            field,
            shown,
            invalid: (move || self.failure.get() == Some(Failure::WrongPassphrase)).into(),
            described_by: "replace-outcome",
            on_input: (|| ()).into(),
        };
        let outcome = view! {
            <div class="live-group" id="replace-outcome">
                {failure_note(move || self.failure.get())}
                {follow_if(move || self.meets_damage().then(|| plain(say!(sheet.damaged))))}
            </div>
        };
        let inside = vec![
            plain(say!(sheet.replaces)),
            Staying::new(None).piece(),
            passphrase.piece(),
            show_passphrase(shown).piece(),
            outcome.into_any(),
            action,
        ];
        view! {
            <form class="form" autocomplete="off" on:submit=move |event| { event.prevent_default(); replace() }>
                {inside}
            </form>
        }
        .into_any()
    }

    /// Leaving behind what cannot be read is decided where the passphrase is changed.
    fn meets_damage(self) -> bool {
        self.failure.get() == Some(Failure::EntryDamaged)
    }

    fn ended(self, outcome: Result<(), Failure>, works: Step) {
        self.is_busy.try_set(false);
        match outcome {
            Ok(()) => drop(self.step.try_set(works)),
            Err(why) => drop(self.failure.try_set(Some(why))),
        }
    }
}

fn works(replaced: bool) -> AnyView {
    let screens = expect_screens();
    let old = if replaced { say!(sheet.works_replaced) } else { say!(sheet.works_use) };
    group([
        heading(say!(sheet.works)),
        plain(old),
        plain(say!(sheet.may_keep)),
        boxed("actions", [button(say!(sheet.done), move || screens.back()).main().piece()]),
    ])
}

fn empty(field: NodeRef<html::Input>) {
    if let Some(field) = field.try_get_untracked().flatten() {
        passphrase::clear(&field);
    }
}
