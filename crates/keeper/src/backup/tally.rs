//! What the first pass counts: what is in a file, and how that stands to the open journal.

use journal::Kind;
use std::collections::BTreeMap;
use vault::{BackupAbout, Record};

use super::compare::{compare, is_live, listed};
use crate::{
    kinds::{contents_of, row_kind},
    open_journal::OpenJournal,
    protocol::{BackupSeen, Compared, KindCount},
};

/// What a record costs in its page, bytes, at most.
const PAGE_ENTRY: u64 = 130;
/// What 64 pages cost beside their entries.
const PAGES: u64 = 64 * 2_048;

/// What was counted so far.
#[derive(Default)]
pub(super) struct Tally {
    kinds: BTreeMap<u8, (u32, u32)>,
    first_s: Option<i64>,
    last_s: Option<i64>,
    newer: u32,
    room: u64,
    compared: Compared,
    /// Live records here that are in the file.
    met: u32,
}

impl Tally {
    pub(super) fn count(&mut self, ours: Option<Record>, theirs: Record) {
        let live = is_live(&theirs);
        let counts = self.kinds.entry(theirs.kind).or_default();
        *(if live { &mut counts.0 } else { &mut counts.1 }) += 1;
        if live {
            self.newer += u32::from(!Kind::new(theirs.kind).is_known() || is_newer(&theirs));
            if Kind::new(theirs.kind).is_listed() {
                let at = listed(&theirs).happened_at_s;
                self.first_s = Some(self.first_s.map_or(at, |first| first.min(at)));
                self.last_s = Some(self.last_s.map_or(at, |last| last.max(at)));
            }
        }
        self.met += u32::from(ours.as_ref().is_some_and(is_live));
        if let Some(merged) = compare(&mut self.compared, ours, theirs) {
            self.room += merged.row_len() as u64 + PAGE_ENTRY;
        }
    }

    pub(super) fn seen<S>(self, about: &BackupAbout, journal: Option<&OpenJournal<S>>) -> BackupSeen {
        let mut kinds: Vec<KindCount> = Vec::new();
        for (kind, (live, deleted)) in self.kinds {
            let kind = row_kind(kind);
            match kinds.iter_mut().find(|known| known.kind == kind) {
                Some(known) => (known.live, known.deleted) = (known.live + live, known.deleted + deleted),
                None => kinds.push(KindCount { kind, live, deleted }),
            }
        }
        let compared = journal.map(|journal| {
            let root = &journal.head.borrow().root;
            let same_journal = root.lineage_id == about.lineage_id;
            let only_here = root.live.saturating_sub(self.met);
            Compared { same_journal, only_here, ..self.compared }
        });
        BackupSeen {
            made_at_ms: about.made_at_ms,
            kinds,
            first_s: self.first_s,
            last_s: self.last_s,
            newer: self.newer,
            room: self.room + PAGES,
            compared,
        }
    }
}

/// Whether a record that is written here has a wording this version cannot read.
fn is_newer(record: &Record) -> bool {
    let live = record.versions.iter().filter(|version| !version.deleted).count();
    Kind::new(record.kind).is_written() && contents_of(record).count() < live
}
