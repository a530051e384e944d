//! Mentor, faith and community: notes under their headings.

use keeper::protocol::support::programme::{GuidanceHeading, GuidanceWords};
use keeper::protocol::{Id, RowKind};
use leptos::prelude::*;

use super::fields::{one_of, words};
use super::lines::{begin, line, list, part};
use super::names::heading_name;
use super::records::Loaded;
use crate::screen::components::{back_row, boxed, follow, group, heading, lead, nothing};
use crate::screen::contexts::{Seed, expect_screens};
use crate::screen::pages::writing::{Desk, form, opening_of};
use crate::screen::words::say;

/// The page.
pub fn guidance_page() -> AnyView {
    let screens = expect_screens();
    let notes = Loaded::<GuidanceWords>::all();
    let parts: Vec<AnyView> = GuidanceHeading::ALL.into_iter().map(|heading| under(notes, heading)).collect();
    group([
        back_row(move || screens.back()),
        heading(say!(programme.guidance)),
        lead(say!(programme.guidance_lead)),
        notes.failure_note(),
        parts.into_any(),
    ])
}

fn under(notes: Loaded<GuidanceWords>, heading: GuidanceHeading) -> AnyView {
    let here = Memo::new(move |_| {
        notes.with(|all| {
            let here = all.iter().filter(|own| own.words.heading == heading);
            here.map(|own| (own.id, own.words.clone())).collect::<Vec<(Id, GuidanceWords)>>()
        })
    });
    let rows = follow(move || {
        let lines = here.get().into_iter().map(|(id, note)| {
            let from =
                if note.from.is_empty() { String::new() } else { say!(programme.from_whom, who = note.from) };
            line((RowKind::Guidance, id), note.words, vec![from], nothing())
        });
        list(lines.collect(), say!(programme.guidance_none))
    });
    let name = heading_name(heading);
    let add = begin(say!(programme.note_new), move || GuidanceWords { heading, ..GuidanceWords::default() });
    let add = add.quiet().named(say!(programme.note_new).to_owned() + ": " + name);
    part(name, vec![rows, boxed("actions", [add.piece()])])
}

/// The form.
pub fn guidance(seed: Seed) -> AnyView {
    opening_of(seed, note_form)
}

fn note_form(desk: Desk<GuidanceWords>) -> AnyView {
    let title = if desk.is_new() { say!(programme.note_new) } else { say!(programme.note_edit) };
    let fields = vec![
        one_of(desk, ("heading", say!(programme.heading)), &GuidanceHeading::ALL, heading_name, |words| {
            &mut words.heading
        }),
        words(desk, ("words", say!(programme.note_words), "several", ""), |words| &mut words.words),
        words(desk, ("from", say!(programme.note_from), "text", say!(programme.role_help)), |words| {
            &mut words.from
        }),
    ];
    form(desk, title, fields, |words| words.words.trim().is_empty().then(|| say!(programme.problem.words)))
}
