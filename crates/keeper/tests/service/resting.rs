//! What rests of a journal, opened and sealed with its own keys beside the keeper.

use std::collections::BTreeMap;
use store::Place;
use vault::{
    Commitment, DeviceId, Header, Page, PageEntry, PageNumber, Random, RandomnessUnavailable, Record,
    RecordId, Root, RowKey, SealedRoot, SealedRow, VaultKeys, WaySecret,
};

use crate::{machine::Machine, tab::Tab};

/// A root, and all that it names but drafts.
pub struct Resting {
    pub root: Root,
    /// By number.
    pub pages: Vec<Page>,
    pub records: BTreeMap<RecordId, Record>,
}

impl Resting {
    pub fn entries(&self) -> impl Iterator<Item = &PageEntry> {
        self.pages.iter().flat_map(Page::entries)
    }

    /// The rows of pages and records.
    pub fn row_keys(&self) -> impl Iterator<Item = RowKey> {
        let records = self.entries().map(|entry| entry.commitment);
        self.root.pages.iter().copied().chain(records).map(|commitment| commitment.row_key())
    }
}

impl Tab {
    /// The keys of the journal, as whoever knows its passphrase has them.
    pub fn keys(&self) -> VaultKeys {
        let header = Header::parse(&self.store().raw(Place::Header).unwrap()).unwrap();
        // The last one that opens it: files of other salts may have been looked into since.
        let derived = self.machine.derived.borrow();
        let unlocked =
            derived.iter().rev().map(|derived| header.unlock(&WaySecret::passphrase(*derived, header.kdf())));
        unlocked.flatten().next().unwrap().keys
    }

    /// What the root at that place reaches: all of it has to be there and to open.
    pub fn resting(&self, place: Place) -> Resting {
        let (store, keys) = (self.store(), self.keys());
        let row = |commitment: Commitment| store.raw(Place::Row(commitment.row_key())).unwrap();
        let root = keys.open_root(&store.raw(place).unwrap()).unwrap();
        let pages: Vec<Page> = PageNumber::all()
            .zip(root.pages)
            .map(|(number, named)| keys.open_page(number, named, &row(named)).unwrap())
            .collect();
        let open = |entry: &PageEntry| {
            let (id, named) = (entry.record_id, entry.commitment);
            (id, keys.open_record(id, named, &row(named)).unwrap())
        };
        let records = pages.iter().flat_map(Page::entries).map(open).collect();
        Resting { root, pages, records }
    }

    /// Root and records as they rest.
    pub fn opened(&self) -> (Root, Vec<Record>) {
        let resting = self.resting(Place::Root);
        (resting.root, resting.records.into_values().collect())
    }

    /// Every record and every page sealed anew, and the root that names them: what a big change stages and flips to.
    pub fn resealed(&self) -> (SealedRoot, Vec<SealedRow>) {
        let (keys, resting, random) = (self.keys(), self.resting(Place::Root), &mut self.machine.clone());
        let mut root = resting.root;
        let mut rows = Vec::new();
        for (number, page) in PageNumber::all().zip(resting.pages) {
            let mut entries = page.entries().to_vec();
            for entry in &mut entries {
                let row =
                    keys.seal_record(entry.record_id, &resting.records[&entry.record_id], random).unwrap();
                entry.commitment = row.commitment();
                rows.push(row);
            }
            let row = keys.seal_page(number, &Page::from_entries(entries), random).unwrap();
            root.pages[number.index()] = row.commitment();
            rows.push(row);
        }
        root.sequence += 1;
        root.device_id = DeviceId::make(random).unwrap();
        (keys.seal_root(&root, random).unwrap(), rows)
    }
}

impl Random for Machine {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable> {
        keeper::Host::fill_random(self, bytes)
    }
}
