//! Medical care: its pages.

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum MedicalPlace {
    /// The overview.
    Home,
}
