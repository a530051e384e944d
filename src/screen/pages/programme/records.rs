//! What there is of one kind, asked again whenever the journal changes; and what one tap writes.

use keeper::protocol::{Base, Draft, EntryRead, Failure, Id, OneKind, Reply, Request, RowKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::components::failure_note;
use crate::screen::contexts::{Announcer, expect_announcer, expect_open_journal};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::words::say;

const DAY_S: i64 = 86_400;

/// One record.
#[derive(Clone, PartialEq)]
pub struct Own<S> {
    pub id: Id,
    pub base: Base,
    pub words: S,
}

/// All there are, newest first; nothing until they are there.
pub struct Loaded<S: OneKind> {
    found: RwSignal<Vec<Own<S>>>,
    failure: RwSignal<Option<Failure>>,
}

impl<S: OneKind> Clone for Loaded<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: OneKind> Copy for Loaded<S> {}

impl<S: OneKind> Loaded<S> {
    /// All of the kind, for as long as the owner of what calls this lives.
    pub fn all() -> Self {
        Self::by(move || Request::All { kind: kind::<S>() })
    }

    /// Those that happened since a civil day, give or take a day.
    pub fn since(day: i32) -> Self {
        let from_s = i64::from(day - 1) * DAY_S;
        Self::by(move || Request::Between { kind: kind::<S>(), from_s, to_s: i64::MAX })
    }

    fn by(request: impl Fn() -> Request + 'static) -> Self {
        let (keeper, journal) = (expect_keeper(), expect_open_journal());
        let loaded = Self { found: RwSignal::new(Vec::new()), failure: RwSignal::new(None) };
        // What the keeper holds is the outside world: asked again whenever it says that something changed.
        Effect::new(move || {
            journal.changed();
            let request = request();
            spawn_local(async move {
                match keeper.ask(request).await {
                    Ok(Reply::All(read)) => loaded.take(read.into_iter().filter_map(of_read).collect()),
                    Ok(_) => {}
                    Err(failure) => drop(loaded.failure.try_set(Some(failure))),
                }
            });
        });
        loaded
    }

    fn take(self, all: Vec<Own<S>>) {
        self.failure.try_set(None);
        if self.found.try_with_untracked(|known| *known != all) == Some(true) {
            self.found.set(all);
        }
    }

    /// Looks at them.
    pub fn with<T>(self, look: impl FnOnce(&[Own<S>]) -> T) -> T {
        self.found.with(|found| look(found))
    }

    /// The one of that id, now.
    pub fn one(self, id: Id) -> Option<Own<S>> {
        self.found.with_untracked(|found| found.iter().find(|own| own.id == id).cloned())
    }

    /// Whether something is true of the one of that id.
    pub fn is(self, id: Id, look: impl FnOnce(&S) -> bool) -> bool {
        self.with(|found| found.iter().find(|own| own.id == id).is_some_and(|own| look(&own.words)))
    }

    /// Why they could not be read.
    pub fn failure_note(self) -> AnyView {
        failure_note(move || self.failure.get())
    }
}

fn kind<S: OneKind>() -> RowKind {
    S::default().written().kind()
}

fn of_read<S: OneKind>(read: EntryRead) -> Option<Own<S>> {
    let words = S::of(read.wordings.into_iter().next()?)?;
    Some(Own { id: read.id, base: read.base, words })
}

/// What one tap writes. One at a time.
#[derive(Clone, Copy)]
pub struct Taps {
    keeper: Keeper,
    announcer: Announcer,
    failure: RwSignal<Option<Failure>>,
    under_way: StoredValue<bool>,
}

impl Taps {
    /// For a page or card.
    pub fn expect() -> Self {
        Self {
            keeper: expect_keeper(),
            announcer: expect_announcer(),
            failure: RwSignal::new(None),
            under_way: StoredValue::new(false),
        }
    }

    /// Writes a new record.
    pub fn note<S: OneKind>(self, words: S) {
        let keeper = self.keeper;
        self.run(async move {
            save(keeper, Request::BeginEntry, Base::default(), words).await?;
            Ok(say!(editor.saved))
        });
    }

    /// Changes one.
    pub fn change<S: OneKind>(self, own: Own<S>) {
        self.change_all(vec![own]);
    }

    /// Changes some, one after the other.
    pub fn change_all<S: OneKind>(self, all: Vec<Own<S>>) {
        let keeper = self.keeper;
        self.run(async move {
            for own in all {
                save(keeper, Request::BeginEdit { id: own.id }, own.base, own.words).await?;
            }
            Ok(say!(editor.saved))
        });
    }

    /// Takes back what was noted.
    pub fn take_back(self, ids: Vec<Id>) {
        let keeper = self.keeper;
        self.run(async move {
            for id in ids {
                keeper.ask(Request::Delete { id }).await?;
            }
            Ok(say!(entry.undone))
        });
    }

    fn run(self, write: impl Future<Output = Result<&'static str, Failure>> + 'static) {
        if self.under_way.get_value() {
            return;
        }
        self.under_way.set_value(true);
        spawn_local(async move {
            let outcome = write.await;
            self.under_way.try_set_value(false);
            match outcome {
                Ok(words) => {
                    self.announcer.say(words);
                    self.failure.try_set(None);
                }
                Err(why) => drop(self.failure.try_set(Some(why))),
            }
        });
    }

    /// Why it could not be written.
    pub fn failure_note(self) -> AnyView {
        failure_note(move || self.failure.get())
    }
}

async fn save<S: OneKind>(keeper: Keeper, begin: Request, base: Base, words: S) -> Result<(), Failure> {
    let Reply::Begun { id, draft_id } = keeper.ask(begin).await? else { return Err(Failure::NotFound) };
    keeper.ask(Request::Save(Draft { draft_id, id, base, text: words.written() })).await?;
    Ok(())
}
