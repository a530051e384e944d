//! Journals on this device, and the ways into them.

use serde::{Deserialize, Serialize};

use super::SecretBytes;

/// A journal's name and the witness the screen keeps for it (FORMAT 7): opaque text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StoredWitness {
    /// Name of the journal's database.
    pub name: String,
    /// The text, exactly as an [`Event::Witness`] gave it.
    pub value: String,
}

/// Where a journal's sealed rows rest.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Kept {
    /// In the browser's storage.
    OnDevice,
    /// In the keeper's memory: gone with the tab.
    InMemory,
}

/// A journal on this device.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Found {
    /// Name of its database.
    pub name: String,
    /// What can be told without opening it.
    pub state: FoundState,
    /// Where it rests.
    pub kept: Kept,
    /// What a passkey is asked for to open it; `None` where nothing here says.
    pub passkey_salt: Option<[u8; 32]>,
}

/// What can be told of a journal without opening it (FORMAT 7).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum FoundState {
    /// Header sound: a lock screen.
    Sound,
    /// The header is damaged, a witness's is sound: a lock screen that will use the witness.
    HeaderFromWitness,
    /// The header is damaged and there is no sound witness: says damaged, writes nothing.
    Damaged,
    /// The database is gone or empty, but a witness remembers a journal: a recovery screen, never a first run.
    Gone,
    /// Made by a newer version of the app.
    TooNew,
    /// Its key costs are outside what may be tried.
    CostOutOfRange,
}

/// An open journal.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Opened {
    /// Name of its database.
    pub name: String,
    /// Live records.
    pub live: u32,
    /// The root's sequence.
    pub sequence: u64,
    /// Last save, ms since 1970 UTC; 0 when never.
    pub last_save_ms: u64,
    /// The witness remembers a later state than the one found (FORMAT 7, row 2): say so once.
    pub older_than_seen: bool,
    /// Parts of the list (of 64) that could not be read. What is in them is not shown and not overwritten.
    pub damaged_pages: u8,
    /// Milliseconds the last key derivation took here; 0 when none was needed.
    pub derivation_ms: u32,
    /// Where it rests.
    pub kept: Kept,
    /// How it was opened. After the sheet, a new passphrase is asked for.
    pub opened_by: WayKind,
    /// There is a recovery sheet.
    pub has_sheet: bool,
    /// The header had been altered while locked, and the witness's was put in its place: notes written since may have
    /// been readable to whoever did it.
    pub header_was_altered: bool,
    /// Notes that wait in the inbox.
    pub notes_waiting: u32,
    /// What a passkey is asked for that is to be a way in.
    pub passkey_salt: [u8; 32],
    /// The passphrase's key may be made dearer now: [`Request::DeriveDearer`](super::Request::DeriveDearer).
    pub cost_may_rise: bool,
}

/// The kinds of way in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum WayKind {
    /// A passphrase.
    Passphrase,
    /// A recovery sheet.
    Sheet,
    /// A passkey.
    Passkey,
}

/// A way in, as its owner sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct WayShown {
    /// Its slot, which tells ways of one kind apart.
    pub slot: u8,
    /// What kind.
    pub kind: WayKind,
    /// When it was made, ms since 1970 UTC.
    pub created_at_ms: u64,
}

/// A recovery secret on its way to paper.
#[derive(Debug, Serialize, Deserialize)]
pub struct DrawnSheet {
    /// 20 bytes ([`Sheet`]).
    pub secret: SecretBytes,
    /// There is a recovery sheet already: this one can only take its place by [`Request::Reseal`].
    pub replaces: bool,
}

/// Equal to none, itself included: secrets are not compared.
impl PartialEq for DrawnSheet {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}
