//! What was answered, with the question as it stood.

use serde::{Deserialize, Serialize};

use crate::noted::SaidError;
use crate::{Day, check};

/// One question with its answer.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Answered {
    /// The heading it stood under; may be empty.
    pub section: String,
    /// The name of the question in the definition.
    pub field: String,
    /// The question as it stood.
    pub label: String,
    /// The answer.
    pub answer: Answer,
}

/// An answer. Whatever may be empty is no answer while it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// One line.
    Line(String),
    /// Words of several lines.
    Text(String),
    /// 0 to 10.
    Scale(Option<u8>),
    /// 0 to 100.
    Percent(Option<u8>),
    /// Lines.
    Lines(Vec<String>),
    /// Lines, the weightiest first.
    Ranked(Vec<String>),
    /// Lines with numbers.
    Rated(Vec<Rating>),
    /// What was chosen, in the words it stood in.
    Choice(String),
    /// Two by two texts.
    Square(Vec<Cell>),
    /// A day since 1970-01-01.
    Date(Option<i32>),
}

impl Default for Answer {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

/// A line with a number.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Rating {
    /// The line.
    pub words: String,
    /// 0 to 100.
    pub percent: Option<u8>,
}

/// One of two by two texts.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Cell {
    /// Its name as it stood.
    pub label: String,
    /// What stands in it.
    pub words: String,
}

impl Answered {
    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answer.is_empty()
    }

    pub(super) fn tidied(self) -> Self {
        Self {
            section: check::one_line(&self.section),
            field: check::one_line(&self.field),
            label: check::one_line(&self.label),
            answer: self.answer.tidied(),
        }
    }

    pub(super) fn check(&self) -> Result<(), SaidError> {
        check::lines(&[("answers", &self.section), ("answers", &self.field), ("answers", &self.label)])?;
        self.answer.check()
    }
}

impl Answer {
    /// Four empty texts under these names.
    pub(super) fn square(names: &[String; 4]) -> Self {
        let cell = |label: &String| Cell { label: label.clone(), words: String::new() };
        Self::Square(names.iter().map(cell).collect())
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Line(words) | Self::Text(words) | Self::Choice(words) => words.trim().is_empty(),
            Self::Scale(number) | Self::Percent(number) => number.is_none(),
            Self::Lines(lines) | Self::Ranked(lines) => lines.iter().all(|line| line.trim().is_empty()),
            Self::Rated(lines) => {
                lines.iter().all(|line| line.words.trim().is_empty() && line.percent.is_none())
            }
            Self::Square(cells) => cells.iter().all(|cell| cell.words.trim().is_empty()),
            Self::Date(day) => day.is_none(),
        }
    }

    /// Whether both are answers of one shape.
    #[must_use]
    pub fn is_shaped_as(&self, other: &Self) -> bool {
        core::mem::discriminant(self) == core::mem::discriminant(other)
    }

    /// All of it in plain lines, numbers as `7/10` and `60 %`, days as `2026-11-24`.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let rated = |line: &Rating| match line.percent {
            None => line.words.clone(),
            Some(percent) => format!("{}: {percent} %", line.words),
        };
        let cell = |cell: &Cell| format!("{}: {}", cell.label, cell.words);
        let lines: Vec<String> = match self {
            _ if self.is_empty() => Vec::new(),
            Self::Line(words) | Self::Text(words) | Self::Choice(words) => vec![words.clone()],
            Self::Scale(number) => number.iter().map(|number| format!("{number}/10")).collect(),
            Self::Percent(number) => number.iter().map(|number| format!("{number} %")).collect(),
            Self::Lines(lines) => lines.clone(),
            Self::Ranked(lines) => {
                lines.iter().zip(1..).map(|(line, rank)| format!("{rank}. {line}")).collect()
            }
            Self::Rated(lines) => lines.iter().map(rated).collect(),
            Self::Square(cells) => {
                cells.iter().filter(|cell| !cell.words.trim().is_empty()).map(cell).collect()
            }
            Self::Date(day) => day.iter().filter_map(|day| iso(*day)).collect(),
        };
        lines
    }

    /// Its words alone, without any question.
    pub(super) fn words(&self) -> Vec<&str> {
        match self {
            Self::Line(words) | Self::Text(words) | Self::Choice(words) => vec![words],
            Self::Lines(lines) | Self::Ranked(lines) => lines.iter().map(String::as_str).collect(),
            Self::Rated(lines) => lines.iter().map(|line| line.words.as_str()).collect(),
            Self::Square(cells) => cells.iter().map(|cell| cell.words.as_str()).collect(),
            Self::Scale(_) | Self::Percent(_) | Self::Date(_) => Vec::new(),
        }
    }

    fn tidied(self) -> Self {
        let lines = |lines: Vec<String>| {
            let tidy = lines.iter().map(|line| check::one_line(line));
            tidy.filter(|line| !line.is_empty()).collect()
        };
        match self {
            Self::Line(words) => Self::Line(check::one_line(&words)),
            Self::Text(words) => Self::Text(words.trim().to_owned()),
            Self::Choice(words) => Self::Choice(check::one_line(&words)),
            Self::Lines(given) => Self::Lines(lines(given)),
            Self::Ranked(given) => Self::Ranked(lines(given)),
            Self::Rated(given) => {
                let tidy =
                    given.into_iter().map(|line| Rating { words: check::one_line(&line.words), ..line });
                Self::Rated(tidy.filter(|line| !line.words.is_empty() || line.percent.is_some()).collect())
            }
            Self::Square(cells) => {
                let tidy = |cell: Cell| Cell {
                    label: check::one_line(&cell.label),
                    words: cell.words.trim().into(),
                };
                Self::Square(cells.into_iter().map(tidy).collect())
            }
            number => number,
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        const FIELD: &str = "answers";
        let most = |number: &Option<u8>, most: u8| match number.is_some_and(|number| number > most) {
            true => Err(SaidError::OutOfRange { field: FIELD }),
            false => Ok(()),
        };
        self.words().into_iter().try_for_each(|words| check::texts(&[(FIELD, words)]))?;
        match self {
            Self::Scale(number) => most(number, 10),
            Self::Percent(number) => most(number, 100),
            Self::Lines(lines) | Self::Ranked(lines) => check::count(FIELD, lines.len()),
            Self::Rated(lines) => {
                check::count(FIELD, lines.len())?;
                lines.iter().try_for_each(|line| most(&line.percent, 100))
            }
            Self::Square(cells) => {
                check::count(FIELD, cells.len())?;
                cells.iter().try_for_each(|cell| check::lines(&[(FIELD, &cell.label)]))
            }
            Self::Date(Some(day)) if Day::new(*day).is_err() => Err(SaidError::OutOfRange { field: FIELD }),
            _ => Ok(()),
        }
    }
}

/// A day as `2026-11-24`.
fn iso(day: i32) -> Option<String> {
    let (year, month, day) = Day::new(day).ok()?.civil();
    Some(format!("{year:04}-{month:02}-{day:02}"))
}
