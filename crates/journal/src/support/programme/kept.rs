//! A routine marked done for a day. It holds no words.

use serde::{Deserialize, Serialize};

use crate::insights::Fact;
use crate::noted::{Noted, Said, SaidError};
use crate::{Day, Kind, check};

/// A mark as it rests.
pub type Kept = Noted<KeptWords>;

/// All that its writer decides. Two marks of one routine on one day count once.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptWords {
    /// The routine's record.
    pub routine: [u8; 16],
    /// For which civil day, days since 1970-01-01.
    pub day: i32,
    /// When it was marked, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

impl Said for KeptWords {
    const KIND: Kind = Kind::KEPT;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &["routine", "day", "happened_at_s", "offset_min", "zone"];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        self
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.routine == [0; 16] {
            return Err(SaidError::Missing { field: "routine" });
        }
        check::days(&[("day", Some(self.day))])
    }

    fn list_title(&self) -> String {
        String::new()
    }

    fn preview(&self) -> String {
        String::new()
    }

    fn search_text(&self) -> String {
        String::new()
    }

    fn fact(&self) -> Option<Fact> {
        Some(Fact::Kept(Day::new(self.day).ok()?, self.routine))
    }
}
