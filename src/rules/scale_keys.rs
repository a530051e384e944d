//! Digits on a scale of 0 to 10: a key chooses its number; a 0 soon after a 1 makes it 10.

/// How soon the second key of "10" comes.
const SOON_MS: f64 = 1_000.0;

/// What was typed on one scale.
#[derive(Clone, Copy, Debug, Default)]
pub struct ScaleKeys {
    /// When a 1 was typed.
    one_at_ms: Option<f64>,
}

impl ScaleKeys {
    /// The number that a key chooses; `None` where it is no digit.
    pub fn typed(&mut self, key: &str, now_ms: f64) -> Option<u8> {
        let after_one = self.one_at_ms.take().is_some_and(|at| now_ms - at <= SOON_MS);
        let digit = key.parse().ok().filter(|digit| key.len() == 1 && *digit < 10)?;
        if digit == 1 {
            self.one_at_ms = Some(now_ms);
        }
        Some(if after_one && digit == 0 { 10 } else { digit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_choose_and_one_and_nought_make_ten() {
        type Typed = &'static [(&'static str, f64)];
        let cases: &[(Typed, &[Option<u8>])] = &[
            (&[("7", 0.0)], &[Some(7)]),
            (&[("1", 0.0), ("0", 900.0)], &[Some(1), Some(10)]),
            (&[("1", 0.0), ("0", 1_001.0)], &[Some(1), Some(0)]),
            (&[("1", 0.0), ("Tab", 10.0), ("0", 20.0)], &[Some(1), None, Some(0)]),
            (&[("1", 0.0), ("1", 10.0), ("0", 20.0)], &[Some(1), Some(1), Some(10)]),
            (&[("1", 0.0), ("0", 10.0), ("0", 20.0)], &[Some(1), Some(10), Some(0)]),
            (&[("F1", 0.0), ("", 0.0), ("+", 0.0), ("10", 0.0)], &[None, None, None, None]),
        ];
        for (typed, expected) in cases {
            let mut keys = ScaleKeys::default();
            let found: Vec<_> = typed.iter().map(|(key, at)| keys.typed(key, *at)).collect();
            assert_eq!(found, *expected, "{typed:?}");
        }
    }
}
