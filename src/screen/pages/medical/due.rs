//! What of medical care is due today: rows for Today.

use leptos::prelude::*;

use crate::screen::components::nothing;

/// The rows; nothing where nothing is due.
pub fn due() -> AnyView {
    nothing()
}
