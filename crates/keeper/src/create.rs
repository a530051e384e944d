//! Making a journal: the cost that fits this device, the key, the first rows.

use std::rc::Rc;
use store::{Previous, Shelf, Store as _, Write};
use vault::{
    Cost, DeviceId, KdfParams, LineageId, NewWay, Page, PageNumber, Passphrase, Root, SealedRow, VaultId,
    Way, WayRecord, WaySecret, check_random, make_header,
};

use crate::{
    host::Host,
    list::List,
    open_journal::{OpenJournal, Parts, Standing},
    protocol::{Failure, Kept, Opened, SecretBytes, Stage, WayKind},
    service::{Journal, Keeper, Store},
};

/// What a journal is made of.
pub(crate) struct First<'a> {
    pub(crate) secret: &'a WaySecret,
    pub(crate) kdf: KdfParams,
    pub(crate) marks: u32,
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
        let first = First { secret: &way.secret, kdf: way.kdf, marks: way.marks };
        let journal = self.make(kept, first).await?;
        let opened = self.opened_reply(&journal);
        self.keep_witness(&journal);
        self.open(journal).await;
        Ok(Opened { derivation_ms: way.milliseconds as u32, ..opened })
    }

    /// Makes an empty journal.
    pub(crate) async fn make(&self, kept: Kept, first: First<'_>) -> Result<Journal<H>, Failure> {
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
        let pages = PageNumber::all()
            .map(|number| keys.seal_page(number, &Page::default(), random))
            .collect::<Result<Vec<_>, _>>()?;
        let root = self.first_root(&first, index, device, &pages)?;
        let sealed = keys.seal_root(&root, random)?;
        let write = Write {
            expected: None,
            header: Some(&header),
            root: &sealed,
            rows: &pages,
            remove: &[],
            previous: Previous::Drop,
            expected_notes: None,
            remove_notes: &[],
            add_notes: &[],
        };
        store.write(write).await?;
        if !store::is_memory_name(name) {
            // A missing reserve only means that a full disk is noticed earlier.
            let _ = store.restore_ballast().await;
        }
        Ok(OpenJournal::new(Parts {
            name: name.to_owned(),
            store: Rc::new(store),
            keys,
            header,
            head: Standing { root, commitment: sealed.commitment() },
            list: List::new(vec![Some(Page::default()); PageNumber::COUNT]),
            opened_by: WayKind::Passphrase,
        }))
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
