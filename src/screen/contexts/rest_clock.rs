//! When the app was touched last, how long it has been hidden or away on a call, and whether the countdown is on.

use leptos::prelude::*;
use rules::{Moment, elapsed_ms};

use crate::screen::browser::clock;

/// The clock of rest.
#[derive(Clone, Copy)]
pub struct RestClock {
    touched: StoredValue<Moment, LocalStorage>,
    hidden: StoredValue<Option<Moment>, LocalStorage>,
    /// The app itself opened what may hide it: a chooser, the microphone's question.
    outside: StoredValue<bool>,
    ending: RwSignal<Option<u8>>,
    out: RwSignal<Option<Moment>>,
}

/// Provides it.
pub fn provide_rest_clock() -> RestClock {
    let clock = RestClock {
        touched: StoredValue::new_local(clock::moment()),
        hidden: StoredValue::new_local(None),
        outside: StoredValue::new(false),
        ending: RwSignal::new(None),
        out: RwSignal::new(None),
    };
    provide_context(clock);
    clock
}

impl RestClock {
    /// Somebody is here.
    pub fn touch(self) {
        self.touched.set_value(clock::moment());
        self.outside.set_value(false);
        if self.ending.get_untracked().is_some() {
            self.ending.set(None);
        }
    }

    /// The app itself opens what may hide the page, until somebody touches it again.
    pub fn went_outside(self) {
        self.touch();
        self.outside.set_value(true);
    }

    /// Whether that is why the page is hidden.
    pub fn is_outside(self) -> bool {
        self.outside.get_value()
    }

    /// Milliseconds since somebody was here.
    pub fn rested_ms(self) -> f64 {
        elapsed_ms(self.touched.get_value(), clock::moment())
    }

    /// The page went out of sight, or came back.
    pub fn set_hidden(self, hidden: bool) {
        self.hidden.set_value(hidden.then(clock::moment));
    }

    /// Milliseconds out of sight.
    pub fn hidden_ms(self) -> Option<f64> {
        self.hidden.get_value().map(|since| elapsed_ms(since, clock::moment()))
    }

    /// The app itself sends somebody out, to a call or a message: until they are back it is covered.
    pub fn go_out(self) {
        self.set_ending(None);
        self.out.set(Some(clock::moment()));
    }

    /// They are back, or it is locked.
    pub fn come_back(self) {
        self.touch();
        if self.out.get_untracked().is_some() {
            self.out.set(None);
        }
    }

    /// Whether somebody is out.
    pub fn is_out(self) -> bool {
        self.out.with(Option::is_some)
    }

    /// Milliseconds since they went out.
    pub fn out_ms(self) -> Option<f64> {
        self.out.get_untracked().map(|since| elapsed_ms(since, clock::moment()))
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
