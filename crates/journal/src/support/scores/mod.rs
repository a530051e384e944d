//! Scores of instruments, questionnaires handed over by a clinician, and answers to them.

mod questionnaire;
mod response;
mod score;

pub use questionnaire::{Questionnaire, QuestionnaireWords};
pub use response::{Response, ResponseWords};
pub use score::{Score, ScoreWords};
