//! Scores of instruments, questionnaires handed over by a clinician, and answers to them.

mod instrument;
mod questionnaire;
mod response;
mod score;

pub use instrument::{About, Band, Direction, Instrument, Recall};
pub use questionnaire::{
    Answered, Condition, Item, ItemKind, Operator, Questionnaire, QuestionnaireWords, Sum, Weighed,
};
pub use response::{Answer, Response, ResponseWords};
pub use score::{Score, ScoreWords};
