//! Opening a journal: header, key, root, 64 pages. Bodies are read afterwards (`check`).

use store::{Head, Previous, Shelf, Store as _, Write, WriteError};
use vault::{
    Header, HeaderError, KdfParams, Page, PageNumber, Passphrase, Root, SealedHeader, Unlocked, VaultKeys,
    WaySecret, Witness, WitnessState, check_random, root_commitment, sealed_generation,
};

use crate::{
    host::{DeriveFailure, Derived, Host},
    list::List,
    open_journal::{OpenJournal, Standing},
    protocol::{Event, Failure, Kept, Opened, SecretBytes, Stage, StoredWitness, WayKind},
    service::{Journal, Keeper, Store},
};

/// How often the list is read again when other tabs write while it is read.
const ATTEMPTS: usize = 50;

/// The header to try, and whether it is the witness's.
struct Candidate {
    header: Header,
    from_witness: bool,
}

impl<H: Host> Keeper<H> {
    pub(crate) async fn unlock(
        &self,
        number: u32,
        name: &str,
        passphrase: SecretBytes,
        witness: Option<&str>,
    ) -> Result<Opened, Failure> {
        // EXPOSE: the bytes pass into the vault's own type, which wipes them.
        let passphrase = Passphrase::from_nfc_bytes(passphrase.expose_into())?;
        check_random(&mut self.random())?;
        check_names(self.host.shelf().names().await?, name)?;
        let store = self.host.shelf().open(name).await?;
        let head = store.head().await?;
        let witness = witness.and_then(Witness::parse);
        let candidate = candidate(&head, witness.as_ref())?;
        self.host.progress(number, Stage::Deriving, 0, 0);
        let kdf = candidate.header.kdf();
        let derived = self.derive(&passphrase, &kdf).await?;
        drop(passphrase);
        let Unlocked { keys, header, .. } =
            candidate.header.unlock(&WaySecret::passphrase(derived.bytes, kdf))?;
        self.host.progress(number, Stage::Reading, 0, 0);
        let (standing, pages) = self.read_list(&store, &keys, &candidate).await?;
        let older = witness
            .is_some_and(|seen| seen.vault_id == keys.vault_id() && seen.sequence > standing.root.sequence);
        let journal = OpenJournal::new(name.to_owned(), store, keys, header, standing, List::new(pages));
        if candidate.from_witness {
            self.write_header_back(&journal).await?;
        }
        let opened = self.opened_reply(&journal, older, derived.milliseconds);
        self.keep_witness(&journal);
        self.open(journal);
        Ok(opened)
    }

    /// One derivation, with a refusal of memory told apart.
    pub(crate) async fn derive(&self, passphrase: &Passphrase, kdf: &KdfParams) -> Result<Derived, Failure> {
        self.host.derive(passphrase, kdf).await.map_err(|failure| match failure {
            DeriveFailure::OutOfMemory => Failure::NotEnoughMemory { memory_kib: kdf.cost.memory_kib() },
            DeriveFailure::Ended => Failure::KeeperDied,
        })
    }

    /// Root and pages as they belong together. Another tab may have saved while the key was derived, and may save again
    /// while this reads: a page that is missing is damaged only if the root that names it still stands.
    async fn read_list(
        &self,
        store: &Store<H>,
        keys: &VaultKeys,
        candidate: &Candidate,
    ) -> Result<(Standing, Vec<Option<Page>>), Failure> {
        for _ in 0..ATTEMPTS {
            let standing = read_root(keys, &store.head().await?, candidate)?;
            let rows: Vec<_> = standing.root.pages.iter().map(|commitment| commitment.row_key()).collect();
            let stored = store.rows(&rows).await?;
            if stored.iter().any(Option::is_none) {
                let now = store.head().await?.root;
                if now.as_deref().map(root_commitment) != Some(Ok(standing.commitment)) {
                    continue;
                }
            }
            let pages = open_pages(keys, &standing.root, stored);
            return Ok((standing, pages));
        }
        Err(Failure::TooBusy)
    }

    /// The witness's header opened the root: only now may it take the damaged one's place. Where it cannot be written
    /// now, the journal is open all the same, and the witness still holds the header.
    async fn write_header_back(&self, journal: &Journal<H>) -> Result<(), Failure> {
        let (mut root, expected) = {
            let head = journal.head.borrow();
            (head.root.duplicate(), head.commitment)
        };
        root.sequence += 1;
        root.device_id = self.device(journal)?;
        let sealed = journal.keys.seal_root(&root, &mut self.random())?;
        let header: &SealedHeader = &journal.header;
        let write = Write {
            expected: Some(expected),
            header: Some(header),
            root: &sealed,
            rows: &[],
            remove: &[],
            previous: Previous::Keep,
            remove_notes: &[],
            add_notes: &[],
        };
        match journal.store.write(write).await {
            Ok(()) => {
                *journal.head.borrow_mut() = Standing { root, commitment: sealed.commitment() };
                Ok(())
            }
            Err(WriteError::Full | WriteError::RootMoved(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    pub(crate) fn opened_reply(
        &self,
        journal: &Journal<H>,
        older_than_seen: bool,
        milliseconds: f64,
    ) -> Opened {
        let list = journal.list.borrow();
        let head = journal.head.borrow();
        Opened {
            name: journal.name.clone(),
            live: list.live().len() as u32,
            sequence: head.root.sequence,
            last_save_ms: head.root.last_save_ms,
            older_than_seen,
            damaged_pages: list.damaged_pages(),
            derivation_ms: milliseconds as u32,
            kept: journal.kept(),
            opened_by: WayKind::Passphrase,
            has_sheet: head.root.recovery_backup_key.is_some(),
            header_was_altered: false,
            notes_waiting: 0,
        }
    }

    /// Hands the screen the witness of the journal as it stands.
    pub(crate) fn keep_witness(&self, journal: &Journal<H>) {
        if journal.kept() == Kept::InMemory {
            // Nothing of it may rest anywhere.
            return;
        }
        let Ok(header) = Header::parse(journal.header.as_bytes()) else { return };
        let witness = Witness {
            state: WitnessState::Live,
            vault_id: journal.keys.vault_id(),
            sequence: journal.sequence(),
            header,
        };
        journal.witness_at_ms.set(self.host.now_ms());
        self.host
            .emit(Event::Witness(StoredWitness { name: journal.name.clone(), value: witness.to_text() }));
    }
}

fn check_names(names: Vec<String>, name: &str) -> Result<(), Failure> {
    if names.iter().any(|other| other == name) { Ok(()) } else { Err(Failure::JournalGone) }
}

/// The journal's own header when it is sound, else the witness's (FORMAT 7). What is decided here costs nothing.
fn candidate(head: &Head, witness: Option<&Witness>) -> Result<Candidate, Failure> {
    if head.header.is_none() && head.root.is_none() {
        return Err(Failure::JournalGone);
    }
    match (Header::parse(head.header.as_deref().unwrap_or_default()), witness) {
        (Ok(header), _) => Ok(Candidate { header, from_witness: false }),
        (
            Err(
                error @ (HeaderError::TooNew { .. }
                | HeaderError::UnknownSuite
                | HeaderError::CostOutOfRange(_)),
            ),
            _,
        ) => Err(error.into()),
        (Err(_), Some(witness)) => Ok(Candidate { header: witness.header.clone(), from_witness: true }),
        (Err(error), None) => Err(error.into()),
    }
}

/// Opens the root. One of another generation than the witness's header means that the header is what is lost; than the
/// journal's own header, which has changed by now, that the passphrase was changed meanwhile.
fn read_root(keys: &VaultKeys, head: &Head, candidate: &Candidate) -> Result<Standing, Failure> {
    let stored = head.root.as_deref().ok_or(Failure::RootDamaged)?;
    let commitment = root_commitment(stored).map_err(|_| Failure::RootDamaged)?;
    let generation = sealed_generation(stored).map_err(|_| Failure::RootDamaged)?;
    if generation > keys.generation() && candidate.from_witness {
        return Err(Failure::HeaderDamaged);
    }
    if generation > keys.generation() && head.header.as_deref() != Some(candidate.header.as_bytes()) {
        return Err(Failure::PassphraseChangedElsewhere);
    }
    let root = keys.open_root(stored).map_err(|_| Failure::RootDamaged)?;
    Ok(Standing { root, commitment })
}

fn open_pages(keys: &VaultKeys, root: &Root, stored: Vec<Option<Vec<u8>>>) -> Vec<Option<Page>> {
    PageNumber::all()
        .zip(stored)
        .map(|(number, bytes)| keys.open_page(number, root.pages[number.index()], &bytes?).ok())
        .collect()
}
