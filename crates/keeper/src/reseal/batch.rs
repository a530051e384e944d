//! How much is read, sealed and staged at once.

use vault::{Commitment, RecordId, SealedRow};

/// Bytes that are read, or sealed and not yet staged, at once, as far as that can be foreseen. Each transaction costs a
/// wait for the disk, so small ones take most of the time: with 32 rows in each, 100,000 took 49 s to read and write,
/// with 256 they took 29 (`docs/performance.md`).
pub(super) const BYTES_AT_ONCE: usize = 1024 * 1024;
/// Rows at the beginning, and at the most.
const ROWS_AT_ONCE: (usize, usize) = (8, 256);

/// Rows sealed and not yet staged.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) rows: Vec<SealedRow>,
    /// Of each row: the record, and the sealing it was made from.
    pub(super) made: Vec<(RecordId, Commitment)>,
    /// What could not be read.
    pub(super) unreadable: Vec<Unreadable>,
}

/// A record that cannot be read.
pub(super) struct Unreadable {
    pub(super) id: RecordId,
    pub(super) from: Commitment,
    /// Its row is not there.
    pub(super) missing: bool,
}

/// Rows to read next: as many as are likely to be within [`BYTES_AT_ONCE`], by those that were read last, and at most
/// twice as many as those.
pub(super) struct Pace(usize);

impl Default for Pace {
    fn default() -> Self {
        Self(ROWS_AT_ONCE.0)
    }
}

impl Pace {
    pub(super) fn rows(&self) -> usize {
        self.0
    }

    /// So many rows were read last, and had so many bytes.
    pub(super) fn saw(&mut self, rows: usize, bytes: usize) {
        let fit = (rows * BYTES_AT_ONCE).checked_div(bytes).unwrap_or(self.0);
        self.0 = fit.clamp(1, ROWS_AT_ONCE.1).min(self.0 * 2);
    }
}

impl Batch {
    /// Whether nothing came of it.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.unreadable.is_empty()
    }

    /// Of its rows.
    pub(super) fn bytes(&self) -> usize {
        self.rows.iter().map(|row| row.as_bytes().len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIB: usize = 1024;

    #[test]
    fn small_rows_are_read_ever_more_at_once_and_large_ones_few_at_once() {
        let mut pace = Pace::default();
        let mut seen = Vec::new();
        for row_bytes in
            [2 * KIB, 2 * KIB, 2 * KIB, 2 * KIB, 2 * KIB, 2 * KIB, 64 * KIB, 4 * KIB * KIB, 2 * KIB]
        {
            seen.push(pace.rows());
            pace.saw(pace.rows(), pace.rows() * row_bytes);
        }
        assert_eq!(seen, [8, 16, 32, 64, 128, 256, 256, 16, 1]);
        assert_eq!(pace.rows(), 2);
        pace.saw(0, 0);
        assert_eq!(pace.rows(), 2, "where none could be read nothing was learned");
    }
}
