//! Worksheets and plans: its pages.

use keeper::protocol::support::worksheets::SheetId;

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum WorksheetsPlace {
    /// Plans and worksheets.
    Home,
    /// The plans alone.
    Plans,
    /// One plan or worksheet: what it is for, and those filled in.
    Sheet(SheetId),
}
