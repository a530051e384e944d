//! Worksheets and plans: its pages.

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum WorksheetsPlace {
    /// The list of sheets.
    Home,
}
