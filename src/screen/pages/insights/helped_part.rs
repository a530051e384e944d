//! What helped, as it was noted: families of coping beside each other, among urges that began about as strong.

use journal::insights::{HelpedAt, HelpedRow, Insights};
use leptos::prelude::*;
use rules::chart::{Strip, StripChart};

use super::board::Board;
use super::figure::{Figure, figure, told};
use super::figures::{count_note, counts, share, shown, spread};
use super::names::coping_name;
use crate::screen::browser::dates;
use crate::screen::components::{Table, group, lead, soft};
use crate::screen::words::say;

/// The part.
pub fn helped_part(board: Board, insights: &Insights) -> AnyView {
    if insights.helped.is_empty() {
        return lead(say!(insights.no_coping));
    }
    // The strongest first: those are what one comes for.
    let figures: Vec<AnyView> = insights.helped.iter().rev().map(|at| helped_at(board, at)).collect();
    group([soft(say!(insights.helped_how)), figures.into_any()])
}

fn helped_at(board: Board, at: &HelpedAt) -> AnyView {
    let (low, high) = at.start.strengths();
    let title = say!(insights.helped_at, low = low, high = high);
    let table = Table { head: head(), rows: at.rows.iter().map(row).collect() };
    let rows: Vec<HelpedRow> = at.rows.iter().filter(|row| shown(row.drop).is_some()).cloned().collect();
    if rows.is_empty() {
        return told(title, say!(insights.helped_few).to_owned(), String::new(), table);
    }
    let sentence = sentence(&rows);
    let drawn = move |width| {
        let least = rows.iter().filter_map(|row| row.drop).map(|drop| drop.low).fold(0.0, f64::min).floor();
        let mut rules = vec![(0.0, dates::number(0)), (5.0, dates::number(5)), (10.0, dates::number(10))];
        if least < 0.0 {
            rules.insert(0, (least, dates::decimal(least)));
        }
        let strip = |row: &HelpedRow| Strip {
            name: coping_name(row.coping).to_owned(),
            note: count_note(noted(row)),
            own: shown(row.drop),
            others: None,
        };
        StripChart { width, scale: (least, 10.0), rules, strips: rows.iter().map(strip).collect() }.drawn()
    };
    figure(
        board,
        Figure {
            title,
            drawn: Box::new(drawn),
            sentence,
            how: say!(insights.helped_scale).to_owned(),
            table,
        },
    )
}

/// Urges with a strength before and after.
fn noted(row: &HelpedRow) -> u32 {
    row.drop.map_or(0, |drop| drop.n)
}

fn sentence(rows: &[HelpedRow]) -> String {
    let told = |row: &HelpedRow| {
        let drop = shown(row.drop)?;
        let n = dates::number(drop.n);
        Some(say!(
            insights.helped_sentence,
            name = coping_name(row.coping),
            spread = spread(Some(drop)),
            n = n
        ))
    };
    rows.iter().filter_map(told).take(3).collect::<Vec<_>>().join(" ")
}

fn head() -> Vec<String> {
    let head = [
        say!(insights.coping),
        say!(insights.urges),
        say!(insights.drop_n),
        say!(insights.drop),
        say!(insights.each_drop),
        say!(insights.passed),
    ];
    head.map(str::to_owned).to_vec()
}

fn row(row: &HelpedRow) -> Vec<String> {
    vec![
        coping_name(row.coping).to_owned(),
        dates::number(row.n),
        dates::number(noted(row)),
        spread(row.drop),
        counts(row.drops.iter().copied()),
        share(row.passed),
    ]
}
