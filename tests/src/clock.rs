//! Time passes by the page's clocks, which a story puts forward: nothing in a story waits for it. Workers keep the true
//! time.

use std::time::Duration;

use serde_json::json;

use crate::Page;

/// Puts the page's wall clock forward by so many milliseconds from the true time, in a script's first argument.
pub const PUT_CLOCK_FORWARD: &str = "
    const [ms] = arguments;
    window.storyNow ??= Date.now;
    Date.now = () => window.storyNow.call(Date) + ms;";

/// The day it is here, besides the wall clock. Moves add up.
const PUT_CALENDAR_FORWARD: &str = "
    const ms = arguments[0] * 86400000;
    const Then = Date;
    window.Date = class extends Then {
        constructor(...parts) { parts.length ? super(...parts) : super(Then.now() + ms); }
        static now() { return Then.now() + ms; }
    };";

const PUT_MONOTONIC_FORWARD: &str = "
    const [ms] = arguments;
    window.storyMonotonic ??= performance.now.bind(performance);
    performance.now = () => window.storyMonotonic() + ms;";

const HIDE: &str = "
    const [hidden] = arguments;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => hidden ? 'hidden' : 'visible' });
    document.dispatchEvent(new Event('visibilitychange'));";

const MONOTONIC: &str = "return window.storyMonotonic ? window.storyMonotonic() : performance.now()";

impl Page<'_> {
    /// Puts the page's wall clock forward by so much from the true time.
    pub fn put_clock_forward(&self, by: Duration) {
        self.set_wall_clock(i64::try_from(by.as_millis()).unwrap_or(i64::MAX));
    }

    /// Sets the page's wall clock to so many milliseconds from the true time, back or ahead.
    pub fn set_wall_clock(&self, ms: i64) {
        self.script(PUT_CLOCK_FORWARD, vec![json!(ms)]);
    }

    /// Puts the page's calendar forward by so many days, or back.
    pub fn put_calendar_forward(&self, days: i32) {
        self.script(PUT_CALENDAR_FORWARD, vec![json!(days)]);
    }

    /// Puts the page's monotonic clock forward by so much from the true time.
    pub fn put_monotonic_clock_forward(&self, by: Duration) {
        self.script(PUT_MONOTONIC_FORWARD, vec![json!(by.as_millis() as u64)]);
    }

    /// Takes the page out of sight, or brings it back, as another window in front of it does.
    pub fn hide(&self, hidden: bool) {
        self.script(HIDE, vec![json!(hidden)]);
    }

    /// Until the page has looked at its clocks: it does so once a second.
    pub fn looks_at_its_clocks(&self) {
        let clock = || self.script(MONOTONIC, Vec::new()).as_f64().expect("a clock");
        let then = clock() + 2_200.0;
        self.until("two looks of the page at its clocks", || Ok((clock() > then).then_some(())));
    }
}
