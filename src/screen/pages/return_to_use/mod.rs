//! A return to use, met with kindness.

use leptos::prelude::*;

use crate::screen::components::{group, heading};
use crate::screen::contexts::Seed;
use crate::screen::words::say;

/// A return to use, met with kindness.
pub fn return_to_use(_seed: Seed) -> AnyView {
    group([heading(say!(return_to_use.title))])
}
