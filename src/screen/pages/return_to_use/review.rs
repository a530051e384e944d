//! Looking back on a return to use, from the next day on: at the situation, not at a character.

use keeper::protocol::ReturnWords;
use leptos::prelude::*;

use super::field;
use crate::screen::components::{group, soft};
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

/// The four questions. Whom to tell has its own place below.
pub fn review(desk: Desk<ReturnWords>) -> AnyView {
    group([
        soft(say!(return_to_use.review_help)),
        field(desk, ("different", say!(return_to_use.different), "several", ""), |words| {
            &mut words.different
        }),
        field(desk, ("link", say!(return_to_use.link), "several", ""), |words| &mut words.link),
        field(desk, ("still-have", say!(return_to_use.still_have), "several", ""), |words| {
            &mut words.still_have
        }),
        field(desk, ("next-step", say!(return_to_use.next_step), "several", ""), |words| {
            &mut words.next_step
        }),
    ])
}
