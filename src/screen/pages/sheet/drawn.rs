//! A secret that the keeper has drawn: on paper here, and opening nothing yet. When the page goes before it works, it is
//! forgotten on both sides, and that is said.

use keeper::protocol::{Failure, Reply, Request};
use leptos::prelude::*;

use super::paper::Paper;
use crate::screen::contexts::{Announcer, expect_announcer};
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// What the keeper holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    /// No drawn secret.
    Nothing,
    /// One that opens nothing yet.
    Waiting,
    /// Whatever it holds is being put in force: only the keeper's answer tells what opens the journal.
    InUse,
}

/// The drawn sheet.
#[derive(Clone, Copy)]
pub struct Drawn {
    pub paper: Paper,
    session: Session,
    announcer: Announcer,
    held: StoredValue<Held>,
}

impl Drawn {
    /// Nothing is drawn yet.
    pub fn new() -> Self {
        let (session, announcer) = (expect_session(), expect_announcer());
        let drawn = Self { paper: Paper::new(), session, announcer, held: StoredValue::new(Held::Nothing) };
        on_cleanup(move || {
            if drawn.held.try_get_value() == Some(Held::Waiting) {
                drawn.forget();
            }
        });
        drawn
    }

    /// Draws one, and lays it down. True when there is a sheet already, whose place it would take.
    pub async fn draw(self) -> Result<bool, Failure> {
        let outcome = self.session.keeper.ask(Request::DrawSheet).await?;
        let Reply::Sheet(sheet) = outcome else { return Err(Failure::KeeperDied) };
        // Whoever asked may be gone: then nobody has seen it.
        if self.held.try_set_value(Held::Waiting).is_some() {
            self.session.keeper.tell(Request::DropSheet);
            return Err(Failure::Cancelled);
        }
        match self.paper.lay(sheet.secret) {
            true => Ok(sheet.replaces),
            false => Err(Failure::RandomnessUnavailable),
        }
    }

    /// Does what puts it in force, or goes on without one. If the page is gone before that is answered, `done` is said
    /// aloud, or that nothing changed.
    pub async fn in_use(
        self,
        work: impl Future<Output = Result<(), Failure>>,
        done: &'static str,
    ) -> Result<(), Failure> {
        let before = self.held.try_get_value().unwrap_or(Held::Nothing);
        self.held.try_set_value(Held::InUse);
        let outcome = work.await;
        let after = if outcome.is_ok() { Held::Nothing } else { before };
        let is_gone = self.held.try_set_value(after).is_some();
        match &outcome {
            Ok(()) => self.paper.burn(),
            Err(_) if is_gone => self.forget(),
            Err(_) => {}
        }
        if is_gone && outcome.is_ok() {
            self.say(done);
        }
        outcome
    }

    /// It is not wanted.
    pub async fn drop_it(self) -> Result<(), Failure> {
        self.session.keeper.ask(Request::DropSheet).await?;
        self.held.try_set_value(Held::Nothing);
        self.paper.burn();
        Ok(())
    }

    fn forget(self) {
        self.session.keeper.tell(Request::DropSheet);
        self.say(say!(sheet.dropped));
    }

    /// Says it, unless the journal is locked: then nobody here knows.
    fn say(self, words: &'static str) {
        if self.session.stage.is_open_now() {
            self.announcer.say(words);
        }
    }
}
