//! What a record of a backup holds, for readers without a journal: the words, as far as this version reads them, and the
//! bodies as they are.

use journal::{Attachment, Kind};
use vault::{Codec, Record, RecordId};

use crate::{
    kinds::{contents_of, row_kind},
    protocol::{Id, RowKind, Written},
};

use super::compare::{Listed, is_live, listed};

/// One record.
#[derive(Debug)]
pub struct Held {
    /// Its id.
    pub id: Id,
    /// The number of its kind.
    pub kind: u8,
    /// What that is called; [`RowKind::Other`] where it is no line a person writes, or of a newer version.
    pub row_kind: RowKind,
    /// Nothing of it is live.
    pub deleted: bool,
    /// Title, or the beginning of the text; may be empty.
    pub title: String,
    /// When it happened, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset there and then, minutes.
    pub offset_min: i16,
    /// Every wording that this version reads.
    pub wordings: Vec<Written>,
    /// Every version, as it is.
    pub versions: Vec<HeldVersion>,
    /// What a description of a photo or voice note says.
    pub attachment: Option<HeldAttachment>,
    /// It is a part of one.
    pub is_part: bool,
}

/// A photo or voice note, whose bytes are in parts that are records of their own.
#[derive(Clone, Debug)]
pub struct HeldAttachment {
    /// Its media type (RFC 6838).
    pub media_type: &'static str,
    /// How many bytes.
    pub bytes: u64,
    /// Their SHA-256.
    pub sha256: [u8; 32],
    /// The records that hold them, in order.
    pub parts: Vec<Id>,
}

/// One version of it.
#[derive(Debug)]
pub struct HeldVersion {
    /// The mark of a deletion.
    pub deleted: bool,
    /// Which form of its kind the body has.
    pub schema: u16,
    /// When it was written, ms since 1970 UTC.
    pub changed_at_ms: u64,
    /// The body is JSON.
    pub is_json: bool,
    /// The body.
    pub body: Vec<u8>,
}

impl Held {
    /// What `record` holds.
    #[must_use]
    pub fn of(id: RecordId, record: Record) -> Self {
        let Listed { title, happened_at_s, offset_min } = listed(&record);
        let wordings = contents_of(&record).map(|content| content.into_written()).collect();
        Self {
            id: *id.as_bytes(),
            kind: record.kind,
            row_kind: row_kind(record.kind),
            deleted: !is_live(&record),
            title,
            happened_at_s,
            offset_min,
            wordings,
            attachment: attachment_of(&record),
            is_part: Kind::new(record.kind) == Kind::PART,
            versions: record.versions.into_iter().map(HeldVersion::of).collect(),
        }
    }
}

fn attachment_of(record: &Record) -> Option<HeldAttachment> {
    let live = record.versions.iter().find(|version| !version.deleted && version.codec == Codec::Json)?;
    let is_one = Kind::new(record.kind) == Kind::ATTACHMENT;
    let about = is_one.then(|| Attachment::from_body(live.schema, &live.body).ok()).flatten()?;
    Some(HeldAttachment {
        media_type: about.media_type().name(),
        bytes: about.bytes(),
        sha256: about.sha256(),
        parts: about.parts().to_vec(),
    })
}

impl HeldVersion {
    fn of(version: vault::Version) -> Self {
        Self {
            deleted: version.deleted,
            schema: version.schema,
            changed_at_ms: version.changed_at_ms,
            is_json: version.codec == Codec::Json,
            body: version.body,
        }
    }
}
