//! Export and import: its pages.

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum TransferPlace {
    /// Both ways.
    Home,
}
