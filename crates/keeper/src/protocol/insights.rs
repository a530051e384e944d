//! What the journal shows, as the keeper reckons it.

use serde::{Deserialize, Serialize};

pub use journal::insights::Range;

/// What a stretch of days shows.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct InsightsShown {
    /// The figures.
    pub insights: journal::insights::Insights,
    /// False while bodies are still being read: then it is of those read so far.
    pub complete: bool,
}
