//! Answers to a questionnaire. They stand beside the words of the questions as they were, so that they stay readable
//! whatever becomes of the questionnaire.

use serde::{Deserialize, Serialize};

use super::{Instrument, ScoreWords};
use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// Most answers.
const ANSWERS: usize = 1_000;

/// Answers as they rest.
pub type Response = Noted<ResponseWords>;

/// Answers. All that their writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct ResponseWords {
    /// What the questionnaire is called.
    pub name: String,
    /// The questionnaire.
    pub questionnaire: Option<[u8; 16]>,
    /// What it names as its canonical address and version.
    pub canonical: String,
    /// Whose it is, as the file says.
    pub copyright: String,
    /// The instrument its codes stand for, where they are known.
    pub instrument: Instrument,
    /// Questions that were asked, with what was answered.
    pub answers: Vec<Answer>,
    /// The sum of weights in hundredths, where there is one.
    pub hundredths: Option<i64>,
    /// How many questions are in that sum.
    pub weighed: u16,
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// One answer.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// The linkId of its question.
    pub link: String,
    /// The question.
    pub question: String,
    /// What was chosen or typed, in words.
    pub words: Vec<String>,
    /// The same as the file calls it.
    pub values: Vec<String>,
}

impl ResponseWords {
    /// The score that these answers make, kept under `id`; `None` without a sum, of an instrument that is not on the
    /// list, and of a sum which that one cannot give.
    #[must_use]
    pub fn score(&self, id: [u8; 16]) -> Option<ScoreWords> {
        let hundredths = self.hundredths?;
        self.instrument.about()?;
        self.instrument.gives(hundredths).then(|| ScoreWords {
            instrument: self.instrument,
            hundredths: Some(hundredths),
            response: Some(id),
            happened_at_s: self.happened_at_s,
            offset_min: self.offset_min,
            zone: self.zone.clone(),
            ..ScoreWords::default()
        })
    }
}

impl Said for ResponseWords {
    const KIND: Kind = Kind::RESPONSE;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "name",
        "questionnaire",
        "canonical",
        "copyright",
        "instrument",
        "answers",
        "hundredths",
        "weighed",
        "happened_at_s",
        "offset_min",
        "zone",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self { name: check::one_line(&self.name), ..self }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.name.is_empty() {
            return Err(SaidError::Missing { field: "name" });
        }
        if self.answers.len() > ANSWERS {
            return Err(SaidError::TooMany { field: "answers", count: self.answers.len(), limit: ANSWERS });
        }
        check::texts(&[
            ("name", &self.name),
            ("canonical", &self.canonical),
            ("copyright", &self.copyright),
        ])?;
        self.answers.iter().try_for_each(|answer| {
            let words = answer.words.iter().chain(&answer.values).chain([&answer.link, &answer.question]);
            words.into_iter().try_for_each(|words| check::texts(&[("answers", words)]))
        })
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.name.clone()
    }

    fn search_text(&self) -> String {
        let answers = self.answers.iter().flat_map(|answer| &answer.words).map(String::as_str);
        fold(&[self.name.as_str()].into_iter().chain(answers).collect::<Vec<_>>().join("\n"))
    }
}
