//! Urges: the list of them, what helps, and the way into riding one out.

use leptos::prelude::*;

use crate::screen::components::{group, heading};
use crate::screen::words::say;

/// Urges.
pub fn urges() -> AnyView {
    group([heading(say!(urges.title))])
}
