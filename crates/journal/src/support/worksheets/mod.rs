//! Worksheets and plans: filled-in sheets of one engine.

mod sheet;

pub use sheet::{Worksheet, WorksheetWords};
