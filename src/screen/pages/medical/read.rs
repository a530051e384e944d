//! What a record of medical care says, to read.

use keeper::protocol::Written;
use keeper::protocol::support::medical::{
    AppointmentWords, DetoxPart, DetoxWords, MeasurementWords, MedicineWords,
};
use leptos::prelude::*;

use super::calendar_file::calendar_file;
use super::measurements::value;
use super::medicine::facts;
use super::naloxone;
use super::names::{effects_words, near_day, outcome_words, schedule_words};
use super::phone::phone;
use crate::screen::components::{group, nothing, own, plain};
use crate::screen::words::say;

/// All that it says.
pub fn read(written: &Written) -> AnyView {
    match written {
        Written::Medicine(words) => medicine(words),
        Written::Dose(words) => group([
            plain(outcome_words(words)),
            effects_words(words).map(|words| own("", words)).into_any(),
            prose(&words.note),
        ]),
        Written::Appointment(words) => appointment(words),
        Written::Measurement(words) => measurement(words),
        Written::Detox(words) => detox(words),
        _ => nothing(),
    }
}

fn medicine(words: &MedicineWords) -> AnyView {
    if let Some(kit) = &words.naloxone {
        return naloxone::lines(kit);
    }
    let label = own("", words.label.clone());
    group([own("row-title", words.name.clone()), label, plain(schedule_words(words)), facts(words)])
}

fn measurement(words: &MeasurementWords) -> AnyView {
    let lines = [words.name.clone(), value(words), words.given_by.clone()];
    group([lines.map(|line| own("", line)).into_any(), prose(&words.note)])
}

fn appointment(words: &AppointmentWords) -> AnyView {
    let with = match words.with_whom.is_empty() {
        true => nothing(),
        false => own("row-title", say!(medical.appointment.with_words, words = words.with_whom.clone())),
    };
    group([
        with,
        prose(&words.purpose),
        prose(&words.place),
        prose(&words.link),
        lines(say!(medical.appointment.questions), &words.questions),
        lines(say!(medical.appointment.bring), &words.bring),
        part(say!(medical.appointment.outcome), &words.outcome),
        part(say!(medical.appointment.homework), &words.homework),
        part(say!(medical.appointment.next), &words.next),
        calendar_file(words.happened_at_s, words.offset_min),
    ])
}

fn detox(words: &DetoxWords) -> AnyView {
    if words.part == DetoxPart::Before {
        return group([
            own("row-title", say!(medical.before)),
            phone(&words.clinic, &words.clinic_phone),
            lines(say!(medical.ask.own_of), &words.questions),
            part(say!(medical.ask.answers_of), &words.answers),
        ]);
    }
    let number = words.day_number.map(|number| say!(medical.diary.number_is, number = number));
    let title = [Some(near_day(words.day)), number].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let with_me = match words.with_me.is_empty() {
        true => nothing(),
        false => own("", say!(medical.diary.with_me_is, words = words.with_me.clone())),
    };
    let symptoms = words.symptoms.iter().map(|symptom| {
        let numbers = [
            symptom.morning.map(|number| say!(medical.diary.morning_is, number = number)),
            symptom.evening.map(|number| say!(medical.diary.evening_is, number = number)),
        ];
        let numbers: Vec<String> = numbers.into_iter().flatten().collect();
        match numbers.is_empty() {
            true => symptom.name.clone(),
            false => [&symptom.name, ": ", &numbers.join(", ")].concat(),
        }
    });
    let symptoms: Vec<String> = symptoms.collect();
    group([
        own("row-title", title),
        lines(say!(medical.diary.symptoms), &symptoms),
        with_me,
        prose(&words.note),
    ])
}

fn prose(words: &str) -> AnyView {
    if words.is_empty() { nothing() } else { own("prose", words) }
}

fn part(name: &'static str, words: &str) -> AnyView {
    if words.is_empty() {
        return nothing();
    }
    let name = view! { <h2 class="section-name">{name}</h2> };
    group([name.into_any(), own("prose", words)])
}

fn lines(name: &'static str, lines: &[String]) -> AnyView {
    if lines.is_empty() {
        return nothing();
    }
    let each: Vec<AnyView> =
        lines.iter().map(|line| view! { <li dir="auto">{line.clone()}</li> }.into_any()).collect();
    let name = view! { <h2 class="section-name">{name}</h2> };
    group([name.into_any(), view! { <ul class="ask-lines">{each}</ul> }.into_any()])
}
