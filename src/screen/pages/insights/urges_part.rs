//! Urges: the strongest of each day, when they were logged, what set them off, how long they took to ease.

use journal::insights::{Cell, Heat, Insights, PARTS, Spread, TriggerKey, TriggerRow};
use leptos::prelude::*;
use rules::chart::{HeatChart, Strip, StripChart};

use super::board::Board;
use super::days_part::{DayLine, ScaleOf, day_figure};
use super::figure::{Figure, figure, told};
use super::figures::{count_note, counted, none, share, shown, spread};
use super::names::{part_name, short_part_name, short_weekday_name, trigger_name, weekday_name};
use crate::screen::browser::dates;
use crate::screen::components::{Table, group, lead, nothing};
use crate::screen::words::say;

/// Most names with a bar of their own.
const MOST: usize = 9;

/// The part.
pub fn urges_part(board: Board, insights: &Insights) -> AnyView {
    let urges = &insights.urges;
    if urges.n == 0 {
        return lead(say!(insights.no_urges));
    }
    let (broad, names): (Vec<_>, Vec<_>) =
        urges.triggers.iter().cloned().partition(|row| row.trigger.is_broad());
    group([
        peaks(board, insights),
        heat(board, &urges.heat),
        triggers(board, say!(insights.triggers), &broad),
        triggers(board, say!(insights.trigger_names), &names),
        lengths(urges.lengths),
    ])
}

fn peaks(board: Board, insights: &Insights) -> AnyView {
    let peaks = &insights.urges.peaks;
    let all = Spread::of(peaks.points.iter().map(|point| point.value));
    let sentence = say!(
        insights.peaks_sentence,
        days = dates::number(insights.urges.days),
        n = dates::number(insights.urges.n),
        spread = spread(all)
    );
    let lines = vec![DayLine { name: say!(insights.peaks_name), series: peaks.clone() }];
    day_figure(board, insights, say!(insights.peaks), lines, ScaleOf::Strength, sentence)
}

fn heat(board: Board, heat: &Heat) -> AnyView {
    let table =
        Table { head: heat_head(heat), rows: (0..7).map(|weekday| heat_row(heat, weekday)).collect() };
    let drawn_heat = heat.clone();
    let drawn = move |width| {
        HeatChart {
            width,
            heat: &drawn_heat,
            rows: core::array::from_fn(|weekday| short_weekday_name(weekday as u8 + 1)),
            columns: core::array::from_fn(|part| short_part_name(part, drawn_heat.first_hour)),
        }
        .drawn()
    };
    figure(
        board,
        Figure {
            title: say!(insights.heat).to_owned(),
            drawn: Box::new(drawn),
            sentence: heat_sentence(heat),
            how: say!(insights.heat_how).to_owned(),
            table,
        },
    )
}

fn heat_head(heat: &Heat) -> Vec<String> {
    let parts = (0..PARTS).map(|part| part_name(part, heat.first_hour));
    core::iter::once(say!(insights.weekday).to_owned()).chain(parts).collect()
}

fn heat_row(heat: &Heat, weekday: usize) -> Vec<String> {
    let cells = heat.cells[weekday].iter().map(|cell| match cell.logged_days {
        0 => none(),
        _ => counted(days_of(*cell)),
    });
    core::iter::once(weekday_name(weekday as u8 + 1)).chain(cells).collect()
}

fn days_of(cell: Cell) -> journal::insights::Share {
    journal::insights::Share { hits: cell.urge_days, of: cell.logged_days }
}

/// Names the field with the most days, where it has at least three.
fn heat_sentence(heat: &Heat) -> String {
    let places = (0..7).flat_map(|weekday| (0..PARTS).map(move |part| (weekday, part)));
    let most = places.rev().max_by_key(|(weekday, part)| {
        let cell = heat.cells[*weekday][*part];
        if cell.is_grey() { 0 } else { cell.urge_days }
    });
    match most.map(|(weekday, part)| (weekday, part, heat.cells[weekday][part])) {
        Some((weekday, part, cell)) if !cell.is_grey() && cell.urge_days > 0 => say!(
            insights.heat_sentence,
            weekday = weekday_name(weekday as u8 + 1),
            part = part_name(part, heat.first_hour),
            count = counted(days_of(cell))
        ),
        _ => say!(insights.heat_few).to_owned(),
    }
}

fn triggers(board: Board, title: &'static str, rows: &[TriggerRow]) -> AnyView {
    let Some(first) = rows.first() else { return nothing() };
    let sentence =
        say!(insights.triggers_sentence, first = trigger_name(&first.trigger), share = share(first.share));
    let strips: Vec<(TriggerKey, TriggerRow)> =
        rows.iter().take(MOST).map(|row| (row.trigger.clone(), row.clone())).collect();
    let drawn = move |width| {
        let strip = |(trigger, row): &(TriggerKey, TriggerRow)| Strip {
            name: trigger_name(trigger),
            note: count_note(row.share.hits),
            own: shown(Some(row.strength)),
            others: shown(row.others),
        };
        let rules = [0_u8, 5, 10].map(|value| (f64::from(value), value.to_string())).to_vec();
        StripChart { width, scale: (0.0, 10.0), rules, strips: strips.iter().map(strip).collect() }.drawn()
    };
    figure(
        board,
        Figure {
            title: title.to_owned(),
            drawn: Box::new(drawn),
            sentence,
            how: say!(insights.triggers_how).to_owned(),
            table: Table { head: trigger_head(), rows: rows.iter().map(trigger_row).collect() },
        },
    )
}

fn trigger_head() -> Vec<String> {
    let head = [
        say!(insights.trigger),
        say!(insights.share_of_urges),
        say!(insights.days),
        say!(insights.strength),
        say!(insights.all_others),
    ];
    head.map(str::to_owned).to_vec()
}

fn trigger_row(row: &TriggerRow) -> Vec<String> {
    // Below five there is a count and nothing else.
    let is_shown = shown(Some(row.strength)).is_some();
    vec![
        trigger_name(&row.trigger),
        if is_shown { share(row.share) } else { counted(row.share) },
        dates::number(row.days),
        spread(Some(row.strength)),
        if is_shown { spread(row.others) } else { none() },
    ]
}

fn lengths(lengths: Option<Spread>) -> AnyView {
    let sentence = match lengths {
        Some(minutes) => say!(
            insights.lengths_sentence,
            low = dates::decimal(minutes.low),
            high = dates::decimal(minutes.high),
            n = dates::number(minutes.n)
        ),
        None => say!(insights.lengths_few).to_owned(),
    };
    told(say!(insights.lengths), sentence, String::new(), Table::default())
}
