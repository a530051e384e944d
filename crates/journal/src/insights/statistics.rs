//! Honest figures for small personal data (DOMAIN 9): medians with their spread, shares with their intervals, bounds
//! for days left blank. Knows nothing of what is counted.

use serde::{Deserialize, Serialize};

/// Two-sided 95 %.
const Z: f64 = 1.96;
/// Fewest for a share or a median to be shown at all.
const SHOWN_FROM: u32 = 5;
/// Fewest for it to say something.
const FAIR_FROM: u32 = 10;

/// How much a number of observations can carry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fairness {
    /// Fewer than 5: the count alone is shown.
    CountOnly,
    /// 5 to 9: shown, with "too few to say".
    TooFewToSay,
    /// 10 or more.
    Fair,
}

impl Fairness {
    /// That of `n` observations.
    #[must_use]
    pub const fn of(n: u32) -> Self {
        match n {
            0..SHOWN_FROM => Self::CountOnly,
            SHOWN_FROM..FAIR_FROM => Self::TooFewToSay,
            _ => Self::Fair,
        }
    }
}

/// An interval of shares, both ends from 0 to 1.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// So many of so many.
///
/// ```
/// use journal::insights::Share;
/// let wilson = Share { hits: 4, of: 5 }.wilson().unwrap();
/// assert_eq!(((wilson.low * 100.0).round(), (wilson.high * 100.0).round()), (38.0, 96.0));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Share {
    /// How many were so; at most `of`.
    pub hits: u32,
    /// Of how many.
    pub of: u32,
}

impl Share {
    /// 0 to 1; `None` of nothing.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.hits) / f64::from(self.of))
    }

    /// Wilson's score interval, z = 1.96 (Wilson 1927; Agresti and Coull 1998); `None` of nothing.
    #[must_use]
    pub fn wilson(self) -> Option<Interval> {
        let (share, n) = (self.value()?, f64::from(self.of));
        let scale = 1.0 + Z * Z / n;
        let centre = (share + Z * Z / (2.0 * n)) / scale;
        let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt() / scale;
        Some(Interval { low: (centre - half).max(0.0), high: (centre + half).min(1.0) })
    }
}

/// How far one share lies above another.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Difference {
    /// The first less the second, −1 to 1.
    pub value: f64,
    /// Newcombe's lower end.
    pub low: f64,
    /// Newcombe's upper end.
    pub high: f64,
}

impl Difference {
    /// Newcombe's interval from two of Wilson (Newcombe 1998, method 10); `None` where either is of nothing.
    #[must_use]
    pub fn between(first: Share, second: Share) -> Option<Self> {
        let (one, two) = (first.value()?, second.value()?);
        let (around_one, around_two) = (first.wilson()?, second.wilson()?);
        let value = one - two;
        Some(Self {
            value,
            low: value - (one - around_one.low).hypot(around_two.high - two),
            high: value + (around_one.high - one).hypot(two - around_two.low),
        })
    }
}

/// What the days left blank could make of a share: none of them, or all of them. `None` without days.
#[must_use]
pub fn bounds_with_blanks(hits: u32, recorded: u32, days: u32) -> Option<Interval> {
    let blank = days.saturating_sub(recorded);
    let low = Share { hits, of: days }.value()?;
    let high = Share { hits: hits + blank, of: days }.value()?;
    Some(Interval { low, high })
}

/// The chance that at least one of so many looks at nothing at all shows something at 5 %.
#[must_use]
pub fn false_alarm_chance(looks: u32) -> f64 {
    1.0 - 0.95_f64.powf(f64::from(looks))
}

/// The middle of some numbers, and the middle half of them. Quartiles are the medians of the lower and the upper half;
/// the middle value of an odd number of values belongs to neither, so that they can be found by hand.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Spread {
    /// How many numbers.
    pub n: u32,
    /// The first quartile.
    pub low: f64,
    /// The median.
    pub median: f64,
    /// The third quartile.
    pub high: f64,
}

impl Spread {
    /// Of numbers in any order; `None` of none.
    ///
    /// ```
    /// use journal::insights::Spread;
    /// let spread = Spread::of([7.0, 1.0, 5.0, 2.0, 4.0]).unwrap();
    /// assert_eq!((spread.low, spread.median, spread.high), (1.5, 4.0, 6.0));
    /// ```
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = values.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        Self::of_sorted(sorted.len(), |index| sorted[index])
    }

    fn of_sorted(n: usize, at: impl Fn(usize) -> f64) -> Option<Self> {
        let middle = |from: usize, length: usize| (at(from + (length - 1) / 2) + at(from + length / 2)) / 2.0;
        let half = (n / 2).max(1);
        (n > 0).then(|| Self {
            n: n as u32,
            low: middle(0, half),
            median: middle(0, n),
            high: middle(n - half, half),
        })
    }
}

/// How often each strength from 0 to 10 occurred: takes away and adds up without looking at the numbers again.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Tally([u32; 11]);

impl Tally {
    pub(crate) fn add(&mut self, number: u8) {
        self.0[usize::from(number.min(10))] += 1;
    }

    pub(crate) fn less(mut self, other: &Self) -> Self {
        for (count, taken) in self.0.iter_mut().zip(other.0) {
            *count -= taken;
        }
        self
    }

    /// How often each strength from 0 to 10.
    pub(crate) const fn counts(&self) -> [u32; 11] {
        self.0
    }

    pub(crate) fn n(&self) -> u32 {
        self.0.iter().sum()
    }

    pub(crate) fn spread(&self) -> Option<Spread> {
        Spread::of_sorted(self.n() as usize, |index| {
            let mut left = index as u32;
            let found = self.0.iter().position(|count| {
                let here = left < *count;
                left = left.saturating_sub(*count);
                here
            });
            found.unwrap_or_default() as f64
        })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn percent(share: f64) -> i32 {
        (share * 100.0).round() as i32
    }

    /// DOMAIN 9, worked values.
    #[test]
    fn wilson_intervals_are_the_worked_ones() {
        for (hits, of, low, high) in [
            (1, 1, 21, 100),
            (3, 4, 30, 95),
            (0, 5, 0, 43),
            (4, 5, 38, 96),
            (8, 10, 49, 94),
            (24, 30, 63, 90),
            (48, 60, 68, 88),
        ] {
            let found = Share { hits, of }.wilson().unwrap();
            assert_eq!((percent(found.low), percent(found.high)), (low, high), "{hits} of {of}");
        }
        assert_eq!(Share { hits: 0, of: 0 }.wilson(), None);
        assert_eq!(Share { hits: 0, of: 0 }.value(), None);
    }

    /// DOMAIN 9: looks large, unclear.
    #[test]
    fn newcombes_interval_is_the_worked_one() {
        let found = Difference::between(Share { hits: 8, of: 10 }, Share { hits: 5, of: 12 }).unwrap();
        assert_eq!((percent(found.value), percent(found.low), percent(found.high)), (38, -2, 65));
        assert_eq!(Difference::between(Share { hits: 1, of: 2 }, Share::default()), None);
    }

    #[test]
    fn blank_days_are_neither_good_nor_bad() {
        // in line, recorded, days, bounds
        for (hits, recorded, days, low, high) in
            [(18, 20, 28, 64, 93), (0, 0, 28, 0, 100), (28, 28, 28, 100, 100), (3, 9, 9, 33, 33)]
        {
            let found = bounds_with_blanks(hits, recorded, days).unwrap();
            assert_eq!((percent(found.low), percent(found.high)), (low, high));
        }
        assert_eq!(bounds_with_blanks(0, 0, 0), None);
    }

    #[test]
    fn many_looks_raise_false_alarms_as_worked_out() {
        for (looks, chance) in [(0, 0), (1, 5), (7, 30), (20, 64), (24, 71)] {
            assert_eq!(percent(false_alarm_chance(looks)), chance);
        }
    }

    #[test]
    fn below_five_there_is_a_count_and_below_ten_too_few_to_say() {
        for n in 0..100 {
            let expected = match n {
                0..=4 => Fairness::CountOnly,
                5..=9 => Fairness::TooFewToSay,
                _ => Fairness::Fair,
            };
            assert_eq!(Fairness::of(n), expected);
        }
    }

    #[test]
    fn quartiles_are_the_medians_of_the_halves() {
        for (values, low, median, high) in [
            (&[4u8][..], 4.0, 4.0, 4.0),
            (&[3, 6], 3.0, 4.5, 6.0),
            (&[9, 1, 5], 1.0, 5.0, 9.0),
            (&[8, 2, 4, 6], 3.0, 5.0, 7.0),
            (&[10, 0, 10, 0, 10], 0.0, 10.0, 10.0),
            (&[1, 2, 3, 4, 5, 6, 7], 2.0, 4.0, 6.0),
            (&[8, 7, 6, 5, 4, 3, 2, 1], 2.5, 4.5, 6.5),
        ] {
            let expected = Spread { n: values.len() as u32, low, median, high };
            assert_eq!(Spread::of(values.iter().map(|value| f64::from(*value))), Some(expected));
            let mut tally = Tally::default();
            values.iter().for_each(|value| tally.add(*value));
            assert_eq!(tally.spread(), Some(expected));
        }
        assert_eq!(Spread::of([]), None);
        assert_eq!(Tally::default().spread(), None);
    }

    #[test]
    fn what_is_taken_from_a_tally_is_gone() {
        let (mut all, mut some) = (Tally::default(), Tally::default());
        [1, 1, 4, 9].into_iter().for_each(|number| all.add(number));
        [1, 9].into_iter().for_each(|number| some.add(number));
        assert_eq!(all.less(&some).spread().map(|left| (left.n, left.low, left.high)), Some((2, 1.0, 4.0)));
    }
}
