//! A sheet that is filled in, to read and on paper: every answer under its question as it stood. It knows no
//! definition, so it reads sheets of any version.

use keeper::protocol::support::worksheets::{Answer, Answered, Cell, Rating, WorksheetWords};
use leptos::prelude::*;

use crate::screen::browser::dates;
use crate::screen::components::{boxed, button, group, nothing, own, soft, span};
use crate::screen::printing::print_page;
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// The sheet with a way to print it.
pub fn to_read(words: &WorksheetWords) -> AnyView {
    group([sheet(words), boxed("actions", [print_button()]), print_note(words)])
}

/// "Print": the page without all that cannot be read on paper.
pub fn print_button() -> AnyView {
    let session = expect_session();
    button(say!(worksheets.print), move || print_page(session)).piece()
}

/// The sheet.
pub fn sheet(words: &WorksheetWords) -> AnyView {
    let parts: Vec<AnyView> = words.parts().into_iter().map(part).collect();
    // The more there is, the smaller it is set, so that one page of paper holds it.
    let class = match rules::paper_fit(&lines_of(words)) {
        rules::PaperFit::Roomy => "worksheet",
        rules::PaperFit::Close => "worksheet worksheet-close",
        rules::PaperFit::Tight | rules::PaperFit::Over => "worksheet worksheet-tight",
    };
    view! { <div class=class>{parts}</div> }.into_any()
}

/// What is to be known before printing.
pub fn print_note(words: &WorksheetWords) -> AnyView {
    let over = match rules::paper_fit(&lines_of(words)) {
        rules::PaperFit::Over => soft(say!(worksheets.print_over)),
        _ => nothing(),
    };
    boxed("off-paper", [soft(say!(worksheets.print_help)), over])
}

/// The bytes of each line as it is set.
fn lines_of(words: &WorksheetWords) -> Vec<usize> {
    let mut lines = Vec::new();
    for (label, answers) in words.parts() {
        lines.extend((!label.is_empty()).then_some(label.chars().count()));
        for given in answers {
            lines.push(given.label.chars().count());
            let texts = given.answer.lines();
            lines.extend(texts.iter().flat_map(|text| text.lines()).map(|line| line.chars().count()));
        }
    }
    lines
}

fn part((label, answers): (&str, Vec<&Answered>)) -> AnyView {
    let below_a_heading = !label.is_empty();
    let head = match below_a_heading {
        true => view! { <h2 class="worksheet-part" dir="auto">{label.to_owned()}</h2> }.into_any(),
        false => nothing(),
    };
    let answers: Vec<AnyView> = answers.into_iter().map(|given| answered(given, below_a_heading)).collect();
    view! { <section class="worksheet-section">{head}{answers}</section> }.into_any()
}

fn answered(given: &Answered, below_a_heading: bool) -> AnyView {
    let label = given.label.clone();
    let head = match below_a_heading {
        true => view! { <h3 class="worksheet-ask" dir="auto">{label}</h3> }.into_any(),
        false => view! { <h2 class="worksheet-ask" dir="auto">{label}</h2> }.into_any(),
    };
    boxed("worksheet-answered", [head, answer(&given.answer)])
}

fn answer(answer: &Answer) -> AnyView {
    match answer {
        Answer::Line(words) | Answer::Text(words) | Answer::Choice(words) => {
            own("worksheet-words", words.clone())
        }
        Answer::Scale(number) => of(*number, |number| say!(worksheets.of_ten, number = number)),
        Answer::Percent(number) => of(*number, |number| say!(worksheets.of_hundred, number = number)),
        Answer::Lines(lines) => {
            let lines: Vec<AnyView> = lines.iter().map(|words| line(words)).collect();
            view! { <ul class="worksheet-lines">{lines}</ul> }.into_any()
        }
        Answer::Ranked(lines) => {
            let lines: Vec<AnyView> = lines.iter().map(|words| line(words)).collect();
            view! { <ol class="worksheet-lines worksheet-ranked">{lines}</ol> }.into_any()
        }
        Answer::Rated(lines) => {
            let lines: Vec<AnyView> = lines.iter().map(rated).collect();
            view! { <ul class="worksheet-lines">{lines}</ul> }.into_any()
        }
        Answer::Square(cells) => {
            let cells: Vec<AnyView> = cells.iter().map(cell).collect();
            view! { <div class="worksheet-square">{cells}</div> }.into_any()
        }
        Answer::Date(day) => own("worksheet-words", day.map(dates::whole_day).unwrap_or_default()),
    }
}

fn of(number: Option<u8>, words: impl FnOnce(u8) -> String) -> AnyView {
    own("worksheet-words", number.map(words).unwrap_or_default())
}

fn line(words: &str) -> AnyView {
    view! { <li dir="auto">{words.to_owned()}</li> }.into_any()
}

fn rated(rating: &Rating) -> AnyView {
    let number =
        rating.percent.map(|number| span("worksheet-number", say!(worksheets.of_hundred, number = number)));
    view! { <li><span dir="auto">{rating.words.clone()}</span>" "{number}</li> }.into_any()
}

fn cell(cell: &Cell) -> AnyView {
    let label = view! { <p class="field-label" dir="auto">{cell.label.clone()}</p> };
    boxed("worksheet-cell", [label.into_any(), own("worksheet-words", cell.words.clone())])
}
