//! A tab of the app without its screen: a keeper and the machine under it, asked and answered at once.

use keeper::{
    Keeper,
    protocol::{
        Base, DamagedEntry, Draft, DrawnSheet, EntryRead, EntryText, Event, Failure, Filter, Id, Kept,
        Listed, Opened, Reply, Request, Saved, SecretBytes, UrgeWords, WayShown, Written,
    },
};
use std::cell::Cell;
use store::{MemoryShelf, MemoryStore, Place, Shelf, Store};
use vault::{Record, RowKey};

use crate::{
    machine::{Machine, NOON_MS},
    running::run,
};

pub const PASSPHRASE: &str = "amber bridge cedar delta ember";

/// Takes what a reply carries, or says what came instead.
macro_rules! carried {
    ($outcome:expr, $kind:ident) => {
        match $outcome {
            Ok(keeper::protocol::Reply::$kind(carried)) => Ok(carried),
            Ok(other) => panic!("another reply: {other:?}"),
            Err(failure) => Err(failure),
        }
    };
}
pub(crate) use carried;

pub struct Tab {
    pub keeper: Keeper<Machine>,
    pub machine: Machine,
    pub name: String,
}

thread_local! {
    static SEED: Cell<u64> = const { Cell::new(1) };
}

fn next_seed() -> u64 {
    SEED.with(|seed| seed.replace(seed.get() + 1))
}

pub fn reseal_request(current: Option<&str>, passphrase: &str) -> Request {
    Request::Reseal { current: current.map(secret), passphrase: secret(passphrase), without: vec![] }
}

pub fn secret(passphrase: &str) -> SecretBytes {
    SecretBytes::new(passphrase.as_bytes().to_vec())
}

pub fn words(text: &str) -> Written {
    let happened_at_s = (NOON_MS / 1_000) as i64;
    Written::Entry(EntryText { text: text.into(), happened_at_s, ..EntryText::default() })
}

pub fn urge(strength: u8, line: &str) -> Written {
    let happened_at_s = (NOON_MS / 1_000) as i64;
    Written::Urge(UrgeWords {
        strength: Some(strength),
        line: line.into(),
        happened_at_s,
        ..UrgeWords::default()
    })
}

/// As [`words`], of the one kind there was at first.
pub fn entry(text: &str) -> EntryText {
    match words(text) {
        Written::Entry(entry) => entry,
        _ => unreachable!("words are an entry"),
    }
}

/// The text of an entry, the line of an urge.
pub fn text_of(written: &Written) -> &str {
    match written {
        Written::Entry(text) => &text.text,
        Written::Urge(text) => &text.line,
        _ => unreachable!("these tests write entries and urges"),
    }
}

impl Tab {
    /// A tab with nothing open.
    pub fn closed(shelf: &MemoryShelf) -> Self {
        let machine = Machine::new(shelf, next_seed());
        Self { keeper: Keeper::new(machine.clone()), machine, name: String::new() }
    }

    /// A new shelf with one journal, open in this tab.
    pub fn created() -> Self {
        let mut tab = Self::closed(&MemoryShelf::new());
        tab.name = tab.create(PASSPHRASE).unwrap().name;
        tab
    }

    /// Another tab of the same browser with the same journal open.
    pub fn another(&self) -> Self {
        let mut tab = Self::closed(self.shelf());
        tab.machine.now_ms.set(self.machine.now_ms.get());
        tab.name.clone_from(&self.name);
        tab.unlock(PASSPHRASE, None).unwrap();
        tab
    }

    pub fn shelf(&self) -> &MemoryShelf {
        &self.machine.shelf.disk.inner
    }

    /// A connection of the test's own.
    pub fn store(&self) -> MemoryStore {
        run(self.shelf().open(&self.name)).unwrap()
    }

    pub fn ask(&self, request: Request) -> Result<Reply, Failure> {
        run(self.keeper.answer(1, request))
    }

    pub fn create(&self, passphrase: &str) -> Result<Opened, Failure> {
        self.create_kept(passphrase, Kept::OnDevice)
    }

    pub fn create_kept(&self, passphrase: &str, kept: Kept) -> Result<Opened, Failure> {
        carried!(self.ask(Request::Create { passphrase: secret(passphrase), kept }), Opened)
    }

    pub fn unlock(&self, passphrase: &str, witness: Option<&str>) -> Result<Opened, Failure> {
        let (name, witness) = (self.name.clone(), witness.map(str::to_owned));
        carried!(self.ask(Request::Unlock { name, passphrase: secret(passphrase), witness }), Opened)
    }

    pub fn unlock_with_sheet(&self, sheet: &[u8], witness: Option<&str>) -> Result<Opened, Failure> {
        let (name, witness) = (self.name.clone(), witness.map(str::to_owned));
        let secret = SecretBytes::new(sheet.to_vec());
        carried!(self.ask(Request::UnlockWithSheet { name, secret, witness }), Opened)
    }

    pub fn unlock_with_passkey(&self, given: &[u8], witness: Option<&str>) -> Result<Opened, Failure> {
        let (name, witness) = (self.name.clone(), witness.map(str::to_owned));
        let secret = SecretBytes::new(given.to_vec());
        carried!(self.ask(Request::UnlockWithPasskey { name, secret, witness }), Opened)
    }

    pub fn add_passkey(&self, given: &[u8]) -> Result<(), Failure> {
        let secret = SecretBytes::new(given.to_vec());
        self.ask(Request::AddPasskey { secret }).map(|reply| assert_eq!(reply, Reply::Done))
    }

    /// Touches a passkey before everything is sealed anew: its slot.
    pub fn touch(&self, given: &[u8], going: Option<u8>) -> Result<u8, Failure> {
        let secret = SecretBytes::new(given.to_vec());
        match self.ask(Request::TouchPasskey { secret, going })? {
            Reply::Touched { slot } => Ok(slot),
            other => panic!("another reply: {other:?}"),
        }
    }

    /// The ways in, as they are listed.
    pub fn ways(&self) -> Vec<WayShown> {
        carried!(self.ask(Request::Ways), Ways).unwrap()
    }

    /// Draws a recovery secret: its bytes, and whether it would take another's place.
    pub fn draw_sheet(&self) -> (Vec<u8>, bool) {
        let DrawnSheet { secret, replaces } = carried!(self.ask(Request::DrawSheet), Sheet).unwrap();
        (secret.expose_into(), replaces)
    }

    pub fn keep_sheet(&self) -> Result<(), Failure> {
        self.ask(Request::KeepSheet).map(|reply| assert_eq!(reply, Reply::Done))
    }

    /// A recovery sheet that opens the journal from now on.
    pub fn sheet(&self) -> Vec<u8> {
        let (sheet, _) = self.draw_sheet();
        self.keep_sheet().unwrap();
        sheet
    }

    pub fn reseal(&self, current: Option<&str>, passphrase: &str) -> Result<Opened, Failure> {
        carried!(self.ask(reseal_request(current, passphrase)), Opened)
    }

    /// As [`Tab::reseal`], leaving these behind where they cannot be read.
    pub fn reseal_without(&self, passphrase: &str, without: &[Id]) -> Result<Opened, Failure> {
        let (current, without) = (Some(secret(PASSPHRASE)), without.to_vec());
        let request = Request::Reseal { current, passphrase: secret(passphrase), without };
        carried!(self.ask(request), Opened)
    }

    /// What is known to be unreadable.
    pub fn damaged(&self) -> Vec<DamagedEntry> {
        carried!(self.ask(Request::Damaged), Damaged).unwrap()
    }

    pub fn delete_damaged(&self, id: Id) -> Result<(), Failure> {
        self.ask(Request::DeleteDamaged { id }).map(|reply| assert!(matches!(reply, Reply::Deleted { .. })))
    }

    pub fn lock(&self) -> Result<(), Failure> {
        self.ask(Request::Lock).map(|reply| assert_eq!(reply, Reply::Done))
    }

    pub fn check(&self) {
        run(self.keeper.check()).unwrap();
    }

    pub fn refresh(&self) {
        run(self.keeper.refresh()).unwrap();
    }

    /// An editor for a new entry.
    pub fn begin(&self, text: &str) -> Draft {
        let Ok(Reply::Begun { id, draft_id }) = self.ask(Request::BeginEntry) else { panic!("not begun") };
        Draft { draft_id, id, base: Base::default(), text: words(text) }
    }

    /// An editor for an entry as it stands.
    pub fn edit(&self, id: Id, text: &str) -> Draft {
        let Ok(Reply::Begun { draft_id, .. }) = self.ask(Request::BeginEdit { id }) else {
            panic!("not begun")
        };
        Draft { draft_id, id, base: self.read(id).unwrap().base, text: words(text) }
    }

    pub fn save(&self, draft: &Draft) -> Result<Saved, Failure> {
        carried!(self.ask(Request::Save(draft.clone())), Saved)
    }

    /// Writes a new entry.
    pub fn write(&self, text: &str) -> Id {
        let draft = self.begin(text);
        self.save(&draft).unwrap().entry.id
    }

    pub fn revise(&self, id: Id, text: &str) -> Saved {
        self.save(&self.edit(id, text)).unwrap()
    }

    pub fn read(&self, id: Id) -> Result<EntryRead, Failure> {
        carried!(self.ask(Request::Read { id }), Entry)
    }

    /// The wordings of an entry, sorted.
    pub fn wordings(&self, id: Id) -> Vec<String> {
        texts(&self.read(id).unwrap())
    }

    pub fn delete(&self, id: Id) -> Result<(), Failure> {
        self.ask(Request::Delete { id }).map(|reply| assert!(matches!(reply, Reply::Deleted { .. })))
    }

    pub fn undelete(&self, id: Id) -> Result<Saved, Failure> {
        carried!(self.ask(Request::Undelete { id }), Saved)
    }

    pub fn list(&self, search: &str) -> Listed {
        let filter = search_for(search);
        carried!(self.ask(Request::List { filter, offset: 0, limit: u32::MAX }), Listed).unwrap()
    }

    /// The titles of the list.
    pub fn titles(&self, search: &str) -> Vec<String> {
        self.list(search).rows.into_iter().map(|row| row.title).collect()
    }

    pub fn post(&self, draft: &Draft) {
        assert_eq!(self.ask(Request::PostDraft(draft.clone())), Ok(Reply::Done));
    }

    pub fn seal(&self) -> Result<(), Failure> {
        self.ask(Request::SealDrafts).map(|reply| assert_eq!(reply, Reply::Done))
    }

    pub fn drafts(&self) -> Vec<Draft> {
        carried!(self.ask(Request::Drafts), Drafts).unwrap()
    }

    /// Everything that rests.
    pub fn dump(&self) -> Vec<Vec<u8>> {
        self.store().dump()
    }

    /// The keys of rows of a sealed type (2 page, 3 record, 4 draft).
    pub fn rows(&self, sealed_type: u8) -> Vec<RowKey> {
        let rows = run(self.store().rows_after(None, u32::MAX)).unwrap();
        rows.into_iter().filter(|(_, bytes)| bytes[2] == sealed_type).map(|(key, _)| key).collect()
    }

    /// The row of a sealed type that `work` adds.
    pub fn row_added_by(&self, sealed_type: u8, work: impl FnOnce()) -> RowKey {
        let before = self.rows(sealed_type);
        work();
        let added: Vec<_> = self.rows(sealed_type).into_iter().filter(|key| !before.contains(key)).collect();
        assert_eq!(added.len(), 1);
        added[0]
    }

    pub fn flip(&self, place: Place) {
        self.store().flip_bit(place, 100);
    }

    /// What the last check said of entries that cannot be read: title and whether the row is missing.
    pub fn check_says(&self) -> Vec<(String, bool)> {
        self.machine.take_events();
        self.check();
        let events = self.machine.take_events();
        let damaged = events.into_iter().find_map(|event| match event {
            Event::Checked { damaged } => Some(damaged),
            _ => None,
        });
        damaged.unwrap().into_iter().map(|entry| (entry.title, entry.missing)).collect()
    }
}

/// No wording passes for a successor of another that stands beside it: a merge would drop the other.
pub fn assert_side_by_side(record: &Record) {
    let alone = Record { kind: record.kind, versions: Vec::new() };
    assert_eq!(record.clone().merged(alone), *record);
}

/// The wordings of an entry, sorted.
pub fn texts(entry: &EntryRead) -> Vec<String> {
    let mut texts: Vec<String> = entry.wordings.iter().map(|words| text_of(words).to_owned()).collect();
    texts.sort();
    texts
}

/// How many of a costly kind of case to run: `ci`, or `full` under `TRESTLE_PROOFS=full`.
pub fn cases(ci: u32, full: u32) -> u32 {
    if std::env::var("TRESTLE_PROOFS").as_deref() == Ok("full") { full } else { ci }
}

/// The filter that asks for these words alone.
pub fn search_for(words: &str) -> Filter {
    Filter { search: words.into(), ..Filter::default() }
}
