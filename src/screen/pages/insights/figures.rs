//! Figures in words: numbers, medians with their spread, shares with their interval, and what is said where there are
//! too few.

use core::fmt::Display;

use journal::insights::{Fairness, Share, Spread};

use crate::screen::browser::dates;
use crate::screen::words::say;

/// "n = 12", and that they are too few where they are.
pub fn count_note(n: u32) -> String {
    noted(say!(insights.n, n = dates::number(n)), n)
}

/// A count, and that it is too few where `n` is.
pub fn noted(count: String, n: u32) -> String {
    match Fairness::of(n) {
        Fairness::Fair => count,
        Fairness::TooFewToSay | Fairness::CountOnly => say!(insights.n_too_few, count = count),
    }
}

/// "5, 3 times; 6, twice": each value and how often it occurred.
pub fn counts<T: Display>(counts: impl IntoIterator<Item = (T, u32)>) -> String {
    let times = |(value, count): (T, u32)| say!(insights.times, value = value, count = dates::number(count));
    let told: Vec<String> = counts.into_iter().filter(|(_, count)| *count > 0).map(times).collect();
    told.join(", ")
}

/// The strengths from 0 to 10 that occurred, and how often.
pub fn strengths(counted: &[u32; 11]) -> String {
    counts((0_u8..).zip(*counted))
}

/// A median with its spread, and how many stand behind it.
pub fn spread_n(found: Option<Spread>) -> String {
    match found {
        Some(found) => say!(insights.spread_n, spread = spread(Some(found)), n = dates::number(found.n)),
        None => none(),
    }
}

/// "5 (3 to 7)": median and middle half; a dash where there are too few to show it.
pub fn spread(spread: Option<Spread>) -> String {
    match shown(spread) {
        Some(spread) => say!(
            insights.spread,
            median = dates::decimal(spread.median),
            low = dates::decimal(spread.low),
            high = dates::decimal(spread.high)
        ),
        None => none(),
    }
}

/// The same of minutes, in hours.
pub fn spread_hours(minutes: Option<Spread>) -> String {
    spread(minutes.map(in_hours))
}

/// Minutes as hours.
pub fn in_hours(minutes: Spread) -> Spread {
    let hours = |minutes: f64| minutes / 60.0;
    Spread { low: hours(minutes.low), median: hours(minutes.median), high: hours(minutes.high), ..minutes }
}

/// The spread where there are enough to show it.
pub fn shown(spread: Option<Spread>) -> Option<Spread> {
    spread.filter(|spread| Fairness::of(spread.n) > Fairness::CountOnly)
}

/// "8 of 10, 80 % (49 to 94 %)"; the count alone below five.
pub fn share(share: Share) -> String {
    let count = counted(share);
    let (Some(value), Some(wilson)) = (share.value(), share.wilson()) else { return none() };
    if Fairness::of(share.of) == Fairness::CountOnly {
        return count;
    }
    say!(
        insights.share,
        count = count,
        percent = percent(value),
        low = percent(wilson.low),
        high = percent(wilson.high)
    )
}

/// "8 of 10".
pub fn counted(share: Share) -> String {
    say!(insights.of, hits = dates::number(share.hits), of = dates::number(share.of))
}

/// What stands where there is nothing to show.
pub fn none() -> String {
    "–".to_owned()
}

fn percent(share: f64) -> String {
    dates::number((share * 100.0).round() as u32)
}
