//! Trying whether the passphrase is still known while the journal is open. Nothing locks by it; what helps is offered
//! while there is time: a recovery sheet, other words.

use keeper::protocol::{Failure, Request, SettingsChange};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::sealing_anew::counted;
use crate::screen::browser::{dom, passphrase};
use crate::screen::components::{
    PassphraseField, back_row, boxed, busy, button, decision_note, failure_note, follow, follow_if, group,
    heading, lead, nothing, plain, show_passphrase,
};
use crate::screen::contexts::{
    Choices, OpenJournal, Screen, Screens, expect_announcer, expect_choices, expect_open_journal,
    expect_screens,
};
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// What is known of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tried {
    Nothing,
    Wrong,
    Right,
}

#[derive(Clone, Copy)]
struct Recall {
    session: Session,
    journal: OpenJournal,
    screens: Screens,
    choices: Choices,
    field: NodeRef<html::Input>,
    tried: RwSignal<Tried>,
    is_busy: RwSignal<bool>,
    /// It could not be tried.
    failure: RwSignal<Option<Failure>>,
}

/// The page.
pub fn recall() -> AnyView {
    let recall = Recall {
        session: expect_session(),
        journal: expect_open_journal(),
        screens: expect_screens(),
        choices: expect_choices(),
        field: NodeRef::new(),
        tried: RwSignal::new(Tried::Nothing),
        is_busy: RwSignal::new(false),
        failure: RwSignal::new(None),
    };
    on_cleanup(move || {
        if let Some(field) = recall.field.try_get_untracked().flatten() {
            passphrase::clear(&field);
        }
    });
    let is_right = Memo::new(move |_| recall.tried.get() == Tried::Right);
    let body = follow(move || match is_right.get() {
        true => untrack(|| recall.right()),
        false => untrack(|| recall.asking()),
    });
    group([back_row(move || recall.screens.back()), body])
}

impl Recall {
    fn asking(self) -> AnyView {
        let shown = RwSignal::new(false);
        let announcer = expect_announcer();
        let submit = move || {
            self.submit(move || announcer.say(say!(recall.right_title)));
        };
        let passphrase = PassphraseField {
            id: "passphrase",
            label: say!(recall.passphrase),
            field: self.field,
            shown,
            invalid: (move || self.tried.get() == Tried::Wrong).into(),
            described_by: "recall-outcome",
            on_input: (|| ()).into(),
        };
        let actions = follow(move || match self.is_busy.get() {
            true => busy(|| say!(recall.trying), move || self.session.keeper.progress(), || ()),
            false => {
                let leave = button(say!(today.not_now), move || self.screens.back()).quiet();
                boxed("actions", [button(say!(recall.submit), submit).main().piece(), leave.piece()])
            }
        });
        let is_wrong = Memo::new(move |_| self.tried.get() == Tried::Wrong);
        let wrong = follow_if(move || is_wrong.get().then(|| untrack(|| self.wrong())));
        let inside = vec![
            passphrase.piece(),
            show_passphrase(shown).piece(),
            view! {
                <div class="live-group" id="recall-outcome">
                    <div class="live" role="alert">{wrong}</div>
                    {failure_note(move || self.failure.get())}
                </div>
            }
            .into_any(),
            actions,
        ];
        group([
            heading(say!(recall.title)),
            lead(say!(recall.lead)),
            plain(say!(recall.safe)),
            view! {
                <form class="form" autocomplete="off" on:submit=move |event| { event.prevent_default(); submit() }>
                    {inside}
                </form>
            }
            .into_any(),
            follow_if(move || is_wrong.get().then(|| untrack(|| self.help()))),
        ])
    }

    fn submit(self, say_right: impl Fn() + 'static) {
        let Some(field) = self.field.get_untracked().filter(|_| !self.is_busy.get_untracked()) else {
            return;
        };
        let typed = passphrase::read(&field);
        self.tried.set(Tried::Nothing);
        self.failure.set(None);
        if typed.is_empty() {
            return self.failure.set(Some(Failure::PassphraseEmpty));
        }
        self.is_busy.set(true);
        spawn_local(async move {
            let ours = self.session.words_made_by_us(&self.journal.opened(|opened| opened.name.clone()));
            let passphrase = passphrase::secret(counted(typed, ours));
            let outcome = self.session.keeper.ask(Request::CheckPassphrase { passphrase }).await;
            self.is_busy.try_set(false);
            match outcome {
                Ok(_) => {
                    passphrase::clear(&field);
                    let made_ms = untrack(|| self.choices.passphrase_made_ms()).unwrap_or(0);
                    self.choices.change(SettingsChange::Recalled(made_ms));
                    say_right();
                    self.tried.try_set(Tried::Right);
                }
                Err(Failure::WrongPassphrase) => {
                    passphrase::clear(&field);
                    self.tried.try_set(Tried::Wrong);
                    dom::focus(&field);
                }
                Err(why) => drop(self.failure.try_set(Some(why))),
            }
        });
    }

    /// What was said at once where the words were not right: nothing happens by it.
    fn wrong(self) -> AnyView {
        decision_note(say!(recall.wrong).into(), say!(recall.wrong_help).into())
    }

    /// What helps while the journal is still open.
    fn help(self) -> AnyView {
        let has_sheet = self.journal.opened(|opened| opened.has_sheet);
        let words = if has_sheet { say!(recall.by_sheet) } else { say!(recall.no_sheet) };
        let inside = if has_sheet {
            nothing()
        } else {
            button(say!(ways.sheet), move || self.screens.push(Screen::Sheet)).piece()
        };
        group([plain(words), boxed("actions", [inside, self.change()])])
    }

    fn right(self) -> AnyView {
        let has_sheet = self.journal.opened(|opened| opened.has_sheet);
        let done = button(say!(recall.done), move || self.screens.back()).main().piece();
        let sheet = if has_sheet {
            nothing()
        } else {
            let make = button(say!(ways.sheet), move || self.screens.push(Screen::Sheet));
            group([plain(say!(ways.no_sheet)), boxed("actions", [make.piece()])])
        };
        group([
            heading(say!(recall.right_title)),
            lead(say!(recall.right)),
            sheet,
            boxed("actions", [done, self.change()]),
        ])
    }

    fn change(self) -> AnyView {
        button(say!(change.title), move || self.screens.push(Screen::ChangePassphrase)).quiet().piece()
    }
}
