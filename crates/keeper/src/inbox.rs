//! The inbox: notes sealed while locked, and what becomes of them once open.

use store::{Previous, Shelf, Store as _, WriteError};
use vault::{Header, Note, RecordId, check_random, seal_note};

use crate::{
    commit::{ATTEMPTS, Seen, Target},
    entries::read_of,
    host::Host,
    protocol::{Failure, NoteText, Saved, UrgeWords, WaitingNote, Written},
    put::{self, Prepared},
    save::saved_change,
    service::{Keeper, Store},
};

impl<H: Host> Keeper<H> {
    /// Seals a note to the journal of that name, locked or not. Gives how many wait now.
    pub(crate) async fn seal_note(&self, name: &str, strength: u8, line: &str) -> Result<u32, Failure> {
        journal::Strength::new(strength).map_err(|_| Failure::StrengthOutOfRange)?;
        let line = journal::Line::new(line)?;
        check_random(&mut self.random())?;
        if !self.host.shelf().names().await?.iter().any(|known| known == name) {
            return Err(Failure::JournalGone);
        }
        let store = self.host.shelf().open(name).await?;
        let note = Note { written_at_ms: self.host.now_ms(), strength, text: line.into() };
        self.put_note(&store, &note).await?;
        Ok(store.notes().await?.len() as u32)
    }

    /// A note is sealed to the key in a header, and put only while that header stands: one whose key was replaced
    /// meanwhile would never open, and is sealed again.
    async fn put_note(&self, store: &Store<H>, note: &Note) -> Result<(), Failure> {
        for _ in 0..ATTEMPTS {
            let header = store.head().await?.header.ok_or(Failure::JournalGone)?;
            let sealed = seal_note(&Header::parse(&header)?, note, &mut self.random())?;
            match store.put_note(&sealed, &header).await {
                Err(WriteError::HeaderMoved) => {}
                outcome => return Ok(outcome?),
            }
        }
        Err(Failure::TooBusy)
    }

    pub(crate) async fn notes(&self) -> Result<Vec<WaitingNote>, Failure> {
        let journal = self.opened()?;
        let waiting = journal.store.notes().await?;
        let note = |(key, bytes): (u64, Vec<u8>)| {
            let note = journal.keys.open_note(&bytes).ok().and_then(text_of);
            WaitingNote { key, note }
        };
        Ok(waiting.into_iter().map(note).collect())
    }

    /// The urge and the removal of its note are one transaction.
    pub(crate) async fn keep_note(&self, key: u64, offset_min: i16, zone: &str) -> Result<Saved, Failure> {
        let journal = self.opened()?;
        let waiting = journal.store.notes().await?;
        let (_, bytes) = waiting.into_iter().find(|(known, _)| *known == key).ok_or(Failure::NotFound)?;
        let note = journal.keys.open_note(&bytes).map_err(|_| Failure::EntryDamaged)?;
        let written_at_ms = note.written_at_ms;
        let NoteText { written_at_s, strength, line } = text_of(note).ok_or(Failure::EntryDamaged)?;
        let written = Written::Urge(UrgeWords {
            strength: Some(strength),
            line,
            happened_at_s: written_at_s,
            offset_min,
            zone: zone.to_owned(),
            ..UrgeWords::default()
        });
        let id = id_of(&bytes).ok_or(Failure::EntryDamaged)?;
        let target = Target { note: Some(key), ..Target::of(id, Seen::All) };
        let record = self
            .commit(&journal, target, |existing, seen, device| {
                saved_change(existing, seen, device, &written, written_at_ms)
            })
            .await?;
        Ok(Saved { entry: read_of(id, &record)?, changed_elsewhere: false, sequence: journal.sequence() })
    }

    pub(crate) async fn discard_note(&self, key: u64) -> Result<(), Failure> {
        let journal = self.opened()?;
        for _ in 0..ATTEMPTS {
            let root = journal.head.borrow().root.duplicate();
            let prepared = Prepared { remove_notes: vec![key], ..Prepared::of(root, Previous::Keep) };
            if !matches!(self.put(&journal, prepared).await?, put::Written::NotYet) {
                return Ok(());
            }
        }
        Err(Failure::TooBusy)
    }
}

/// The record that a note becomes: bytes of the note that were drawn for it alone, so that two tabs that keep it at once
/// write one urge.
fn id_of(note: &[u8]) -> Option<RecordId> {
    note.get(8..)?.first_chunk().copied().map(RecordId::from_bytes)
}

/// What a note says; `None` for one that no program of ours writes. Whoever held the device could have sealed it.
fn text_of(note: Note) -> Option<NoteText> {
    let Note { written_at_ms, strength, text } = note;
    journal::Strength::new(strength).ok()?;
    let line = journal::Line::new(&text).ok()?.into();
    Some(NoteText { written_at_s: i64::try_from(written_at_ms / 1_000).ok()?, strength, line })
}
