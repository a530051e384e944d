//! Contact with somebody on the table, or with a leg itself: shown, never judged.

use serde::{Deserialize, Serialize};

use super::PersonWords;
use crate::insights::{Fact, Moment};
use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// Contact as it rests.
pub type Contact = Noted<ContactWords>;

/// All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactWords {
    /// What whoever it was with was called then.
    pub name: String,
    /// The person.
    pub person: Option<[u8; 16]>,
    /// The leg, where it was a place or a whole leg.
    pub leg: Option<[u8; 16]>,
    /// One line.
    pub line: String,
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

impl ContactWords {
    /// The civil day of it there, days since 1970-01-01.
    #[must_use]
    pub fn day(&self) -> i32 {
        let local = self.happened_at_s.saturating_add(i64::from(self.offset_min) * 60);
        i32::try_from(local.div_euclid(86_400)).unwrap_or_default()
    }

    /// Whether it was with a leg: with the leg itself, or with one of the people who stand on it.
    #[must_use]
    pub fn is_with_leg(&self, leg: [u8; 16], people: &[([u8; 16], PersonWords)]) -> bool {
        self.leg == Some(leg)
            || self.person.is_some_and(|with| {
                people.iter().any(|(id, person)| *id == with && person.legs.contains(&leg))
            })
    }
}

impl Said for ContactWords {
    const KIND: Kind = Kind::CONTACT;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] =
        &["name", "person", "leg", "line", "happened_at_s", "offset_min", "zone"];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self { name: check::one_line(&self.name), line: check::one_line(&self.line), ..self }
    }

    fn check(&self) -> Result<(), SaidError> {
        check::lines(&[("name", &self.name), ("line", &self.line)])
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        match self.line.is_empty() {
            true => self.name.clone(),
            false => self.line.clone(),
        }
    }

    fn search_text(&self) -> String {
        fold(&[self.name.as_str(), &self.line].join("\n"))
    }
    fn fact(&self) -> Option<Fact> {
        Some(Fact::Met(Moment::of(self)))
    }
}
