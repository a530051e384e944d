//! A summary as it goes out: one self-contained page, plain text, rows for a spreadsheet, and FHIR R4. Each is made of
//! the lines that are left when its owner has hidden what they wish; nothing else is looked at.

mod csv;
mod escape;
mod fhir;
mod page;
mod text;

pub use csv::csv;
pub use fhir::fhir;
pub use page::{Look, STYLE, page};
pub use text::text;

use journal::Day;

/// A civil day as ISO 8601 writes it.
fn iso(day: i32) -> String {
    let (year, month, date) = Day::new(day).map(Day::civil).unwrap_or_default();
    format!("{year:04}-{month:02}-{date:02}")
}

/// A whole number without its point, others with one digit behind it.
fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    if tenths.fract() == 0.0 { format!("{tenths:.0}") } else { format!("{tenths:.1}") }
}
