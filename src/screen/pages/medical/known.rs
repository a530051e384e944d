//! What the keeper holds of medical care: asked for whenever the journal changes, and once for a single tap.

use std::future::Future;

use keeper::protocol::support::medical::{DoseWords, MedicineWords};
use keeper::protocol::{EntryRead, Failure, Id, OneKind, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::clock;
use crate::screen::components::{failed, follow};
use crate::screen::contexts::expect_open_journal;
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::pages::waiting::quiet;
use crate::screen::words::say;

const DAY_S: i64 = 86_400;

/// A record and its words.
#[derive(Clone, PartialEq)]
pub struct Known<S> {
    pub id: Id,
    pub words: S,
}

/// All records of a kind, newest first.
///
/// # Errors
/// The keeper's.
pub async fn all<S: OneKind>(keeper: Keeper) -> Result<Vec<Known<S>>, Failure> {
    asked(keeper, Request::All { kind: S::default().written().kind() }).await
}

/// Those of so many days back and ahead, newest first.
///
/// # Errors
/// The keeper's.
pub async fn around<S: OneKind>(keeper: Keeper, back: i64, ahead: i64) -> Result<Vec<Known<S>>, Failure> {
    let now = clock::local_now().second;
    let kind = S::default().written().kind();
    asked(keeper, Request::Between { kind, from_s: now - back * DAY_S, to_s: now + ahead * DAY_S }).await
}

async fn asked<S: OneKind>(keeper: Keeper, request: Request) -> Result<Vec<Known<S>>, Failure> {
    match keeper.ask(request).await? {
        Reply::All(all) => Ok(all.into_iter().filter_map(known).collect()),
        _ => Ok(Vec::new()),
    }
}

fn known<S: OneKind>(read: EntryRead) -> Option<Known<S>> {
    let words = S::of(read.wordings.into_iter().next()?)?;
    Some(Known { id: read.id, words })
}

/// Medicines, and the doses of the last days.
#[derive(Clone, PartialEq)]
pub struct Medicines {
    /// Medicines and naloxone at hand, newest first.
    pub all: Vec<Known<MedicineWords>>,
    /// Doses, newest first.
    pub doses: Vec<Known<DoseWords>>,
}

impl Medicines {
    /// Asks the keeper; doses of so many days back.
    ///
    /// # Errors
    /// The keeper's.
    pub async fn ask(keeper: Keeper, back: i64) -> Result<Self, Failure> {
        Ok(Self { all: all(keeper).await?, doses: around(keeper, back, 2).await? })
    }

    /// The doses of one medicine.
    pub fn doses_of(&self, id: Id) -> Vec<&Known<DoseWords>> {
        self.doses.iter().filter(|dose| dose.words.medicine == id).collect()
    }
}

/// What was asked for, once it is there.
pub type Found<T> = RwSignal<Option<Result<T, Failure>>>;

/// Asks now and again whenever the journal changes.
pub fn watched<T, F>(ask: impl Fn(Keeper) -> F + 'static) -> Found<T>
where
    T: PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, Failure>> + 'static,
{
    let (keeper, journal) = (expect_keeper(), expect_open_journal());
    let found = RwSignal::new(None);
    // What the keeper holds is the outside world: asked again whenever it says that something changed.
    Effect::new(move || {
        journal.changed();
        let asked = ask(keeper);
        spawn_local(async move {
            let outcome = Some(asked.await);
            if found.try_with_untracked(|found| *found != outcome) == Some(true) {
                found.set(outcome);
            }
        });
    });
    found
}

/// The piece of what was found; until then a quiet line.
pub fn shown<T: Clone + Send + Sync + 'static>(found: Found<T>, piece: fn(T) -> AnyView) -> AnyView {
    follow(move || match found.get() {
        None => quiet(say!(app.opening)),
        Some(Ok(known)) => untrack(|| piece(known)),
        Some(Err(failure)) => failed(failure),
    })
}
