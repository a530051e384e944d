//! Urges: the strongest of each day, when they were logged, what set them off, how long they took to ease.

use journal::Ending;
use journal::insights::{Cell, Heat, Insights, Lengths, PARTS, Share, Spread, TriggerRow, Urges};
use leptos::prelude::*;
use rules::chart::{BarChart, HeatChart, Strip, StripChart};

use super::board::Board;
use super::days_part::{DayLine, ScaleOf, day_figure};
use super::figure::{Figure, figure, told};
use super::figures::{count_note, counted, none, share, shown, spread, spread_n, strengths};
use super::names::{ending_name, part_name, short_part_name, short_weekday_name, trigger_name, weekday_name};
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
        strengths_figure(board, urges),
        heat(board, &urges.heat),
        triggers(board, say!(insights.triggers), &broad),
        triggers(board, say!(insights.trigger_names), &names),
        lengths(&urges.lengths),
        endings(insights),
    ])
}

fn peaks(board: Board, insights: &Insights) -> AnyView {
    let peaks = &insights.urges.peaks;
    let all = Spread::of(peaks.points.iter().map(|point| point.value));
    let sentence =
        say!(insights.peaks_sentence, days = dates::number(insights.urges.days), spread = spread(all));
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
    let whole = [say!(insights.any_time).to_owned()];
    core::iter::once(say!(insights.weekday).to_owned()).chain(parts).chain(whole).collect()
}

fn heat_row(heat: &Heat, weekday: usize) -> Vec<String> {
    let cells = heat.cells[weekday].iter().map(|cell| match cell.logged_days {
        0 => none(),
        _ => counted(days_of(*cell)),
    });
    let whole = [counted(heat.weekdays[weekday])];
    core::iter::once(weekday_name(weekday as u8 + 1)).chain(cells).chain(whole).collect()
}

fn days_of(cell: Cell) -> Share {
    Share { hits: cell.urge_days, of: cell.logged_days }
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
    let table = Table { head: trigger_head(), rows: rows.iter().map(trigger_row).collect() };
    let strips: Vec<TriggerRow> =
        rows.iter().filter(|row| shown(Some(row.strength)).is_some()).take(MOST).cloned().collect();
    if strips.is_empty() {
        return told(title, sentence, String::new(), table);
    }
    let drawn = move |width| {
        let strip = |row: &TriggerRow| Strip {
            name: trigger_name(&row.trigger),
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
            table,
        },
    )
}

fn trigger_head() -> Vec<String> {
    heads([
        say!(insights.trigger),
        say!(insights.share_of_urges),
        say!(insights.days),
        say!(insights.strength),
        say!(insights.all_others),
        say!(insights.each_strength),
    ])
}

fn trigger_row(row: &TriggerRow) -> Vec<String> {
    // Below five there is a count and nothing else.
    let is_shown = shown(Some(row.strength)).is_some();
    vec![
        trigger_name(&row.trigger),
        if is_shown { share(row.share) } else { counted(row.share) },
        dates::number(row.days),
        spread(Some(row.strength)),
        if is_shown { spread_n(row.others) } else { none() },
        strengths(&row.strengths),
    ]
}

/// How many urges were of each strength.
fn strengths_figure(board: Board, urges: &Urges) -> AnyView {
    let counts = urges.strengths;
    let bars = move || (0_u32..).zip(counts).map(|(strength, count)| (dates::number(strength), count));
    let rows = bars().map(|(strength, count)| vec![strength, dates::number(count)]).collect();
    figure(
        board,
        Figure {
            title: say!(insights.strengths).to_owned(),
            drawn: Box::new(move |width| BarChart { width, bars: bars().collect() }.drawn()),
            sentence: say!(insights.strengths_sentence, spread = spread_n(urges.strength)),
            how: String::new(),
            table: Table { head: heads([say!(insights.strength_one), say!(insights.urges)]), rows },
        },
    )
}

fn lengths(lengths: &Lengths) -> AnyView {
    let sentence = match lengths.typical {
        Some(minutes) => say!(
            insights.lengths_sentence,
            low = dates::decimal(minutes.low),
            high = dates::decimal(minutes.high),
            n = dates::number(minutes.n)
        ),
        None => say!(insights.lengths_few).to_owned(),
    };
    let row = |(minutes, count): &(u16, u32)| vec![dates::number((*minutes).into()), dates::number(*count)];
    let rows = lengths.minutes.iter().map(row).collect();
    let table = Table { head: heads([say!(insights.minutes), say!(insights.urges)]), rows };
    told(say!(insights.lengths), sentence, String::new(), table)
}

fn endings(insights: &Insights) -> AnyView {
    let row = |(ending, count): &(Ending, u32)| vec![ending_name(*ending).to_owned(), dates::number(*count)];
    let rows: Vec<_> = insights.urges.endings.iter().map(row).collect();
    if rows.is_empty() {
        return nothing();
    }
    let passed = say!(insights.f_passed, count = share(insights.progress.ridden_out));
    let table = Table { head: heads([say!(insights.ending), say!(insights.urges)]), rows };
    told(say!(insights.endings), passed, String::new(), table)
}

fn heads<const N: usize>(head: [&str; N]) -> Vec<String> {
    head.map(str::to_owned).to_vec()
}
