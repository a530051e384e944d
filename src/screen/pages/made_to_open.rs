//! "When someone may make you open it": plain words about what a written record is. Linked from Create, from Settings, and
//! where a check-in asks about use for the first time.

use leptos::prelude::*;

use crate::screen::components::{Tap, back_row, boxed, group, heading, plain};
use crate::screen::words::say;

/// The page; `back` leads to where one came from.
pub fn made_to_open(back: impl Into<Tap>) -> AnyView {
    let back = back.into();
    let words = [
        plain(say!(made_to_open.record)),
        plain(say!(made_to_open.who)),
        plain(say!(made_to_open.leave_out)),
        plain(say!(made_to_open.lawyer)),
        plain(say!(made_to_open.watched)),
        plain(say!(made_to_open.no_decoy)),
    ];
    group([back_row(move || back.run()), heading(say!(made_to_open.title)), boxed("prose", words)])
}
