//! What the owner chose inside a journal: a record of which there is one; and its body of JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::Suggestion;
use crate::body::BodyError;
use crate::fields::{Fields, UnknownFields};

/// What would help right now.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// Stop or cut down.
    StopOrCutDown,
    /// Stay steady.
    StaySteady,
    /// Not sure.
    NotSure,
    /// Just write.
    JustWrite,
    /// Not now.
    NotNow,
}

/// The choices.
///
/// ```
/// use journal::{Settings, Suggestion};
/// let mut settings = Settings::default();
/// settings.put_away(Suggestion::RecoverySheet, 5);
/// settings.put_away(Suggestion::RecoverySheet, 9);
/// assert_eq!(settings.put_aways()[&Suggestion::RecoverySheet], (2, 9));
/// assert_eq!(Settings::from_body(Settings::SCHEMA, &settings.to_body()).unwrap(), settings);
/// ```
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize)]
pub struct Settings {
    /// The answer to "What would help right now?"; `None` while nobody has answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wish: Option<Wish>,
    put_away: PutAways,
    #[serde(flatten)]
    unknown: UnknownFields,
}

/// Suggestions put away: how often, and when last (ms since 1970 UTC). Those of a newer version are kept.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize)]
struct PutAways {
    #[serde(flatten)]
    known: BTreeMap<Suggestion, (u8, u64)>,
    #[serde(flatten)]
    unknown: UnknownFields,
}

impl Settings {
    /// The schema that this version writes.
    pub const SCHEMA: u16 = 1;
    /// The name behind the record's id (FORMAT 4).
    pub const NAME: &'static str = "settings";

    /// Suggestions put away: how often, and when last (ms since 1970 UTC).
    #[must_use]
    pub fn put_aways(&self) -> &BTreeMap<Suggestion, (u8, u64)> {
        &self.put_away.known
    }

    /// Puts a suggestion away once more.
    pub fn put_away(&mut self, suggestion: Suggestion, now_ms: u64) {
        let (times, at_ms) = self.put_away.known.entry(suggestion).or_default();
        (*times, *at_ms) = (times.saturating_add(1), now_ms);
    }

    /// One of two that were changed apart from each other: an answer counts before none, and what was put away more
    /// often, or later, before the other.
    #[must_use]
    pub fn joined(mut self, other: Self) -> Self {
        self.wish = self.wish.or(other.wish);
        for (suggestion, put_away) in other.put_away.known {
            let mine = self.put_away.known.entry(suggestion).or_default();
            *mine = put_away.max(*mine);
        }
        self
    }

    /// The body as it rests: UTF-8 JSON of [`Settings::SCHEMA`].
    #[must_use]
    pub fn to_body(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("settings are plain JSON")
    }

    /// Reads a body.
    ///
    /// # Errors
    /// Each [`BodyError`]; none quotes what was read.
    pub fn from_body(schema: u16, body: &[u8]) -> Result<Self, BodyError> {
        let mut fields = Fields::of_schema(schema, Self::SCHEMA, body)?;
        let wish = fields.take("wish")?;
        let put_away: &RawValue = fields.require("put_away")?;
        Ok(Self { wish, put_away: PutAways::read(put_away.get().as_bytes())?, unknown: fields.rest() })
    }
}

impl PutAways {
    fn read(json: &[u8]) -> Result<Self, BodyError> {
        let malformed = BodyError::Malformed { field: "put_away" };
        let mut fields = Fields::read(json).map_err(|_| malformed)?;
        let mut known = BTreeMap::new();
        for suggestion in Suggestion::ALL {
            if let Some(put_away) = fields.take(suggestion.name()).map_err(|_| malformed)? {
                known.insert(suggestion, put_away);
            }
        }
        Ok(Self { known, unknown: fields.rest() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(wish: Option<Wish>, put_away: &[(Suggestion, (u8, u64))]) -> Settings {
        let put_away = PutAways { known: put_away.iter().copied().collect(), ..PutAways::default() };
        Settings { wish, put_away, ..Settings::default() }
    }

    #[test]
    fn settings_changed_apart_are_joined_whichever_comes_first() {
        use Suggestion::*;
        let one = with(None, &[(RecoverySheet, (1, 9)), (StorageAtRisk, (2, 5))]);
        let other = with(Some(Wish::JustWrite), &[(RecoverySheet, (1, 7)), (FirstQuestion, (1, 1))]);
        let joined = with(
            Some(Wish::JustWrite),
            &[(RecoverySheet, (1, 9)), (StorageAtRisk, (2, 5)), (FirstQuestion, (1, 1))],
        );
        assert_eq!(one.clone().joined(other.clone()), joined);
        assert_eq!(other.joined(one), joined);
    }
}
