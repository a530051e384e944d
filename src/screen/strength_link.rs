//! Asks the strength worker how hard a passphrase is to guess. The worker is started when a passphrase of one's own is
//! typed, and ended with the form.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use futures_util::future::{Either, select};
use keeper::protocol::SecretBytes;
use leptos::prelude::*;
use link::WorkerLink;
use rules::{Strength, decode_strength};
use zeroize::Zeroizing;

use super::browser::files;

/// After so long without an answer, the plain rule of length holds.
const PATIENCE_MS: u32 = 5_000;

type Waiting = Rc<RefCell<Option<oneshot::Sender<Option<Strength>>>>>;

/// The worker, once it is started.
#[derive(Clone, Copy)]
pub struct StrengthLink {
    worker: StoredValue<Option<WorkerLink>, LocalStorage>,
    waiting: StoredValue<Waiting, LocalStorage>,
}

impl StrengthLink {
    /// Nothing is started yet.
    pub fn new() -> Self {
        let waiting: Waiting = Rc::default();
        Self { worker: StoredValue::new_local(None), waiting: StoredValue::new_local(waiting) }
    }

    /// An estimate; `None` when none can be had, or when a newer question came.
    pub async fn estimate(self, passphrase: SecretBytes) -> Option<Strength> {
        self.start();
        let waiting = self.waiting.try_get_value()?;
        let (sender, receiver) = oneshot::channel();
        waiting.replace(Some(sender));
        // EXPOSE: the worker judges the passphrase itself; it has no storage and is ended with this form.
        let bytes = Zeroizing::new(passphrase.expose_into());
        self.worker.try_with_value(|worker| worker.as_ref().map(|worker| worker.post(bytes)))?;
        match select(receiver, Box::pin(link::wait(PATIENCE_MS))).await {
            Either::Left((answer, _)) => answer.ok().flatten(),
            Either::Right(_) => None,
        }
    }

    fn start(self) {
        if self.worker.with_value(Option::is_some) {
            return;
        }
        let (answering, failing) = (self.waiting.get_value(), self.waiting.get_value());
        let answer = move |bytes: Vec<u8>| tell(&answering, decode_strength(&bytes));
        let worker = WorkerLink::start(&files::address(&["strength"]), "strength", answer, move || {
            tell(&failing, None)
        });
        self.worker.set_value(worker.ok());
    }
}

fn tell(waiting: &Waiting, answer: Option<Strength>) {
    if let Some(sender) = waiting.take() {
        let _ = sender.send(answer);
    }
}
