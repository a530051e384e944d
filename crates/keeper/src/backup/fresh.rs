//! A journal that is made of a backup: its own vault_id, salt and keys, the lineage of the file. Until its header and root
//! are put, its database is one that nobody finds.

use std::rc::Rc;
use store::{Previous, Shelf, Store as _, Write};
use vault::{
    BackupAbout, Cost, DeviceId, NewWay, Page, PageNumber, Passphrase, Root, SealedHeader, SealedRow,
    VaultId, VaultKeys, check_random, make_header,
};

use super::{Trouble, merge::Staged};
use crate::{
    create::First,
    host::Host,
    list::List,
    new_passphrase::NewPassphrase,
    open_journal::{OpenJournal, Parts, Standing},
    protocol::{Failure, Kept, WayKind},
    service::{Journal, Keeper, Store},
    sweep::big_change,
};

/// A journal that is not there yet.
pub(super) struct Fresh<H: Host> {
    pub(super) name: String,
    pub(super) store: Rc<Store<H>>,
    pub(super) keys: VaultKeys,
    header: SealedHeader,
    way: NewPassphrase,
    slot: u8,
    /// The file opens by the passphrase of this journal.
    is_proof: bool,
    _hold: H::Hold,
}

impl<H: Host> Keeper<H> {
    /// Draws its keys and opens its database.
    pub(super) async fn fresh(
        &self,
        number: u32,
        passphrase: &Passphrase,
        kept: Kept,
        is_proof: bool,
    ) -> Result<Fresh<H>, Trouble> {
        let random = &mut self.random();
        check_random(random)?;
        let way = self.new_passphrase(number, passphrase, Cost::STANDARD).await?;
        let name = self.make_name(kept).await?;
        let hold = self.host.hold_big_change(&big_change(&name)).await;
        let hold = hold.ok_or(Failure::BigChangeElsewhere)?;
        let mut slot = [0];
        self.host.fill_random(&mut slot)?;
        let slot = slot[0] % 8;
        let vault_id = VaultId::make(random)?;
        let new_way = NewWay { index: slot, secret: &way.secret };
        let (header, keys) = make_header(vault_id, 1, 1, way.kdf, &[new_way], random)?;
        let store = Rc::new(self.host.shelf().open(&name).await?);
        Ok(Fresh { name, store, keys, header, way, slot, is_proof, _hold: hold })
    }

    /// Puts pages, header and root in one step.
    pub(super) async fn found(
        &self,
        fresh: Fresh<H>,
        about: &BackupAbout,
        staged: &Staged,
    ) -> Result<Journal<H>, Trouble> {
        let Fresh { name, store, keys, header, way, slot, is_proof, _hold } = fresh;
        let pages: Vec<Page> = PageNumber::all().map(|number| staged.page(number)).collect();
        let random = &mut self.random();
        let rows = PageNumber::all()
            .zip(&pages)
            .map(|(number, page)| keys.seal_page(number, page, random))
            .collect::<Result<Vec<SealedRow>, _>>()?;
        for row in &rows {
            // One by one: they are large, and nothing names them yet.
            store.stage(core::slice::from_ref(row)).await?;
        }
        let first = First { secret: &way.secret, kdf: way.kdf, marks: way.marks };
        let root = self.first_root(&first, slot, DeviceId::make(random)?, &rows)?;
        let (live, deleted) = staged.counts();
        let (proven_backup_ms, proven_backup_sequence) =
            if is_proof { (about.made_at_ms, root.sequence) } else { (0, 0) };
        let root = Root {
            lineage_id: about.lineage_id,
            live,
            deleted,
            last_save_ms: self.host.now_ms(),
            proven_backup_ms,
            proven_backup_sequence,
            ..root
        };
        let sealed = keys.seal_root(&root, random)?;
        let write = Write {
            expected: None,
            header: Some(&header),
            root: &sealed,
            rows: &[],
            remove: &[],
            previous: Previous::Drop,
            remove_notes: &[],
            add_notes: &[],
            expected_notes: None,
        };
        store.write(write).await?;
        if !store::is_memory_name(&name) {
            // A missing reserve only means that a full disk is noticed earlier.
            let _ = store.restore_ballast().await;
        }
        Ok(OpenJournal::new(Parts {
            name,
            store,
            keys,
            header,
            head: Standing { root, commitment: sealed.commitment() },
            list: List::new(pages.into_iter().map(Some).collect()),
            opened_by: WayKind::Passphrase,
        }))
    }
}
