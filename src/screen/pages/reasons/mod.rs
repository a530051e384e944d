//! "Coming back to me": reasons in own words.

use leptos::prelude::*;

use crate::screen::components::{group, heading};
use crate::screen::contexts::Seed;
use crate::screen::words::say;

/// Reasons.
pub fn reasons() -> AnyView {
    group([heading(say!(reasons.title))])
}

/// Reason.
pub fn reason(_seed: Seed) -> AnyView {
    group([heading(say!(reasons.title))])
}
