//! The figures that were chosen, each in words (UX 2.2): n beside every share, no run that reads nought, nothing red.

use keeper::protocol::{GoalFigures, GoalWords, Measure, Share};
use leptos::prelude::*;
use rules::{hundredths_words, tenths_words};

use super::names::measure_name;
use super::records::Records;
use crate::screen::components::nothing;
use crate::screen::pages::check_in::day_name;
use crate::screen::words::say;

/// Fewest days, gaps and amounts of which a percentage or a middle is shown (DOMAIN 9).
const FEW: u32 = 5;

/// The chosen figures of the goal at that place.
pub fn figures(records: &Records, at: usize) -> AnyView {
    let (Some(goal), Some(found)) = (records.goals.get(at), records.figures(at)) else { return nothing() };
    let words = &goal.words;
    let chosen = Measure::ALL.into_iter().filter(|measure| words.measures.contains(measure));
    let mut rows: Vec<(&'static str, Vec<String>)> =
        chosen.map(|measure| (measure_name(measure), lines(measure, words, &found, records))).collect();
    if let (Some(day), Some(days)) = (words.sober_since_day, found.sober_days) {
        let said = say!(goals.sober_said, day = day_name(day, records.today), days = counted(days));
        rows.push((say!(goals.sober), vec![said]));
    }
    let rows: Vec<AnyView> = rows.into_iter().filter(|(_, lines)| !lines.is_empty()).map(row).collect();
    if rows.is_empty() { nothing() } else { view! { <dl class="figures">{rows}</dl> }.into_any() }
}

fn row((name, lines): (&'static str, Vec<String>)) -> AnyView {
    let lines: Vec<AnyView> =
        lines.into_iter().map(|line| view! { <dd dir="auto">{line}</dd> }.into_any()).collect();
    view! { <div class="figure"><dt>{name}</dt>{lines}</div> }.into_any()
}

fn lines(measure: Measure, goal: &GoalWords, found: &GoalFigures, records: &Records) -> Vec<String> {
    let since = |day: i32| say!(goals.run_since, day = day_name(day, records.today));
    match measure {
        Measure::DaysInLine => in_line(found),
        Measure::LongestRun => match found.all.longest_run {
            0 => Vec::new(),
            run => vec![counted(run)],
        },
        Measure::CurrentRun => match (found.all.current_run, found.all.last_apart) {
            (0, Some(day)) => vec![since(day)],
            (0, None) => Vec::new(),
            (run, _) => vec![counted(run)],
        },
        Measure::Gaps => vec![gaps(found)],
        Measure::Amount => vec![amount(goal, found)],
        Measure::Money => money(found),
        Measure::RiddenOut => ridden_out(records.ridden_out),
        Measure::DaysSince => found.days_since.map(counted).into_iter().collect(),
    }
}

fn in_line(found: &GoalFigures) -> Vec<String> {
    let all = found.all.in_line;
    if all.of == 0 {
        return vec![say!(goals.none_recorded).to_owned()];
    }
    let mut lines = vec![say!(goals.in_line, hits = all.hits, of = all.of)];
    if let Some(bounds) = found.all.bounds.filter(|_| all.of >= FEW && found.days > all.of) {
        let percent = |share: f64| (share * 100.0).round() as u32;
        let (low, high) = (percent(bounds.low), percent(bounds.high));
        lines.push(say!(goals.bounds, blank = found.days - all.of, low = low, high = high));
    }
    let (last_28, last_90) = (found.last_28, found.last_90);
    if found.days > 28 {
        lines.push(say!(goals.recent, hits = last_28.hits, of = last_28.of));
    }
    if found.days > 90 {
        lines.push(say!(goals.recent_90, hits = last_90.hits, of = last_90.of));
    }
    lines
}

/// "1 day", "12 days".
fn counted(days: u32) -> String {
    if days == 1 { say!(goals.days_one).to_owned() } else { say!(goals.days_many, count = days) }
}

fn gaps(found: &GoalFigures) -> String {
    match found.gaps.filter(|gaps| gaps.n >= FEW) {
        Some(gaps) => say!(
            goals.gaps_said,
            median = decimal(gaps.median),
            low = decimal(gaps.low),
            high = decimal(gaps.high),
            n = gaps.n
        ),
        None => say!(goals.too_few).to_owned(),
    }
}

fn amount(goal: &GoalWords, found: &GoalFigures) -> String {
    let Some(amount) = found.amount.filter(|amount| amount.n >= FEW) else {
        return say!(goals.too_few).to_owned();
    };
    let median = match goal.unit.is_empty() {
        true => decimal(amount.median),
        false => say!(goals.amount_unit, amount = decimal(amount.median), unit = goal.unit.clone()),
    };
    say!(goals.amount_said, median = median, n = amount.n)
}

fn money(found: &GoalFigures) -> Vec<String> {
    let Some(cents) = found.cents_kept.filter(|_| found.days_without > 0) else { return Vec::new() };
    let money = hundredths_words(u32::try_from(cents).unwrap_or(u32::MAX));
    vec![say!(goals.money_said, money = money, days = found.days_without)]
}

fn ridden_out(share: Option<Share>) -> Vec<String> {
    let said = |share: Share| say!(goals.ridden_said, hits = share.hits, of = share.of);
    share.filter(|share| share.of > 0).map(said).into_iter().collect()
}

fn decimal(number: f64) -> String {
    tenths_words((number * 10.0).round() as u32)
}
