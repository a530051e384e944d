//! How a record of a backup stands to what is here, and what the list shows of a record that came from elsewhere.

use vault::Record;

use crate::{
    kinds::{Listing, contents_of},
    protocol::Compared,
};

/// What the list is to keep of a record: a title of at most 64 bytes, and when it happened.
pub(super) type Listed = Listing;

/// Whether any wording of it is live. A deletion beside a concurrent edit shows the edit.
pub(super) fn is_live(record: &Record) -> bool {
    record.versions.iter().any(|version| !version.deleted)
}

/// What the list keeps of `record`. Of one that a newer version made, what stands in the fields that all kinds share.
pub(super) fn listed(record: &Record) -> Listed {
    if !is_live(record) {
        return Listed { title: String::new(), happened_at_s: 0, offset_min: 0 };
    }
    let known = contents_of(record).next().map(|content| content.listing());
    known.unwrap_or_else(|| guessed(record))
}

fn guessed(record: &Record) -> Listed {
    let live = record.versions.iter().find(|version| !version.deleted);
    let body: serde_json::Value =
        live.and_then(|version| serde_json::from_slice(&version.body).ok()).unwrap_or_default();
    let happened_at_s = body.get("happened_at_s").and_then(serde_json::Value::as_i64).unwrap_or(0);
    let offset_min = body.get("offset_min").and_then(serde_json::Value::as_i64).unwrap_or(0);
    let offset_min = i16::try_from(offset_min).unwrap_or(0);
    Listed { title: String::new(), happened_at_s, offset_min }
}

/// Counts how `theirs` stands to `ours`. Gives what merging makes of both; `None` where that is what is here.
pub(super) fn compare(compared: &mut Compared, ours: Option<Record>, theirs: Record) -> Option<Record> {
    let Some(ours) = ours else {
        let count = if is_live(&theirs) { &mut compared.new } else { &mut compared.same };
        *count += 1;
        return Some(theirs);
    };
    let merged = ours.clone().merged(theirs.clone());
    let (like_ours, like_theirs) = (merged == ours, merged == theirs);
    let count = match (like_ours, like_theirs) {
        (true, true) => &mut compared.same,
        (true, false) if !is_live(&ours) && is_live(&theirs) => &mut compared.deleted_here,
        (true, false) => &mut compared.older,
        (false, true) if is_live(&ours) && !is_live(&theirs) => &mut compared.deleted_there,
        (false, true) => &mut compared.newer,
        (false, false) => &mut compared.both,
    };
    *count += 1;
    (!like_ours).then_some(merged)
}
