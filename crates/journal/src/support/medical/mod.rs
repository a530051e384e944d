//! Medical care: medicines and doses, appointments, measurements, the detox diary.

mod appointment;
mod detox;
mod dose;
mod measurement;
mod medicine;

pub use appointment::{Appointment, AppointmentWords};
pub use detox::{Detox, DetoxWords};
pub use dose::{Dose, DoseWords};
pub use measurement::{Measurement, MeasurementWords};
pub use medicine::{Medicine, MedicineWords};
