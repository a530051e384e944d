//! The porter, asked to read one questionnaire: a worker without keys, started for one file and ended with it.

use std::cell::RefCell;
use std::rc::Rc;

use exchange::porter::{FhirRefused, FhirWarning, FromPorter, ToPorter};
use futures_channel::oneshot;
use futures_util::future::{Either, select};
use keeper::protocol::support::scores::QuestionnaireWords;
use link::{WorkerLink, decode, encode};
use web_sys::File;

use crate::screen::browser::files;

/// So long without a word, and it is gone.
const PATIENCE_MS: u32 = 20_000;

/// What is in a file, and what of it cannot be used; or why it is not taken.
pub type Told = Result<(QuestionnaireWords, Vec<FhirWarning>), FhirRefused>;

/// Reads a file; `None` where no answer came.
pub async fn questionnaire(file: &File) -> Option<Told> {
    let (sender, receiver) = oneshot::channel();
    let waiting = Rc::new(RefCell::new(Some(sender)));
    let (hearing, failing) = (Rc::clone(&waiting), waiting);
    let hear = move |bytes: Vec<u8>| {
        let told = match decode(&bytes) {
            Some(FromPorter::Questionnaire(told)) => Some(told),
            _ => None,
        };
        if let Some(waiting) = hearing.take() {
            let _ = waiting.send(told);
        }
    };
    let worker =
        WorkerLink::start(&files::address(&["porter"]), "porter", hear, move || drop(failing.take())).ok()?;
    worker.post_file(file);
    worker.post(encode(&ToPorter::Questionnaire));
    match select(receiver, Box::pin(link::wait(PATIENCE_MS))).await {
        Either::Left((told, _)) => told.ok().flatten(),
        Either::Right(_) => None,
    }
}
