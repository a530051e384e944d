//! The form of one score: which instrument, the number, who gave it.

use keeper::protocol::support::scores::{Instrument, ScoreWords};
use leptos::prelude::*;
use rules::parse_hundredths;

use super::band::{about_words, band_words, score_words};
use crate::screen::components::{
    Choice, RadioGroup, Shape, Typed, follow, group, lead, nothing, plain, radio_group, soft,
};
use crate::screen::contexts::Seed;
use crate::screen::pages::writing::{Desk, form, opening_of};
use crate::screen::words::say;

/// The form.
pub fn score(seed: Seed) -> AnyView {
    opening_of(seed, score_form)
}

fn score_form(desk: Desk<ScoreWords>) -> AnyView {
    let title = if desk.is_new() { say!(scores.new_title) } else { say!(scores.edit_title) };
    let given_by = Typed {
        id: "given-by",
        label: say!(scores.given_by),
        kind: "text",
        help: say!(scores.given_by_help),
        value: desk.words.with_untracked(|score| score.given_by.clone()),
        on_words: (move |words| desk.typed(|score| score.given_by = words)).into(),
    };
    let note = Typed {
        id: "note",
        label: say!(scores.note),
        kind: "several",
        help: "",
        value: desk.words.with_untracked(|score| score.note.clone()),
        on_words: (move |words| desk.typed(|score| score.note = words)).into(),
    };
    let fields = vec![
        lead(say!(scores.form_lead)),
        instrument(desk),
        number(desk),
        given_by.piece(),
        note.piece(),
        desk.when_fields(),
    ];
    form(desk, title, fields, problem)
}

fn problem(score: &ScoreWords) -> Option<&'static str> {
    if score.called().trim().is_empty() {
        return Some(say!(scores.problem.instrument));
    }
    match score.hundredths {
        None => Some(say!(scores.problem.number)),
        Some(hundredths) if !score.instrument.gives(hundredths) => Some(say!(scores.problem.range)),
        Some(_) => None,
    }
}

/// The places on the list, then another one.
fn at(place: usize) -> Instrument {
    Instrument::ALL.get(place).copied().unwrap_or(Instrument::Other)
}

fn instrument(desk: Desk<ScoreWords>) -> AnyView {
    // A new form has nothing chosen, though its fields read as another instrument.
    let other = desk.words.with_untracked(|score| !score.name.is_empty());
    let chosen_other = RwSignal::new(other);
    let chosen = move || match desk.words.with(|score| score.instrument) {
        Instrument::Other => chosen_other.get().then_some(Instrument::ALL.len()),
        known => Instrument::ALL.iter().position(|one| *one == known),
    };
    let named = Instrument::ALL.iter().filter_map(|one| one.about()).map(|about| Choice::plain(about.name));
    let choices = named.chain([Choice::plain(say!(scores.another))]).collect();
    let choose = move |place: usize| {
        chosen_other.set(at(place) == Instrument::Other);
        desk.chosen(|score| score.instrument = at(place));
    };
    let group_of = radio_group(RadioGroup {
        id: "instrument",
        label: say!(scores.instrument),
        choices,
        shape: Shape::Row,
        chosen: chosen.into(),
        on_choose: choose.into(),
    });
    let name = follow(move || match chosen_other.get() {
        true => untrack(|| name(desk)),
        false => nothing(),
    });
    group([group_of, name])
}

fn name(desk: Desk<ScoreWords>) -> AnyView {
    Typed {
        id: "name",
        label: say!(scores.name),
        kind: "text",
        help: "",
        value: desk.words.with_untracked(|score| score.name.clone()),
        on_words: (move |words| desk.typed(|score| score.name = words)).into(),
    }
    .piece()
}

fn number(desk: Desk<ScoreWords>) -> AnyView {
    let field = Typed {
        id: "score",
        label: say!(scores.score),
        kind: "number",
        help: "",
        value: desk.words.with_untracked(|score| score.hundredths.map(score_words).unwrap_or_default()),
        on_words: (move |words: String| {
            desk.typed(|score| score.hundredths = parse_hundredths(&words).map(i64::from));
        })
        .into(),
    };
    let instrument = Memo::new(move |_| desk.words.with(|score| score.instrument));
    let about = follow(move || match instrument.get() {
        Instrument::Other => nothing(),
        known => soft(about_words(known)),
    });
    let shown = Memo::new(move |_| desk.words.with(|score| (score.instrument, score.hundredths)));
    let band = follow(move || match shown.get() {
        (instrument, Some(hundredths)) if instrument.gives(hundredths) => {
            let band = band_words(instrument, hundredths);
            if band.is_empty() { nothing() } else { group([plain(band), soft(say!(scores.no_diagnosis))]) }
        }
        (_, Some(_)) => plain(say!(scores.problem.range)),
        (_, None) => nothing(),
    });
    group([field.piece(), about, band])
}
