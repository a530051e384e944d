//! A secret that the keeper has drawn: on paper here, and opening nothing yet. When the page goes before it works, it is
//! forgotten on both sides, and that is said.

use keeper::protocol::{Failure, Reply, Request};
use leptos::prelude::*;

use super::paper::Paper;
use crate::screen::contexts::{Announcer, expect_announcer};
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// The drawn sheet.
#[derive(Clone, Copy)]
pub struct Drawn {
    pub paper: Paper,
    session: Session,
    announcer: Announcer,
    /// The keeper holds a drawn secret that opens nothing yet.
    waits: StoredValue<bool>,
}

impl Drawn {
    /// Nothing is drawn yet.
    pub fn new() -> Self {
        let (session, announcer) = (expect_session(), expect_announcer());
        let drawn = Self { paper: Paper::new(), session, announcer, waits: StoredValue::new(false) };
        on_cleanup(move || drawn.leave());
        drawn
    }

    /// Draws one, and lays it down. True when there is a sheet already, whose place it would take.
    pub async fn draw(self) -> Result<bool, Failure> {
        let outcome = self.session.keeper.ask(Request::DrawSheet).await?;
        let Reply::Sheet(sheet) = outcome else { return Err(Failure::KeeperDied) };
        // Whoever asked may be gone: then nobody has seen it.
        if self.waits.try_set_value(true).is_some() {
            self.session.keeper.tell(Request::DropSheet);
            return Err(Failure::Cancelled);
        }
        match self.paper.lay(sheet.secret) {
            true => Ok(sheet.replaces),
            false => Err(Failure::RandomnessUnavailable),
        }
    }

    /// It works from here on: it leaves the screen, and nothing is forgotten any more.
    pub fn works(self) {
        self.waits.try_set_value(false);
        self.paper.burn();
    }

    /// It is not wanted.
    pub async fn drop_it(self) -> Result<(), Failure> {
        self.session.keeper.ask(Request::DropSheet).await?;
        self.works();
        Ok(())
    }

    fn leave(self) {
        if self.waits.try_get_value() == Some(true) {
            self.session.keeper.tell(Request::DropSheet);
            if self.session.stage.is_open_now() {
                self.announcer.say(say!(sheet.dropped));
            }
        }
    }
}
