//! What is tracked beside the seven rows: those switched on, and own scales. One that was answered stays in sight, even
//! if it is no longer asked.

use keeper::protocol::{CheckInWords, OwnScale as ScaleChosen, Tracked};
use leptos::prelude::*;

use super::Desk;
use crate::screen::components::{OwnScale, Scale, numbered};
use crate::screen::contexts::expect_choices;
use crate::screen::words::say;

/// The rows.
pub fn more(desk: Desk<CheckInWords>) -> Vec<AnyView> {
    let choices = untrack(|| expect_choices().chosen());
    let words = desk.words.get_untracked();
    let wanted = |row: &Tracked| choices.tracked.contains(row) || words.more.iter().any(|(of, _)| of == row);
    let tracked = Tracked::ALL.into_iter().filter(wanted).map(|row| tracked_row(desk, row));
    let asked =
        |scale: &ScaleChosen| !scale.hidden || words.own.iter().any(|(number, _)| *number == scale.number);
    let scales = choices.scales.iter().filter(|scale| asked(scale)).map(|scale| own_row(desk, scale));
    tracked.chain(scales).collect()
}

/// What a row is called.
pub fn row_name(row: Tracked) -> &'static str {
    match row {
        Tracked::PeakCraving => say!(tracking.rows.peak_craving),
        Tracked::Pleasant => say!(tracking.rows.pleasant),
        Tracked::Unpleasant => say!(tracking.rows.unpleasant),
        Tracked::Stress => say!(tracking.rows.stress),
        Tracked::Meaning => say!(tracking.rows.meaning),
        Tracked::Pain => say!(tracking.rows.pain),
        Tracked::Energy => say!(tracking.rows.energy),
    }
}

/// What an own scale is called; empty where there is none of that number.
pub fn scale_name(scales: &[ScaleChosen], number: u16) -> String {
    let scale = scales.iter().find(|scale| scale.number == number);
    scale.map(|scale| scale.name.clone()).unwrap_or_default()
}

fn tracked_row(desk: Desk<CheckInWords>, row: Tracked) -> AnyView {
    let value = RwSignal::new(desk.words.with_untracked(|words| answer(&words.more, &row)));
    let scale = Scale {
        id: numbered("row", row as usize),
        label: row_name(row),
        ends: (say!(tracking.low), say!(tracking.high)),
    };
    scale.or_skip(value, move |_| desk.chosen(|words| put(&mut words.more, row, value.get_untracked())))
}

fn own_row(desk: Desk<CheckInWords>, scale: &ScaleChosen) -> AnyView {
    let number = scale.number;
    let value = RwSignal::new(desk.words.with_untracked(|words| answer(&words.own, &number)));
    let end = |own: &String, usual: &'static str| if own.is_empty() { usual.to_owned() } else { own.clone() };
    let scale = OwnScale {
        id: numbered("own", number.into()),
        label: scale.name.clone(),
        ends: (end(&scale.low, say!(tracking.low)), end(&scale.high, say!(tracking.high))),
    };
    scale.or_skip(value, move |_| desk.chosen(|words| put(&mut words.own, number, value.get_untracked())))
}

fn answer<K: PartialEq>(answers: &[(K, u8)], of: &K) -> Option<u8> {
    answers.iter().find(|(key, _)| key == of).map(|(_, answer)| *answer)
}

fn put<K: PartialEq>(answers: &mut Vec<(K, u8)>, of: K, answer: Option<u8>) {
    answers.retain(|(key, _)| *key != of);
    answers.extend(answer.map(|answer| (of, answer)));
}
