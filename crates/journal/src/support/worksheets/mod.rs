//! Worksheets and plans: filled-in sheets of one engine. A definition says what a sheet asks; what was answered carries
//! each question as it stood, so that it is read without its definition.

mod answer;
mod definition;
mod sheet;
mod sheet_id;

pub use answer::{Answer, Answered, Cell, Rating};
pub use definition::{Ask, Definition, Section, Shape};
pub use sheet::{Worksheet, WorksheetWords};
pub use sheet_id::SheetId;
