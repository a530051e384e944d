//! Export and import: its pages.

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum TransferPlace {
    /// Both ways.
    Home,
    /// Another program's file comes in.
    Import,
    /// A journal in the clear goes out.
    Export,
}
