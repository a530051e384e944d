//! What stands against a new passphrase, in words.

use rules::{CreateProblem, Hint, PassphraseProblem};

use crate::screen::browser::dom;
use crate::screen::words::say;

/// What stands in the way, in words.
pub fn problem_words(problem: CreateProblem) -> &'static str {
    match problem {
        CreateProblem::Passphrase(PassphraseProblem::Empty) => say!(create.problem.empty),
        CreateProblem::Passphrase(PassphraseProblem::TooLong) => say!(create.problem.too_long),
        CreateProblem::Passphrase(PassphraseProblem::TooShort) => say!(create.problem.too_short),
        CreateProblem::Passphrase(PassphraseProblem::Guessable(hint)) => hint_words(hint),
        CreateProblem::Different => say!(create.problem.different),
        CreateProblem::NotUnderstood => say!(create.problem.not_understood),
    }
}

/// What would make a passphrase harder to guess.
pub fn hint_words(hint: Hint) -> &'static str {
    match hint {
        Hint::Longer => say!(create.hint.longer),
        Hint::Common => say!(create.hint.common),
        Hint::Keyboard => say!(create.hint.keyboard),
        Hint::Pattern => say!(create.hint.pattern),
        Hint::Date => say!(create.hint.date),
    }
}

/// Goes to where it can be put right.
pub fn focus_on(problem: CreateProblem) {
    let id = match problem {
        CreateProblem::Passphrase(_) => "passphrase",
        CreateProblem::Different => "passphrase-again",
        CreateProblem::NotUnderstood => "understood",
    };
    if let Some(field) = dom::by_id(id) {
        dom::focus(&field);
    }
}
