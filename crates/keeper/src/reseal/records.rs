//! Records on their way from the old key to the next one: read some at once, sealed one by one, staged in batches that
//! are bounded in bytes.

use store::Store as _;
use vault::{Commitment, RecordId, SealedRow};

use super::{Resealing, copy::Copy};
use crate::{
    bodies::Body,
    host::Host,
    protocol::{Failure, Stage},
    service::Keeper,
    slices::Slice,
};

/// Bytes that are read, or sealed and not yet staged, at once, as far as that can be foreseen. Each transaction costs a
/// wait for the disk, so small ones take most of the time: with 32 rows in each, 100,000 took 49 s to read and write,
/// with 256 they took 29 (`docs/performance.md`).
const BYTES_AT_ONCE: usize = 1024 * 1024;
/// Rows read at once.
const ROWS_AT_ONCE: core::ops::RangeInclusive<usize> = 8..=256;

/// Rows sealed and not yet staged.
#[derive(Default)]
pub(super) struct Batch {
    rows: Vec<SealedRow>,
    /// Of each row: the record, and the sealing it was made from.
    made: Vec<(RecordId, Commitment)>,
    bytes: usize,
    /// How long the rows were that were read last, on the average.
    row_bytes: usize,
}

impl Batch {
    /// As many as are likely to be within [`BYTES_AT_ONCE`], by those that were read last.
    pub(super) fn rows_to_read(&self) -> usize {
        match self.row_bytes {
            0 => *ROWS_AT_ONCE.start(),
            bytes => (BYTES_AT_ONCE / bytes).clamp(*ROWS_AT_ONCE.start(), *ROWS_AT_ONCE.end()),
        }
    }

    fn read(&mut self, stored: &[Option<Vec<u8>>]) {
        let bytes: usize = stored.iter().flatten().map(Vec::len).sum();
        self.row_bytes = bytes / stored.len().max(1);
    }

    fn add(&mut self, id: RecordId, from: Commitment, row: SealedRow) {
        self.bytes += row.as_bytes().len();
        self.made.push((id, from));
        self.rows.push(row);
    }

    fn is_full(&self) -> bool {
        self.bytes >= BYTES_AT_ONCE || self.rows.len() >= *ROWS_AT_ONCE.end()
    }
}

impl<H: Host> Keeper<H> {
    /// False when one of the rows is no longer there, as another tab replaced it.
    pub(super) async fn copy_records(
        &self,
        of: &Resealing<'_, H>,
        copy: &mut Copy,
        batch: &mut Batch,
        records: &[(RecordId, Commitment)],
    ) -> Result<bool, Failure> {
        let rows: Vec<_> = records.iter().map(|(_, commitment)| commitment.row_key()).collect();
        let stored = of.journal.store.rows(&rows).await?;
        batch.read(&stored);
        if stored.iter().any(Option::is_none) && self.has_moved(of, records).await? {
            return Ok(false);
        }
        let mut slice = Slice::begin(&self.host);
        for ((id, from), bytes) in records.iter().zip(stored) {
            let missing = bytes.is_none();
            match of.journal.keys.open_record(*id, *from, &bytes.unwrap_or_default()) {
                Ok(record) => {
                    batch.add(*id, *from, of.next.keys.seal_record(*id, &record, &mut self.random())?)
                }
                Err(_) => self.leave_behind(of, copy, (*id, *from), missing)?,
            }
            if batch.is_full() {
                self.put_away(of, copy, batch).await?;
            }
            slice.rest().await;
        }
        Ok(true)
    }

    /// Stages what is sealed so far, and tells how far it has come.
    pub(super) async fn put_away(
        &self,
        of: &Resealing<'_, H>,
        copy: &mut Copy,
        batch: &mut Batch,
    ) -> Result<(), Failure> {
        if batch.rows.is_empty() {
            return Ok(());
        }
        of.journal.store.stage(&batch.rows).await?;
        let made = batch.made.drain(..).zip(batch.rows.drain(..));
        copy.records.extend(made.map(|((id, from), row)| (id, (from, row.commitment()))));
        batch.bytes = 0;
        let total = of.journal.list.borrow().entries().count();
        self.host.progress(of.number, Stage::Resealing, copy.records.len() as u32, total as u32);
        Ok(())
    }

    /// Rows are missing: were they replaced by another tab, or is it damage?
    async fn has_moved(
        &self,
        of: &Resealing<'_, H>,
        records: &[(RecordId, Commitment)],
    ) -> Result<bool, Failure> {
        self.catch_up(of.journal).await?;
        let list = of.journal.list.borrow();
        let stands = |(id, commitment): &(RecordId, Commitment)| {
            list.entry(*id).is_some_and(|entry| entry.commitment == *commitment)
        };
        Ok(!records.iter().all(stands))
    }

    /// A record that cannot be read keeps its place in the list, with day and title, under a sealing that no row has;
    /// or it stands in the way, where nobody said that it may be left behind.
    fn leave_behind(
        &self,
        of: &Resealing<'_, H>,
        copy: &mut Copy,
        (id, from): (RecordId, Commitment),
        missing: bool,
    ) -> Result<(), Failure> {
        of.journal.bodies.borrow_mut().put(id, Body::Damaged { missing });
        if of.without.contains(id.as_bytes()) {
            let mut nowhere = [0; 32];
            self.host.fill_random(&mut nowhere)?;
            let nowhere = Commitment::from_bytes(nowhere);
            copy.records.insert(id, (from, nowhere));
            copy.left_behind.push((id, nowhere));
        } else if !copy.in_the_way.contains(&id) {
            copy.in_the_way.push(id);
        }
        Ok(())
    }
}
