//! "How strong is it now?": the second number, what it comes to, and a little for the log. Where it is still strong, a
//! person comes before a page; where it is not, nothing is celebrated.

use keeper::protocol::UrgeWords;
use leptos::prelude::*;
use rules::is_still_strong;

use super::staying::beginning;
use crate::screen::browser::page;
use crate::screen::components::{boxed, button, follow_if, group, notice, plain, soft, title};
use crate::screen::contexts::{Riding, Screen, SupportPlace, TablePlace, expect_screens};
use crate::screen::pages::person::person_if_named;
use crate::screen::pages::urge::{Known, after_scale, coping_row, ending_row, more_row, triggers_row};
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

/// All that stands there.
pub fn again(desk: Desk<UrgeWords>, known: Known, riding: Riding) -> AnyView {
    let after = RwSignal::new(desk.words.with_untracked(|urge| urge.after));
    let chosen = move |_| {
        let minutes = untrack(|| riding.seconds()).div_ceil(60).max(1);
        desk.chosen(|urge| {
            urge.after = after.get_untracked();
            urge.minutes = u16::try_from(minutes).ok();
        });
    };
    let rows = [coping_row(desk, known), ending_row(desk), triggers_row(desk, known), more_row(desk, known)];
    group([beginning(desk), after_scale().or_skip(after, chosen), came_to(desk), boxed("fold-rows", rows)])
}

/// What the two numbers come to.
fn came_to(desk: Desk<UrgeWords>) -> AnyView {
    let numbers = Memo::new(move |_| desk.words.with(|urge| (urge.strength, urge.after, urge.minutes)));
    let said = follow_if(move || {
        let (before, after, minutes) = numbers.get();
        let after = after?;
        untrack(|| match before {
            before if is_still_strong(before, after) => Some(still_strong()),
            Some(before) => Some(soft(say!(
                ride.fell,
                before = before,
                after = after,
                minutes = minutes.unwrap_or_default()
            ))),
            None => None,
        })
    });
    view! { <div class="live" role="status">{said}</div> }.into_any()
}

fn still_strong() -> AnyView {
    let screens = expect_screens();
    // Back leads to the ride, which goes on with its draft.
    let ask = move || screens.push(Screen::Support(SupportPlace::Table(TablePlace::Ask(None))));
    notice([
        title(say!(ride.still_title)),
        plain(say!(ride.still_person)),
        person_if_named(),
        button(say!(ride.still_ask), ask).piece(),
        plain(say!(ride.still_leave)),
        button(say!(ride.still_help), page::open_help).piece(),
    ])
}
