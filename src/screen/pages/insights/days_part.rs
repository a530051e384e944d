//! Days: mood and craving, sleep, and both beside days with an urge; meetings and contact beside urges and
//! mood; what was kept, week by week.

use std::collections::BTreeMap;

use journal::insights::{Insights, Point, Series, Spread};
use leptos::prelude::*;
use rules::chart::{Line, LineChart};

use super::beside::beside;
use super::board::Board;
use super::contact::contact;
use super::figure::{Figure, figure};
use super::figures::{none, spread, spread_hours};
use super::kept::kept;
use crate::screen::browser::dates;
use crate::screen::components::{Table, group, lead, nothing};
use crate::screen::words::say;

/// Longer stretches of days are marked by months.
const MONTHS_FROM: i32 = 300;

/// What the numbers of a series stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ScaleOf {
    /// 0 to 10.
    Strength,
    /// Minutes, shown as hours.
    Hours,
}

/// One line of days.
#[derive(Clone)]
pub struct DayLine {
    /// What it is of.
    pub name: &'static str,
    /// Its values.
    pub series: Series,
}

/// The part.
pub fn days_part(board: Board, insights: &Insights) -> AnyView {
    let daily = &insights.daily;
    let both = [(say!(insights.mood), &daily.mood), (say!(insights.craving), &daily.craving)];
    let lines: Vec<DayLine> = both
        .into_iter()
        .filter(|(_, series)| !series.points.is_empty())
        .map(|(name, series)| DayLine { name, series: series.clone() })
        .collect();
    if lines.is_empty() && daily.sleep.points.is_empty() && daily.kept.is_none() {
        return lead(say!(insights.no_days));
    }
    group([
        mood_and_craving(board, insights, lines),
        sleep(board, insights),
        beside(board, &insights.daily.beside),
        contact(insights.daily.contact),
        kept(insights.daily.kept.as_ref()),
    ])
}

fn mood_and_craving(board: Board, insights: &Insights, lines: Vec<DayLine>) -> AnyView {
    if lines.is_empty() {
        return nothing();
    }
    let told = |line: &DayLine| {
        let all = Spread::of(line.series.points.iter().map(|point| point.value));
        say!(insights.line_sentence, name = line.name, spread = spread(all), n = line.series.points.len())
    };
    let sentence = lines.iter().map(told).collect::<Vec<_>>().join(" ");
    day_figure(board, insights, say!(insights.mood_and_craving), lines, ScaleOf::Strength, sentence)
}

fn sleep(board: Board, insights: &Insights) -> AnyView {
    let series = &insights.daily.sleep;
    if series.points.is_empty() {
        return nothing();
    }
    let all = Spread::of(series.points.iter().map(|point| point.value));
    let sentence = say!(insights.sleep_sentence, spread = spread_hours(all), n = series.points.len());
    let lines = vec![DayLine { name: say!(insights.sleep), series: series.clone() }];
    day_figure(board, insights, say!(insights.sleep_hours), lines, ScaleOf::Hours, sentence)
}

/// Lines of days with their table.
pub fn day_figure(
    board: Board,
    insights: &Insights,
    title: &'static str,
    lines: Vec<DayLine>,
    scale: ScaleOf,
    sentence: String,
) -> AnyView {
    let (days, table) = ((insights.from, insights.to), day_table(&lines, scale));
    let drawn = move |width| {
        let (top, rules) = rules_of(&lines, scale);
        LineChart {
            width,
            days,
            scale: (0.0, top),
            rules,
            uprights: Vec::new(),
            dates: marks(days),
            lines: lines
                .iter()
                .map(|line| Line { series: &line.series, name: line.name.to_owned() })
                .collect(),
        }
        .drawn()
    };
    let how = say!(insights.lines_how).to_owned();
    figure(board, Figure { title: title.to_owned(), drawn: Box::new(drawn), sentence, how, table })
}

/// The top of the scale, and what stands beside it.
fn rules_of(lines: &[DayLine], scale: ScaleOf) -> (f64, Vec<(f64, String)>) {
    let rule = |value: f64, words: u32| (value, dates::number(words));
    match scale {
        ScaleOf::Strength => (10.0, [0, 5, 10].map(|value| rule(value.into(), value)).to_vec()),
        ScaleOf::Hours => {
            let points = lines.iter().flat_map(|line| &line.series.points);
            let longest = points.map(|point| point.value).fold(0.0, f64::max);
            // Steps of four hours, at least up to twelve.
            let steps = (longest / 240.0).ceil().max(3.0) as u32;
            (
                f64::from(steps) * 240.0,
                (0..=steps).map(|step| rule(f64::from(step) * 240.0, step * 4)).collect(),
            )
        }
    }
}

fn marks((from, to): (i32, i32)) -> Vec<(i32, String)> {
    let middle = from + (to - from) / 2;
    let mut days = vec![from, middle, to];
    days.dedup();
    let name = if to - from > MONTHS_FROM { dates::short_month } else { dates::short_day };
    days.into_iter().map(|day| (day, name(day))).collect()
}

/// Newest first: each recorded day with its values and their means.
fn day_table(lines: &[DayLine], scale: ScaleOf) -> Table {
    let mut head = vec![say!(insights.day).to_owned()];
    for line in lines {
        head.push(line.name.to_owned());
        head.push(say!(insights.mean_of, name = line.name));
    }
    let columns: Vec<BTreeMap<i32, f64>> = lines
        .iter()
        .flat_map(|line| [by_day(line.series.points.iter()), by_day(line.series.means.iter().flatten())])
        .collect();
    let mut days: Vec<i32> = columns.iter().flat_map(|column| column.keys().copied()).collect();
    days.sort_unstable();
    days.dedup();
    let value = |value: f64| match scale {
        ScaleOf::Strength => dates::decimal(value),
        ScaleOf::Hours => dates::decimal(value / 60.0),
    };
    let row = |day: i32| {
        let cells = columns.iter().map(|column| column.get(&day).copied().map_or_else(none, value));
        core::iter::once(dates::day(day, i32::MIN)).chain(cells).collect()
    };
    Table { head, rows: days.into_iter().rev().map(row).collect() }
}

fn by_day<'a>(points: impl Iterator<Item = &'a Point>) -> BTreeMap<i32, f64> {
    points.map(|point| (point.day, point.value)).collect()
}
