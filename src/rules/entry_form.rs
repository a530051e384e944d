//! What an editor's fields hold, and what must be true before it is saved.

use crate::{parse_clock, parse_date, parse_tags};

/// The fields of an editor as they stand.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EntryWritten {
    /// Title field.
    pub title: String,
    /// Entry field.
    pub text: String,
    /// Tags field.
    pub tags: String,
    /// Mood, if one was chosen.
    pub mood: Option<u8>,
    /// It carries a photo or a voice note.
    pub carries: bool,
    /// Value of the date field.
    pub date: String,
    /// Value of the time field.
    pub clock: String,
}

/// The date and time of an entry, local.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct When {
    /// Year, month, day.
    pub date: (i32, u8, u8),
    /// Hour, minute.
    pub clock: (u8, u8),
}

/// Why an entry is not saved yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryProblem {
    /// No word, no mood, no tag, no photo, no voice note.
    Empty,
    /// The date or time field holds neither.
    When,
}

impl EntryWritten {
    /// Nothing in it that is worth keeping.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.title.trim().is_empty()
            && self.text.trim().is_empty()
            && self.mood.is_none()
            && !self.carries
            && parse_tags(&self.tags).is_empty()
    }

    /// The date and time it gives.
    ///
    /// # Errors
    /// When there is nothing to save, or no real date and time.
    pub fn validate(&self) -> Result<When, EntryProblem> {
        if self.is_empty() {
            return Err(EntryProblem::Empty);
        }
        match (parse_date(&self.date), parse_clock(&self.clock)) {
            (Some(date), Some(clock)) => Ok(When { date, clock }),
            _ => Err(EntryProblem::When),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(title: &str, mood: Option<u8>, date: &str) -> EntryWritten {
        EntryWritten {
            title: title.into(),
            mood,
            date: date.into(),
            clock: "08:30".into(),
            ..EntryWritten::default()
        }
    }

    #[test]
    fn a_word_or_a_mood_is_enough_and_the_date_must_be_one() {
        let when = When { date: (2026, 11, 23), clock: (8, 30) };
        for (form, expected) in [
            (written("A day", None, "2026-11-23"), Ok(when)),
            (written("", Some(0), "2026-11-23"), Ok(when)),
            (written("  ", None, "2026-11-23"), Err(EntryProblem::Empty)),
            (EntryWritten { carries: true, ..written("", None, "2026-11-23") }, Ok(when)),
            (written("A day", None, ""), Err(EntryProblem::When)),
            (written("A day", None, "2026-02-30"), Err(EntryProblem::When)),
        ] {
            assert_eq!(form.validate(), expected);
        }
    }
}
