//! Medical care: medicines and doses, appointments, measurements, the detox diary. Nothing here computes or suggests a
//! dose, and nothing judges a number.

mod appointment;
mod care;
mod detox;
mod dose;
mod measurement;
mod medicine;
mod naloxone;
mod schedule;
mod taking;

// Medicines and when they are planned
pub use care::Care;
pub use medicine::{Medicine, MedicineForm, MedicineWords};
pub use naloxone::Naloxone;
pub use schedule::{Handing, Planned, Rhythm, Schedule};

// What became of doses
pub use dose::{Dose, DoseReason, DoseWords, Outcome, SideEffect};
pub use taking::{Slot, day_of, has_lost_tolerance, skipped_in_a_row, slots, unrecorded_since};

// Everything else
pub use appointment::{Appointment, AppointmentWords};
pub use detox::{Detox, DetoxPart, DetoxWords, Symptom};
pub use measurement::{Measurement, MeasurementWords};
