//! When the app was touched last, how long it has been out of sight, or covered because it sent somebody out itself, and
//! whether the countdown is on.

use leptos::prelude::*;
use rules::{Away, Moment, elapsed_ms};

use crate::screen::browser::clock;

/// The clock of rest.
#[derive(Clone, Copy)]
pub struct RestClock {
    touched: StoredValue<Moment, LocalStorage>,
    hidden: StoredValue<Option<Moment>, LocalStorage>,
    ending: RwSignal<Option<u8>>,
    out: RwSignal<Option<Moment>>,
}

/// Provides it.
pub fn provide_rest_clock() -> RestClock {
    let clock = RestClock {
        touched: StoredValue::new_local(clock::moment()),
        hidden: StoredValue::new_local(None),
        ending: RwSignal::new(None),
        out: RwSignal::new(None),
    };
    provide_context(clock);
    clock
}

impl RestClock {
    /// Somebody is here. Whoever may come too late asks first, by `locks::touch`.
    pub fn touch(self) {
        self.touched.set_value(clock::moment());
        self.set_ending(None);
    }

    /// How long nobody has been there.
    pub fn away(self) -> Away {
        let now = clock::moment();
        let since = |then: Option<Moment>| then.map(|then| elapsed_ms(then, now));
        Away {
            rested_ms: elapsed_ms(self.touched.get_value(), now),
            hidden_ms: since(self.hidden.get_value()),
            out_ms: since(self.out.get_untracked()),
        }
    }

    /// The page went out of sight, or came back.
    pub fn set_hidden(self, hidden: bool) {
        self.hidden.set_value(hidden.then(clock::moment));
    }

    /// The app itself sends somebody out: until they are back it is covered.
    pub fn go_out(self) {
        self.touch();
        self.out.set(Some(clock::moment()));
    }

    /// They are back, or it is locked.
    pub fn come_back(self) {
        self.touch();
        if self.is_out_now() {
            self.out.set(None);
        }
    }

    /// Whether somebody is out.
    pub fn is_out(self) -> bool {
        self.out.with(Option::is_some)
    }

    /// The same, once.
    pub fn is_out_now(self) -> bool {
        self.out.with_untracked(Option::is_some)
    }

    /// Seconds left, while the countdown is on.
    pub fn ending(self) -> Option<u8> {
        self.ending.get()
    }

    /// Shows the countdown at this second, or takes it away.
    pub fn set_ending(self, seconds: Option<u8>) {
        if self.ending.get_untracked() != seconds {
            self.ending.set(seconds);
        }
    }
}
