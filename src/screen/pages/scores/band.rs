//! A score in words: its number, the band it lies in, which way it points.

use keeper::protocol::support::scores::{Band, Direction, Instrument, Recall};

use crate::screen::words::say;

/// A number of hundredths: "12", "19.25".
pub fn score_words(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "−" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match rest {
        0 => format!("{sign}{whole}"),
        rest if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
        rest => format!("{sign}{whole}.{rest:02}"),
    }
}

/// The band; empty where there is none.
pub fn band_words(instrument: Instrument, hundredths: i64) -> String {
    let Some(band) = instrument.band(hundredths) else { return String::new() };
    say!(scores.band, range = range_words(band), number = band.number, count = band.count)
}

/// The same in a table.
pub fn band_short(instrument: Instrument, hundredths: i64) -> String {
    let Some(band) = instrument.band(hundredths) else { return String::new() };
    say!(scores.band_short, range = range_words(band), number = band.number, count = band.count)
}

fn range_words(band: Band) -> String {
    let (from, to) = band.range;
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}

/// What is known of an instrument: range, direction, which time it asks about.
pub fn about_words(instrument: Instrument) -> String {
    let Some(about) = instrument.about() else { return String::new() };
    let direction = match about.direction {
        Direction::Harder => say!(scores.harder),
        Direction::Better => say!(scores.better),
    };
    let recall = match about.recall {
        Recall::Now => say!(scores.recall.now),
        Recall::Week => say!(scores.recall.week),
        Recall::TwoWeeks => say!(scores.recall.two_weeks),
        Recall::FourWeeks => say!(scores.recall.four_weeks),
        Recall::ThreeMonths => say!(scores.recall.three_months),
        Recall::Month => say!(scores.recall.month),
        Recall::Year => say!(scores.recall.year),
        Recall::SinceStart => say!(scores.recall.since_start),
    };
    let range = say!(scores.range, least = about.range.0, most = about.range.1);
    [range.as_str(), direction, recall].join(" ")
}
