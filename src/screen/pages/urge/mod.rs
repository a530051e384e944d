//! The form of an urge: a number, then Save. A line and another time are there for whoever wants them. The tap on the
//! number seals a draft already.

use keeper::protocol::UrgeWords;
use leptos::prelude::*;

use super::writing::{Desk, form, opening_of};
use crate::screen::components::{Scale, Typed, fold};
use crate::screen::contexts::Seed;
use crate::screen::words::say;

/// The form.
pub fn urge(seed: Seed) -> AnyView {
    opening_of(seed, urge_form)
}

fn urge_form(desk: Desk<UrgeWords>) -> AnyView {
    let title = if desk.is_new() { say!(urge.new_title) } else { say!(urge.edit_title) };
    let fields = vec![strength(desk), line(desk), fold(say!(urge.when), [desk.when_fields()])];
    form(desk, title, fields, |urge| urge.strength.is_none().then(|| say!(urge.problem.strength)))
}

/// "How strong is it?"
pub fn strength_scale() -> Scale {
    Scale { id: "strength", label: say!(urge.strength), ends: (say!(urge.none), say!(urge.strongest)) }
}

fn strength(desk: Desk<UrgeWords>) -> AnyView {
    let strength = RwSignal::new(desk.words.with_untracked(|urge| urge.strength));
    let chosen = move |_| desk.chosen(|urge| urge.strength = strength.get_untracked());
    strength_scale().needed(strength, chosen)
}

fn line(desk: Desk<UrgeWords>) -> AnyView {
    let typed = Typed {
        id: "line",
        label: say!(urge.line),
        kind: "text",
        help: say!(urge.line_help),
        value: desk.words.with_untracked(|urge| urge.line.clone()),
        on_words: (move |words| desk.typed(|urge| urge.line = words)).into(),
    };
    typed.piece()
}
