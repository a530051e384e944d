//! Notes that wait in the inbox go along: opened with the old key, sealed to the next one.

use store::Store as _;
use vault::{SealedNote, seal_note};

use super::Next;
use crate::{
    host::Host,
    protocol::Failure,
    service::{Journal, Keeper},
};

/// Notes sealed anew, and the keys of those they take the place of. One that does not open (forged, damaged) is in
/// neither: it goes on waiting as it is, to be discarded by a person.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) sealed: Vec<SealedNote>,
    pub(super) replaced: Vec<u64>,
    /// All that wait, whether they open or not: the flip is made again when one has come since.
    pub(super) seen: Vec<u64>,
}

impl<H: Host> Keeper<H> {
    pub(super) async fn notes_anew(&self, journal: &Journal<H>, next: &Next) -> Result<Notes, Failure> {
        let mut notes = Notes::default();
        for (key, bytes) in journal.store.notes().await? {
            notes.seen.push(key);
            let Ok(note) = journal.keys.open_note(&bytes) else { continue };
            notes.sealed.push(seal_note(next.header.header(), &note, &mut self.random())?);
            notes.replaced.push(key);
        }
        Ok(notes)
    }
}
