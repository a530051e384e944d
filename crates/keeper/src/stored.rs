//! Reading one record as it rests, also while other tabs replace it.

use store::Store as _;
use vault::{Commitment, Record, RecordId};

use crate::{
    host::Host,
    open_journal::OpenJournal,
    protocol::Failure,
    service::{Journal, Keeper},
};

/// A record that was read, and the sealing it was read from.
pub(crate) struct Stored {
    pub(crate) record: Record,
    pub(crate) commitment: Commitment,
}

/// Why a record that the list names cannot be read.
pub(crate) enum Unreadable {
    /// Its row is not there.
    Missing,
    /// Its row is there and does not open.
    Damaged,
}

impl<H: Host> Keeper<H> {
    /// The record as it rests now; `None` when there is none.
    pub(crate) async fn record(&self, journal: &Journal<H>, id: RecordId) -> Result<Option<Stored>, Failure> {
        match self.look_up(journal, id).await? {
            Some(Ok(stored)) => Ok(Some(stored)),
            Some(Err(Unreadable::Missing | Unreadable::Damaged)) => Err(Failure::EntryDamaged),
            None => Ok(None),
        }
    }

    /// As [`Keeper::record`], with what cannot be read told apart.
    pub(crate) async fn look_up(
        &self,
        journal: &Journal<H>,
        id: RecordId,
    ) -> Result<Option<Result<Stored, Unreadable>>, Failure> {
        let mut looked_for = None;
        loop {
            let Some(commitment) = commitment_of(journal, id)? else { return Ok(None) };
            if looked_for == Some(commitment) {
                return Ok(Some(Err(Unreadable::Missing)));
            }
            if let Some(bytes) = journal.store.rows(&[commitment.row_key()]).await?.pop().flatten() {
                let opened = journal.keys.open_record(id, commitment, &bytes);
                let opened = opened.map(|record| Stored { record, commitment });
                return Ok(Some(opened.map_err(|_| Unreadable::Damaged)));
            }
            // Perhaps another tab has replaced the row: look at its root before calling it damage.
            looked_for = Some(commitment);
            self.catch_up(journal).await?;
        }
    }
}

/// The sealing of a record that the list names; `None` when it names none.
///
/// # Errors
/// [`Failure::EntryDamaged`] when that part of the list could not be read.
pub(crate) fn commitment_of<S>(
    journal: &OpenJournal<S>,
    id: RecordId,
) -> Result<Option<Commitment>, Failure> {
    let list = journal.list.borrow();
    let page = list.page(id.page()).ok_or(Failure::EntryDamaged)?;
    Ok(page.get(&id).map(|entry| entry.commitment))
}
