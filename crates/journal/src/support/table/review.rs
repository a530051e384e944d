//! The table looked over: three questions, and the legs as they stood on that day.

use serde::{Deserialize, Serialize};

use super::{LegKind, LegWords, Strength};
use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// A look over the table as it rests.
pub type Review = Noted<ReviewWords>;

/// All that its writer decides, and the legs of that day.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewWords {
    /// Where support feels strong.
    pub strong: String,
    /// What is missing.
    pub missing: String,
    /// Who listens without judging.
    pub listens: String,
    /// The legs of that day, in the order in which they stood.
    pub legs: Vec<LegSeen>,
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// A leg as it stood on a day.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct LegSeen {
    /// Which kind of support.
    pub kind: LegKind,
    /// What it was called, where not by its kind.
    pub name: String,
    /// How strong it was called.
    pub strength: Option<Strength>,
    /// Whether it wobbled.
    pub wobbles: bool,
}

impl LegSeen {
    /// The leg as it stands on that civil day.
    #[must_use]
    pub fn of(leg: &LegWords, today: i32) -> Self {
        Self {
            kind: leg.kind,
            name: leg.name.clone(),
            strength: leg.strength,
            wobbles: leg.wobbles_on(today),
        }
    }

    /// Whether it carried: steady or strong, and not wobbling.
    #[must_use]
    pub fn carries(&self) -> bool {
        self.strength >= Some(Strength::Steady) && !self.wobbles
    }
}

impl ReviewWords {
    fn texts(&self) -> [(&'static str, &str); 3] {
        [("strong", &self.strong), ("missing", &self.missing), ("listens", &self.listens)]
    }

    /// The first words there are.
    fn words(&self) -> &str {
        self.texts().map(|(_, words)| words).into_iter().find(|words| !words.is_empty()).unwrap_or_default()
    }
}

impl Said for ReviewWords {
    const KIND: Kind = Kind::REVIEW;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] =
        &["strong", "missing", "listens", "legs", "happened_at_s", "offset_min", "zone"];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        let text = |words: &str| words.trim().to_owned();
        Self {
            strong: text(&self.strong),
            missing: text(&self.missing),
            listens: text(&self.listens),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        check::count("legs", self.legs.len())?;
        self.legs.iter().try_for_each(|leg| check::lines(&[("legs", &leg.name)]))?;
        check::texts(&self.texts())
    }

    fn list_title(&self) -> String {
        check::title(self.words().lines().next().unwrap_or_default())
    }

    fn preview(&self) -> String {
        self.words().to_owned()
    }

    fn search_text(&self) -> String {
        fold(&self.texts().map(|(_, words)| words).join("\n"))
    }
}
