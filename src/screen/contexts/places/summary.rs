//! A summary for somebody: its pages.

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum SummaryPlace {
    /// Choosing what goes in.
    Home,
}
