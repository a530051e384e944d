//! The forms of the detox diary: a day of it, and one's own part of "Ask before I stop".

use keeper::protocol::support::medical::{DetoxPart, DetoxWords, Symptom};
use leptos::prelude::*;
use rules::{Civil, days_of, dialled, parse_date};

use super::fields::{NO_DATE, line, lines, phone, text};
use crate::screen::components::{FoldRow, Many, Names, OwnScale, Say, Typed, boxed, follow, group, numbered};
use crate::screen::contexts::{Seed, expect_choices};
use crate::screen::pages::writing::{self, Desk, opening_of};
use crate::screen::words::say;

/// The form.
pub fn form(seed: Seed) -> AnyView {
    opening_of(seed, |desk: Desk<DetoxWords>| match desk.words.with_untracked(|words| words.part) {
        DetoxPart::Day => day_form(desk),
        DetoxPart::Before => before_form(desk),
    })
}

fn before_form(desk: Desk<DetoxWords>) -> AnyView {
    let fields = vec![
        line(desk, ("clinic", say!(medical.ask.clinic)), "", |words| &mut words.clinic),
        phone(desk, ("clinic-phone", say!(medical.ask.phone)), |words| &mut words.clinic_phone),
        lines(
            desk,
            ("own-questions", say!(medical.ask.questions)),
            (|words| &words.questions, |words| &mut words.questions),
        ),
        text(desk, ("answers", say!(medical.ask.answers)), |words| &mut words.answers),
    ];
    writing::form(desk, say!(medical.ask.edit_title), fields, |words| {
        let number = words.clinic_phone.trim();
        (!number.is_empty() && dialled(number).is_none()).then(|| say!(medical.problem.phone))
    })
}

fn day_form(desk: Desk<DetoxWords>) -> AnyView {
    if desk.words.with_untracked(|words| words.day == 0) {
        let today = untrack(|| expect_choices().today());
        desk.words.update_untracked(|words| words.day = today);
    }
    let fields = vec![
        boxed("beside", [day(desk), number(desk)]),
        symptoms(desk),
        line(desk, ("with-me", say!(medical.diary.with_me)), "", |words| &mut words.with_me),
        text(desk, ("note", say!(medical.diary.note)), |words| &mut words.note),
    ];
    writing::form(desk, say!(medical.diary.edit), fields, |words| {
        let unreal = words.day == NO_DATE || words.day_number == Some(u16::MAX);
        unreal.then(|| say!(medical.problem.date))
    })
}

fn day(desk: Desk<DetoxWords>) -> AnyView {
    let day = desk.words.with_untracked(|words| words.day);
    let value = Civil::at(i64::from(day) * 86_400, 0).date_value();
    let on_words: Say = (move |words: String| {
        let day = parse_date(&words).map(|(year, month, day)| days_of(year, month, day) as i32);
        desk.typed(|said| said.day = day.unwrap_or(NO_DATE));
    })
    .into();
    Typed { id: "day", label: say!(medical.diary.day), kind: "date", help: "", value, on_words }.piece()
}

fn number(desk: Desk<DetoxWords>) -> AnyView {
    let value = desk.words.with_untracked(|words| words.day_number);
    let value = value.map(|number| number.to_string()).unwrap_or_default();
    let on_words: Say = (move |words: String| {
        let number = words.trim().parse().unwrap_or(u16::MAX);
        desk.typed(|said| said.day_number = (!words.trim().is_empty()).then_some(number));
    })
    .into();
    Typed { id: "day-number", label: say!(medical.diary.number), kind: "number", help: "", value, on_words }
        .piece()
}

/// Symptoms that are offered by name.
fn offered() -> [&'static str; 8] {
    [
        say!(medical.diary.shaking),
        say!(medical.diary.sweating),
        say!(medical.diary.nausea),
        say!(medical.diary.sleep),
        say!(medical.diary.restless),
        say!(medical.diary.anxious),
        say!(medical.diary.aches),
        say!(medical.diary.craving),
    ]
}

fn names(desk: Desk<DetoxWords>) -> Vec<String> {
    desk.words.with(|words| words.symptoms.iter().map(|symptom| symptom.name.clone()).collect())
}

fn toggle(desk: Desk<DetoxWords>, name: &str) {
    desk.chosen(|words| match words.symptoms.iter().any(|symptom| symptom.name == name) {
        true => words.symptoms.retain(|symptom| symptom.name != name),
        false => words.symptoms.push(Symptom { name: name.to_owned(), ..Symptom::default() }),
    });
}

fn own_names(desk: Desk<DetoxWords>) -> Vec<String> {
    names(desk).into_iter().filter(|name| !offered().contains(&name.as_str())).collect()
}

fn symptoms(desk: Desk<DetoxWords>) -> AnyView {
    let chosen = move || {
        let names = names(desk);
        (0..offered().len()).filter(|at| names.iter().any(|name| name == offered()[*at])).collect()
    };
    let many = Many {
        id: "symptoms",
        label: say!(medical.diary.symptoms),
        choices: offered().map(str::to_owned).into(),
        chosen: chosen.into(),
        on_toggle: (move |at: usize| toggle(desk, offered()[at])).into(),
    };
    let own = Names {
        id: "own-symptom",
        label: say!(medical.diary.own),
        names: (move || own_names(desk)).into(),
        on_add: (move |name: String| {
            if !untrack(|| names(desk)).contains(&name) {
                toggle(desk, &name);
            }
        })
        .into(),
        on_remove: (move |at: usize| {
            if let Some(name) = untrack(|| own_names(desk)).get(at) {
                toggle(desk, name);
            }
        })
        .into(),
    };
    let there = Memo::new(move |_| names(desk));
    let rows = follow(move || {
        let there = there.get();
        let rows = there.into_iter().enumerate().map(|(at, name)| numbers(desk, at, name));
        untrack(|| rows.collect::<Vec<_>>().into_any())
    });
    group([many.piece(), own.piece(), boxed("symptoms", [rows])])
}

/// Both numbers of one symptom, folded away until somebody wants to give them.
fn numbers(desk: Desk<DetoxWords>, at: usize, name: String) -> AnyView {
    let holds = move || {
        let both = desk.words.with(|words| words.symptoms.get(at).map(|one| (one.morning, one.evening)));
        let (morning, evening) = both.unwrap_or_default();
        let said = [
            morning.map(|number| say!(medical.diary.morning_is, number = number)),
            evening.map(|number| say!(medical.diary.evening_is, number = number)),
        ];
        said.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let label = StoredValue::new(name);
    let inside = move || {
        let name = label.get_value();
        group([
            scale(
                desk,
                (numbered("morning", at), at),
                say!(medical.diary.morning, name = name.clone()),
                |one| &mut one.morning,
            ),
            scale(desk, (numbered("evening", at), at), say!(medical.diary.evening, name = name), |one| {
                &mut one.evening
            }),
        ])
    };
    let title = view! { <p class="symptom-name" dir="auto">{label.get_value()}</p> };
    let row = FoldRow {
        label: say!(medical.diary.numbers),
        holds: holds.into(),
        on_open: (|| {}).into(),
        inside: inside.into(),
    };
    boxed("symptom", [title.into_any(), row.piece()])
}

fn scale(
    desk: Desk<DetoxWords>,
    (id, at): (&'static str, usize),
    label: String,
    of: fn(&mut Symptom) -> &mut Option<u8>,
) -> AnyView {
    let mut symptom = desk.words.with_untracked(|words| words.symptoms.get(at).cloned()).unwrap_or_default();
    let value = RwSignal::new(*of(&mut symptom));
    let ends = (say!(medical.diary.low).to_owned(), say!(medical.diary.high).to_owned());
    OwnScale { id, label, ends }.or_skip(value, move |_| {
        desk.chosen(|words| {
            if let Some(symptom) = words.symptoms.get_mut(at) {
                *of(symptom) = value.get_untracked();
            }
        });
    })
}
