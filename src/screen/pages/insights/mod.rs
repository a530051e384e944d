//! Insights: what the records show.

use leptos::prelude::*;

use crate::screen::components::{group, heading};
use crate::screen::words::say;

/// Insights.
pub fn insights() -> AnyView {
    group([heading(say!(insights.title))])
}
