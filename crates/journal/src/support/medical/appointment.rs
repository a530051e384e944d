//! An appointment: when, with whom, what to ask and bring, and what came of it.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// An appointment. As it rests.
pub type Appointment = Noted<AppointmentWords>;

/// An appointment. All that its writer decides; its moment is when it is.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct AppointmentWords {
    /// With whom: a role, or a name.
    pub with_whom: String,
    /// Where.
    pub place: String,
    /// A link, as it was given.
    pub link: String,
    /// What it is for.
    pub purpose: String,
    /// What to ask.
    pub questions: Vec<String>,
    /// What to bring.
    pub bring: Vec<String>,
    /// What came of it.
    pub outcome: String,
    /// What to do until the next one.
    pub homework: String,
    /// What comes next.
    pub next: String,
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

impl Said for AppointmentWords {
    const KIND: Kind = Kind::APPOINTMENT;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "with_whom",
        "place",
        "link",
        "purpose",
        "questions",
        "bring",
        "outcome",
        "homework",
        "next",
        "happened_at_s",
        "offset_min",
        "zone",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self {
            with_whom: check::one_line(&self.with_whom),
            place: check::one_line(&self.place),
            link: check::one_line(&self.link),
            purpose: check::one_line(&self.purpose),
            questions: check::tidy_names(self.questions),
            bring: check::tidy_names(self.bring),
            outcome: self.outcome.trim().to_owned(),
            homework: self.homework.trim().to_owned(),
            next: self.next.trim().to_owned(),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.with_whom.is_empty() && self.purpose.is_empty() {
            return Err(SaidError::Missing { field: "with_whom" });
        }
        check::lines(&[("with_whom", &self.with_whom), ("place", &self.place), ("purpose", &self.purpose)])?;
        check::texts(&[
            ("link", &self.link),
            ("outcome", &self.outcome),
            ("homework", &self.homework),
            ("next", &self.next),
        ])?;
        check::names("questions", &self.questions)?;
        check::names("bring", &self.bring)
    }

    fn list_title(&self) -> String {
        check::title(&self.preview())
    }

    fn preview(&self) -> String {
        if self.with_whom.is_empty() { self.purpose.clone() } else { self.with_whom.clone() }
    }

    fn search_text(&self) -> String {
        let said = [&self.with_whom, &self.place, &self.purpose, &self.outcome, &self.homework, &self.next];
        let words: Vec<&str> =
            said.into_iter().chain(&self.questions).chain(&self.bring).map(String::as_str).collect();
        fold(&words.join("\n"))
    }
}
