//! What the owner chose inside a journal: a record of which there is one; and its body of JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::body::BodyError;
use crate::check;
use crate::fields::{Fields, UnknownFields};
use crate::noted::SaidError;
use crate::summary::SummaryChoices;
use crate::{Recalled, Suggestion, Tracked};

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
    /// The passphrase, as far as it was asked for and was right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recalled: Option<Recalled>,
    #[serde(skip_serializing_if = "KeptChoices::are_first")]
    choices: KeptChoices,
    #[serde(flatten)]
    unknown: UnknownFields,
}

/// How the owner uses the journal. Nothing here is chosen for them: each begins off or empty. It goes through messages as
/// well, which know no field by its name: every field is always written.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// Days begin at 04:00.
    pub day_starts_at_four: bool,
    /// What check-ins ask beside their seven rows.
    pub tracked: Vec<Tracked>,
    /// Own scales, hidden ones too.
    pub scales: Vec<OwnScale>,
    /// No charts.
    pub charts_hidden: bool,
    /// A person to call.
    pub person: Option<Person>,
    /// Reminders rest until they are wanted again.
    pub reminders_rest: bool,
    /// Kinds of record, by number, that are left out of everything made for somebody else.
    pub never_share: Vec<u8>,
    /// What was chosen for the last summary; kept on the owner's own device alone.
    pub summary: SummaryChoices,
}

impl Choices {
    const FIELDS: &'static [&'static str] = &[
        "day_starts_at_four",
        "tracked",
        "scales",
        "charts_hidden",
        "person",
        "reminders_rest",
        "never_share",
        "summary",
    ];
}

/// How the journal is used, with what a newer version added.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize)]
struct KeptChoices {
    #[serde(flatten)]
    known: Choices,
    #[serde(flatten)]
    unknown: UnknownFields,
}

impl KeptChoices {
    fn are_first(&self) -> bool {
        *self == Self::default()
    }

    fn read(json: &[u8]) -> Result<Self, BodyError> {
        let malformed = BodyError::Malformed { field: "choices" };
        let mut fields = Fields::read(json).map_err(|_| malformed)?;
        for field in Choices::FIELDS {
            fields.drop(field);
        }
        let known = serde_json::from_slice(json).map_err(|_| malformed)?;
        Ok(Self { known, unknown: fields.rest() })
    }
}

/// A scale of 0 to 10 in the owner's words.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnScale {
    /// Names it in check-ins, from 1; never used again for another.
    pub number: u16,
    /// Its name.
    pub name: String,
    /// What 0 means, may be empty.
    pub low: String,
    /// What 10 means, may be empty.
    pub high: String,
    /// No longer asked; its answers are kept.
    pub hidden: bool,
}

/// Somebody to call.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// Name or role.
    pub name: String,
    /// The number to dial.
    pub number: String,
}

/// One change of what the owner chose.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum SettingsChange {
    /// The quiet card was answered.
    Wish(Wish),
    /// A suggestion was put away.
    PutAway(Suggestion),
    /// The passphrase, made then (ms since 1970 UTC), was asked for and was right.
    Recalled(u64),
    /// Days begin at 04:00, or at midnight.
    DayStartsAtFour(bool),
    /// A row of check-ins is wanted, or no longer.
    Track(Tracked, bool),
    /// An own scale, new (number 0) or changed.
    Scale(OwnScale),
    /// Charts are hidden, or shown.
    ChartsHidden(bool),
    /// A person to call, or nobody.
    Person(Option<Person>),
    /// Reminders rest, or go on.
    RemindersRest(bool),
    /// A kind of record, by number, is never shared, or may be again.
    NeverShare(u8, bool),
    /// What was chosen for a summary.
    Summary(SummaryChoices),
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

    /// How the journal is used.
    #[must_use]
    pub fn choices(&self) -> &Choices {
        &self.choices.known
    }

    /// Applies one change.
    ///
    /// # Errors
    /// A name that is missing, too long, or one too many.
    pub fn change(&mut self, change: SettingsChange, now_ms: u64) -> Result<(), SaidError> {
        let choices = &mut self.choices.known;
        match change {
            SettingsChange::Wish(wish) => self.wish = Some(wish),
            SettingsChange::PutAway(suggestion) => self.put_away(suggestion, now_ms),
            SettingsChange::Recalled(made_at_ms) => self.recalled_again(made_at_ms, now_ms),
            SettingsChange::DayStartsAtFour(four) => choices.day_starts_at_four = four,
            SettingsChange::Track(row, wanted) => {
                choices.tracked.retain(|tracked| *tracked != row);
                if wanted {
                    choices.tracked.push(row);
                    choices.tracked.sort_unstable();
                }
            }
            SettingsChange::Scale(scale) => choices.put_scale(scale)?,
            SettingsChange::ChartsHidden(hidden) => choices.charts_hidden = hidden,
            SettingsChange::Person(person) => choices.person = person.map(Person::checked).transpose()?,
            SettingsChange::RemindersRest(rest) => choices.reminders_rest = rest,
            SettingsChange::NeverShare(kind, never) => {
                choices.never_share.retain(|other| *other != kind);
                if never {
                    choices.never_share.push(kind);
                    choices.never_share.sort_unstable();
                }
            }
            SettingsChange::Summary(chosen) => choices.summary = chosen.checked()?,
        }
        Ok(())
    }

    /// Puts a suggestion away once more.
    pub fn put_away(&mut self, suggestion: Suggestion, now_ms: u64) {
        let (times, at_ms) = self.put_away.known.entry(suggestion).or_default();
        (*times, *at_ms) = (times.saturating_add(1), now_ms);
    }

    /// Whoever was right is asked again by and by, also who had put that away.
    fn recalled_again(&mut self, made_at_ms: u64, now_ms: u64) {
        let known = self.recalled.unwrap_or_default();
        self.recalled = Some(known.again(made_at_ms, now_ms));
        self.put_away.known.remove(&Suggestion::RecallPassphrase);
    }

    /// One of two that were changed apart from each other: an answer counts before none, and what was put away more
    /// often, or later, before the other.
    #[must_use]
    pub fn joined(mut self, other: Self) -> Self {
        self.wish = self.wish.or(other.wish);
        self.recalled = self.recalled.max(other.recalled);
        self.choices.known.join(other.choices.known);
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
        let put_away = PutAways::read(put_away.get().as_bytes())?;
        let recalled = fields.take("recalled")?;
        let choices: Option<&RawValue> = fields.take("choices")?;
        let choices = choices.map(|json| KeptChoices::read(json.get().as_bytes())).transpose()?;
        let choices = choices.unwrap_or_default();
        Ok(Self { wish, put_away, recalled, choices, unknown: fields.rest() })
    }
}

impl Choices {
    fn put_scale(&mut self, scale: OwnScale) -> Result<(), SaidError> {
        let line = |words: &str| check::one_line(words);
        let mut scale =
            OwnScale { name: line(&scale.name), low: line(&scale.low), high: line(&scale.high), ..scale };
        if scale.name.is_empty() {
            return Err(SaidError::Missing { field: "name" });
        }
        check::lines(&[("name", &scale.name), ("low", &scale.low), ("high", &scale.high)])?;
        match self.scales.iter_mut().find(|known| known.number == scale.number) {
            Some(known) => *known = scale,
            None => {
                check::count("scales", self.scales.len() + 1)?;
                let last = self.scales.iter().map(|known| known.number).max().unwrap_or(0);
                scale.number = last.saturating_add(1);
                self.scales.push(scale);
            }
        }
        Ok(())
    }

    /// What is wanted on either side is wanted; of two that differ, this side's stays.
    fn join(&mut self, other: Self) {
        self.day_starts_at_four |= other.day_starts_at_four;
        self.charts_hidden |= other.charts_hidden;
        self.reminders_rest |= other.reminders_rest;
        self.person = self.person.take().or(other.person);
        self.tracked.extend(other.tracked);
        self.tracked.sort_unstable();
        self.tracked.dedup();
        self.never_share.extend(other.never_share);
        self.never_share.sort_unstable();
        self.never_share.dedup();
        for scale in other.scales {
            if !self.scales.iter().any(|known| known.number == scale.number) {
                self.scales.push(scale);
            }
        }
        self.scales.sort_by_key(|scale| scale.number);
    }
}

impl Person {
    fn checked(self) -> Result<Self, SaidError> {
        let person = Self { name: check::one_line(&self.name), number: check::one_line(&self.number) };
        check::lines(&[("name", &person.name), ("number", &person.number)])?;
        match person.name.is_empty() && person.number.is_empty() {
            true => Err(SaidError::Missing { field: "name" }),
            false => Ok(person),
        }
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
