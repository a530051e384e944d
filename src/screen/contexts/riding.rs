//! Riding it out: since when, whether its page is in front, and nothing else. It stands outside of the open journal, so
//! that locking does not end it; the page's memory is all that holds it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{Moment, elapsed_ms};

use crate::screen::browser::clock;

/// What goes on longer was forgotten.
const LONGEST_S: u32 = 3 * 3_600;

/// A hard moment that somebody stays beside.
#[derive(Clone, Copy)]
pub struct Riding {
    since: RwSignal<Option<Moment>>,
    seconds: RwSignal<u32>,
    in_front: StoredValue<bool>,
}

/// Provides it.
pub fn provide_riding() -> Riding {
    let riding =
        Riding { since: RwSignal::new(None), seconds: RwSignal::new(0), in_front: StoredValue::new(false) };
    provide_context(riding);
    riding
}

/// It.
pub fn expect_riding() -> Riding {
    expect_context()
}

impl Riding {
    /// Begins, unless it has begun.
    pub fn begin(self) {
        if self.since.get_untracked().is_none() {
            self.seconds.set(0);
            self.since.set(Some(clock::moment()));
        }
    }

    /// Ends.
    pub fn end(self) {
        self.in_front.set_value(false);
        if self.since.get_untracked().is_some() {
            self.since.set(None);
        }
    }

    /// Whether it goes on.
    pub fn is_on(self) -> bool {
        self.since.with(Option::is_some)
    }

    /// Whether it goes on and its page stood in front, so that it is come back to.
    pub fn is_in_front_now(self) -> bool {
        self.in_front.get_value() && self.since.with_untracked(Option::is_some)
    }

    /// Says whether its page stands in front.
    pub fn set_in_front(self, in_front: bool) {
        self.in_front.set_value(in_front);
    }

    /// When it began, s since 1970 UTC.
    pub fn began_at_s(self) -> Option<i64> {
        self.since.with_untracked(|since| since.map(|since| (since.wall_ms / 1_000.0) as i64))
    }

    /// Seconds so far. Followed, it counts up while somebody [keeps time](Self::keep_time).
    pub fn seconds(self) -> u32 {
        self.seconds.get()
    }

    /// Looks at the clock once a second, for as long as the owner of what calls this lives.
    pub fn keep_time(self) {
        let alive = StoredValue::new(());
        self.look();
        spawn_local(async move {
            while alive.try_get_value().is_some() {
                self.look();
                link::wait(1_000).await;
            }
        });
    }

    fn look(self) {
        let Some(since) = self.since.get_untracked() else { return };
        let seconds = (elapsed_ms(since, clock::moment()) / 1_000.0) as u32;
        if seconds >= LONGEST_S {
            return self.end();
        }
        if self.seconds.get_untracked() != seconds {
            self.seconds.set(seconds);
        }
    }
}
