//! Naloxone at hand (DOMAIN 5.1): whether it is there, where, who knows, until when.

use serde::{Deserialize, Serialize};

/// What is known of it. All of it may be empty.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Naloxone {
    /// Whether it is there.
    pub have: Option<bool>,
    /// How much, and in which form, in own words.
    pub kit: String,
    /// Where it is.
    pub place: String,
    /// Who knows where it is and how to use it.
    pub who_knows: String,
    /// The date on the pack, days since 1970-01-01.
    pub expiry_day: Option<i32>,
    /// Whether its owner was shown how to use it.
    pub trained: Option<bool>,
    /// When it was last looked at, days since 1970-01-01.
    pub checked_day: Option<i32>,
}
