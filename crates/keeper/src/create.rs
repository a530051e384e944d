//! Making a journal: the cost that fits this device, the key, the first rows.

use store::{Previous, Shelf, Store, Write};
use vault::{
    Cost, DeviceId, KdfParams, LineageId, NewWay, Page, PageNumber, Passphrase, Root, VaultId, Way,
    WayRecord, WaySecret, check_random, make_header,
};

use crate::{
    host::{Derived, Host},
    list::List,
    open_journal::{OpenJournal, Standing},
    protocol::{Failure, Kept, Opened, SecretBytes, Stage},
    service::Keeper,
};

/// A derived way in, with what was learned of the device.
pub(crate) struct FirstWay {
    pub(crate) secret: WaySecret,
    pub(crate) kdf: KdfParams,
    pub(crate) milliseconds: f64,
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
        let way = self.first_way(number, &passphrase).await?;
        drop(passphrase);
        self.host.progress(number, Stage::Writing, 0, 0);
        let name = self.make_name(kept).await?;
        let store = self.host.shelf().open(&name).await?;
        match self.write_first(&name, store, &way).await {
            Ok(journal) => {
                let opened = self.opened_reply(&journal, false, way.milliseconds);
                self.keep_witness(&journal);
                self.open(journal);
                Ok(opened)
            }
            Err(failure) => {
                // Nobody knows of this database yet: it goes with the failure.
                let _ = self.host.shelf().delete(&name).await;
                Err(failure)
            }
        }
    }

    /// One timed run at the standard cost decides how many passes this device gets. Where memory is refused, less is
    /// asked for once.
    async fn first_way(&self, number: u32, passphrase: &Passphrase) -> Result<FirstWay, Failure> {
        self.host.progress(number, Stage::Measuring, 0, 0);
        let standard = KdfParams::make(Cost::STANDARD, &mut self.random())?;
        let measured = self.try_deriving(passphrase, &standard).await?;
        self.host.progress(number, Stage::Deriving, 0, 0);
        if let Some(measured) = measured {
            let cost = Cost::fitted(measured.milliseconds);
            if cost == Cost::STANDARD {
                return Ok(FirstWay::new(measured, standard, 0));
            }
            let fitted = KdfParams::make(cost, &mut self.random())?;
            if let Some(derived) = self.try_deriving(passphrase, &fitted).await? {
                return Ok(FirstWay::new(derived, fitted, 0));
            }
        }
        let small = KdfParams::make(Cost::SMALL_MEMORY, &mut self.random())?;
        let derived = self.derive(passphrase, &small).await?;
        Ok(FirstWay::new(derived, small, Root::MARK_SMALL_MEMORY))
    }

    /// `None` when memory was refused.
    async fn try_deriving(
        &self,
        passphrase: &Passphrase,
        kdf: &KdfParams,
    ) -> Result<Option<Derived>, Failure> {
        match self.derive(passphrase, kdf).await {
            Ok(derived) => Ok(Some(derived)),
            Err(Failure::NotEnoughMemory { .. }) => Ok(None),
            Err(other) => Err(other),
        }
    }

    pub(crate) async fn write_first(
        &self,
        name: &str,
        store: crate::service::Store<H>,
        way: &FirstWay,
    ) -> Result<crate::service::Journal<H>, Failure> {
        let random = &mut self.random();
        let vault_id = VaultId::make(random)?;
        let mut slot = [0];
        self.host.fill_random(&mut slot)?;
        let index = slot[0] % 8;
        let new_way = NewWay { index, secret: &way.secret };
        let (header, keys) = make_header(vault_id, 1, 1, way.kdf, &[new_way], random)?;
        let pages = PageNumber::all()
            .map(|number| keys.seal_page(number, &Page::default(), random))
            .collect::<Result<Vec<_>, _>>()?;
        let root = self.first_root(way, index, &pages)?;
        let sealed = keys.seal_root(&root, random)?;
        store
            .write(Write {
                expected: None,
                header: Some(&header),
                root: &sealed,
                rows: &pages,
                remove: &[],
                previous: Previous::Drop,
                remove_notes: &[],
                add_notes: &[],
            })
            .await?;
        // A missing reserve only means that a full disk is noticed earlier.
        let _ = store.restore_ballast().await;
        let head = Standing { root, commitment: sealed.commitment() };
        let list = List::new(vec![Some(Page::default()); PageNumber::COUNT]);
        Ok(OpenJournal::new(name.to_owned(), store, keys, header, head, list))
    }

    fn first_root(&self, way: &FirstWay, index: u8, pages: &[vault::SealedRow]) -> Result<Root, Failure> {
        let random = &mut self.random();
        let mut ways: [Option<WayRecord>; 8] = Default::default();
        ways[usize::from(index)] = Some(WayRecord {
            way: way.secret.way(),
            created_at_ms: self.host.now_ms(),
            label: String::new(),
        });
        let backup_key = |kind| (way.secret.way() == kind).then(|| way.secret.backup_key());
        Ok(Root {
            sequence: 1,
            lineage_id: LineageId::make(random)?,
            device_id: DeviceId::make(random)?,
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
            marks: way.marks,
        })
    }

    /// Draws a name that no database here has. One that is taken means that the randomness repeats itself.
    pub(crate) async fn make_name(&self, kept: Kept) -> Result<String, Failure> {
        let mut bytes = [0; 8];
        self.host.fill_random(&mut bytes)?;
        let name = match kept {
            Kept::OnDevice => store::journal_name(bytes),
            // The device may refuse to tell its names, or to keep anything at all.
            Kept::InMemory => return Ok(store::memory_name(bytes)),
        };
        let taken = self.host.shelf().names().await?.contains(&name);
        if taken { Err(Failure::RandomnessUnavailable) } else { Ok(name) }
    }
}

impl FirstWay {
    fn new(derived: Derived, kdf: KdfParams, marks: u32) -> Self {
        let secret = WaySecret::passphrase(derived.bytes, kdf);
        Self { secret, kdf, milliseconds: derived.milliseconds, marks }
    }
}
