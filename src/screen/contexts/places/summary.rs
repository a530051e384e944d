//! A summary for somebody: its pages.

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum SummaryPlace {
    /// Choosing what goes in.
    Home,
    /// The page itself, and the ways it can go out.
    Preview,
    /// Receipts of what was shared.
    Receipts,
}
