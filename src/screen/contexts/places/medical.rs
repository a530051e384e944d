//! Medical care: its pages.

use keeper::protocol::Id;

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum MedicalPlace {
    /// The overview.
    Home,
    /// All medicines.
    Medicines,
    /// One medicine: what to know, today, and its days.
    Medicine(Id),
    /// Appointments that come, and those that were.
    Appointments,
    /// What was measured.
    Measurements,
    /// The detox diary.
    Detox,
    /// "Ask before I stop".
    Before,
    /// Naloxone at hand.
    Naloxone,
}
