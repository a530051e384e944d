//! What is typed for a summary: the name on it, and the sections in own words that are wanted.

use journal::summary::Part;
use leptos::prelude::*;

use crate::screen::components::{Typed, follow_if, group};
use crate::screen::contexts::{SummaryChosen, SummaryDesk};
use crate::screen::words::say;

/// The name.
pub fn name(desk: SummaryDesk) -> AnyView {
    Typed {
        id: "summary-name",
        label: say!(summary.name),
        kind: "text",
        help: say!(summary.name_help),
        value: desk.now(|chosen| chosen.name.clone()),
        on_words: (move |words: String| desk.change(|chosen| chosen.name = words)).into(),
    }
    .piece()
}

/// A field for each section in own words that is on.
pub fn own_words(desk: SummaryDesk) -> AnyView {
    group([
        field(desk, Part::Safety, "summary-safety", say!(summary.flag), "", |chosen| &mut chosen.safety),
        field(desk, Part::Changes, "summary-changes", say!(summary.changes), "", |chosen| {
            &mut chosen.changes
        }),
        field(
            desk,
            Part::Questions,
            "summary-questions",
            say!(summary.questions),
            say!(summary.questions_help),
            |chosen| &mut chosen.questions,
        ),
    ])
}

fn field(
    desk: SummaryDesk,
    part: Part,
    id: &'static str,
    label: &'static str,
    help: &'static str,
    of: fn(&mut SummaryChosen) -> &mut String,
) -> AnyView {
    let wanted = Memo::new(move |_| desk.with(|chosen| chosen.parts.contains(&part)));
    follow_if(move || {
        wanted.get().then(|| {
            let value = desk.now(|chosen| of(&mut chosen.clone()).clone());
            let on_words = (move |words: String| desk.change(|chosen| *of(chosen) = words)).into();
            Typed { id, label, kind: "several", help, value, on_words }.piece()
        })
    })
}
