//! When a journal locks by itself: how long nobody has touched it, how long it is out of sight or covered, by two clocks.

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

/// How long nobody has been there, in each of the ways that count, milliseconds.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Away {
    /// Since somebody touched the app.
    pub rested_ms: f64,
    /// Since the page went out of sight; `None` while it is seen.
    pub hidden_ms: Option<f64>,
    /// Since the app itself sent somebody out (a chooser, the microphone's question, a call, printing) and covered itself;
    /// `None` while it is not covered.
    pub out_ms: Option<f64>,
}

/// The times after which a journal locks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LockTimes {
    rest_minutes: u8,
    hidden_seconds: u8,
}

/// Where somebody's absence stands.
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

impl LockTimes {
    /// Of a device that others use, or that was lent: never changed.
    pub const SHARED: Self = Self { rest_minutes: 1, hidden_seconds: 30 };

    const COUNTDOWN_MS: f64 = 20_000.0;
    const OUT_MS: f64 = 300_000.0;
    const LOOK_MS: f64 = 1_000.0;

    /// After 1 to 60 minutes of rest, or 1 to 120 seconds out of sight; others are brought to the nearest.
    #[must_use]
    pub fn of(rest_minutes: u8, hidden_seconds: u8) -> Self {
        Self { rest_minutes: rest_minutes.clamp(1, 60), hidden_seconds: hidden_seconds.clamp(1, 120) }
    }

    /// Where an absence stands.
    #[must_use]
    pub fn judge(self, away: Away) -> Rest {
        let left_ms = self.left_ms(away);
        let counts_down = away.out_ms.is_none() && away.hidden_ms.is_none() && left_ms <= Self::COUNTDOWN_MS;
        if left_ms <= 0.0 {
            Rest::Over
        } else if counts_down {
            Rest::Ending { seconds_left: (left_ms / 1_000.0).ceil() as u8 }
        } else {
            Rest::Calm
        }
    }

    /// When to look again, milliseconds from now: in a second, or when it is over if that is sooner.
    #[must_use]
    pub fn next_look_ms(self, away: Away) -> u32 {
        self.left_ms(away).clamp(1.0, Self::LOOK_MS).ceil() as u32
    }

    /// When a page that has just gone out of sight, or was just covered, is over at the latest, milliseconds from now.
    #[must_use]
    pub fn last_look_ms(self, away: Away) -> u32 {
        self.left_ms(away).max(1.0).ceil() as u32
    }

    /// What is left. While somebody is out, only that counts: they are not expected to touch what is covered.
    fn left_ms(self, away: Away) -> f64 {
        if let Some(out_ms) = away.out_ms {
            return Self::OUT_MS - out_ms;
        }
        let rest_left = f64::from(self.rest_minutes) * 60_000.0 - away.rested_ms;
        let hidden_left = away.hidden_ms.map(|ms| f64::from(self.hidden_seconds) * 1_000.0 - ms);
        hidden_left.map_or(rest_left, |left| left.min(rest_left))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(monotonic_ms: f64, wall_ms: f64) -> Moment {
        Moment { monotonic_ms, wall_ms }
    }

    fn rested(rested_ms: f64) -> Away {
        Away { rested_ms, ..Away::default() }
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
        let times = LockTimes::of(1, 30);
        for (elapsed, expected) in [
            (0.0, Rest::Calm),
            (39_999.0, Rest::Calm),
            (40_000.0, Rest::Ending { seconds_left: 20 }),
            (59_001.0, Rest::Ending { seconds_left: 1 }),
            (60_000.0, Rest::Over),
            (1e12, Rest::Over),
        ] {
            assert_eq!(times.judge(rested(elapsed)), expected, "{elapsed}");
        }
        assert_eq!(LockTimes::of(0, 0), LockTimes::of(1, 1));
        assert_eq!(LockTimes::SHARED, times);
    }

    #[test]
    fn each_way_of_being_away_has_its_own_time() {
        let times = LockTimes::of(5, 30);
        let away = |rested_ms, hidden_ms, out_ms| Away { rested_ms, hidden_ms, out_ms };
        for (away, expected) in [
            (away(299_999.0, None, None), Rest::Ending { seconds_left: 1 }),
            (away(300_000.0, None, None), Rest::Over),
            (away(29_999.0, Some(29_999.0), None), Rest::Calm),
            (away(30_000.0, Some(30_000.0), None), Rest::Over),
            // Out of sight nobody sees a countdown; the rest goes on.
            (away(290_000.0, Some(1_000.0), None), Rest::Calm),
            (away(300_000.0, Some(1_000.0), None), Rest::Over),
            // Sent out by the app: five minutes, hidden or not, on any device.
            (away(299_000.0, Some(299_000.0), Some(299_000.0)), Rest::Calm),
            (away(300_000.0, None, Some(300_000.0)), Rest::Over),
        ] {
            assert_eq!(times.judge(away), expected, "{away:?}");
        }
        let sent_out = Away { out_ms: Some(299_000.0), ..rested(299_000.0) };
        assert_eq!(LockTimes::SHARED.judge(sent_out), Rest::Calm);
        assert_eq!(LockTimes::of(60, 120).judge(Away { out_ms: Some(300_000.0), ..sent_out }), Rest::Over);
    }

    /// A page that looks when it is told to, on a device that sleeps and whose clock is set.
    struct Device {
        monotonic_ms: f64,
        wall_ms: f64,
        state: u64,
    }

    impl Device {
        fn draw(&mut self, below: u64) -> u64 {
            self.state =
                self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.state >> 33) % below
        }

        fn now(&self) -> Moment {
            moment(self.monotonic_ms, self.wall_ms)
        }

        fn passes(&mut self, ms: f64) {
            self.monotonic_ms += ms;
            self.wall_ms += ms;
        }
    }

    const TEN_YEARS_MS: f64 = 10.0 * 365.25 * 86_400_000.0;

    /// Nobody comes back. Says how late it locked, by the time that truly passed; a clock set forward or a sleep ends
    /// it at the next look.
    fn late_ms(device: &mut Device, times: LockTimes, due_ms: f64, away_since: impl Fn(f64) -> Away) -> f64 {
        let since = device.now();
        let mut truly = 0.0;
        loop {
            let away = away_since(elapsed_ms(since, device.now()));
            if times.judge(away) == Rest::Over {
                return truly - due_ms;
            }
            // A timer is up to 20 ms late.
            let step = f64::from(times.next_look_ms(away)) + device.draw(20) as f64;
            device.passes(step);
            truly += step;
            match device.draw(40) {
                0 => device.wall_ms -= TEN_YEARS_MS,
                1 => device.wall_ms -= device.draw(3_600_000) as f64,
                _ => {}
            }
            assert!(truly <= due_ms + 1_000.0, "{truly} of {due_ms}");
        }
    }

    #[test]
    fn every_rule_locks_within_a_second_of_its_time_whatever_the_clock_is_set_back_to() {
        let mut device = Device { monotonic_ms: 5.0, wall_ms: 1.7e12, state: 0x5eed };
        for _ in 0..100 {
            for minutes in [1, 2, 5, 10] {
                let times = LockTimes::of(minutes, 30);
                let due = f64::from(minutes) * 60_000.0;
                let late = late_ms(&mut device, times, due, rested);
                assert!((0.0..=1_000.0).contains(&late), "rest of {minutes}: {late}");
                let hidden = |ms| Away { hidden_ms: Some(ms), ..rested(ms) };
                let late = late_ms(&mut device, times, 30_000.0, hidden);
                assert!((0.0..=1_000.0).contains(&late), "hidden: {late}");
                let out = |ms| Away { out_ms: Some(ms), ..hidden(ms) };
                let late = late_ms(&mut device, times, 300_000.0, out);
                assert!((0.0..=1_000.0).contains(&late), "out: {late}");
            }
        }
    }

    #[test]
    fn a_sleep_or_a_clock_ten_years_ahead_is_over_at_the_next_look() {
        let since = moment(5.0, 1.7e12);
        // The monotonic clock stood still while the device slept.
        for to in [moment(6.0, 1.7e12 + 8.0 * 3_600_000.0), moment(6.0, 1.7e12 + TEN_YEARS_MS)] {
            assert_eq!(LockTimes::of(60, 120).judge(rested(elapsed_ms(since, to))), Rest::Over);
        }
    }

    #[test]
    fn the_next_look_is_in_a_second_or_at_the_end() {
        let times = LockTimes::of(1, 30);
        for (elapsed, expected) in
            [(0.0, 1_000), (59_000.0, 1_000), (59_400.0, 600), (59_999.9, 1), (1e12, 1)]
        {
            assert_eq!(times.next_look_ms(rested(elapsed)), expected, "{elapsed}");
        }
        assert_eq!(times.last_look_ms(Away { hidden_ms: Some(0.0), ..rested(5_000.0) }), 30_000);
        assert_eq!(times.last_look_ms(Away { out_ms: Some(0.0), ..Away::default() }), 300_000);
    }
}
