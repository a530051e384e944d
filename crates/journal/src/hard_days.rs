//! When a day is hard enough to point to a person: by what its owner said of it, and never a guess.

/// What was said of a day. Scales go from 0 to 10.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SaidOfDay {
    /// The day, days since 1970-01-01.
    pub day: i32,
    /// Mood.
    pub mood: Option<u8>,
    /// Craving, or the strength of an urge.
    pub craving: Option<u8>,
}

/// The mood up to which a day is very low, and the craving from which it is very strong.
const EXTREME: (u8, u8) = (1, 9);
/// The mood up to which a day is low, where several follow each other.
const LOW: u8 = 3;
/// How many of them.
const DAYS: i32 = 3;

/// Whether one calm line should name help (UX 4): a very low mood or a very strong craving today, or three low days up to
/// today or yesterday.
#[must_use]
pub fn is_hard(today: i32, said: &[SaidOfDay]) -> bool {
    let of = |day: i32| said.iter().filter(move |said| said.day == day);
    let extreme = |said: &SaidOfDay| {
        said.mood.is_some_and(|mood| mood <= EXTREME.0)
            || said.craving.is_some_and(|craving| craving >= EXTREME.1)
    };
    let low = |day: i32| of(day).any(|said| said.mood.is_some_and(|mood| mood <= LOW));
    of(today).any(extreme)
        || [today, today - 1].into_iter().any(|last| (0..DAYS).all(|back| low(last - back)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_is_named_on_a_very_hard_day_and_after_three_low_ones() {
        let mood = |day, mood| SaidOfDay { day, mood: Some(mood), craving: None };
        let craving = |day, craving| SaidOfDay { day, mood: None, craving: Some(craving) };
        for (said, expected) in [
            (vec![], false),
            (vec![mood(9, 1)], true),
            (vec![mood(9, 2)], false),
            (vec![mood(8, 0)], false),
            (vec![craving(9, 9)], true),
            (vec![craving(9, 8)], false),
            (vec![craving(8, 10)], false),
            (vec![mood(9, 7), mood(9, 0)], true),
            (vec![mood(9, 3), mood(8, 3), mood(7, 3)], true),
            (vec![mood(9, 4), mood(8, 3), mood(7, 3)], false),
            (vec![mood(8, 3), mood(7, 2), mood(6, 3)], true),
            (vec![mood(7, 3), mood(6, 3), mood(5, 3)], false),
            (vec![mood(9, 3), mood(7, 3), mood(6, 3)], false),
        ] {
            assert_eq!(is_hard(9, &said), expected, "{said:?}");
        }
    }
}
