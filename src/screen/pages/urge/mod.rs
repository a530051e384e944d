//! The form of an urge: a number, then Save. A line and another time are there for whoever wants them. The tap on the
//! number seals a draft already.

mod desk;

use desk::Desk;
use keeper::protocol::{Failure, UrgeWords, Written};
use leptos::prelude::*;

use super::writing::{Around, Begun, actions, delete, opening, outcome, save};
use crate::screen::browser::clock;
use crate::screen::components::{Scale, WordsField, back_row, boxed, heading, nothing, own};
use crate::screen::contexts::Seed;
use crate::screen::words::say;

/// The form.
pub fn urge(seed: Seed) -> AnyView {
    opening(seed, new_urge, |begun| match begun.narrowed(urge_of) {
        Some(begun) => Ok(urge_form(begun)),
        None => Err(Failure::NotFound),
    })
}

fn new_urge() -> Written {
    let now = clock::local_now();
    Written::Urge(UrgeWords {
        happened_at_s: now.second,
        offset_min: now.offset_min,
        zone: now.zone,
        ..UrgeWords::default()
    })
}

fn urge_of(written: Written) -> Option<UrgeWords> {
    match written {
        Written::Urge(text) => Some(text),
        _ => None,
    }
}

fn urge_form(begun: Begun<UrgeWords>) -> AnyView {
    let (is_new, was_writing) = (begun.is_new(), begun.was_writing);
    let (desk, around) = (Desk::new(begun), Around::expect());
    let drafting = desk.drafting;
    let said_first = if was_writing { own("soft said-first", say!(journal.was_writing)) } else { nothing() };
    let actions = actions(
        drafting,
        move || save(drafting, desk.checked(), around),
        move || delete(drafting, desk.draft(), desk.has_words(), around),
        around,
    );
    let inside = vec![strength(desk), line(desk), when(desk), outcome(around.saving), actions];
    view! {
        {back_row(move || around.screens.back())}
        {heading(if is_new { say!(urge.new_title) } else { say!(urge.edit_title) })}
        {said_first}
        <form class="form editor" autocomplete="off" prop:inert=move || around.is_under_way()
            on:submit=|event| event.prevent_default()>
            {inside}
        </form>
    }
    .into_any()
}

/// "How strong is it?"
pub fn strength_scale() -> Scale {
    Scale { id: "strength", label: say!(urge.strength), ends: (say!(urge.none), say!(urge.strongest)) }
}

fn strength(desk: Desk) -> AnyView {
    strength_scale().needed(desk.strength, move |_| desk.drafting.chosen())
}

fn line(desk: Desk) -> AnyView {
    let field = WordsField {
        id: "line",
        label: say!(urge.line),
        kind: "text",
        help: say!(urge.line_help),
        value: desk.begun.with_value(|begun| begun.text.line.clone()),
        field: desk.line,
        on_input: (move || desk.drafting.typed()).into(),
    };
    field.piece()
}

/// Folded away: an urge is mostly logged while it is there.
fn when(desk: Desk) -> AnyView {
    let (date, time) = desk.began_at();
    let part = |id, label, kind, value, field| WordsField {
        id,
        label,
        kind,
        help: "",
        value,
        field,
        on_input: (move || desk.drafting.typed()).into(),
    };
    let date = part("date", say!(editor.date), "date", date, desk.date);
    let time = part("time", say!(editor.time), "time", time, desk.clock);
    view! {
        <details class="fold">
            <summary class="fold-head">{say!(urge.when)}</summary>
            {boxed("beside", [date.piece(), time.piece()])}
        </details>
    }
    .into_any()
}
