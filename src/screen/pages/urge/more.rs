//! "More": what it was for, how it felt, where and with whom, what was thought, how long, what helped, what next.

use keeper::protocol::{BodyState, CompanyKind, Feeling, PlaceKind, UrgeWords};
use leptos::prelude::*;

use super::known::Known;
use super::numbers::one_of;
use super::words;
use crate::screen::components::{Many, Names, Scale, Typed, group, offered, soft};
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

type Form = Desk<UrgeWords>;

/// The fields.
pub fn more(desk: Form, known: Known) -> AnyView {
    let when = view! {
        <fieldset class="when">
            <legend class="field-label">{say!(urge.when)}</legend>
            {desk.when_fields()}
        </fieldset>
    };
    group([
        about(desk, known),
        several("felt", say!(urge_form.feelings), &Feeling::ALL, words::feeling, desk, |urge| {
            &mut urge.feelings
        }),
        own_feelings(desk, known),
        several("body", say!(urge_form.body), &BodyState::ALL, words::body, desk, |urge| &mut urge.body),
        place(desk),
        several("with", say!(urge_form.company), &CompanyKind::ALL, words::company, desk, |urge| {
            &mut urge.company
        }),
        text("thought", say!(urge_form.thought), "several", "", desk, |urge| &mut urge.thought),
        minutes(desk),
        text("helped", say!(urge_form.helped), "several", "", desk, |urge| &mut urge.helped),
        confidence(desk),
        text("to-next", say!(urge_form.to_next), "text", say!(urge_form.to_next_help), desk, |urge| {
            &mut urge.to_next
        }),
        when.into_any(),
    ])
}

fn about(desk: Form, known: Known) -> AnyView {
    let used = move || known.with(|earlier| earlier.about.clone());
    group([
        names(("about", "about-before"), say!(urge_form.about), desk, used, |urge| &mut urge.about),
        soft(say!(urge_form.about_help)),
    ])
}

fn own_feelings(desk: Form, known: Known) -> AnyView {
    let used = move || known.with(|earlier| earlier.feelings.clone());
    names(("felt-own", "felt-before"), say!(urge_form.own_feelings), desk, used, |urge| {
        &mut urge.own_feelings
    })
}

/// Own names, and those used before that are not there yet.
fn names(
    (id, before_id): (&'static str, &'static str),
    label: &'static str,
    desk: Form,
    used: impl Fn() -> Vec<String> + Copy + Send + Sync + 'static,
    field: fn(&mut UrgeWords) -> &mut Vec<String>,
) -> AnyView {
    let here = move || field(&mut desk.words.get()).clone();
    let left = move || -> Vec<String> {
        let here = here();
        used().into_iter().filter(|name| !here.contains(name)).collect()
    };
    let add = move |name: String| {
        desk.chosen(|urge| {
            let names = field(urge);
            if !names.contains(&name) {
                names.push(name);
            }
        });
    };
    let pick = move |at: usize| {
        if let Some(name) = untrack(left).into_iter().nth(at) {
            add(name);
        }
    };
    let given = Names {
        id,
        label,
        names: here.into(),
        on_add: add.into(),
        on_remove: (move |at: usize| desk.chosen(|urge| drop(field(urge).remove(at)))).into(),
    };
    group([given.piece(), offered(before_id, left.into(), pick)])
}

/// Any number of some things.
fn several<T: Copy + PartialEq + Send + Sync + 'static, const N: usize>(
    id: &'static str,
    label: &'static str,
    all: &'static [T; N],
    name: fn(T) -> &'static str,
    desk: Form,
    field: fn(&mut UrgeWords) -> &mut Vec<T>,
) -> AnyView {
    let chosen = move || {
        let mut urge = desk.words.get();
        let on = field(&mut urge);
        (0..N).filter(|at| on.contains(&all[*at])).collect()
    };
    let toggle = move |at: usize| {
        desk.chosen(|urge| {
            let on = field(urge);
            match on.iter().position(|one| *one == all[at]) {
                Some(there) => drop(on.remove(there)),
                None => on.push(all[at]),
            }
        });
    };
    let choices = all.iter().map(|one| name(*one).to_owned()).collect();
    Many { id, label, choices, chosen: chosen.into(), on_toggle: toggle.into() }.piece()
}

fn place(desk: Form) -> AnyView {
    let given = move || desk.words.with(|urge| urge.place);
    one_of("place", say!(urge_form.place), &PlaceKind::ALL, words::place, given, move |place| {
        desk.chosen(|urge| urge.place = place);
    })
}

/// A field of words.
pub fn text(
    id: &'static str,
    label: &'static str,
    kind: &'static str,
    help: &'static str,
    desk: Form,
    field: fn(&mut UrgeWords) -> &mut String,
) -> AnyView {
    let value = field(&mut desk.words.get_untracked()).clone();
    let on_words = move |words| desk.typed(|urge| *field(urge) = words);
    Typed { id, label, kind, help, value, on_words: on_words.into() }.piece()
}

fn minutes(desk: Form) -> AnyView {
    let given =
        desk.words.with_untracked(|urge| urge.minutes.filter(|minutes| *minutes <= UrgeWords::MOST_MINUTES));
    let typed = move |words: String| {
        // What is no length is held as one that is too long, so that saving says so.
        let minutes = match words.trim() {
            "" => None,
            digits => Some(digits.parse().unwrap_or(u16::MAX)),
        };
        desk.typed(|urge| urge.minutes = minutes);
    };
    let field = Typed {
        id: "minutes",
        label: say!(urge_form.minutes),
        kind: "number",
        help: "",
        value: given.map(|minutes| minutes.to_string()).unwrap_or_default(),
        on_words: typed.into(),
    };
    field.piece()
}

fn confidence(desk: Form) -> AnyView {
    let ends = (say!(urge_form.confidence_low), say!(urge_form.confidence_high));
    let value = RwSignal::new(desk.words.with_untracked(|urge| urge.confidence));
    let chosen = move |_| desk.chosen(|urge| urge.confidence = value.get_untracked());
    Scale { id: "confidence", label: say!(urge_form.confidence), ends }.or_skip(value, chosen)
}
