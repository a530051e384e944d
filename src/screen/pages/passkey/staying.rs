//! Passkeys that are to stay when everything is sealed anew: each is used once before. What is not used goes, which is
//! said here.

use keeper::protocol::{Failure, Reply, Request, WayKind, WayShown};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Trouble, chosen};
use crate::screen::browser::dates;
use crate::screen::components::{
    boxed, button, failure_note, follow_if, follow_words, group, notice, plain, problem_note, title,
};
use crate::screen::contexts::expect_open_journal;
use crate::screen::locks;
use crate::screen::pages::waiting::quiet;
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// What became of a use.
#[derive(Clone, PartialEq)]
enum Outcome {
    /// It stays.
    Stays,
    /// It is the one that goes.
    Goes,
    /// It was not used.
    Not(Trouble),
}

/// The passkeys that may stay.
#[derive(Clone, Copy)]
pub struct Staying {
    session: Session,
    salt: [u8; 32],
    /// The slot of the way that goes.
    going: Option<u8>,
    slots: RwSignal<Vec<u8>>,
    touched: RwSignal<Vec<u8>>,
    outcome: RwSignal<Option<Outcome>>,
    is_busy: RwSignal<bool>,
}

impl Staying {
    /// All but the way in slot `going`. What was used is forgotten with the page.
    pub fn new(going: Option<u8>) -> Self {
        let session = expect_session();
        let staying = Self {
            session,
            salt: expect_open_journal().opened(|opened| opened.passkey_salt),
            going,
            slots: RwSignal::new(Vec::new()),
            touched: RwSignal::new(Vec::new()),
            outcome: RwSignal::new(None),
            is_busy: RwSignal::new(false),
        };
        spawn_local(async move {
            if let Ok(Reply::Ways(ways)) = session.keeper.ask(Request::Ways).await {
                let stays = |way: &&WayShown| way.kind == WayKind::Passkey && Some(way.slot) != going;
                staying.slots.try_set(ways.iter().filter(stays).map(|way| way.slot).collect());
            }
        });
        on_cleanup(move || {
            let is_held = staying.touched.try_with_untracked(|touched| !touched.is_empty());
            if session.stage.is_open_now() && is_held == Some(true) {
                session.keeper.tell(Request::DropTouched);
            }
        });
        staying
    }

    /// What is said of them, and the button; nothing where there are none.
    pub fn piece(self) -> AnyView {
        follow_if(move || (!self.slots.with(Vec::is_empty)).then(|| untrack(|| self.inside())))
    }

    fn inside(self) -> AnyView {
        let count = move || {
            let (used, all) = (self.touched.with(Vec::len), self.slots.with(Vec::len));
            say!(passkey.used_of, used = dates::number(used as u32), all = dates::number(all as u32))
        };
        let count = view! { <p class="soft" role="status">{follow_words(count)}</p> }.into_any();
        let action = follow_if(move || {
            let is_done = self.touched.with(Vec::len) >= self.slots.with(Vec::len);
            (!is_done).then(|| match self.is_busy.get() {
                true => quiet(say!(passkey.asking)),
                false => boxed("actions", [button(say!(passkey.use_staying), move || self.touch()).piece()]),
            })
        });
        let words = move || match self.outcome.get()? {
            Outcome::Stays => None,
            Outcome::Goes => Some(say!(passkey.that_goes)),
            Outcome::Not(trouble) => trouble.words_of_use(),
        };
        let failure = move || match self.outcome.get()? {
            Outcome::Not(trouble) => trouble.failure(),
            _ => None,
        };
        notice([
            title(say!(passkey.staying_title)),
            plain(say!(passkey.staying)),
            count,
            group([problem_note(words), failure_note(failure)]),
            action,
        ])
    }

    fn touch(self) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.outcome.set(None);
        locks::go_out(self.session);
        spawn_local(async move {
            let outcome = self.touched_one().await.unwrap_or_else(Outcome::Not);
            if !locks::come_back(self.session) {
                return;
            }
            self.is_busy.try_set(false);
            self.outcome.try_set(Some(outcome));
        });
    }

    async fn touched_one(self) -> Result<Outcome, Trouble> {
        let (secret, going) = (chosen(self.salt).await?, self.going);
        let reply = self.session.keeper.ask(Request::TouchPasskey { secret, going }).await?;
        let Reply::Touched { slot } = reply else { return Err(Failure::KeeperDied.into()) };
        if Some(slot) == going {
            return Ok(Outcome::Goes);
        }
        let counted = self.touched.try_update(|touched| {
            touched.retain(|other| *other != slot);
            touched.push(slot);
        });
        if counted.is_none() {
            // The page is gone: nothing was agreed to.
            self.session.keeper.tell(Request::DropTouched);
        }
        Ok(Outcome::Stays)
    }
}
