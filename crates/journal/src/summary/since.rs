//! On which day a summary begins before its owner says: that of the last appointment of its kind.

use crate::search::fold;

/// Days of a summary where there was no such appointment.
const DAYS: i32 = 28;

/// An appointment that is over.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Been {
    /// Its day, days since 1970-01-01.
    pub day: i32,
    /// With whom, and what for.
    pub words: String,
}

/// The first day, where the last is `to`. `called` says what those that a summary may be for are called, `at` whom this one
/// is for. An appointment that names none of them may be of any kind.
///
/// ```
/// use journal::summary::{Been, since};
/// let been = [Been { day: 90, words: "Dr. Lee".into() }, Been { day: 95, words: "My sponsor".into() }];
/// let called = [vec!["sponsor"], vec!["doctor", "dr"]];
/// assert_eq!((since(&been, &called, Some(1), 100), since(&been, &called, None, 100)), (90, 95));
/// ```
#[must_use]
pub fn since(been: &[Been], called: &[Vec<&str>], at: Option<usize>, to: i32) -> i32 {
    let over = || been.iter().filter(|one| one.day <= to);
    let last = |is_meant: &dyn Fn(&Been) -> bool| over().filter(|one| is_meant(one)).map(|one| one.day).max();
    let names = |one: &Been, at: usize| {
        called.get(at).is_some_and(|all| all.iter().any(|name| has(&one.words, name)))
    };
    let found = match at {
        None => last(&|_| true),
        Some(at) => {
            last(&|one| names(one, at)).or_else(|| last(&|one| (0..called.len()).all(|at| !names(one, at))))
        }
    };
    found.unwrap_or(to.saturating_sub(DAYS - 1))
}

/// Whole words alone.
fn has(words: &str, name: &str) -> bool {
    let apart = |text: &str| {
        let folded = fold(text);
        let words =
            folded.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
        format!(" {} ", words.collect::<Vec<_>>().join(" "))
    };
    apart(words).contains(&apart(name)) && !name.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_that_kind_then_of_no_kind_then_28_days() {
        let called = [vec!["sponsor"], vec!["case manager"], vec!["doctor", "dr"]];
        let been = |all: &[(i32, &str)]| -> Vec<Been> {
            all.iter().map(|(day, words)| Been { day: *day, words: (*words).into() }).collect()
        };
        for (all, at, first) in [
            (been(&[]), Some(0), 73),
            (been(&[]), None, 73),
            (been(&[(50, "DR. Okafor"), (60, "dr okafor"), (99, "Sponsor")]), Some(2), 60),
            (been(&[(80, "The drama group")]), Some(2), 80),
            (been(&[(80, "Anna"), (90, "my case  manager")]), Some(2), 80),
            (been(&[(80, "Anna"), (90, "my case  manager")]), Some(1), 90),
            (been(&[(90, "my case manager")]), Some(2), 73),
            (been(&[(101, "Dr. Lee")]), Some(2), 73),
        ] {
            assert_eq!(since(&all, &called, at, 100), first, "{all:?} {at:?}");
        }
    }
}
