//! Photos and voice notes: sealed in parts, each a record of its own, with a description that names them. Opened only
//! when somebody looks, never kept in memory.

use journal::{Attachment, Kind};
use sha2::{Digest, Sha256};
use vault::{Codec, EntryState, Record, RecordId, Version};

use crate::{
    commit::{Change, Seen, Target},
    host::Host,
    protocol::{Attached, Failure, Id, ToAttach},
    service::{Journal, Keeper},
};

const PART_SCHEMA: u16 = 1;

impl<H: Host> Keeper<H> {
    /// Seals all of it, the parts first: a description never names what is not there.
    pub(crate) async fn attach(&self, what: ToAttach) -> Result<Id, Failure> {
        let journal = self.opened()?;
        let ToAttach { media_type, bytes } = what;
        if bytes.len() > Attachment::MOST_BYTES {
            let bytes = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
            return Err(Failure::AttachmentTooLarge { bytes, limit: Attachment::MOST_BYTES as u32 });
        }
        if bytes.is_empty() {
            return Err(Failure::NothingSaid);
        }
        let mut parts = Vec::new();
        for part in bytes.chunks(Attachment::PART_BYTES) {
            parts.push(self.put_raw(&journal, Kind::PART, Codec::Raw, PART_SCHEMA, part.to_vec()).await?);
            self.host.let_others_run().await;
        }
        let sha256 = Sha256::digest(&bytes).into();
        let body = Attachment::new(media_type, bytes.len() as u64, sha256, parts).to_body();
        self.put_raw(&journal, Kind::ATTACHMENT, Codec::Json, Attachment::SCHEMA, body).await
    }

    async fn put_raw(
        &self,
        journal: &Journal<H>,
        kind: Kind,
        codec: Codec,
        schema: u16,
        body: Vec<u8>,
    ) -> Result<Id, Failure> {
        let id = self.free_id(&journal.list.borrow())?;
        let now_ms = self.host.now_ms();
        self.commit(journal, Target::of(id, Seen::All), |existing, seen, device| {
            let record = existing.unwrap_or(Record { kind: kind.number(), versions: Vec::new() });
            let clock = seen.clone().bumped(device);
            let body = body.clone();
            let version = Version { codec, schema, deleted: false, changed_at_ms: now_ms, clock, body };
            let happened_at_s = (now_ms / 1_000) as i64;
            let (state, title) = (EntryState::Live, String::new());
            Ok(Change { record: record.with_version(version), state, title, happened_at_s, offset_min: 0 })
        })
        .await?;
        Ok(*id.as_bytes())
    }

    /// All of one attachment, its length and hash compared.
    ///
    /// # Errors
    /// [`Failure::EntryDamaged`] when a part is missing, does not open, or is not the one described.
    pub(crate) async fn attachment(&self, id: Id) -> Result<Attached, Failure> {
        let journal = self.opened()?;
        let described = self.raw(&journal, id, Kind::ATTACHMENT).await?;
        let about = Attachment::from_body(described.schema, &described.body)?;
        if about.bytes() > Attachment::MOST_BYTES as u64 {
            return Err(Failure::EntryDamaged);
        }
        let mut bytes = Vec::with_capacity(about.bytes() as usize);
        for part in about.parts() {
            bytes.extend(self.raw(&journal, *part, Kind::PART).await?.body);
            self.host.let_others_run().await;
        }
        let same = bytes.len() as u64 == about.bytes() && *Sha256::digest(&bytes) == about.sha256();
        if same {
            Ok(Attached { id, media_type: about.media_type(), bytes })
        } else {
            Err(Failure::EntryDamaged)
        }
    }

    /// The one live version of a record of that kind.
    async fn raw(&self, journal: &Journal<H>, id: Id, kind: Kind) -> Result<Version, Failure> {
        let id = RecordId::from_bytes(id);
        let stored = self.record(journal, id).await?.ok_or(Failure::NotFound)?;
        if stored.record.kind != kind.number() {
            return Err(Failure::NotFound);
        }
        stored.record.versions.into_iter().find(|version| !version.deleted).ok_or(Failure::NotFound)
    }
}
