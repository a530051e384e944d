//! Programme, routines, promises and guidance: its pages.

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum ProgrammePlace {
    /// The overview.
    Home,
}
