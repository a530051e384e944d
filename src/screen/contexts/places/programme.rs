//! Programme, routines, promises and guidance: its pages.

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum ProgrammePlace {
    /// Routines and habits.
    Routines,
    /// Steps or modules of one's own programme.
    Steps,
    /// Meetings.
    Meetings,
    /// Stays.
    Stays,
    /// Coach and case manager: small steps, what was promised, the gap check, who does what.
    Coach,
    /// Mentor, faith and community.
    Guidance,
}
