//! Reminders that reveal nothing.

use leptos::prelude::*;

use crate::screen::components::{group, heading};
use crate::screen::words::say;

/// Reminders that reveal nothing.
pub fn reminders() -> AnyView {
    group([heading(say!(reminders.title))])
}
