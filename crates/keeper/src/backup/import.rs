//! Imports: records that another program wrote are staged as they come, then all take effect in one step, as a merge
//! does. What was here before stands untouched until then, and can be put back afterwards.

use std::rc::Rc;

use store::Store as _;
use vault::{Record, RecordId};

use super::{Trouble, desk::InHand, imported, merge::Staged, merge::entry_of};
use crate::{
    host::Host,
    protocol::{BackupRefused, Failure, ImportKey, ImportReply, ImportRequest, MediaType, Stage, ToImport},
    service::{Journal, Keeper},
    slices::Slice,
    sweep::big_change,
};

/// An import on its way.
pub(crate) struct Importing<H: Host> {
    journal: Rc<Journal<H>>,
    staged: Staged,
    /// The lock of big changes.
    _hold: H::Hold,
    new: u32,
    here: u32,
    left: u32,
}

impl<H: Host> Keeper<H> {
    pub(crate) async fn import(&self, number: u32, request: ImportRequest) -> Result<ImportReply, Failure> {
        let answered = match request {
            ImportRequest::Known { keys } => self.known(&keys),
            ImportRequest::Begin { room } => self.begin_import(room).await,
            ImportRequest::Media { import, key, media_type, bytes } => {
                self.import_media(import, &key, media_type, &bytes.0).await
            }
            ImportRequest::Put { import, records } => self.import_records(import, records).await,
            ImportRequest::Finish { import } => self.finish_import(number, import).await,
        };
        match answered {
            Ok(reply) => Ok(reply),
            Err(Trouble::Refused(_)) => Ok(ImportReply::NotInHand),
            Err(Trouble::Failure(failure)) => Err(failure),
        }
    }

    fn known(&self, keys: &[ImportKey]) -> Result<ImportReply, Trouble> {
        let journal = self.opened()?;
        let list = journal.list.borrow();
        let known = keys.iter().map(|key| list.entry(imported::id_of(key)).is_some());
        Ok(ImportReply::Known(known.collect()))
    }

    async fn begin_import(&self, room: u64) -> Result<ImportReply, Trouble> {
        self.let_go().await;
        let journal = self.opened()?;
        self.expect_room_for(room).await?;
        let hold = self.host.hold_big_change(&big_change(&journal.name)).await;
        let hold = hold.ok_or(Failure::BigChangeElsewhere)?;
        self.catch_up(&journal).await?;
        let importing =
            Importing { journal, staged: Staged::default(), _hold: hold, new: 0, here: 0, left: 0 };
        Ok(ImportReply::Begun { import: self.lay(InHand::Importing(Box::new(importing))) })
    }

    async fn import_media(
        &self,
        import: u32,
        key: &ImportKey,
        media_type: MediaType,
        bytes: &[u8],
    ) -> Result<ImportReply, Trouble> {
        let mut importing = self.take_import(import)?;
        let records = imported::media(key, media_type, bytes);
        let outcome = self.stage_new(&mut importing, records.unwrap_or_default()).await;
        self.laid_back(import, importing, outcome).await
    }

    async fn import_records(&self, import: u32, records: Vec<ToImport>) -> Result<ImportReply, Trouble> {
        let mut importing = self.take_import(import)?;
        let now_ms = self.host.now_ms();
        let mut ready = Vec::with_capacity(records.len());
        for record in records {
            let id = imported::id_of(&record.key);
            if importing.is_there(id) || ready.iter().any(|(known, _)| *known == id) {
                importing.here += 1;
                continue;
            }
            match imported::record(record, now_ms, |id| importing.is_there(id)) {
                Some(record) => {
                    importing.new += 1;
                    ready.push((id, record));
                }
                None => importing.left += 1,
            }
        }
        let outcome = self.stage_new(&mut importing, ready).await;
        self.laid_back(import, importing, outcome).await
    }

    async fn finish_import(&self, number: u32, import: u32) -> Result<ImportReply, Trouble> {
        let mut importing = self.take_import(import)?;
        self.host.progress(number, Stage::Writing, 0, 0);
        let journal = Rc::clone(&importing.journal);
        if let Err(trouble) = self.flip_merged(&journal, &mut importing.staged).await {
            self.give_up_import(*importing).await;
            return Err(trouble);
        }
        let changed = importing.staged.len() as u32;
        Ok(ImportReply::Imported { changed, sequence: journal.sequence() })
    }

    fn take_import(&self, import: u32) -> Result<Box<Importing<H>>, Trouble> {
        let InHand::Importing(importing) = self.take_in_hand(import)? else {
            return Err(BackupRefused::NotInHand.into());
        };
        if self.is_open(&importing.journal) { Ok(importing) } else { Err(BackupRefused::NotInHand.into()) }
    }

    /// Goes on with it, or gives it up where something failed.
    async fn laid_back(
        &self,
        import: u32,
        importing: Box<Importing<H>>,
        outcome: Result<(), Trouble>,
    ) -> Result<ImportReply, Trouble> {
        if let Err(trouble) = outcome {
            self.give_up_import(*importing).await;
            return Err(trouble);
        }
        let Importing { new, here, left, .. } = *importing;
        self.lay_back(import, InHand::Importing(importing));
        Ok(ImportReply::Taken { new, here, left })
    }

    /// Seals and stages records, but those that are there.
    async fn stage_new(
        &self,
        importing: &mut Importing<H>,
        records: Vec<(RecordId, Record)>,
    ) -> Result<(), Trouble> {
        let mut slice = Slice::begin(&self.host);
        let mut rows = Vec::with_capacity(records.len());
        let mut entries = Vec::with_capacity(records.len());
        for (id, record) in records.into_iter().filter(|(id, _)| !importing.is_there(*id)) {
            let row = importing.journal.keys.seal_record(id, &record, &mut self.random())?;
            entries.push(entry_of(id, row.commitment(), &record));
            rows.push(row);
            slice.rest().await;
        }
        if !rows.is_empty() {
            importing.journal.store.stage(&rows).await?;
        }
        entries.into_iter().for_each(|entry| importing.staged.put(None, entry));
        Ok(())
    }

    /// What was staged goes; what was here stands.
    pub(super) async fn give_up_import(&self, importing: Importing<H>) {
        self.sweep_staged(&importing.journal).await;
    }
}

impl<H: Host> Importing<H> {
    /// Whether a record is here, was here and is deleted, or is to come already.
    fn is_there(&self, id: RecordId) -> bool {
        self.staged.has(id) || self.journal.list.borrow().entry(id).is_some()
    }
}
