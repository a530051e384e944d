//! Sleep and mood of days with an urge beside days without.

use journal::insights::{BesideUrges, Measure, Spread};
use leptos::prelude::*;
use rules::chart::{Strip, StripChart};

use super::board::Board;
use super::figure::{Figure, figure};
use super::figures::{heads, in_hours, noted, shown, spread_n};
use crate::screen::browser::dates;
use crate::screen::components::{Table, nothing};
use crate::screen::words::say;

/// Days with an urge beside days without.
pub fn beside(board: Board, beside: &[BesideUrges]) -> AnyView {
    if beside.is_empty() {
        return nothing();
    }
    let table = Table {
        head: heads([say!(insights.measure), say!(insights.with_urge), say!(insights.without_urge)]),
        rows: beside.iter().map(beside_row).collect(),
    };
    let rows = beside.to_vec();
    let drawn = move |width| {
        let rules = [0_u32, 5, 10].map(|value| (f64::from(value), dates::number(value))).to_vec();
        let strip = |row: &BesideUrges| {
            let of_row = |spread: Option<Spread>| shown(spread).map(|spread| on_scale(row.measure, spread));
            Strip {
                name: measure_name(row.measure).to_owned(),
                note: both_counts(row),
                own: of_row(row.with),
                others: of_row(row.without),
            }
        };
        // Hours of sleep and scales of ten stand on the same rule, which a long night leaves.
        StripChart { width, scale: (0.0, 12.0), rules, strips: rows.iter().map(strip).collect() }.drawn()
    };
    let sentence = beside.iter().map(beside_sentence).collect::<Vec<_>>().join(" ");
    figure(
        board,
        Figure {
            title: say!(insights.beside).to_owned(),
            drawn: Box::new(drawn),
            sentence,
            how: say!(insights.beside_how).to_owned(),
            table,
        },
    )
}

fn on_scale(measure: Measure, spread: Spread) -> Spread {
    if measure == Measure::SleepMin { in_hours(spread) } else { spread }
}

fn measure_name(measure: Measure) -> &'static str {
    match measure {
        Measure::SleepMin => say!(insights.sleep_hours),
        Measure::SleepQuality => say!(insights.sleep_quality),
        Measure::Mood => say!(insights.mood),
    }
}

/// How many days on either side.
fn both_counts(row: &BesideUrges) -> String {
    let n = |spread: Option<Spread>| spread.map_or(0, |spread| spread.n);
    let (with, without) = (n(row.with), n(row.without));
    let count = say!(insights.n_both, n = dates::number(with), m = dates::number(without));
    noted(count, with.min(without))
}

fn beside_row(row: &BesideUrges) -> Vec<String> {
    let cell = |found: Option<Spread>| spread_n(found.map(|found| on_scale(row.measure, found)));
    vec![measure_name(row.measure).to_owned(), cell(row.with), cell(row.without)]
}

fn beside_sentence(row: &BesideUrges) -> String {
    let median = |spread: Option<Spread>| {
        shown(spread).map(|spread| dates::decimal(on_scale(row.measure, spread).median))
    };
    match (median(row.with), median(row.without)) {
        (Some(with), Some(without)) => {
            say!(insights.beside_sentence, name = measure_name(row.measure), with = with, without = without)
        }
        _ => say!(insights.beside_few, name = measure_name(row.measure)),
    }
}
