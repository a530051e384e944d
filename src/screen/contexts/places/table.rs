//! The table and its legs: its pages.

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum TablePlace {
    /// The table.
    Home,
}
