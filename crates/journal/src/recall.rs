//! Keeping the passphrase fresh: when its owner is asked for it once more, though the journal is open (a browser may
//! fill it in for months). Nothing locks by it.

use serde::{Deserialize, Serialize};

const DAY_MS: u64 = 24 * 60 * 60 * 1_000;
/// How long it rests after it was made, after it was typed here once, and after any later time.
const WAITS_MS: [u64; 3] = [3 * DAY_MS, 30 * DAY_MS, 90 * DAY_MS];

/// How often a passphrase was asked for and was right, and when last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug, Serialize, Deserialize)]
pub struct Recalled {
    /// When last, ms since 1970 UTC.
    pub at_ms: u64,
    /// How often.
    pub times: u8,
}

impl Recalled {
    /// Right once more. What was known of a passphrase before this one counts no longer.
    #[must_use]
    pub fn again(self, made_at_ms: u64, now_ms: u64) -> Self {
        Self { at_ms: now_ms, times: self.times_of(made_at_ms).saturating_add(1) }
    }

    /// Whether it is time to ask for the passphrase made then.
    #[must_use]
    pub fn is_due(self, made_at_ms: u64, now_ms: u64) -> bool {
        let times = self.times_of(made_at_ms);
        let since_ms = if times == 0 { made_at_ms } else { self.at_ms };
        let wait_ms = WAITS_MS[usize::from(times).min(WAITS_MS.len() - 1)];
        now_ms.saturating_sub(since_ms) >= wait_ms
    }

    fn times_of(self, made_at_ms: u64) -> u8 {
        if self.at_ms < made_at_ms { 0 } else { self.times }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_asked_after_three_days_then_after_a_month_then_seldom() {
        let made = 1_772_366_400_000;
        let days = |days: u64| made + days * DAY_MS;
        // times right, on which day last, day now
        for (times, last, now, expected) in [
            (0, 0, 0, false),
            (0, 0, 2, false),
            (0, 0, 3, true),
            (0, 0, 900, true),
            (1, 4, 4, false),
            (1, 4, 33, false),
            (1, 4, 34, true),
            (2, 34, 123, false),
            (2, 34, 124, true),
            (9, 500, 589, false),
            (9, 500, 590, true),
            (u8::MAX, 500, 590, true),
            // A clock that was put back.
            (1, 40, 3, false),
        ] {
            let recalled = Recalled { at_ms: if times == 0 { 0 } else { days(last) }, times };
            assert_eq!(recalled.is_due(made, days(now)), expected, "{times} times, last {last}, now {now}");
        }
        assert!(!Recalled::default().is_due(made, made - DAY_MS), "made in a future of another clock");
    }

    #[test]
    fn a_new_passphrase_begins_anew() {
        let (first, second) = (1_000 * DAY_MS, 1_100 * DAY_MS);
        let known = Recalled::default().again(first, first + 3 * DAY_MS).again(first, first + 40 * DAY_MS);
        assert_eq!(known, Recalled { at_ms: first + 40 * DAY_MS, times: 2 });
        assert!(!known.is_due(second, second + 2 * DAY_MS) && known.is_due(second, second + 3 * DAY_MS));
        assert_eq!(known.again(second, second + 5 * DAY_MS).times, 1);
        assert_eq!(Recalled { at_ms: first, times: u8::MAX }.again(first, first).times, u8::MAX);
    }
}
