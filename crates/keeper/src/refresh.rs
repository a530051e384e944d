//! Catching up with what another tab wrote: its root, and the pages that differ.

use store::Store as _;
use vault::{PageNumber, RecordId, Root, root_commitment, sealed_generation};

use crate::{
    bodies::Body,
    host::Host,
    open_journal::Standing,
    protocol::{Event, Failure},
    service::{Journal, Keeper},
};

impl<H: Host> Keeper<H> {
    /// Reads the stored root and what it names anew, if it is not the one known here.
    ///
    /// # Errors
    /// When the store fails, or the passphrase was changed elsewhere.
    pub async fn refresh(&self) -> Result<(), Failure> {
        let journal = self.opened()?;
        let head = journal.store.head().await?;
        self.catch_up(&journal, head.root.as_deref()).await
    }

    pub(crate) async fn catch_up(&self, journal: &Journal<H>, stored: Option<&[u8]>) -> Result<(), Failure> {
        let stored = stored.ok_or(Failure::JournalGone)?;
        let commitment = root_commitment(stored).map_err(|_| Failure::RootDamaged)?;
        if commitment == journal.head.borrow().commitment {
            return Ok(());
        }
        if sealed_generation(stored).map_err(|_| Failure::RootDamaged)? > journal.keys.generation() {
            self.host.emit(Event::PassphraseChangedElsewhere);
            return Err(Failure::PassphraseChangedElsewhere);
        }
        let root = journal.keys.open_root(stored).map_err(|_| Failure::RootDamaged)?;
        let changed = self.changed_pages(journal, &root).await?;
        *journal.head.borrow_mut() = Standing { root, commitment };
        self.read_changed_bodies(journal, changed).await?;
        self.host.emit(Event::Changed { sequence: journal.sequence() });
        Ok(())
    }

    /// Puts the pages that differ in place; gives the records that differ.
    async fn changed_pages(&self, journal: &Journal<H>, root: &Root) -> Result<Vec<RecordId>, Failure> {
        let numbers: Vec<PageNumber> = {
            let known = &journal.head.borrow().root.pages;
            PageNumber::all().filter(|number| known[number.index()] != root.pages[number.index()]).collect()
        };
        let rows: Vec<_> = numbers.iter().map(|number| root.pages[number.index()].row_key()).collect();
        let stored = journal.store.rows(&rows).await?;
        let mut changed = Vec::new();
        for (number, bytes) in numbers.into_iter().zip(stored) {
            // Gone already: a third writer was faster, and its root is read next.
            let bytes = bytes.ok_or(Failure::TooBusy)?;
            let page = journal
                .keys
                .open_page(number, root.pages[number.index()], &bytes)
                .map_err(|_| Failure::RootDamaged)?;
            let differing = journal.list.borrow_mut().replace_page(number, page);
            changed.extend(differing.into_iter().map(|(id, _)| id));
        }
        Ok(changed)
    }

    async fn read_changed_bodies(&self, journal: &Journal<H>, changed: Vec<RecordId>) -> Result<(), Failure> {
        let live: Vec<_> = {
            let list = journal.list.borrow();
            let mut bodies = journal.bodies.borrow_mut();
            changed.iter().for_each(|id| bodies.remove(*id));
            changed
                .into_iter()
                .filter_map(|id| list.entry(id).map(|entry| (id, entry.commitment, entry.state)))
                .filter(|(_, _, state)| *state == vault::EntryState::Live)
                .collect()
        };
        for some in live.chunks(64) {
            let rows: Vec<_> = some.iter().map(|(_, commitment, _)| commitment.row_key()).collect();
            let stored = journal.store.rows(&rows).await?;
            for ((id, commitment, _), bytes) in some.iter().zip(stored) {
                let record = bytes.and_then(|bytes| journal.keys.open_record(*id, *commitment, &bytes).ok());
                if let Some(record) = record {
                    journal.bodies.borrow_mut().put(*id, Body::of(&record, commitment.row_key()));
                }
            }
        }
        Ok(())
    }
}
