//! Handing the journal out in the clear: every field of every record, some records at a time.

use journal::{Attachment, Kind};
use vault::{Record, RecordId};

use crate::{
    backup::Held,
    host::Host,
    kinds::attachments_of,
    protocol::{ClearReply, ClearRequest, ClearRow, Failure, Id, MediaType},
    service::{Journal, Keeper},
    slices::Slice,
};

/// Records that are handed out together.
const AT_ONCE: usize = 64;
/// Bytes of them, as far as it is more than one.
const BYTES_AT_ONCE: usize = 1024 * 1024;

impl<H: Host> Keeper<H> {
    pub(crate) async fn in_the_clear(&self, request: ClearRequest) -> Result<ClearReply, Failure> {
        let journal = self.opened()?;
        match request {
            ClearRequest::Kinds => Ok(kinds(&journal)),
            ClearRequest::Next { kind, after } => self.next_in_the_clear(&journal, kind, after).await,
        }
    }

    async fn next_in_the_clear(
        &self,
        journal: &Journal<H>,
        kind: u8,
        after: Option<Id>,
    ) -> Result<ClearReply, Failure> {
        let after = after.map(RecordId::from_bytes);
        let ids = journal.list.borrow().live_of_kind_after(kind, after, AT_ONCE);
        let (mut records, mut left_out, mut last, mut bytes) = (Vec::new(), 0, None, 0);
        let mut slice = Slice::begin(&self.host);
        for id in ids {
            if bytes >= BYTES_AT_ONCE {
                break;
            }
            last = Some(*id.as_bytes());
            match self.record(journal, id).await {
                Ok(Some(stored)) => {
                    let row = self.clear_row(journal, id, stored.record).await;
                    bytes += row.wordings.iter().map(|(_, _, body)| body.len()).sum::<usize>();
                    records.push(row);
                }
                Ok(None) => {}
                Err(Failure::EntryDamaged) => left_out += 1,
                Err(failure) => return Err(failure),
            }
            slice.rest().await;
        }
        Ok(ClearReply::Records { records, left_out, last })
    }

    async fn clear_row(&self, journal: &Journal<H>, id: RecordId, record: Record) -> ClearRow {
        let held = Held::of(id, record);
        let mut attachments = Vec::new();
        for id in held.wordings.iter().flat_map(attachments_of) {
            if attachments.iter().any(|(known, _)| *known == id) {
                continue;
            }
            attachments.extend(self.media_type(journal, id).await.map(|media_type| (id, media_type)));
        }
        let live = held.versions.into_iter().filter(|version| !version.deleted && version.is_json);
        let wordings = live.map(|version| {
            let body = String::from_utf8_lossy(&version.body).into_owned();
            (version.schema, version.changed_at_ms, body)
        });
        ClearRow {
            id: held.id,
            kind: held.kind,
            title: held.title,
            happened_at_s: held.happened_at_s,
            offset_min: held.offset_min,
            attachments,
            wordings: wordings.collect(),
        }
    }

    async fn media_type(&self, journal: &Journal<H>, id: Id) -> Option<MediaType> {
        let stored = self.record(journal, RecordId::from_bytes(id)).await.ok()??;
        let version = stored.record.versions.iter().find(|version| !version.deleted)?;
        Attachment::from_body(version.schema, &version.body).ok().map(|about| about.media_type())
    }
}

fn kinds<S>(journal: &crate::open_journal::OpenJournal<S>) -> ClearReply {
    let list = journal.list.borrow();
    let is_counted = |kind: u8| kind > 0 && !matches!(Kind::new(kind), Kind::ATTACHMENT | Kind::PART);
    let kinds = list.live_kinds().into_iter().filter(|(kind, _)| is_counted(*kind));
    let root = &journal.head.borrow().root;
    ClearReply::Kinds {
        lineage: *root.lineage_id.as_bytes(),
        sequence: root.sequence,
        kinds: kinds.collect(),
    }
}
