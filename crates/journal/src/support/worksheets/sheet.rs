//! A worksheet or plan, filled in.

use serde::{Deserialize, Serialize};

use super::{Answered, SheetId};
use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// A worksheet or plan as it rests.
pub type Worksheet = Noted<WorksheetWords>;

/// All that its writer decides, and the questions as they stood.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct WorksheetWords {
    /// The name of its sheet: [`SheetId::name`], or one of a newer version.
    pub sheet: String,
    /// The version of the definition it was filled in by.
    pub version: u16,
    /// Its title as it stood.
    pub title: String,
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
    /// The answers, in order. Saved without those that are empty.
    pub answers: Vec<Answered>,
}

impl WorksheetWords {
    /// Which sheet it is, where this version has it.
    #[must_use]
    pub fn id(&self) -> Option<SheetId> {
        SheetId::named(&self.sheet)
    }

    /// Whether nothing is answered.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.answers.iter().all(Answered::is_empty)
    }

    /// What is answered, heading by heading: the one place that reading, paper and summary take it from.
    ///
    /// ```
    /// use journal::support::worksheets::{Answer, Answered, WorksheetWords};
    /// let answered = |section: &str, words: &str| Answered {
    ///     section: section.into(),
    ///     answer: Answer::Line(words.into()),
    ///     ..Answered::default()
    /// };
    /// let answers = vec![answered("Before", "a"), answered("Before", ""), answered("After", "b")];
    /// let sheet = WorksheetWords { answers, ..WorksheetWords::default() };
    /// let parts: Vec<_> = sheet.parts().into_iter().map(|(label, given)| (label, given.len())).collect();
    /// assert_eq!(parts, [("Before", 1), ("After", 1)]);
    /// ```
    #[must_use]
    pub fn parts(&self) -> Vec<(&str, Vec<&Answered>)> {
        let mut parts: Vec<(&str, Vec<&Answered>)> = Vec::new();
        for given in self.answers.iter().filter(|given| !given.is_empty()) {
            match parts.last_mut() {
                Some((label, answers)) if *label == given.section => answers.push(given),
                _ => parts.push((&given.section, vec![given])),
            }
        }
        parts
    }
}

impl Said for WorksheetWords {
    const KIND: Kind = Kind::WORKSHEET;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] =
        &["sheet", "version", "title", "happened_at_s", "offset_min", "zone", "answers"];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        let answers = self.answers.into_iter().filter(|given| !given.is_empty());
        Self {
            sheet: check::one_line(&self.sheet),
            title: check::one_line(&self.title),
            answers: answers.map(Answered::tidied).collect(),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        check::lines(&[("sheet", &self.sheet), ("title", &self.title)])?;
        check::count("answers", self.answers.len())?;
        self.answers.iter().try_for_each(Answered::check)
    }

    fn list_title(&self) -> String {
        check::title(&self.title)
    }

    fn preview(&self) -> String {
        let first =
            self.answers.iter().flat_map(|given| given.answer.words()).find(|words| !words.is_empty());
        first.unwrap_or_default().to_owned()
    }

    fn search_text(&self) -> String {
        let words = self.answers.iter().flat_map(|given| given.answer.words());
        fold(&core::iter::once(self.title.as_str()).chain(words).collect::<Vec<_>>().join("\n"))
    }
}
