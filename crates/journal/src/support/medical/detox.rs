//! The detox diary: a day with symptoms in the morning and in the evening, and what to ask before stopping. It makes no
//! score of them.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Day, Kind, check};

/// A page of the detox diary. As it rests.
pub type Detox = Noted<DetoxWords>;

/// A page of the detox diary. All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct DetoxWords {
    /// Which page it is; the fields of the other are empty.
    pub part: DetoxPart,
    /// The civil day it is about, days since 1970-01-01.
    pub day: i32,
    /// Which day of it, as its writer counts.
    pub day_number: Option<u16>,
    /// Symptoms.
    pub symptoms: Vec<Symptom>,
    /// Who is there.
    pub with_me: String,
    /// A note.
    pub note: String,
    /// Of the page before: the clinic, or whoever looks after it.
    pub clinic: String,
    /// Its number.
    pub clinic_phone: String,
    /// Own questions.
    pub questions: Vec<String>,
    /// What was answered.
    pub answers: String,
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// A page of the detox diary.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DetoxPart {
    /// A day.
    #[default]
    Day,
    /// What to ask before stopping, and whom to call.
    Before,
}

/// A symptom, 0 to 10 in the morning and in the evening.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Symptom {
    /// Its name.
    pub name: String,
    /// In the morning.
    pub morning: Option<u8>,
    /// In the evening.
    pub evening: Option<u8>,
}

impl DetoxWords {
    /// What the list keeps as the title of the sheet taken along: one name in every language, which the screen words.
    pub const BEFORE_TITLE: &str = "Ask before I stop";

    fn lines(&self) -> [(&'static str, &str); 3] {
        [("with_me", &self.with_me), ("clinic", &self.clinic), ("clinic_phone", &self.clinic_phone)]
    }
}

impl Said for DetoxWords {
    const KIND: Kind = Kind::DETOX;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "part",
        "day",
        "day_number",
        "symptoms",
        "with_me",
        "note",
        "clinic",
        "clinic_phone",
        "questions",
        "answers",
        "happened_at_s",
        "offset_min",
        "zone",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        let named = |symptom: Symptom| Symptom { name: check::one_line(&symptom.name), ..symptom };
        let mut symptoms: Vec<Symptom> = self.symptoms.into_iter().map(named).collect();
        symptoms.retain(|symptom| !symptom.name.is_empty());
        Self {
            symptoms,
            with_me: check::one_line(&self.with_me),
            note: self.note.trim().to_owned(),
            clinic: check::one_line(&self.clinic),
            clinic_phone: check::one_line(&self.clinic_phone),
            questions: check::tidy_names(self.questions),
            answers: self.answers.trim().to_owned(),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        if Day::new(self.day).is_err() {
            return Err(SaidError::OutOfRange { field: "day" });
        }
        check::count("symptoms", self.symptoms.len())?;
        for symptom in &self.symptoms {
            check::lines(&[("symptoms", &symptom.name)])?;
            check::scales(&[("symptoms", symptom.morning), ("symptoms", symptom.evening)])?;
        }
        check::lines(&self.lines())?;
        check::names("questions", &self.questions)?;
        check::texts(&[("note", &self.note), ("answers", &self.answers)])
    }

    fn list_title(&self) -> String {
        if self.part == DetoxPart::Before {
            return Self::BEFORE_TITLE.to_owned();
        }
        check::title(&self.preview())
    }

    fn preview(&self) -> String {
        let words = [&self.note, &self.with_me, &self.clinic];
        words.into_iter().find(|words| !words.is_empty()).cloned().unwrap_or_default()
    }

    fn search_text(&self) -> String {
        let symptoms = self.symptoms.iter().map(|symptom| &symptom.name);
        let said = [&self.with_me, &self.note, &self.clinic, &self.answers];
        let words: Vec<&str> =
            said.into_iter().chain(symptoms).chain(&self.questions).map(String::as_str).collect();
        fold(&words.join("\n"))
    }
}
