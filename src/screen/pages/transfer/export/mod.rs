//! Export.

use leptos::prelude::*;

use crate::screen::components::{back_row, group, heading};
use crate::screen::contexts::expect_screens;
use crate::screen::words::say;

/// The page.
pub(super) fn export() -> AnyView {
    let screens = expect_screens();
    group([back_row(move || screens.back()), heading(say!(transfer.export_name))])
}
