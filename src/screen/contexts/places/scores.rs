//! Scores and questionnaires: its pages.

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum ScoresPlace {
    /// The list of scores.
    Home,
    /// A questionnaire out of a file.
    TakeIn,
}
