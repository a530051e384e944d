//! Ride it out.

use leptos::prelude::*;

use crate::screen::components::{group, heading};
use crate::screen::words::say;

/// Ride it out.
pub fn ride_out() -> AnyView {
    group([heading(say!(ride.title))])
}
