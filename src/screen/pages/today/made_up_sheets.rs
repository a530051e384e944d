//! The sheets of the made-up journal: a safety plan, a thought record, good things.

use keeper::protocol::support::worksheets::{Answer, Rating, SheetId, WorksheetWords};

use crate::screen::pages::worksheets::definition;
use crate::screen::words::say;

/// They, the oldest first.
pub fn sheets() -> Vec<WorksheetWords> {
    vec![safety_plan(), thought_record(), good_things()]
}

fn safety_plan() -> WorksheetWords {
    filled(
        SheetId::SafetyPlan,
        vec![
            ("signs", lines(&[say!(made_up.plan_sign), say!(made_up.plan_sign_2)])),
            ("alone", lines(&[say!(made_up.plan_alone), say!(made_up.plan_alone_2)])),
            ("distract", lines(&[say!(made_up.plan_distract), say!(made_up.plan_distract_2)])),
            ("people", lines(&[say!(made_up.plan_people), say!(made_up.plan_people_2)])),
            ("lines", lines(&[say!(made_up.plan_lines)])),
            ("around", lines(&[say!(made_up.plan_around)])),
            ("living", text(say!(made_up.plan_living))),
        ],
    )
}

fn thought_record() -> WorksheetWords {
    filled(
        SheetId::ThoughtRecord,
        vec![
            ("situation", text(say!(made_up.thought_situation))),
            ("feelings", rated(&[(say!(made_up.thought_lonely), 70), (say!(made_up.thought_anxious), 50)])),
            ("thoughts", rated(&[(say!(made_up.thought_first), 80), (say!(made_up.thought_second), 40)])),
            ("facts_for", lines(&[say!(made_up.thought_for)])),
            ("facts_against", lines(&[say!(made_up.thought_against), say!(made_up.thought_against_2)])),
            ("balanced", text(say!(made_up.thought_balanced))),
            ("belief", Answer::Percent(Some(70))),
            ("again", rated(&[(say!(made_up.thought_lonely), 40), (say!(made_up.thought_anxious), 20)])),
        ],
    )
}

fn good_things() -> WorksheetWords {
    filled(
        SheetId::GoodThings,
        vec![
            ("things", lines(&[say!(made_up.good), say!(made_up.good_2), say!(made_up.good_3)])),
            ("why", text(say!(made_up.good_why))),
        ],
    )
}

fn filled(id: SheetId, answers: Vec<(&str, Answer)>) -> WorksheetWords {
    let mut sheet = definition(id).blank();
    for (field, answer) in answers {
        if let Some(given) = sheet.answers.iter_mut().find(|given| given.field == field) {
            given.answer = answer;
        }
    }
    sheet
}

fn text(words: &str) -> Answer {
    Answer::Text(words.to_owned())
}

fn lines(lines: &[&str]) -> Answer {
    Answer::Lines(lines.iter().map(|line| (*line).to_owned()).collect())
}

fn rated(lines: &[(&str, u8)]) -> Answer {
    let one = |(words, percent): &(&str, u8)| Rating { words: (*words).to_owned(), percent: Some(*percent) };
    Answer::Rated(lines.iter().map(one).collect())
}
