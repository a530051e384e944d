//! Start an entry from a prompt or a template.

use leptos::prelude::*;

use crate::screen::components::{group, heading};
use crate::screen::contexts::Seed;
use crate::screen::words::say;

/// Start from.
pub fn start_from() -> AnyView {
    group([heading(say!(start_from.title))])
}

/// Template.
pub fn template(_seed: Seed) -> AnyView {
    group([heading(say!(start_from.title))])
}
