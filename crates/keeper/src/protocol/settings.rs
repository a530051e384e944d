//! What the owner chose inside a journal: sealed with it, unlike the open shelf.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

// What the choices mean, and which suggestion follows from them, is the journal's.
pub use journal::{
    BackupKnown, Choices, OwnScale, Person, Recalled, SettingsChange, Suggestion, SuggestionFacts,
    TableKnown, Wish, suggest,
};

/// The choices.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Settings {
    /// The answer to "What would help right now?"; `None` while nobody has answered.
    pub wish: Option<Wish>,
    /// Suggestions that were put away: how often, and when last (ms since 1970 UTC).
    pub put_away: BTreeMap<Suggestion, (u8, u64)>,
    /// The passphrase, as far as it was asked for and was right.
    pub recalled: Option<Recalled>,
    /// How the journal is used.
    pub choices: Choices,
}
