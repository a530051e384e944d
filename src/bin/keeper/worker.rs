//! The queue: writes one at a time in order, reads between; drafts sealed when due; one reply to each request.

use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_util::{StreamExt, future::abortable};
use keeper::{
    Keeper,
    protocol::{BUILD, Failure, FromKeeper, PROTOCOL, Reply, Request, ToKeeper},
};
use link::{Scope, decode, encode, report_panics, wait};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use store::{MemoryShelf, is_memory_name};
use wasm_bindgen_futures::spawn_local;

use crate::{
    deriver::{Deriver, ReadyDeriver},
    host::{Abortable, Browser},
    later,
    neighbours::Neighbours,
};

/// Work that must run alone and in order.
enum Job {
    Answer { number: u32, request: Box<Request> },
    SealDrafts,
    LookAgain,
}

struct Worker {
    scope: Scope,
    keeper: Rc<Keeper<Browser>>,
    jobs: UnboundedSender<Job>,
    abortable: Abortable,
    ready: ReadyDeriver,
    /// Journals that rest in this worker alone.
    memory: MemoryShelf,
    neighbours: RefCell<Option<Neighbours>>,
    awaits_drafts: Cell<bool>,
}

/// Listens until the journal is locked.
pub fn run(scope: Scope) {
    report_panics(|file, line| {
        if let Some(scope) = Scope::of_this_worker() {
            scope.post(&encode(&FromKeeper::Died { file: file.to_owned(), line }));
            scope.close();
        }
    });
    let (jobs, waiting) = unbounded();
    let abortable = Abortable::default();
    let ready = ReadyDeriver::default();
    let memory = MemoryShelf::new();
    let browser = Browser::new(scope.clone(), memory.clone(), Rc::clone(&abortable), Rc::clone(&ready));
    let keeper = Rc::new(Keeper::new(browser));
    let worker = Rc::new(Worker {
        scope: scope.clone(),
        keeper,
        jobs,
        abortable,
        ready,
        memory,
        neighbours: RefCell::default(),
        awaits_drafts: Cell::new(false),
    });
    spawn_local(Rc::clone(&worker).work(waiting));
    spawn_local(later::fetch_ahead());
    scope.listen(move |message| {
        if let Some(message) = decode::<ToKeeper>(&message) {
            Rc::clone(&worker).receive(message);
        }
    });
}

impl Worker {
    fn post(&self, message: &FromKeeper) {
        self.scope.post(&encode(message));
    }

    fn receive(self: Rc<Self>, message: ToKeeper) {
        match message {
            ToKeeper::Hello { .. } => {
                self.post(&FromKeeper::Hello { protocol: PROTOCOL, build: BUILD.to_owned() });
            }
            ToKeeper::Cancel { number } => {
                if let Some(handle) = self.abortable.borrow_mut().remove(&number) {
                    handle.abort();
                }
            }
            ToKeeper::Ask { number, request } if request.is_write() => {
                let _ = self.jobs.unbounded_send(Job::Answer { number, request: Box::new(request) });
            }
            ToKeeper::Ask { number, request } => spawn_local(async move {
                let posted_draft = matches!(request, Request::PostDraft(_));
                let finds = matches!(request, Request::Find { .. });
                self.answer(number, request).await;
                if finds {
                    // A passphrase is typed next. One that does not start is started anew when it is needed.
                    *self.ready.borrow_mut() = Deriver::start(&self.scope).ok();
                }
                if posted_draft {
                    self.seal_when_due().await;
                }
            }),
        }
    }

    async fn work(self: Rc<Self>, mut waiting: UnboundedReceiver<Job>) {
        while let Some(job) = waiting.next().await {
            match job {
                Job::Answer { number, request } => {
                    let locks = matches!(*request, Request::Lock);
                    let opened = self.answer(number, *request).await;
                    if opened {
                        Rc::clone(&self).begin_watching();
                    }
                    if locks {
                        self.neighbours.take();
                        self.end();
                    }
                }
                // Both tell the screen themselves of what they did and of what went wrong.
                Job::SealDrafts => {
                    drop(later::seal_drafts(Rc::clone(&self.keeper)).await);
                    let worker = Rc::clone(&self);
                    spawn_local(async move { worker.seal_when_due().await });
                }
                Job::LookAgain => drop(later::refresh(Rc::clone(&self.keeper)).await),
            }
        }
    }

    /// Answers a request; says whether a journal was opened by it.
    async fn answer(&self, number: u32, request: Request) -> bool {
        let (changes, gives_up) = (request.changes_journal(), request.can_be_given_up());
        let reseals = matches!(request, Request::Reseal { .. });
        let (answering, handle) = abortable(later::answer(Rc::clone(&self.keeper), number, request));
        if gives_up {
            self.abortable.borrow_mut().insert(number, handle);
        }
        let outcome = answering.await.unwrap_or(Err(Failure::Cancelled));
        self.abortable.borrow_mut().remove(&number);
        let opened = matches!(outcome, Ok(Reply::Opened(_)));
        if changes
            && outcome.is_ok()
            && let Some(neighbours) = &*self.neighbours.borrow()
        {
            neighbours.tell();
        }
        if reseals && outcome == Err(Failure::Cancelled) {
            let keeper = Rc::clone(&self.keeper);
            // What stays is swept after the next opening.
            spawn_local(async move { drop(later::sweep(keeper).await) });
        }
        self.post(&FromKeeper::Reply { number, outcome });
        opened
    }

    /// After locking: ends this worker, and with it everything it ever held, unless a journal rests in its memory
    /// alone, sealed.
    fn end(&self) {
        if self.memory.is_empty() {
            self.scope.close();
        }
    }

    /// After opening: listen to other tabs, and check every row in the background.
    fn begin_watching(self: Rc<Self>) {
        let jobs = self.jobs.clone();
        let name = self.keeper.open_name().unwrap_or_default();
        // A journal in memory is in no other tab.
        *self.neighbours.borrow_mut() = match is_memory_name(&name) {
            true => None,
            false => Neighbours::join(&name, move || drop(jobs.unbounded_send(Job::LookAgain))),
        };
        let worker = Rc::clone(&self);
        spawn_local(async move {
            // A store that fails here fails the next request too, and is told of there.
            let _ = later::check(Rc::clone(&worker.keeper)).await;
        });
    }

    /// Waits for drafts to be due and has them sealed; one such wait at a time. A draft that could not be sealed is
    /// due again later.
    async fn seal_when_due(&self) {
        if self.awaits_drafts.replace(true) {
            return;
        }
        while let Some(due) = self.keeper.drafts_due_in_ms() {
            if due == 0 {
                let _ = self.jobs.unbounded_send(Job::SealDrafts);
                break;
            }
            wait(u32::try_from(due).unwrap_or(u32::MAX)).await;
        }
        self.awaits_drafts.set(false);
    }
}
