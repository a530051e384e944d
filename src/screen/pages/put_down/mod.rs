//! A page that is never stored.

use leptos::prelude::*;

use crate::screen::components::{group, heading};
use crate::screen::words::say;

/// A page that is never stored.
pub fn put_down() -> AnyView {
    group([heading(say!(put_down.title))])
}
