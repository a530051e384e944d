//! A summary for somebody: choosing, the page itself as it goes out, and receipts. Nothing leaves unseen.

mod check;
mod choosing;
mod copy;
mod keeping;
mod kinds;
mod lines;
mod names;
mod passages;
mod preview;
mod receipts;
mod typed;
mod ways_out;
mod wording;

use leptos::prelude::*;

use crate::screen::contexts::SummaryPlace;

/// A page of it.
pub fn summary(place: SummaryPlace) -> AnyView {
    match place {
        SummaryPlace::Home => choosing::choosing(),
        SummaryPlace::Preview => preview::preview(),
        SummaryPlace::Receipts => receipts::receipts(),
    }
}
