//! Export and import: its pages.

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum TransferPlace {
    /// Another program's file comes in.
    Import,
    /// A journal in the clear goes out.
    Export,
}
