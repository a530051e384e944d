//! The form of one reason: where it belongs, its words, and a picture.

use keeper::protocol::{Heading, ReasonWords};
use leptos::prelude::*;

use super::heading_name;
use crate::screen::components::{Choice, RadioGroup, Shape, Typed, radio_group};
use crate::screen::contexts::Seed;
use crate::screen::pages::attachments::picture_field;
use crate::screen::pages::writing::{Desk, form, opening_of};
use crate::screen::words::say;

/// The form.
pub fn reason(seed: Seed) -> AnyView {
    opening_of(seed, reason_form)
}

fn reason_form(desk: Desk<ReasonWords>) -> AnyView {
    let title = if desk.is_new() { say!(reasons.new_title) } else { say!(reasons.edit_title) };
    let words = Typed {
        id: "words",
        label: say!(reasons.words),
        kind: "several",
        help: "",
        value: desk.words.with_untracked(|reason| reason.words.clone()),
        on_words: (move |words| desk.typed(|reason| reason.words = words)).into(),
    };
    let picture = RwSignal::new(desk.words.with_untracked(|reason| reason.picture).into_iter().collect());
    let pictured = move || {
        let first = picture.with_untracked(|ids: &Vec<_>| ids.first().copied());
        desk.chosen(|reason| reason.picture = first);
    };
    let fields = vec![where_it_belongs(desk), words.piece(), picture_field(picture, pictured)];
    form(desk, title, fields, |reason| {
        let empty = reason.words.trim().is_empty() && reason.picture.is_none();
        empty.then(|| say!(reasons.problem))
    })
}

fn where_it_belongs(desk: Desk<ReasonWords>) -> AnyView {
    let chosen =
        move || desk.words.with(|reason| Heading::ALL.iter().position(|heading| *heading == reason.heading));
    radio_group(RadioGroup {
        id: "heading",
        label: say!(reasons.heading),
        choices: Heading::ALL.map(|heading| Choice::plain(heading_name(heading))).into(),
        shape: Shape::Row,
        chosen: chosen.into(),
        on_choose: (move |at: usize| desk.chosen(|reason| reason.heading = Heading::ALL[at])).into(),
    })
}
