//! What a summary for somebody is asked for with, and what the records give of it.

pub use journal::summary::{Gathered, SummaryAsk, SummaryChoices};
