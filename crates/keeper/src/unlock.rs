//! Opening a journal: header, key, root, 64 pages. Bodies are read afterwards (`check`).

use std::rc::Rc;
use store::{Head, Shelf, Store as _};
use vault::{
    Header, HeaderError, Page, PageNumber, Passphrase, Root, UnlockError, Unlocked, VaultKeys, Way,
    WaySecret, Witness, check_random, root_commitment, sealed_generation,
};
use zeroize::Zeroizing;

use crate::{
    host::Host,
    list::List,
    open_journal::{OpenJournal, Parts, Standing},
    protocol::{Failure, Opened, SecretBytes, Stage, WayKind},
    service::{Keeper, Store},
};

/// How often the list is read again when other tabs write while it is read.
const ATTEMPTS: usize = 50;

/// What a person opens a journal with.
pub(crate) enum WayIn {
    /// A passphrase.
    Passphrase(Passphrase),
    /// A recovery sheet.
    Sheet(Zeroizing<[u8; 20]>),
    /// A passkey: what it gave.
    Passkey(Zeroizing<Vec<u8>>),
}

/// The header to try, and where it comes from.
#[derive(Clone)]
struct Candidate {
    header: Header,
    from: Origin,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// The journal's own.
    Own,
    /// The witness's: the own one is damaged.
    Witness,
    /// The witness's: the own one was altered.
    WitnessOfAltered,
}

impl WayIn {
    pub(crate) fn passphrase(passphrase: SecretBytes) -> Result<Self, Failure> {
        // EXPOSE: the bytes pass into the vault's own type, which wipes them.
        Ok(Self::Passphrase(Passphrase::from_nfc_bytes(passphrase.expose_into())?))
    }

    pub(crate) fn sheet(secret: SecretBytes) -> Result<Self, Failure> {
        // EXPOSE: the bytes become the secret behind a way in; both copies are wiped.
        let secret = Zeroizing::new(secret.expose_into());
        let secret = secret.as_slice().try_into().map_err(|_| Failure::SheetDoesNotOpen)?;
        Ok(Self::Sheet(Zeroizing::new(secret)))
    }

    pub(crate) fn passkey(secret: SecretBytes) -> Result<Self, Failure> {
        // EXPOSE: the bytes become the secret behind a way in; both copies are wiped.
        let secret = Zeroizing::new(secret.expose_into());
        WaySecret::passkey(&secret)?;
        Ok(Self::Passkey(secret))
    }

    /// What to say when it opens no slot.
    fn opens_nothing(&self) -> Failure {
        match self {
            Self::Passphrase(_) => Failure::WrongPassphrase,
            Self::Sheet(_) => Failure::SheetDoesNotOpen,
            Self::Passkey(_) => Failure::PasskeyDoesNotOpen,
        }
    }
}

impl<H: Host> Keeper<H> {
    pub(crate) async fn unlock(
        &self,
        number: u32,
        name: &str,
        way_in: Result<WayIn, Failure>,
        witness: Option<&str>,
    ) -> Result<Opened, Failure> {
        let way_in = way_in?;
        check_random(&mut self.random())?;
        check_names(self.host.shelf().names().await?, name)?;
        let store = self.host.shelf().open(name).await?;
        let head = store.head().await?;
        let witness = witness.and_then(Witness::parse);
        let candidate = candidate(&head, witness.as_ref())?;
        self.host.progress(number, Stage::Deriving, 0, 0);
        let (unlocked, candidate, milliseconds) = self.unlocked(&way_in, candidate, witness.as_ref()).await?;
        let Unlocked { keys, header, way, .. } = unlocked;
        self.host.progress(number, Stage::Reading, 0, 0);
        let (head, pages) = self.read_list(&store, &keys, &candidate).await?;
        let notes_waiting = store.notes().await?.len() as u32;
        let older = witness
            .is_some_and(|seen| seen.vault_id == keys.vault_id() && seen.sequence > head.root.sequence);
        let mut journal = OpenJournal::new(Parts {
            name: name.to_owned(),
            store: Rc::new(store),
            keys,
            header,
            head,
            list: List::new(pages),
            opened_by: way_kind(way),
        });
        journal.older_than_seen = older;
        let cost_may_rise = self.look_at_cost(&journal, way_in, milliseconds);
        if candidate.from != Origin::Own {
            self.write_header_back(&journal).await?;
        }
        let opened = Opened {
            older_than_seen: older,
            derivation_ms: milliseconds as u32,
            header_was_altered: candidate.from == Origin::WitnessOfAltered,
            notes_waiting,
            cost_may_rise,
            ..self.opened_reply(&journal)
        };
        self.keep_witness(&journal);
        self.open(journal).await;
        Ok(opened)
    }

    /// Opens a slot. A header whose slot opens and whose MAC differs was altered: the witness's takes its place.
    async fn unlocked(
        &self,
        way_in: &WayIn,
        candidate: Candidate,
        witness: Option<&Witness>,
    ) -> Result<(Unlocked, Candidate, f64), Failure> {
        let (secret, milliseconds) = self.secret_of(way_in, &candidate.header).await?;
        match candidate.header.unlock(&secret) {
            Ok(unlocked) => return Ok((unlocked, candidate, milliseconds)),
            Err(UnlockError::NoMatch) => return Err(way_in.opens_nothing()),
            Err(_) => {}
        }
        let seen = |witness: &&Witness| {
            candidate.from == Origin::Own && witness.vault_id == candidate.header.vault_id()
        };
        let header = witness.filter(seen).ok_or(Failure::HeaderTampered)?.header.clone();
        let (secret, milliseconds) = match header.kdf() == candidate.header.kdf() {
            true => (secret, milliseconds),
            false => self.secret_of(way_in, &header).await?,
        };
        let unlocked = header.unlock(&secret).map_err(|_| Failure::HeaderTampered)?;
        Ok((unlocked, Candidate { header, from: Origin::WitnessOfAltered }, milliseconds))
    }

    /// The secret behind a way in to a header, and the milliseconds it took.
    async fn secret_of(&self, way_in: &WayIn, header: &Header) -> Result<(WaySecret, f64), Failure> {
        match way_in {
            WayIn::Passphrase(passphrase) => {
                let kdf = header.kdf();
                let derived = self.derive(passphrase, &kdf).await?;
                Ok((WaySecret::passphrase(derived.bytes, kdf), derived.milliseconds))
            }
            WayIn::Sheet(secret) => Ok((WaySecret::recovery(**secret), 0.0)),
            WayIn::Passkey(secret) => Ok((WaySecret::passkey(secret)?, 0.0)),
        }
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
}

/// How a way is called on the screen.
pub(crate) fn way_kind(way: Way) -> WayKind {
    match way {
        Way::Passphrase => WayKind::Passphrase,
        Way::Recovery => WayKind::Sheet,
        Way::Passkey => WayKind::Passkey,
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
        (Ok(header), Some(witness)) if was_put_back(&header, witness, head) => {
            Ok(Candidate { header: witness.header.clone(), from: Origin::WitnessOfAltered })
        }
        (Ok(header), _) => Ok(Candidate { header, from: Origin::Own }),
        (
            Err(
                error @ (HeaderError::TooNew { .. }
                | HeaderError::UnknownSuite
                | HeaderError::CostOutOfRange(_)),
            ),
            _,
        ) => Err(error.into()),
        (Err(_), Some(witness)) => Ok(Candidate { header: witness.header.clone(), from: Origin::Witness }),
        (Err(error), None) => Err(error.into()),
    }
}

/// Whether somebody has put an earlier header beside a root that was sealed anew since: the witness's is that root's.
fn was_put_back(header: &Header, witness: &Witness, head: &Head) -> bool {
    let root = head.root.as_deref().and_then(|root| sealed_generation(root).ok());
    root.is_some_and(|root| root > header.generation() && root == witness.header.generation())
        && witness.vault_id == header.vault_id()
}

/// Opens the root. One of another generation than the witness's header means that the header is what is lost; than the
/// journal's own header, which has changed by now, that the passphrase was changed meanwhile.
fn read_root(keys: &VaultKeys, head: &Head, candidate: &Candidate) -> Result<Standing, Failure> {
    let stored = head.root.as_deref().ok_or(Failure::RootDamaged)?;
    let commitment = root_commitment(stored).map_err(|_| Failure::RootDamaged)?;
    let generation = sealed_generation(stored).map_err(|_| Failure::RootDamaged)?;
    if generation > keys.generation() {
        match candidate.from {
            Origin::Witness => return Err(Failure::HeaderDamaged),
            Origin::WitnessOfAltered => return Err(Failure::HeaderTampered),
            Origin::Own if head.header.as_deref() != Some(candidate.header.as_bytes()) => {
                return Err(Failure::PassphraseChangedElsewhere);
            }
            Origin::Own => {}
        }
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
