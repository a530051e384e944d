//! Sealing everything anew under a new key, with new ways in: a changed passphrase, a way in that goes, a replaced
//! recovery sheet (FORMAT 6).
//!
//! Rows that nothing names yet are staged beside the old ones; then header and root flip in one transaction. Before it
//! the old journal stands untouched, after it the new one; then the old rows are swept.

mod batch;
mod copy;
mod copying;
mod flip;
mod notes;
mod records;

use std::rc::Rc;
use store::Store as _;
use vault::{
    Cost, KdfParams, NewWay, Passphrase, Root, SealedHeader, VaultKeys, Way, WayRecord, WaySecret,
    make_header,
};

use crate::{
    check::damaged,
    host::Host,
    new_passphrase::NewPassphrase,
    open_journal::OpenJournal,
    protocol::{Failure, Id, Opened, SecretBytes, Stage, WayKind},
    service::{Journal, Keeper},
    slices::Slice,
    sweep::big_change,
};

use copy::Copy;

/// Rows whose sizes are asked for at once.
const SIZES_AT_ONCE: u32 = 128;

/// The journal as it is to be: header, keys and ways of the next generation.
struct Next {
    header: SealedHeader,
    keys: VaultKeys,
    ways: [Option<WayRecord>; 8],
    /// As they were when this was decided.
    ways_before: [Option<WayRecord>; 8],
    passphrase: NewPassphrase,
    sheet: Option<WaySecret>,
    /// The passphrase stays what it was.
    same_words: bool,
}

/// A change under way: of which journal, into what.
struct Resealing<'a, H: Host> {
    number: u32,
    journal: &'a Rc<Journal<H>>,
    next: &'a Next,
    /// What may be left behind where it cannot be read.
    without: &'a [Id],
}

/// What is asked of a change.
pub(crate) struct Wanted {
    /// The passphrase as it is.
    pub(crate) current: Option<SecretBytes>,
    /// As it is to be.
    pub(crate) passphrase: SecretBytes,
    /// What may be left behind where it cannot be read.
    pub(crate) without: Vec<Id>,
}

impl<H: Host> Keeper<H> {
    pub(crate) async fn reseal(&self, number: u32, wanted: Wanted) -> Result<Opened, Failure> {
        let Wanted { current, passphrase, without } = wanted;
        let journal = self.opened()?;
        // EXPOSE: the bytes pass into the vault's own type, which wipes them.
        let passphrase = Passphrase::from_nfc_bytes(passphrase.expose_into())?;
        let before = self.confirm(number, &journal, current).await?;
        // EXPOSE: compared with what the same person typed a moment before, and not kept.
        let same_words = before.is_some_and(|before| before.expose_bytes() == passphrase.expose_bytes());
        let hold = self.host.hold_big_change(&big_change(&journal.name)).await;
        let _hold = hold.ok_or(Failure::BigChangeElsewhere)?;
        self.catch_up(&journal).await?;
        expect_readable(&journal, &without)?;
        self.expect_room(number, &journal).await?;
        let next = Next { same_words, ..self.next(number, &journal, &passphrase).await? };
        drop(passphrase);
        let milliseconds = next.passphrase.milliseconds;
        let mut copy = Copy::default();
        match self.flip(number, &journal, next, &without, &mut copy).await {
            Ok(new) => {
                let notes_waiting = new.store.notes().await.map_or(0, |notes| notes.len() as u32);
                let derivation_ms = milliseconds as u32;
                Ok(Opened { derivation_ms, notes_waiting, ..self.opened_reply(&new) })
            }
            Err(failure) => {
                // Where the old journal still stands, what was staged beside it goes; else its keys read no root.
                let _ = self.sweep(&journal, self.sweeping(number)).await;
                Err(failure)
            }
        }
    }

    /// Whoever is here knows the passphrase, which is given, or has opened the journal with its sheet.
    pub(crate) async fn confirm(
        &self,
        number: u32,
        journal: &Journal<H>,
        current: Option<SecretBytes>,
    ) -> Result<Option<Passphrase>, Failure> {
        let Some(current) = current else {
            return if journal.opened_by == WayKind::Sheet {
                Ok(None)
            } else {
                Err(Failure::WrongPassphrase)
            };
        };
        // EXPOSE: the bytes pass into the vault's own type, which wipes them.
        let current = Passphrase::from_nfc_bytes(current.expose_into())?;
        self.host.progress(number, Stage::Deriving, 0, 0);
        let kdf = journal.header.borrow().header().kdf();
        let derived = self.derive(&current, &kdf).await?;
        let secret = WaySecret::passphrase(derived.bytes, kdf);
        journal.header.borrow().header().unlock(&secret)?;
        Ok(Some(current))
    }

    /// A second copy of the journal must fit beside it. Where the machine does not say, the copy shows it.
    async fn expect_room(&self, number: u32, journal: &Journal<H>) -> Result<(), Failure> {
        let Some(free) = self.host.free_bytes().await else { return Ok(()) };
        let mut slice = Slice::begin(&self.host);
        let (mut needed, mut after, mut seen) = (0, None, 0);
        loop {
            let rows = journal.store.rows_after(after, SIZES_AT_ONCE).await?;
            let Some((last, _)) = rows.last() else { break };
            after = Some(*last);
            seen += rows.len() as u32;
            self.host.progress(number, Stage::Reading, seen, 0);
            needed += rows.iter().map(|(key, row)| (key.as_bytes().len() + row.len()) as u64).sum::<u64>();
            slice.rest().await;
        }
        if needed > free { Err(Failure::NotEnoughRoom { needed, free }) } else { Ok(()) }
    }

    /// Draws the next key and seals its ways in. The cost of the passphrase never falls.
    async fn next(
        &self,
        number: u32,
        journal: &Journal<H>,
        passphrase: &Passphrase,
    ) -> Result<Next, Failure> {
        let (kdf, generation) = {
            let header = journal.header.borrow();
            (header.header().kdf(), header.header().generation())
        };
        let passphrase = self.passphrase_anew(number, journal, passphrase, kdf).await?;
        let sheet = journal.drawn.borrow().as_ref().map(|drawn| WaySecret::recovery(**drawn));
        let passkeys = self.touched(journal)?;
        let ways_before = journal.head.borrow().root.ways.clone();
        let made_now = core::iter::once(&passphrase.secret).chain(&sheet);
        let made_now = made_now.map(|secret| (secret, self.way_record(secret.way())));
        let kept = passkeys.iter().map(|(secret, record)| (secret, record.clone()));
        let mut indices: Vec<u8> = (0..8).collect();
        let mut ways: [Option<WayRecord>; 8] = Default::default();
        let mut new_ways = Vec::new();
        for (secret, record) in made_now.chain(kept) {
            let mut drawn = [0];
            self.host.fill_random(&mut drawn)?;
            let index = indices.swap_remove(usize::from(drawn[0]) % indices.len());
            ways[usize::from(index)] = Some(record);
            new_ways.push(NewWay { index, secret });
        }
        let generation = generation.checked_add(1).ok_or(Failure::TooNew)?;
        let (header, keys) = make_header(
            journal.keys.vault_id(),
            generation,
            1,
            passphrase.kdf,
            &new_ways,
            &mut self.random(),
        )?;
        drop(new_ways);
        Ok(Next { header, keys, ways, ways_before, passphrase, sheet, same_words: false })
    }

    async fn passphrase_anew(
        &self,
        number: u32,
        journal: &Journal<H>,
        passphrase: &Passphrase,
        kdf: KdfParams,
    ) -> Result<NewPassphrase, Failure> {
        let marks = journal.head.borrow().root.marks;
        if marks & Root::MARK_SMALL_MEMORY != 0 {
            // Memory was refused here once: what worked is not made dearer.
            self.host.progress(number, Stage::Deriving, 0, 0);
            return self.new_passphrase_at(passphrase, kdf.cost, marks).await;
        }
        self.new_passphrase(number, passphrase, Cost::STANDARD.dearer(kdf.cost)).await
    }
}

impl Next {
    /// The root that names the copy.
    fn root(&self, before: &Root, copy: &Copy) -> Root {
        let sheet = self.sheet.as_ref().filter(|sheet| sheet.way() == Way::Recovery);
        // A backup that does not open with the words of today is no way back.
        let proven = (before.proven_backup_ms, before.proven_backup_sequence);
        let (proven_backup_ms, proven_backup_sequence) = if self.same_words { proven } else { (0, 0) };
        Root {
            sequence: before.sequence + 1,
            pages: copy.page_commitments(),
            ways: self.ways.clone(),
            passphrase_backup_key: Some(self.passphrase.secret.backup_key()),
            recovery_backup_key: sheet.map(WaySecret::backup_key),
            drafts: copy.drafts(&before.drafts),
            marks: before.marks | self.passphrase.marks,
            proven_backup_ms,
            proven_backup_sequence,
            ..before.duplicate()
        }
    }
}

/// What is known to be unreadable already stops a change before anything is derived or sealed. What is not known yet
/// is met on the way.
fn expect_readable<S>(journal: &OpenJournal<S>, without: &[Id]) -> Result<(), Failure> {
    let all_named = damaged(journal).iter().all(|entry| without.contains(&entry.id));
    if all_named { Ok(()) } else { Err(Failure::EntryDamaged) }
}

/// The journal that goes on, shared.
type Resealed<H> = Rc<Journal<H>>;
