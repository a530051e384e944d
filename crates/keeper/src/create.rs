//! Making a journal: the cost that fits this device, the key, the first rows.

use std::rc::Rc;
use store::{Previous, Shelf, Store as _, Write};
use vault::{
    Cost, DeviceId, EntryState, KdfParams, LineageId, NewWay, Page, PageEntry, PageNumber, Passphrase,
    RecordId, Root, SealedRow, VaultId, VaultKeys, VersionClock, Way, WayRecord, WaySecret, check_random,
    make_header,
};

use crate::{
    bodies::{Bodies, Body},
    commit::entry_of_change,
    host::Host,
    list::List,
    open_journal::{OpenJournal, Parts, Standing},
    protocol::{Failure, Kept, Opened, SecretBytes, Stage, WayKind, Written},
    save::saved_change,
    service::{Journal, Keeper, Store},
};

/// What a journal is made of.
struct First<'a> {
    secret: &'a WaySecret,
    kdf: KdfParams,
    marks: u32,
    content: &'a [Written],
}

/// The first records, and what memory keeps of them.
struct FirstRecords {
    rows: Vec<SealedRow>,
    pages: Vec<Page>,
    bodies: Bodies,
    live: u32,
}

impl<H: Host> Keeper<H> {
    pub(crate) async fn create(
        &self,
        number: u32,
        passphrase: SecretBytes,
        kept: Kept,
    ) -> Result<Opened, Failure> {
        // EXPOSE: the bytes pass into the vault's own type, which wipes them.
        let passphrase = Passphrase::from_nfc_bytes(passphrase.expose_into())?;
        check_random(&mut self.random())?;
        let way = self.new_passphrase(number, &passphrase, Cost::STANDARD).await?;
        drop(passphrase);
        self.host.progress(number, Stage::Writing, 0, 0);
        let first = First { secret: &way.secret, kdf: way.kdf, marks: way.marks, content: &[] };
        let journal = self.make(kept, first).await?;
        let opened = self.opened_reply(&journal);
        self.keep_witness(&journal);
        self.open(journal).await;
        Ok(Opened { derivation_ms: way.milliseconds as u32, ..opened })
    }

    /// A journal in memory with this content. Its only way in is a secret that nobody keeps.
    pub(crate) async fn look_around(&self, number: u32, content: Vec<Written>) -> Result<Opened, Failure> {
        let random = &mut self.random();
        check_random(random)?;
        let mut secret = [0; 20];
        self.host.fill_random(&mut secret)?;
        let secret = WaySecret::recovery(secret);
        let kdf = KdfParams::make(Cost::STANDARD, random)?;
        self.host.progress(number, Stage::Writing, 0, 0);
        let first = First { secret: &secret, kdf, marks: 0, content: &content };
        let journal = OpenJournal { made_up: true, ..self.make(Kept::InMemory, first).await? };
        let opened = self.opened_reply(&journal);
        self.open(journal).await;
        Ok(opened)
    }

    async fn make(&self, kept: Kept, first: First<'_>) -> Result<Journal<H>, Failure> {
        let name = self.make_name(kept).await?;
        let store = self.host.shelf().open(&name).await?;
        let made = self.write_first(&name, store, first).await;
        if made.is_err() {
            // Nobody knows of this database yet: it goes with the failure.
            let _ = self.host.shelf().delete(&name).await;
        }
        made
    }

    async fn write_first(
        &self,
        name: &str,
        store: Store<H>,
        first: First<'_>,
    ) -> Result<Journal<H>, Failure> {
        let random = &mut self.random();
        let vault_id = VaultId::make(random)?;
        let mut slot = [0];
        self.host.fill_random(&mut slot)?;
        let index = slot[0] % 8;
        let new_way = NewWay { index, secret: first.secret };
        let (header, keys) = make_header(vault_id, 1, 1, first.kdf, &[new_way], random)?;
        let device = DeviceId::make(random)?;
        let FirstRecords { mut rows, pages, bodies, live } =
            self.first_records(&keys, device, first.content)?;
        let sealed_pages = PageNumber::all()
            .map(|number| keys.seal_page(number, &pages[number.index()], random))
            .collect::<Result<Vec<_>, _>>()?;
        let root = Root { live, ..self.first_root(&first, index, device, &sealed_pages)? };
        let sealed = keys.seal_root(&root, random)?;
        rows.extend(sealed_pages);
        let write = Write {
            expected: None,
            header: Some(&header),
            root: &sealed,
            rows: &rows,
            remove: &[],
            previous: Previous::Drop,
            remove_notes: &[],
            add_notes: &[],
        };
        store.write(write).await?;
        if !store::is_memory_name(name) {
            // A missing reserve only means that a full disk is noticed earlier.
            let _ = store.restore_ballast().await;
        }
        let journal = OpenJournal::new(Parts {
            name: name.to_owned(),
            store: Rc::new(store),
            keys,
            header,
            head: Standing { root, commitment: sealed.commitment() },
            list: List::new(pages.into_iter().map(Some).collect()),
            opened_by: WayKind::Passphrase,
        });
        *journal.bodies.borrow_mut() = bodies;
        Ok(journal)
    }

    fn first_records(
        &self,
        keys: &VaultKeys,
        device: DeviceId,
        content: &[Written],
    ) -> Result<FirstRecords, Failure> {
        let mut entries: Vec<Vec<PageEntry>> = vec![Vec::new(); PageNumber::COUNT];
        let mut rows = Vec::with_capacity(content.len() + PageNumber::COUNT);
        let mut bodies = Bodies::default();
        for written in content {
            let change = saved_change(None, &VersionClock::default(), device, written, self.host.now_ms())?;
            let id = RecordId::make(&mut self.random())?;
            let row = keys.seal_record(id, &change.record, &mut self.random())?;
            bodies.put(id, Body::of(&change.record, row.key()));
            debug_assert_eq!(change.state, EntryState::Live);
            entries[id.page().index()].push(entry_of_change(id, row.commitment(), &change));
            rows.push(row);
        }
        let live = rows.len() as u32;
        Ok(FirstRecords { rows, pages: entries.into_iter().map(Page::from_entries).collect(), bodies, live })
    }

    fn first_root(
        &self,
        first: &First<'_>,
        index: u8,
        device_id: DeviceId,
        pages: &[SealedRow],
    ) -> Result<Root, Failure> {
        let way = first.secret.way();
        let mut ways: [Option<WayRecord>; 8] = Default::default();
        ways[usize::from(index)] =
            Some(WayRecord { way, created_at_ms: self.host.now_ms(), label: String::new() });
        let backup_key = |of: Way| (way == of).then(|| first.secret.backup_key());
        Ok(Root {
            sequence: 1,
            lineage_id: LineageId::make(&mut self.random())?,
            device_id,
            live: 0,
            deleted: 0,
            pages: core::array::from_fn(|number| pages[number].commitment()),
            ways,
            passphrase_backup_key: backup_key(Way::Passphrase),
            recovery_backup_key: backup_key(Way::Recovery),
            drafts: Vec::new(),
            last_save_ms: 0,
            proven_backup_ms: 0,
            proven_backup_sequence: 0,
            marks: first.marks,
        })
    }

    /// Draws a name that no database here has. One that is taken means that the randomness repeats itself.
    async fn make_name(&self, kept: Kept) -> Result<String, Failure> {
        let mut bytes = [0; 8];
        self.host.fill_random(&mut bytes)?;
        let names = self.host.shelf().names().await;
        let (name, names) = match kept {
            Kept::OnDevice => (store::journal_name(bytes), names?),
            // A disk that refuses is nothing to a journal in memory.
            Kept::InMemory => (store::memory_name(bytes), names.unwrap_or_default()),
        };
        if names.contains(&name) { Err(Failure::RandomnessUnavailable) } else { Ok(name) }
    }
}
