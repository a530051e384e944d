//! What a sheet asks, in order. Plain data; the words come from whoever shows it.

use super::answer::{Answer, Answered};
use super::{SheetId, WorksheetWords};

/// A sheet before anything is written into it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Definition {
    /// Which sheet.
    pub id: SheetId,
    /// Raised whenever what it asks is changed.
    pub version: u16,
    /// Its title.
    pub title: String,
    /// What it is for, in one line.
    pub purpose: String,
    /// What it asks.
    pub sections: Vec<Section>,
}

/// Questions under one heading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// The heading; may be empty.
    pub label: String,
    /// The questions.
    pub asks: Vec<Ask>,
}

/// One question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ask {
    /// Its name, once in a sheet, the same in every version of it.
    pub field: &'static str,
    /// The question.
    pub label: String,
    /// Explains it; may be empty.
    pub help: String,
    /// What an answer is.
    pub shape: Shape,
}

/// What an answer is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shape {
    /// One line.
    Line,
    /// Words of several lines.
    Text,
    /// 0 to 10, with the words of both ends.
    Scale(String, String),
    /// 0 to 100.
    Percent,
    /// Lines.
    Lines,
    /// Lines, the weightiest first.
    Ranked,
    /// Lines, each with a number of 0 to 100.
    Rated,
    /// One of these.
    Choice(Vec<String>),
    /// Two by two texts under these names.
    Square([String; 4]),
    /// A day.
    Date,
}

impl Shape {
    /// No answer of this shape.
    fn nothing(&self) -> Answer {
        match self {
            Self::Line => Answer::Line(String::new()),
            Self::Text => Answer::Text(String::new()),
            Self::Scale(..) => Answer::Scale(None),
            Self::Percent => Answer::Percent(None),
            Self::Lines => Answer::Lines(Vec::new()),
            Self::Ranked => Answer::Ranked(Vec::new()),
            Self::Rated => Answer::Rated(Vec::new()),
            Self::Choice(_) => Answer::Choice(String::new()),
            Self::Square(names) => Answer::square(names),
            Self::Date => Answer::Date(None),
        }
    }
}

impl Definition {
    /// The sheet with every question and no answer.
    #[must_use]
    pub fn blank(&self) -> WorksheetWords {
        self.over(WorksheetWords::default())
    }

    /// What was filled in, laid out to be written on: every question in this order, each answer under the question it
    /// was given to, whatever that is called now; what is asked no more comes last.
    #[must_use]
    pub fn over(&self, mut filled: WorksheetWords) -> WorksheetWords {
        let mut answered = core::mem::take(&mut filled.answers);
        let asks = self.sections.iter().flat_map(|part| part.asks.iter().map(move |ask| (part, ask)));
        let mut answers: Vec<Answered> = asks
            .map(|(section, ask)| {
                let nothing = ask.shape.nothing();
                let fits = |given: &Answered| {
                    given.field == ask.field && given.answer.is_shaped_as(&nothing) && !given.is_empty()
                };
                match answered.iter().position(fits) {
                    Some(at) => Answered { section: section.label.clone(), ..answered.remove(at) },
                    None => Answered {
                        section: section.label.clone(),
                        field: ask.field.to_owned(),
                        label: ask.label.clone(),
                        answer: nothing,
                    },
                }
            })
            .collect();
        answered.retain(|given| !given.is_empty());
        answers.extend(answered);
        WorksheetWords {
            sheet: self.id.name().to_owned(),
            version: self.version,
            title: self.title.clone(),
            answers,
            ..filled
        }
    }

    /// The question of that answer; `None` where it is asked no more, or otherwise.
    #[must_use]
    pub fn ask(&self, given: &Answered) -> Option<&Ask> {
        let mut asks = self.sections.iter().flat_map(|section| &section.asks);
        asks.find(|ask| ask.field == given.field && ask.shape.nothing().is_shaped_as(&given.answer))
    }
}
