//! The words of a summary in the language of the screen.

use journal::insights::{Fairness, Interval, Share, Spread};
use journal::summary::{Say, Wording};
use journal::support::scores::Band;
use journal::{Aim, Substance};
use rules::tenths_words;

use super::names::{audience_name, heading_name, part_out};
use crate::screen::browser::dates;
use crate::screen::pages::goals::{aim_name, substance_name};
use crate::screen::pages::insights::names::{coping_name, ending_name, trigger_name};
use crate::screen::pages::table::names::kind_name;
use crate::screen::words::{language_tag, say};

/// They.
pub struct Words;

impl Wording for Words {
    fn language(&self) -> String {
        language_tag().to_owned()
    }

    fn say(&self, say: &Say<'_>) -> String {
        match *say {
            Say::Whole => say!(summary.page.whole).to_owned(),
            Say::Title(heading) => heading_name(heading).to_owned(),
            Say::Name(name) => name.to_owned(),
            Say::Period(from, to) => {
                say!(summary.page.period, from = dates::whole_day(from), to = dates::whole_day(to))
            }
            Say::MadeOn(day) => say!(summary.page.made_on, day = dates::whole_day(day)),
            Say::For(audience) => say!(summary.page.for_whom, audience = audience_name(audience)),
            Say::SelfReported => say!(summary.page.self_reported).to_owned(),
            Say::Recorded { recorded, days } => say!(summary.page.recorded, recorded = recorded, days = days),
            Say::Nothing => say!(summary.page.nothing).to_owned(),
            Say::NotIncluded => say!(summary.page.not_included).to_owned(),
            Say::Goal { number, name, substance, aim } => goal(number, name, substance, aim),
            Say::InLine(Share { hits, of }) => say!(summary.page.in_line, hits = hits, of = of),
            Say::NoneInLine => say!(summary.page.none_in_line).to_owned(),
            Say::Bounds { blank, interval } => bounds(blank, interval),
            Say::UseDays(days) => say!(summary.page.use_days, days = days.to_owned()),
            Say::NoUseDays => say!(summary.page.no_use_days).to_owned(),
            Say::Day(day) => dates::short_day(day),
            Say::DayAmount(day, tenths) => {
                say!(summary.page.day_amount, day = dates::short_day(day), amount = tenths_words(tenths))
            }
            Say::Amount(unit, found) => {
                say!(summary.page.amount, spread = spread(found), unit = unit.to_owned(), n = found.n)
            }
            Say::Craving => say!(insights.craving).to_owned(),
            Say::Mood => say!(insights.mood).to_owned(),
            Say::Series { name, spread: found } => {
                say!(summary.page.series, name = name.to_owned(), spread = spread(found), n = found.n)
            }
            Say::FirstAndLast { days, first, last } => {
                say!(summary.page.first_and_last, days = days, first = spread(first), last = spread(last))
            }
            Say::Sessions(days) => say!(summary.page.sessions, days = days.to_owned()),
            Say::Missing { blank, days } => say!(summary.page.missing, blank = blank, days = days),
            Say::Urges(n, days, None) => say!(summary.page.urges, n = n, days = days),
            Say::Urges(n, days, Some(found)) => {
                say!(summary.page.urges_strength, n = n, days = days, spread = spread(found))
            }
            Say::ColumnTrigger => say!(summary.column.trigger).to_owned(),
            Say::ColumnUrges => say!(summary.column.urges).to_owned(),
            Say::ColumnStrength => say!(summary.column.strength).to_owned(),
            Say::ColumnCoping => say!(summary.column.coping).to_owned(),
            Say::ColumnStart => say!(summary.column.start).to_owned(),
            Say::ColumnTimes => say!(summary.column.times).to_owned(),
            Say::ColumnDrop => say!(summary.column.drop).to_owned(),
            Say::ColumnPassed => say!(summary.column.passed).to_owned(),
            Say::ColumnDay => say!(summary.column.day).to_owned(),
            Say::ColumnAfter => say!(summary.column.after).to_owned(),
            Say::ColumnEnding => say!(summary.column.ending).to_owned(),
            Say::Trigger(trigger) => trigger_name(trigger),
            Say::Of(share) => share_words(share),
            Say::Spread(found) => spread(found),
            Say::TooFew => say!(summary.page.too_few).to_owned(),
            Say::More(1) => say!(summary.page.more_one).to_owned(),
            Say::More(count) => say!(summary.page.more, count = count),
            Say::Coping(coping) => coping_name(coping).to_owned(),
            Say::Start(start) => {
                let (low, high) = start.strengths();
                say!(summary.page.started, low = low, high = high)
            }
            Say::Ending(ending) => ending_name(ending).to_owned(),
            Say::Sleep(minutes) => {
                say!(summary.page.sleep, spread = spread(in_hours(minutes)), n = minutes.n)
            }
            Say::Leg(kind) => kind_name(kind).to_owned(),
            Say::Taken(Share { hits, of }) => say!(summary.page.taken, hits = hits, of = of),
            Say::TimesNoted(count) => say!(summary.page.times_noted, count = count),
            Say::Strength(strength) => strength_name(strength).to_owned(),
            Say::People(names) => say!(summary.page.people, names = names.to_owned()),
            Say::Score { hundredths, day, band } => score(hundredths, day, band),
            Say::ScoreChange { first, day, by, beyond_noise } => score_change(first, day, by, beyond_noise),
            Say::Shortened => say!(summary.page.shortened).to_owned(),
            Say::LeftOut(part) => part_out(part).to_owned(),
            Say::AllLeftOut(parts) => say!(summary.page.left_out, parts = parts.to_owned()),
            Say::Rules => say!(summary.page.rules).to_owned(),
            Say::LinesHidden => say!(summary.page.lines_hidden).to_owned(),
            Say::OtherNames(1) => say!(summary.page.other_names_one).to_owned(),
            Say::OtherNames(count) => say!(summary.page.other_names, count = count),
            Say::MethodScales => say!(summary.page.method_scales).to_owned(),
            Say::MethodLines => say!(summary.page.method_lines).to_owned(),
            Say::MethodBlank => say!(summary.page.method_blank).to_owned(),
            Say::MethodSmall => say!(summary.page.method_small).to_owned(),
            Say::MethodRecall => say!(summary.page.method_recall).to_owned(),
        }
    }
}

fn goal(number: usize, name: &str, substance: Option<Substance>, aim: Option<Aim>) -> String {
    let aim = aim.map(aim_name).unwrap_or_default();
    let name = match (name, substance) {
        ("", Some(substance)) => substance_name(substance),
        (name, _) => name,
    };
    match name.is_empty() {
        true => say!(summary.page.goal, number = number, aim = aim),
        false => say!(summary.page.goal_named, number = number, name = name.to_owned(), aim = aim),
    }
}

fn bounds(blank: u32, interval: Interval) -> String {
    let percent = |share: f64| (share * 100.0).round() as u32;
    say!(summary.page.bounds, blank = blank, low = percent(interval.low), high = percent(interval.high))
}

/// No percentage of less than ten (DOMAIN 9).
fn share_words(share: Share) -> String {
    match share.value().filter(|_| Fairness::of(share.of) == Fairness::Fair) {
        Some(value) => {
            let percent = (value * 100.0).round() as u32;
            say!(summary.page.of_percent, hits = share.hits, of = share.of, percent = percent)
        }
        None => say!(summary.page.of_urges, hits = share.hits, of = share.of),
    }
}

fn spread(found: Spread) -> String {
    say!(
        summary.page.spread,
        median = dates::decimal(found.median),
        low = dates::decimal(found.low),
        high = dates::decimal(found.high)
    )
}

fn in_hours(minutes: Spread) -> Spread {
    let hours = |minutes: f64| minutes / 60.0;
    Spread { low: hours(minutes.low), median: hours(minutes.median), high: hours(minutes.high), ..minutes }
}

fn strength_name(strength: Option<u8>) -> &'static str {
    match strength {
        None => say!(summary.page.strengths_none),
        Some(0) => say!(summary.page.strength_0),
        Some(1) => say!(summary.page.strength_1),
        Some(2) => say!(summary.page.strength_2),
        Some(_) => say!(summary.page.strength_3),
    }
}

fn score(hundredths: i64, day: i32, band: Option<Band>) -> String {
    let (value, day) = (dates::decimal(hundredths as f64 / 100.0), dates::short_day(day));
    match band {
        None => say!(summary.page.score, value = value, day = day),
        Some(Band { number, count, .. }) => {
            say!(summary.page.score_band, value = value, day = day, number = number, count = count)
        }
    }
}

fn score_change(first: i64, day: i32, by: i64, beyond_noise: Option<bool>) -> String {
    let value = |hundredths: i64| dates::decimal(hundredths as f64 / 100.0);
    let by = match by {
        0 => "±0".to_owned(),
        by if by > 0 => format!("+{}", value(by)),
        by => format!("−{}", value(-by)),
    };
    let (first, day) = (value(first), dates::short_day(day));
    match beyond_noise {
        None => say!(summary.page.score_change, by = by, first = first, day = day),
        Some(true) => say!(summary.page.score_beyond_noise, by = by, first = first, day = day),
        Some(false) => say!(summary.page.score_within_noise, by = by, first = first, day = day),
    }
}
