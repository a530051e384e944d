//! What the owner chose inside a journal: sealed with it, unlike the open shelf.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The choices.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Settings {
    /// The answer to "What would help right now?"; `None` while nobody has answered.
    pub wish: Option<Wish>,
    /// Suggestions that were put away: how often, and when last (ms since 1970 UTC).
    pub put_away: BTreeMap<Suggestion, (u8, u64)>,
}

/// What would help right now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
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

/// What Today may suggest, in the order in which one comes before the other (UX 2.7).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Suggestion {
    /// The browser may clear this journal.
    StorageAtRisk,
    /// Make a recovery sheet.
    RecoverySheet,
    /// The quiet card.
    FirstQuestion,
}

/// One change of the choices.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum SettingsChange {
    /// The quiet card was answered.
    Wish(Wish),
    /// A suggestion was put away.
    PutAway(Suggestion),
}
