//! What I track.

use leptos::prelude::*;

use crate::screen::components::{group, heading};
use crate::screen::words::say;

/// What I track.
pub fn tracking() -> AnyView {
    group([heading(say!(tracking.title))])
}
