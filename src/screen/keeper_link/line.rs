//! One keeper's worker and what has been asked of it. Every request has a number and gets exactly one reply, from the
//! keeper or, when it is gone, from here.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use futures_channel::oneshot;
use keeper::protocol::{BUILD, Event, Failure, FromKeeper, PROTOCOL, Reply, Request, ToKeeper};
use leptos::prelude::*;
use link::{WorkerLink, decode, encode};

use super::{Health, Progress};
use crate::screen::browser::files;

type Outcome = Result<Reply, Failure>;

/// The worker and the open questions.
pub struct Line {
    worker: Option<WorkerLink>,
    /// What was asked before the two versions were compared.
    early: Vec<ToKeeper>,
    asked: BTreeMap<u32, oneshot::Sender<Outcome>>,
    next: u32,
    /// Which start this is: what an earlier worker or watch still says is not heard.
    pub(super) start: u32,
    /// Signs of life since the watch looked last.
    pub(super) signs: u32,
    pub(super) reporting: Option<u32>,
    health: RwSignal<Health>,
    progress: RwSignal<Option<Progress>>,
    on_event: Rc<dyn Fn(Event)>,
}

impl Line {
    pub fn new(
        health: RwSignal<Health>,
        progress: RwSignal<Option<Progress>>,
        on_event: Rc<dyn Fn(Event)>,
    ) -> Rc<RefCell<Self>> {
        Rc::new(RefCell::new(Self {
            worker: None,
            early: Vec::new(),
            asked: BTreeMap::new(),
            next: 1,
            start: 0,
            signs: 0,
            reporting: None,
            health,
            progress,
            on_event,
        }))
    }

    /// Whether anything is asked, or the worker has not said its version yet.
    pub(super) fn awaits_something(&self) -> bool {
        self.worker.is_some() && (!self.asked.is_empty() || self.is_starting())
    }

    pub(super) fn is_starting(&self) -> bool {
        self.health.try_get_untracked() == Some(Health::Starting)
    }

    pub(super) fn post(&self, message: &ToKeeper) {
        if let Some(worker) = &self.worker {
            worker.post(encode(message));
        }
    }
}

/// Starts a worker; the one before is ended.
pub fn start(line: &Rc<RefCell<Line>>) {
    end(line, Failure::KeeperDied);
    let number = {
        let mut line = line.borrow_mut();
        line.start += 1;
        line.signs = 0;
        line.start
    };
    line.borrow().health.set(Health::Starting);
    let (hearing, failing) = (Rc::downgrade(line), Rc::downgrade(line));
    let worker = WorkerLink::start(
        &files::address(&["keeper"]),
        "keeper",
        move |bytes| {
            if let Some(line) = hearing.upgrade().filter(|line| line.borrow().start == number) {
                hear(&line, &bytes);
            }
        },
        move || {
            if let Some(line) = failing.upgrade().filter(|line| line.borrow().start == number) {
                give_up(&line);
            }
        },
    );
    match worker {
        Ok(worker) => {
            worker.post(encode(&ToKeeper::Hello { protocol: PROTOCOL, build: BUILD.into() }));
            line.borrow_mut().worker = Some(worker);
            super::watch::watch(line, number);
        }
        Err(_) => line.borrow().health.set(Health::Absent),
    }
}

/// Ends the worker; whoever still waits is told `why`.
pub fn end(line: &Rc<RefCell<Line>>, why: Failure) {
    let (worker, asked) = {
        let mut line = line.borrow_mut();
        line.start += 1;
        line.early.clear();
        line.reporting = None;
        (line.worker.take(), core::mem::take(&mut line.asked))
    };
    line.borrow().progress.set(None);
    drop(worker);
    for waiting in asked.into_values() {
        let _ = waiting.send(Err(why.clone()));
    }
}

/// The worker is gone, or never came.
pub(super) fn give_up(line: &Rc<RefCell<Line>>) {
    let health = if line.borrow().is_starting() { Health::Absent } else { Health::Dead };
    end(line, Failure::KeeperDied);
    line.borrow().health.set(health);
}

/// Asks; the reply comes through the channel.
pub fn ask(line: &Rc<RefCell<Line>>, request: Request) -> oneshot::Receiver<Outcome> {
    let (sender, receiver) = oneshot::channel();
    let mut line = line.borrow_mut();
    if line.worker.is_none() {
        let _ = sender.send(Err(Failure::KeeperDied));
        return receiver;
    }
    let number = line.next;
    line.next += 1;
    line.asked.insert(number, sender);
    let message = ToKeeper::Ask { number, request };
    if line.is_starting() {
        line.early.push(message);
    } else {
        line.post(&message);
    }
    receiver
}

fn hear(line: &Rc<RefCell<Line>>, bytes: &[u8]) {
    line.borrow_mut().signs += 1;
    match decode(bytes) {
        Some(FromKeeper::Hello { protocol: PROTOCOL, build }) if build == BUILD => agree(line),
        // First bytes that are no message come from a keeper of another version; later ones from one that is ill.
        None if !line.borrow().is_starting() => give_up(line),
        Some(FromKeeper::Hello { .. }) | None => {
            end(line, Failure::KeeperDied);
            line.borrow().health.set(Health::OtherVersion);
        }
        Some(FromKeeper::Reply { number, outcome }) => reply(line, number, outcome),
        Some(FromKeeper::Progress { number, stage, done, total }) => {
            line.borrow_mut().reporting = Some(number);
            line.borrow().progress.set(Some(Progress { stage, done, total }));
        }
        Some(FromKeeper::Event(event)) => {
            let on_event = Rc::clone(&line.borrow().on_event);
            on_event(event);
        }
        Some(FromKeeper::Beat) => {}
        Some(FromKeeper::Died { .. }) => give_up(line),
    }
}

fn agree(line: &Rc<RefCell<Line>>) {
    line.borrow().health.set(Health::Alive);
    let early = core::mem::take(&mut line.borrow_mut().early);
    for message in &early {
        line.borrow().post(message);
    }
}

fn reply(line: &Rc<RefCell<Line>>, number: u32, outcome: Outcome) {
    let waiting = {
        let mut line = line.borrow_mut();
        if line.reporting == Some(number) {
            line.reporting = None;
            line.progress.set(None);
        }
        line.asked.remove(&number)
    };
    if let Some(waiting) = waiting {
        // Whoever asked may be gone: the reply is dropped with its words.
        let _ = waiting.send(outcome);
    }
}
