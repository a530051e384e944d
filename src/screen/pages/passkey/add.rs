//! "Add a passkey": what it changes, under which name the system lists it, and the one or two taps that make it.

use keeper::protocol::{Failure, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Trouble;
use crate::screen::browser::passkey::{self, Made, NewPasskey, NoPasskey};
use crate::screen::components::{
    back_row, boxed, button, failure_note, follow, group, heading, lead, plain, problem_note,
};
use crate::screen::contexts::{Screens, expect_open_journal, expect_screens};
use crate::screen::locks;
use crate::screen::pages::signs::sign_name;
use crate::screen::pages::waiting::quiet;
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// How far it has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// What it is.
    About,
    /// The system asks, or the keeper writes.
    Busy,
    /// It was made, and tells only when it is used.
    UseOnce,
    /// It works.
    Works,
}

/// All that the steps share.
#[derive(Clone, Copy)]
struct Adding {
    session: Session,
    screens: Screens,
    salt: [u8; 32],
    step: RwSignal<Step>,
    trouble: RwSignal<Option<Trouble>>,
    new: StoredValue<Option<NewPasskey>, LocalStorage>,
}

/// The page.
pub fn add_passkey() -> AnyView {
    let (session, screens) = (expect_session(), expect_screens());
    let (salt, name) = expect_open_journal().opened(|opened| (opened.passkey_salt, opened.name.clone()));
    let adding = Adding {
        session,
        screens,
        salt,
        step: RwSignal::new(Step::About),
        trouble: RwSignal::new(None),
        new: StoredValue::new_local(None),
    };
    let sign = session.shelf.with_now(|shelf| shelf.sign(&name));
    let listed_as = sign.map_or(say!(passkey.no_sign), sign_name);
    let body = follow(move || match adding.step.get() {
        Step::About => untrack(|| adding.about(listed_as)),
        Step::Busy => quiet(say!(passkey.asking)),
        Step::UseOnce => untrack(|| adding.use_once()),
        Step::Works => untrack(|| adding.works()),
    });
    group([back_row(move || screens.back()), heading(say!(passkey.add)), body])
}

impl Adding {
    fn about(self, listed_as: &'static str) -> AnyView {
        let make = move || {
            self.run(Step::About, async move {
                match passkey::make(listed_as, self.salt).await? {
                    Made::Given(secret) => self.keep(secret).await,
                    Made::UseOnce(new) => {
                        self.new.try_set_value(Some(new));
                        Ok(Step::UseOnce)
                    }
                }
            });
        };
        let action = match passkey::can_ask() {
            true => boxed("actions", [button(say!(passkey.add), make).main().piece()]),
            false => plain(say!(lock.no_passkeys)),
        };
        group([
            lead(say!(passkey.what)),
            plain(say!(passkey.who)),
            plain(say!(passkey.listed, name = listed_as)),
            plain(say!(passkey.beside)),
            self.note(),
            action,
        ])
    }

    fn use_once(self) -> AnyView {
        let once = move || {
            self.run(Step::UseOnce, async move {
                let secret = passkey::used(self.new.get_value(), self.salt).await?;
                self.keep(secret).await
            });
        };
        group([
            plain(say!(passkey.once_more)),
            self.note(),
            boxed("actions", [button(say!(passkey.use_now), once).main().piece()]),
        ])
    }

    fn works(self) -> AnyView {
        group([
            lead(say!(passkey.works)),
            plain(say!(passkey.works_use)),
            plain(say!(passkey.works_lost)),
            boxed("actions", [button(say!(sheet.done), move || self.screens.back()).main().piece()]),
        ])
    }

    /// What stands in the way, with an alert.
    fn note(self) -> AnyView {
        let words = move || match self.trouble.get()? {
            Trouble::No(NoPasskey::CannotAsk) => Some(say!(lock.no_passkeys)),
            Trouble::No(NoPasskey::NothingGiven) => Some(say!(passkey.useless)),
            Trouble::No(NoPasskey::NotDone) => Some(say!(passkey.not_made)),
            Trouble::Failed(_) => None,
        };
        let failure = move || self.trouble.get().and_then(|trouble| trouble.failure());
        group([problem_note(words), failure_note(failure)])
    }

    async fn keep(self, secret: keeper::protocol::SecretBytes) -> Result<Step, Trouble> {
        match self.session.keeper.ask(Request::AddPasskey { secret }).await {
            Ok(_) => Ok(Step::Works),
            // What the keeper cannot use is as good as nothing.
            Err(Failure::PasskeyUnusable) => Err(NoPasskey::NothingGiven.into()),
            Err(why) => Err(why.into()),
        }
    }

    /// The system's question may hide the page.
    fn run(self, from: Step, work: impl Future<Output = Result<Step, Trouble>> + 'static) {
        if self.step.get_untracked() == Step::Busy {
            return;
        }
        self.trouble.set(None);
        self.step.set(Step::Busy);
        locks::go_out(self.session);
        spawn_local(async move {
            let outcome = work.await;
            if !locks::come_back(self.session) {
                return;
            }
            let step = outcome.unwrap_or_else(|why| {
                // A new attempt makes a new one: this one gives nothing.
                let is_useless = why == Trouble::No(NoPasskey::NothingGiven);
                self.trouble.try_set(Some(why));
                if is_useless { Step::About } else { from }
            });
            self.step.try_set(step);
        });
    }
}
