//! Catching up with what another tab wrote: its root, and the pages that differ.

use store::Store as _;
use vault::{
    BackupKey, Commitment, EntryState, Header, Page, PageNumber, RecordId, Root, root_commitment,
    sealed_generation,
};

use crate::{
    bodies::Body,
    commit::ATTEMPTS,
    host::Host,
    open_journal::Standing,
    protocol::{Event, Failure},
    service::{Journal, Keeper},
};

/// Bodies read at once.
const BODIES_AT_ONCE: usize = 64;

/// Pages that differ, as read; `None` for one that is damaged.
type Pages = Vec<(PageNumber, Option<Page>)>;

impl<H: Host> Keeper<H> {
    /// Reads the stored root and what it names anew, if it is not the one known here.
    ///
    /// # Errors
    /// When the store fails, or the passphrase was changed elsewhere: the journal is then closed here.
    pub async fn refresh(&self) -> Result<(), Failure> {
        let journal = self.opened()?;
        self.catch_up(&journal).await
    }

    pub(crate) async fn catch_up(&self, journal: &Journal<H>) -> Result<(), Failure> {
        for _ in 0..ATTEMPTS {
            let known = journal.head.borrow().commitment;
            let head = journal.store.head().await?;
            if self.take_over(journal, known, head.root.as_deref()).await? {
                return Ok(());
            }
        }
        Err(Failure::TooBusy)
    }

    /// Takes over the root `stored`, which was read when `known` was the one known here. False when either has moved
    /// on meanwhile: nothing was taken over then.
    pub(crate) async fn take_over(
        &self,
        journal: &Journal<H>,
        known: Commitment,
        stored: Option<&[u8]>,
    ) -> Result<bool, Failure> {
        let stored = stored.ok_or(Failure::JournalGone)?;
        let commitment = root_commitment(stored).map_err(|_| Failure::RootDamaged)?;
        if commitment == known {
            return Ok(true);
        }
        if sealed_generation(stored).map_err(|_| Failure::RootDamaged)? > journal.keys.generation() {
            if !self.close(journal) {
                // It was changed here, while this was asked: what is open now is to be asked.
                return Err(Failure::TooBusy);
            }
            self.host.emit(Event::PassphraseChangedElsewhere);
            return Err(Failure::PassphraseChangedElsewhere);
        }
        let root = journal.keys.open_root(stored).map_err(|_| Failure::RootDamaged)?;
        if has_another_header(&journal.head.borrow().root, &root) {
            self.read_header(journal).await?;
        }
        let Some(pages) = self.differing_pages(journal, &root, commitment).await? else { return Ok(false) };
        if journal.head.borrow().commitment != known {
            return Ok(false);
        }
        let changed = pages
            .into_iter()
            .flat_map(|(number, page)| journal.list.borrow_mut().replace_page(number, page))
            .collect();
        *journal.head.borrow_mut() = Standing { root, commitment };
        let read = self.read_changed_bodies(journal, changed).await;
        self.host.emit(Event::Changed { sequence: journal.sequence() });
        read.map(|()| true)
    }

    /// Another tab has added a way in, or made the passphrase's dearer: its header takes the place of the one known here.
    async fn read_header(&self, journal: &Journal<H>) -> Result<(), Failure> {
        let stored = journal.store.head().await?.header.unwrap_or_default();
        let authentic = Header::parse(&stored).ok().and_then(|header| header.authenticate(&journal.keys));
        if let Some(header) = authentic
            && header.header().sequence() > journal.header.borrow().header().sequence()
        {
            *journal.header.borrow_mut() = header;
            self.keep_witness(journal);
        }
        Ok(())
    }

    /// The pages in which `root` differs from the one known here. `None` when one was replaced while it was read.
    async fn differing_pages(
        &self,
        journal: &Journal<H>,
        root: &Root,
        commitment: Commitment,
    ) -> Result<Option<Pages>, Failure> {
        let numbers: Vec<PageNumber> = {
            let known = &journal.head.borrow().root.pages;
            PageNumber::all().filter(|number| known[number.index()] != root.pages[number.index()]).collect()
        };
        let rows: Vec<_> = numbers.iter().map(|number| root.pages[number.index()].row_key()).collect();
        let stored = journal.store.rows(&rows).await?;
        if stored.iter().any(Option::is_none) {
            let now = journal.store.head().await?.root;
            if now.as_deref().map(root_commitment) != Some(Ok(commitment)) {
                return Ok(None);
            }
        }
        let open = |number: PageNumber, bytes: Option<Vec<u8>>| {
            let page = journal.keys.open_page(number, root.pages[number.index()], &bytes?);
            page.ok()
        };
        Ok(Some(
            numbers.into_iter().zip(stored).map(|(number, bytes)| (number, open(number, bytes))).collect(),
        ))
    }

    async fn read_changed_bodies(&self, journal: &Journal<H>, changed: Vec<RecordId>) -> Result<(), Failure> {
        let live: Vec<_> = {
            let list = journal.list.borrow();
            let mut bodies = journal.bodies.borrow_mut();
            changed.iter().for_each(|id| bodies.remove(*id));
            let entries = changed.iter().filter_map(|id| list.entry(*id));
            let live = entries.filter(|entry| entry.state == EntryState::Live);
            live.map(|entry| (entry.record_id, entry.commitment)).collect()
        };
        for some in live.chunks(BODIES_AT_ONCE) {
            let rows: Vec<_> = some.iter().map(|(_, commitment)| commitment.row_key()).collect();
            let stored = journal.store.rows(&rows).await?;
            for ((id, commitment), bytes) in some.iter().zip(stored) {
                // One that is gone was replaced again, or will be met by whoever asks for it.
                if let Some(bytes) = bytes {
                    journal.take_in(*id, *commitment, &bytes);
                }
            }
        }
        Ok(())
    }
}

impl<S> crate::open_journal::OpenJournal<S> {
    /// Remembers the body in a row, unless the list names another row by now.
    pub(crate) fn take_in(&self, id: RecordId, commitment: Commitment, bytes: &[u8]) {
        let current = self.list.borrow().entry(id).map(|entry| entry.commitment);
        if current != Some(commitment) || self.bodies.borrow().is_read_from(id, commitment.row_key()) {
            return;
        }
        let body = match self.keys.open_record(id, commitment, bytes) {
            Ok(record) => Body::of(&record, commitment.row_key()),
            Err(_) => Body::Damaged { missing: false },
        };
        self.bodies.borrow_mut().put(id, body);
    }
}

/// Whether a header was put with the later root: another way in, or another key behind one.
fn has_another_header(known: &Root, later: &Root) -> bool {
    // EXPOSE: they are compared, and go nowhere.
    let bytes = |key: &Option<BackupKey>| key.as_ref().map(|key| *key.expose_bytes());
    known.ways != later.ways || bytes(&known.passphrase_backup_key) != bytes(&later.passphrase_backup_key)
}
