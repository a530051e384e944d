//! Tags: renaming and merging.

use leptos::prelude::*;

use crate::screen::components::{group, heading};
use crate::screen::words::say;

/// Tags.
pub fn tags() -> AnyView {
    group([heading(say!(tags.title))])
}
