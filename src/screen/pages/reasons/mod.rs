//! "Coming back to me": what was loved, strengths, what returned, and why, in own words and pictures.

mod form;
mod own;

use keeper::protocol::{Heading, ReasonWords, Written};
use leptos::prelude::*;

use crate::screen::browser::clock;
use crate::screen::components::{
    back_row, boxed, button, failure_note, follow, group, heading, lead, plain, span,
};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::pages::attachments::attachments;
use crate::screen::words::say;

pub use form::reason;
pub use own::{OwnReason, Reasons};

/// Reasons, under their four headings.
pub fn reasons() -> AnyView {
    let (screens, reasons) = (expect_screens(), Reasons::load());
    let groups: Vec<AnyView> = Heading::ALL.into_iter().map(|heading| under(reasons, heading)).collect();
    group([
        back_row(move || screens.back()),
        heading(say!(reasons.title)),
        lead(say!(reasons.lead)),
        failure_note(move || reasons.failure()),
        groups.into_any(),
    ])
}

/// A heading's name.
pub fn heading_name(heading: Heading) -> &'static str {
    match heading {
        Heading::Why => say!(reasons.why),
        Heading::Loved => say!(reasons.loved),
        Heading::Strength => say!(reasons.strength),
        Heading::Returned => say!(reasons.returned),
    }
}

fn under(reasons: Reasons, heading: Heading) -> AnyView {
    let screens = expect_screens();
    let here = Memo::new(move |_| reasons.under(heading));
    let rows = follow(move || match here.get() {
        rows if rows.is_empty() => plain(say!(reasons.none)),
        rows => {
            let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
            view! { <ul class="day-rows">{rows}</ul> }.into_any()
        }
    });
    let add =
        button(say!(reasons.add), move || screens.push(Screen::Reason(Seed::From(Box::new(new(heading))))));
    let name = view! { <h2 class="section-name">{heading_name(heading)}</h2> };
    let add = view! { <div role="group" aria-label=heading_name(heading)>{add.icon("#i-plus").quiet().piece()}</div> };
    boxed("day", [name.into_any(), rows, add.into_any()])
}

fn row(reason: OwnReason) -> AnyView {
    let screens = expect_screens();
    let edit = move |_| screens.push(Screen::Reason(Seed::Edit(reason.id, 0)));
    let words = if reason.words.is_empty() { say!(reasons.picture).to_owned() } else { reason.words };
    view! {
        <li>
            {attachments(reason.picture.into_iter().collect())}
            <button type="button" class="row row-plain" on:click=edit>{span("own-line", words)}</button>
        </li>
    }
    .into_any()
}

/// The first words of a reason under that heading.
fn new(heading: Heading) -> Written {
    let now = clock::local_now();
    Written::Reason(ReasonWords {
        heading,
        happened_at_s: now.second,
        offset_min: now.offset_min,
        zone: now.zone,
        ..ReasonWords::default()
    })
}
