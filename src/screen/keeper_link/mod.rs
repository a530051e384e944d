//! The one door to the keeper: starts it, asks it, hears its events, notices when it is gone, and ends it. What is
//! asked and answered is `keeper::protocol`.

mod line;
mod watch;

use std::cell::RefCell;
use std::rc::Rc;

use keeper::protocol::{Event, Failure, Reply, Request, Stage, ToKeeper};
use leptos::prelude::*;
use line::Line;

/// How the keeper is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// Not asked for, or on its way.
    Starting,
    /// Answers.
    Alive,
    /// Was alive and is gone.
    Dead,
    /// Could not be started at all.
    Absent,
    /// Speaks another version.
    OtherVersion,
}

/// How far a long request has come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub stage: Stage,
    pub done: u32,
    pub total: u32,
}

/// The keeper, for every part of the screen.
#[derive(Clone, Copy)]
pub struct Keeper {
    line: StoredValue<Rc<RefCell<Line>>, LocalStorage>,
    health: RwSignal<Health>,
    progress: RwSignal<Option<Progress>>,
}

/// Provides the keeper to the screen; `on_event` hears all its events.
pub fn provide_keeper(on_event: Rc<dyn Fn(Event)>) -> Keeper {
    let (health, progress) = (RwSignal::new(Health::Starting), RwSignal::new(None));
    let line = Line::new(health, progress, on_event);
    let keeper = Keeper { line: StoredValue::new_local(line), health, progress };
    provide_context(keeper);
    keeper
}

/// The keeper.
pub fn expect_keeper() -> Keeper {
    expect_context()
}

impl Keeper {
    /// Starts a keeper, and ends the one before.
    pub fn start(self) {
        line::start(&self.line());
    }

    /// Ends the keeper and its memory at once.
    pub fn end(self) {
        line::end(&self.line(), Failure::Locked);
        self.health.set(Health::Starting);
    }

    /// Asks, and waits for the one reply.
    pub async fn ask(self, request: Request) -> Result<Reply, Failure> {
        let reply = line::ask(&self.line(), request);
        reply.await.unwrap_or(Err(Failure::KeeperDied))
    }

    /// Says something whose reply nobody waits for.
    pub fn tell(self, request: Request) {
        drop(line::ask(&self.line(), request));
    }

    /// Gives up the request that reports progress.
    pub fn cancel_long_request(self) {
        let line = self.line();
        let line = line.borrow();
        if let Some(number) = line.reporting {
            line.post(&ToKeeper::Cancel { number });
        }
    }

    /// Whether it has stopped.
    pub fn is_dead_now(self) -> bool {
        self.health.get_untracked() == Health::Dead
    }

    /// How it is.
    pub fn health(self) -> Health {
        self.health.get()
    }

    /// How far the long request has come; `None` when there is none.
    pub fn progress(self) -> Option<Progress> {
        self.progress.get()
    }

    fn line(self) -> Rc<RefCell<Line>> {
        self.line.get_value()
    }
}
