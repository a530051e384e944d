//! Backups made by a keeper, at the least cost that a reader takes, and a place for them.

use std::cell::Cell;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use keeper::protocol::{
    BackupReply, BackupRequest, Base, CheckInWords, Draft, DrawnSheet, EntryText, Event, Kept, MediaType,
    Reply, Request, SecretBytes, Sheet, Stage, ToAttach, UrgeWords, Written,
};
use keeper::{DeriveFailure, Derived, Host, KdfParams, Keeper, Passphrase, RandomnessUnavailable, derive};
use store::MemoryShelf;

pub const PASSPHRASE: &str = "ámber bridge 🌉";
pub const NOON_S: i64 = 1_772_366_400;

/// A machine that derives in earnest, and counts for randomness.
struct Machine {
    shelf: MemoryShelf,
    state: Cell<u64>,
}

impl Host for Machine {
    type Shelf = MemoryShelf;
    type Hold = ();

    fn shelf(&self) -> &MemoryShelf {
        &self.shelf
    }

    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable> {
        for byte in bytes {
            let next = self.state.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            self.state.set(next);
            *byte = (next >> 33) as u8;
        }
        Ok(())
    }

    fn now_ms(&self) -> u64 {
        NOON_S as u64 * 1_000
    }

    async fn derive(&self, passphrase: &Passphrase, params: &KdfParams) -> Result<Derived, DeriveFailure> {
        let bytes = derive(passphrase, params).map_err(|_| DeriveFailure::OutOfMemory)?;
        // So slow that three passes are enough.
        Ok(Derived { bytes, milliseconds: 2_000.0 })
    }

    async fn hold_big_change(&self, _: &str) -> Option<()> {
        Some(())
    }

    async fn free_bytes(&self) -> Option<u64> {
        None
    }

    async fn let_others_run(&self) {}

    fn emit(&self, _: Event) {}

    fn progress(&self, _: u32, _: Stage, _: u32, _: u32) {}
}

fn run<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("a store in memory waits for nothing"),
    }
}

/// A journal that is open.
pub struct Journal(Keeper<Machine>);

impl Journal {
    pub fn new(passphrase: &str) -> Self {
        let machine = Machine { shelf: MemoryShelf::new(), state: Cell::new(passphrase.len() as u64) };
        let journal = Self(Keeper::new(machine));
        let passphrase = SecretBytes::new(passphrase.as_bytes().to_vec());
        journal.ask(Request::Create { passphrase, kept: Kept::OnDevice });
        journal
    }

    fn ask(&self, request: Request) -> Reply {
        run(self.0.answer(1, request)).unwrap()
    }

    pub fn write(&self, text: Written) -> [u8; 16] {
        let Reply::Begun { id, draft_id } = self.ask(Request::BeginEntry) else { panic!("not begun") };
        self.ask(Request::Save(Draft { draft_id, id, base: Base::default(), text }));
        id
    }

    /// Attaches bytes; the id of their description.
    pub fn attach(&self, media_type: MediaType, bytes: Vec<u8>) -> [u8; 16] {
        let Reply::AttachmentSealed { id } = self.ask(Request::Attach(ToAttach { media_type, bytes })) else {
            panic!("not attached")
        };
        id
    }

    pub fn delete(&self, id: [u8; 16]) {
        self.ask(Request::Delete { id });
    }

    /// The four lines of a sheet that opens it.
    pub fn sheet(&self) -> String {
        let Reply::Sheet(DrawnSheet { secret, .. }) = self.ask(Request::DrawSheet) else {
            panic!("no sheet")
        };
        let sheet = Sheet::from_secret(secret).unwrap();
        self.ask(Request::KeepSheet);
        (0..4).map(|line| sheet.expose_line(line) + "\n").collect()
    }

    pub fn back_up(&self) -> Vec<u8> {
        let begun = self.ask(Request::Backup(BackupRequest::Make { passphrase: None }));
        let Reply::Backup(BackupReply::Begun { backup, .. }) = begun else { panic!("{begun:?}") };
        let mut file = Vec::new();
        loop {
            let part = self.ask(Request::Backup(BackupRequest::Next { backup }));
            let Reply::Backup(BackupReply::Part { bytes, done, .. }) = part else { panic!("{part:?}") };
            file.extend(bytes.0);
            if done {
                return file;
            }
        }
    }
}

pub fn entry(title: &str, text: &str) -> Written {
    Written::Entry(EntryText {
        title: title.into(),
        text: text.into(),
        mood: Some(7),
        tags: vec!["sleep".into()],
        happened_at_s: NOON_S,
        offset_min: -300,
        zone: "America/New_York".into(),
        ..EntryText::default()
    })
}

/// Entries with titles of all sorts, an urge, a check-in, one that was deleted, one of several chunks.
pub fn written() -> Journal {
    let journal = Journal::new(PASSPHRASE);
    journal.write(entry("A quiet day", "Long **walk**.\n\n---\nZoë called. 😀"));
    journal.write(entry("../../../outside", "path tricks"));
    journal.write(entry("\u{1b}[31mred\u{7}", "control characters"));
    journal.write(entry("", &"many words ".repeat(9_000)));
    journal.write(Written::Urge(UrgeWords {
        strength: Some(6),
        line: "outside the shop".into(),
        happened_at_s: NOON_S + 60,
        ..UrgeWords::default()
    }));
    journal.write(Written::CheckIn(CheckInWords {
        mood: Some(4),
        happened_at_s: NOON_S + 120,
        ..CheckInWords::default()
    }));
    let gone = journal.write(entry("Gone", "deleted words"));
    journal.delete(gone);
    journal
}

/// A folder of this test's own, empty at first.
pub fn place(name: &str) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&place);
    std::fs::create_dir_all(&place).unwrap();
    place
}

/// A backup in a folder of this test's own.
pub fn saved(name: &str, file: &[u8]) -> (PathBuf, PathBuf) {
    let place = place(name);
    let path = place.join("journal.trestle");
    std::fs::write(&path, file).unwrap();
    (place, path)
}
