//! When typed words are posted to the keeper as a draft: 300 ms after the last key, at the latest 1 s after the first
//! unposted one.

const REST_MS: f64 = 300.0;
const LATEST_MS: f64 = 1_000.0;

/// The state of one editor's unposted words. Times are milliseconds of a monotonic clock.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Posting {
    first_unposted: Option<f64>,
    last: f64,
    finishing: bool,
}

impl Posting {
    /// A key was pressed.
    pub fn typed(&mut self, now: f64) {
        self.first_unposted.get_or_insert(now);
        self.last = now;
    }

    /// The words were posted.
    pub fn posted(&mut self) {
        self.first_unposted = None;
    }

    /// The words go to the journal itself. A draft posted behind them would come back as if they were unsaved.
    pub fn finish(&mut self) {
        self.finishing = true;
    }

    /// They did not get there: they are a draft again.
    pub fn resume(&mut self, now: f64) {
        self.finishing = false;
        self.typed(now);
    }

    /// Whether there is something to post at all.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.first_unposted.is_some() && !self.finishing
    }

    /// Milliseconds until it is time; 0 when it is; `None` when nothing waits.
    #[must_use]
    pub fn due_in(&self, now: f64) -> Option<f64> {
        let first = self.first_unposted.filter(|_| !self.finishing)?;
        Some(((self.last + REST_MS).min(first + LATEST_MS) - now).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_posted_after_a_rest_or_a_second() {
        let mut posting = Posting::default();
        assert_eq!(posting.due_in(0.0), None);
        posting.typed(0.0);
        assert_eq!(posting.due_in(0.0), Some(300.0));
        for at in (100..1_000).step_by(100) {
            posting.typed(f64::from(at));
        }
        assert_eq!(posting.due_in(900.0), Some(100.0));
        assert_eq!(posting.due_in(5_000.0), Some(0.0));
        posting.posted();
        assert!(!posting.is_waiting());
        assert_eq!(posting.due_in(5_000.0), None);
    }

    #[test]
    fn nothing_is_posted_behind_a_save_until_it_fails() {
        let mut posting = Posting::default();
        posting.typed(0.0);
        posting.finish();
        assert_eq!((posting.is_waiting(), posting.due_in(5_000.0)), (false, None));
        posting.typed(100.0);
        assert_eq!((posting.is_waiting(), posting.due_in(5_000.0)), (false, None));
        posting.resume(6_000.0);
        assert_eq!((posting.is_waiting(), posting.due_in(6_000.0)), (true, Some(0.0)));
    }
}
