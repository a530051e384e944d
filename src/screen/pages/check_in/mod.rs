//! The form of a check-in.

use leptos::prelude::*;

use crate::screen::components::{group, heading};
use crate::screen::contexts::Seed;
use crate::screen::words::say;

/// The form of a check-in.
pub fn check_in(_seed: Seed) -> AnyView {
    group([heading(say!(check_in.title))])
}
