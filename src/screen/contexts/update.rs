//! Whether a newer version of the app waits, and whether that was put off.

use leptos::prelude::*;

use crate::screen::browser::update::{self, Newer};

/// A newer version, if there is one.
#[derive(Clone, Copy)]
pub struct Update {
    newer: RwSignal<Newer>,
    put_off: RwSignal<bool>,
}

/// Provides it.
pub fn provide_update() -> Update {
    let context = Update { newer: RwSignal::new(update::newer()), put_off: RwSignal::new(false) };
    update::on_change(move || context.newer.set(update::newer()));
    provide_context(context);
    context
}

/// The newer version.
pub fn expect_update() -> Update {
    expect_context()
}

impl Update {
    /// What changed, if something is to be said at all.
    pub fn to_tell(self) -> Option<Vec<String>> {
        match self.newer.get() {
            _ if self.put_off.get() => None,
            Newer::None => None,
            Newer::Waiting(news) => Some(news),
            Newer::Taken => Some(Vec::new()),
        }
    }

    /// Whether another tab has loaded it, so that this page is of the version before.
    pub fn is_taken(self) -> bool {
        self.newer.get() == Newer::Taken
    }

    /// Not now: nothing is said of it until the page is loaded again.
    pub fn put_off(self) {
        self.put_off.set(true);
    }
}
