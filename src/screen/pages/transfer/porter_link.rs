//! The porter, as the pages of import and export see it: started for one file, asked one thing at a time, ended with the
//! page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use exchange::porter::{FromPorter, ToPorter};
use futures_channel::oneshot;
use futures_util::future::{Either, select};
use link::{WorkerLink, decode, encode};
use web_sys::Blob;

use crate::screen::browser::files;

/// So long without a word, and it is gone.
const PATIENCE_MS: u32 = 60_000;

/// A running porter.
#[derive(Clone)]
pub(super) struct Porter(Rc<Inner>);

#[derive(Default)]
struct Inner {
    worker: RefCell<Option<WorkerLink>>,
    waiting: RefCell<Option<oneshot::Sender<FromPorter>>>,
    /// Something was heard since it was last looked at.
    heard: Cell<bool>,
}

impl Porter {
    /// Starts one with a file in its hand, or none; `None` where the browser refuses.
    pub(super) fn start(file: Option<&Blob>, on_progress: impl Fn(u32, u32) + 'static) -> Option<Self> {
        let porter = Self(Rc::default());
        let (hearing, failing) = (Rc::downgrade(&porter.0), Rc::downgrade(&porter.0));
        let hear = move |bytes: Vec<u8>| {
            let Some(inner) = hearing.upgrade() else { return };
            inner.heard.set(true);
            match decode(&bytes) {
                Some(FromPorter::Progress { done, total }) => on_progress(done, total),
                Some(FromPorter::Died) | None => drop(inner.waiting.take()),
                Some(said) => {
                    if let Some(waiting) = inner.waiting.take() {
                        let _ = waiting.send(said);
                    }
                }
            }
        };
        let fail = move || drop(failing.upgrade().map(|inner| inner.waiting.take()));
        let worker = WorkerLink::start(&files::address(&["porter"]), "porter", hear, fail).ok()?;
        if let Some(file) = file {
            worker.post_file(file);
        }
        porter.0.worker.replace(Some(worker));
        Some(porter)
    }

    /// Asks, and waits for the answer; `None` once it is gone.
    pub(super) async fn ask(&self, asked: ToPorter) -> Option<FromPorter> {
        let (sender, mut receiver) = oneshot::channel();
        self.0.waiting.replace(Some(sender));
        self.0.worker.borrow().as_ref()?.post(encode(&asked));
        loop {
            self.0.heard.set(false);
            match select(receiver, Box::pin(link::wait(PATIENCE_MS))).await {
                Either::Left((answer, _)) => return answer.ok(),
                Either::Right((_, still)) if self.0.heard.get() => receiver = still,
                Either::Right(_) => return None,
            }
        }
    }

    /// Ends it, and whoever waits for it.
    pub(super) fn end(&self) {
        drop(self.0.worker.take());
        drop(self.0.waiting.take());
    }
}
