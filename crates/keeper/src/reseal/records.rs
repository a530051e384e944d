//! Records on their way from the old key to the next one. While some are staged, the next are read and sealed.

use store::Store as _;
use vault::{Commitment, PageNumber, RecordId, SealedRow};

use super::{
    Resealing,
    batch::{Batch, Pace, Unreadable},
    copy::Copy,
};
use crate::{
    bodies::Body,
    both::both,
    host::Host,
    open_journal::OpenJournal,
    protocol::{Failure, Stage},
    service::Keeper,
    slices::Slice,
};

impl<H: Host> Keeper<H> {
    /// Copies every record that is not copied as it stands.
    ///
    /// # Errors
    /// [`Failure::EntryDamaged`] when a part of the list does not open, or a record of which nobody said that it may be
    /// left behind.
    pub(super) async fn copy_records(&self, of: &Resealing<'_, H>, copy: &mut Copy) -> Result<(), Failure> {
        let missing = missing(of.journal, copy)?;
        let (mut pace, mut sealed, mut rest) = (Pace::default(), Batch::default(), &missing[..]);
        while !rest.is_empty() {
            let (some, later) = rest.split_at(pace.rows().min(rest.len()));
            rest = later;
            // The read is asked for first: IndexedDB would have it wait for the write.
            let (next, staged) = both(self.seal_anew(of, some), self.stage(of, &sealed.rows)).await;
            staged?;
            self.note(of, copy, sealed)?;
            sealed = next?;
            pace.saw(sealed.rows.len(), sealed.bytes());
        }
        self.stage(of, &sealed.rows).await?;
        self.note(of, copy, sealed)?;
        if copy.in_the_way.is_empty() { Ok(()) } else { Err(Failure::EntryDamaged) }
    }

    async fn seal_anew(
        &self,
        of: &Resealing<'_, H>,
        records: &[(RecordId, Commitment)],
    ) -> Result<Batch, Failure> {
        let rows: Vec<_> = records.iter().map(|(_, commitment)| commitment.row_key()).collect();
        let stored = of.journal.store.rows(&rows).await?;
        if stored.iter().any(Option::is_none) {
            // Perhaps another tab has replaced them: look at its root before calling it damage.
            self.catch_up(of.journal).await?;
        }
        let mut slice = Slice::begin(&self.host);
        let mut batch = Batch::default();
        for ((id, from), bytes) in records.iter().zip(stored) {
            let (id, from, missing) = (*id, *from, bytes.is_none());
            if missing && !stands(of.journal, id, from) {
                continue;
            }
            match of.journal.keys.open_record(id, from, &bytes.unwrap_or_default()) {
                Ok(record) => {
                    batch.rows.push(of.next.keys.seal_record(id, &record, &mut self.random())?);
                    batch.made.push((id, from));
                }
                Err(_) => batch.unreadable.push(Unreadable { id, from, missing }),
            }
            slice.rest().await;
        }
        Ok(batch)
    }

    /// Puts rows away that nothing names yet.
    pub(super) async fn stage(&self, of: &Resealing<'_, H>, rows: &[SealedRow]) -> Result<(), Failure> {
        if rows.is_empty() { Ok(()) } else { Ok(of.journal.store.stage(rows).await?) }
    }

    /// What was staged is a part of the copy from now on; tells how far it has come.
    fn note(&self, of: &Resealing<'_, H>, copy: &mut Copy, staged: Batch) -> Result<(), Failure> {
        if staged.is_empty() {
            return Ok(());
        }
        let Batch { rows, made, unreadable } = staged;
        let made = made.into_iter().zip(rows);
        copy.records.extend(made.map(|((id, from), row)| (id, (from, row.commitment()))));
        for record in unreadable {
            self.leave_behind(of, copy, record)?;
        }
        self.tell_of_copy(of, copy);
        Ok(())
    }

    pub(super) fn tell_of_copy(&self, of: &Resealing<'_, H>, copy: &Copy) {
        let total = of.journal.list.borrow().entries().count();
        self.host.progress(of.number, Stage::Resealing, copy.records.len() as u32, total as u32);
    }

    /// A record that cannot be read keeps its place in the list, with day and title, under a sealing that no row has;
    /// or it stands in the way, where nobody said that it may be left behind.
    fn leave_behind(
        &self,
        of: &Resealing<'_, H>,
        copy: &mut Copy,
        Unreadable { id, from, missing }: Unreadable,
    ) -> Result<(), Failure> {
        of.journal.bodies.borrow_mut().put(id, Body::Damaged { missing });
        if of.without.contains(id.as_bytes()) {
            let mut nowhere = [0; 32];
            self.host.fill_random(&mut nowhere)?;
            let nowhere = Commitment::from_bytes(nowhere);
            copy.records.insert(id, (from, nowhere));
            copy.left_behind.push((id, nowhere));
        } else {
            copy.in_the_way.push(id);
        }
        Ok(())
    }
}

/// Every record that is not copied as it stands, in the order in which the rows rest: neighbours are read quicker.
fn missing<S>(journal: &OpenJournal<S>, copy: &Copy) -> Result<Vec<(RecordId, Commitment)>, Failure> {
    let list = journal.list.borrow();
    if PageNumber::all().any(|number| list.page(number).is_none()) {
        return Err(Failure::EntryDamaged);
    }
    let named = list.entries().map(|entry| (entry.record_id, entry.commitment));
    let mut missing: Vec<_> = named.filter(|(id, from)| !copy.has(*id, *from)).collect();
    missing.sort_unstable_by_key(|(_, from)| from.row_key());
    Ok(missing)
}

/// Whether the list still names that sealing.
fn stands<S>(journal: &OpenJournal<S>, id: RecordId, from: Commitment) -> bool {
    journal.list.borrow().entry(id).is_some_and(|entry| entry.commitment == from)
}
