//! A summary for somebody.

use leptos::prelude::*;

use crate::screen::components::{back_row, group, heading};
use crate::screen::contexts::{SummaryPlace, expect_screens};
use crate::screen::words::say;

/// A page of it.
pub fn summary(place: SummaryPlace) -> AnyView {
    let screens = expect_screens();
    let title = match place {
        SummaryPlace::Home => say!(summary.title),
    };
    group([back_row(move || screens.back()), heading(title)])
}
