//! Goals of change, what became of them, and the weekly ruler.

use leptos::prelude::*;

use crate::screen::components::{group, heading};
use crate::screen::contexts::Seed;
use crate::screen::words::say;

/// Goals.
pub fn goals() -> AnyView {
    group([heading(say!(goals.title))])
}

/// Goal.
pub fn goal(_seed: Seed) -> AnyView {
    group([heading(say!(goals.title))])
}

/// Ruler.
pub fn ruler(_seed: Seed) -> AnyView {
    group([heading(say!(goals.title))])
}
