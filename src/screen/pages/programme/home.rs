//! The overview: the rooms of this area by name, each with one line.

use leptos::prelude::*;

use crate::screen::components::{back_row, group, heading, span};
use crate::screen::contexts::{ProgrammePlace, Screen, SupportPlace, expect_screens};
use crate::screen::words::say;

/// The page.
pub fn home() -> AnyView {
    let screens = expect_screens();
    let rooms = [
        (say!(programme.routines), say!(programme.routines_lead), ProgrammePlace::Routines),
        (say!(programme.meetings), say!(programme.meetings_line), ProgrammePlace::Meetings),
        (say!(programme.steps), say!(programme.steps_lead), ProgrammePlace::Steps),
        (say!(programme.stays), say!(programme.stays_lead), ProgrammePlace::Stays),
        (say!(programme.coach), say!(programme.coach_lead), ProgrammePlace::Coach),
        (say!(programme.guidance), say!(programme.guidance_lead), ProgrammePlace::Guidance),
    ];
    let rows = rooms.map(|(name, about, place)| {
        let go = move |_| screens.push(Screen::Support(SupportPlace::Programme(place.clone())));
        view! {
            <li>
                <button type="button" class="row row-beginning" on:click=go>
                    <span class="row-body">{span("row-title", name)}{span("row-preview", about)}</span>
                </button>
            </li>
        }
        .into_any()
    });
    let rows = Vec::from(rows);
    let rows = view! { <ul class="day-rows">{rows}</ul> }.into_any();
    group([back_row(move || screens.back()), heading(say!(support.programme)), rows])
}
