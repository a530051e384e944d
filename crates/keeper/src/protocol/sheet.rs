//! The recovery sheet as characters: 20 bytes as 32 Crockford characters in four lines of eight, each line followed by
//! Crockford's check symbol over the line's 40 bits (FORMAT 2). A slip is caught on its line.

/// Lines of a sheet.
pub const LINES: usize = 4;

/// The characters of a sheet.
///
/// # Security
/// Holds a secret in characters; wiped on drop, never printed.
pub struct Sheet(());

/// What is wrong with one line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SheetLineError {
    /// Fewer than nine characters.
    TooShort,
    /// More than nine characters.
    TooLong,
    /// A character that no sheet has.
    Unknown,
    /// The check symbol does not fit: something on this line is a slip or a swap.
    CheckDiffers,
}
