//! Rest: how long nobody has touched the app, by two clocks, and when it locks.

/// One instant on the two clocks of the browser.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Moment {
    /// `performance.now()`, ms. May stand still while the device sleeps.
    pub monotonic_ms: f64,
    /// `Date.now()`, ms. May be set back or forth.
    pub wall_ms: f64,
}

/// Milliseconds between two instants: the larger difference of the two clocks; a clock set back counts as 0.
#[must_use]
pub fn elapsed_ms(from: Moment, to: Moment) -> f64 {
    (to.monotonic_ms - from.monotonic_ms).max(to.wall_ms - from.wall_ms).max(0.0)
}

/// How long the app may rest, and for how long before the end it counts down. The countdown lasts 20 s.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct RestLimit {
    minutes: u8,
}

/// Where a rest stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rest {
    /// Far from the end.
    Calm,
    /// The countdown is on the screen.
    Ending {
        /// Whole seconds left, 1 to 20.
        seconds_left: u8,
    },
    /// Time to lock.
    Over,
}

impl RestLimit {
    const COUNTDOWN_MS: f64 = 20_000.0;

    /// A limit of 1 to 60 minutes; others are brought to the nearest.
    #[must_use]
    pub fn of_minutes(minutes: u8) -> Self {
        Self { minutes: minutes.clamp(1, 60) }
    }

    /// Where a rest of that length stands.
    #[must_use]
    pub fn judge(self, elapsed_ms: f64) -> Rest {
        let left_ms = f64::from(self.minutes) * 60_000.0 - elapsed_ms;
        if left_ms <= 0.0 {
            Rest::Over
        } else if left_ms <= Self::COUNTDOWN_MS {
            Rest::Ending { seconds_left: (left_ms / 1_000.0).ceil() as u8 }
        } else {
            Rest::Calm
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(monotonic_ms: f64, wall_ms: f64) -> Moment {
        Moment { monotonic_ms, wall_ms }
    }

    #[test]
    fn the_larger_difference_counts_and_a_clock_set_back_counts_as_nothing() {
        for (to, expected) in [
            (moment(1_500.0, 1_000_500.0), 500.0),
            (moment(1_500.0, 1_600_000.0), 600_000.0),
            (moment(1_700.0, 0.0), 700.0),
            (moment(0.0, 0.0), 0.0),
        ] {
            assert_eq!(elapsed_ms(moment(1_000.0, 1_000_000.0), to), expected);
        }
    }

    #[test]
    fn the_countdown_takes_the_last_twenty_seconds() {
        let limit = RestLimit::of_minutes(1);
        for (elapsed, expected) in [
            (0.0, Rest::Calm),
            (39_999.0, Rest::Calm),
            (40_000.0, Rest::Ending { seconds_left: 20 }),
            (59_001.0, Rest::Ending { seconds_left: 1 }),
            (60_000.0, Rest::Over),
            (1e12, Rest::Over),
        ] {
            assert_eq!(limit.judge(elapsed), expected, "{elapsed}");
        }
        assert_eq!(RestLimit::of_minutes(0), limit);
    }
}
