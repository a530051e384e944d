//! Time passes by the page's wall clock, which a story puts forward: nothing in a story waits for it. Workers keep the
//! true time.

use std::time::Duration;

use serde_json::json;

use crate::Page;

/// Puts the page's wall clock forward by so many milliseconds from the true time, in a script's first argument.
pub const PUT_CLOCK_FORWARD: &str = "
    const [ms] = arguments;
    window.storyNow ??= Date.now;
    Date.now = () => window.storyNow.call(Date) + ms;";

impl Page<'_> {
    /// Puts the page's wall clock forward by so much from the true time.
    pub fn put_clock_forward(&self, by: Duration) {
        self.script(PUT_CLOCK_FORWARD, vec![json!(by.as_millis() as u64)]);
    }
}
