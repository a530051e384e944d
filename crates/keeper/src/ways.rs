//! The ways in: listed; a recovery sheet or a passkey added under the same keys; passkeys that are to stay when
//! everything is sealed anew.

use store::Previous;
use vault::{KdfParams, NewWay, Root, Way, WayRecord, WaySecret, rewrap_header};
use zeroize::Zeroizing;

use crate::{
    commit::ATTEMPTS,
    host::Host,
    open_journal::OpenJournal,
    protocol::{DrawnSheet, Failure, SecretBytes, WayShown},
    put::{Prepared, Written},
    service::{Journal, Keeper},
    unlock::way_kind,
};

/// A passkey that was touched, so that it opens the journal after everything was sealed anew too.
pub(crate) struct Touched {
    slot: u8,
    secret: Zeroizing<Vec<u8>>,
}

impl<H: Host> Keeper<H> {
    pub(crate) fn ways(&self) -> Result<Vec<WayShown>, Failure> {
        let journal = self.opened()?;
        let head = journal.head.borrow();
        let shown = |(slot, way): (u8, &Option<WayRecord>)| {
            let way = way.as_ref()?;
            Some(WayShown { slot, kind: way_kind(way.way), created_at_ms: way.created_at_ms })
        };
        Ok((0..).zip(&head.root.ways).filter_map(shown).collect())
    }

    pub(crate) fn draw_sheet(&self) -> Result<DrawnSheet, Failure> {
        let journal = self.opened()?;
        let mut drawn = Zeroizing::new([0; 20]);
        self.host.fill_random(drawn.as_mut_slice())?;
        let secret = SecretBytes::new(drawn.to_vec());
        *journal.drawn.borrow_mut() = Some(drawn);
        Ok(DrawnSheet { secret, replaces: has_sheet(&journal.head.borrow().root) })
    }

    pub(crate) fn drop_sheet(&self) -> Result<(), Failure> {
        *self.opened()?.drawn.borrow_mut() = None;
        Ok(())
    }

    pub(crate) async fn keep_sheet(&self) -> Result<(), Failure> {
        let journal = self.opened()?;
        let secret = journal.drawn.borrow().as_ref().map(|drawn| WaySecret::recovery(**drawn));
        let secret = secret.ok_or(Failure::NoSheetDrawn)?;
        self.put_way(&journal, &secret, None, |root| {
            if has_sheet(root) {
                return Err(Failure::SheetExists);
            }
            let index = self.free_slot(root)?;
            root.ways[usize::from(index)] = Some(self.way_record(Way::Recovery));
            root.recovery_backup_key = Some(secret.backup_key());
            Ok(Some(index))
        })
        .await?;
        *journal.drawn.borrow_mut() = None;
        Ok(())
    }

    pub(crate) async fn add_passkey(&self, secret: SecretBytes) -> Result<(), Failure> {
        let journal = self.opened()?;
        let secret = WaySecret::passkey(&taken(secret))?;
        self.put_way(&journal, &secret, None, |root| {
            if slot_of(&journal, &secret).is_some() {
                return Ok(None);
            }
            let index = self.free_slot_of_passkey(root)?;
            root.ways[usize::from(index)] = Some(self.way_record(Way::Passkey));
            Ok(Some(index))
        })
        .await
    }

    pub(crate) fn touch_passkey(&self, secret: SecretBytes, going: Option<u8>) -> Result<u8, Failure> {
        let journal = self.opened()?;
        let secret = taken(secret);
        let slot = slot_of(&journal, &WaySecret::passkey(&secret)?).ok_or(Failure::PasskeyDoesNotOpen)?;
        let mut touched = journal.touched.borrow_mut();
        touched.retain(|other| other.slot != slot);
        if going != Some(slot) {
            touched.push(Touched { slot, secret });
        }
        Ok(slot)
    }

    pub(crate) fn drop_touched(&self) -> Result<(), Failure> {
        self.opened()?.touched.borrow_mut().clear();
        Ok(())
    }

    /// The passkeys that stay, with what is known of them.
    pub(crate) fn touched(&self, journal: &Journal<H>) -> Result<Vec<(WaySecret, WayRecord)>, Failure> {
        let (touched, head) = (journal.touched.borrow(), journal.head.borrow());
        let mut known = Vec::new();
        for Touched { slot, secret } in touched.iter() {
            if let Some(record) = &head.root.ways[usize::from(*slot)] {
                known.push((WaySecret::passkey(secret)?, record.clone()));
            }
        }
        Ok(known)
    }

    /// Header and root in one transaction, under the same keys. `place` says in the root which slot the secret gets;
    /// `None`: there is nothing to do any longer.
    pub(crate) async fn put_way(
        &self,
        journal: &Journal<H>,
        secret: &WaySecret,
        kdf: Option<KdfParams>,
        place: impl Fn(&mut Root) -> Result<Option<u8>, Failure>,
    ) -> Result<(), Failure> {
        for _ in 0..ATTEMPTS {
            let mut root = journal.head.borrow().root.duplicate();
            let Some(index) = place(&mut root)? else { return Ok(()) };
            let header = {
                let header = journal.header.borrow();
                let ways = [NewWay { index, secret }];
                let kdf = kdf.unwrap_or(header.header().kdf());
                rewrap_header(&journal.keys, header.header(), kdf, &ways, &mut self.random())?
            };
            let prepared = Prepared { header: Some(header), ..Prepared::of(root, Previous::Keep) };
            if !matches!(self.put(journal, prepared).await?, Written::NotYet) {
                self.keep_witness(journal);
                self.tell(journal);
                return Ok(());
            }
        }
        Err(Failure::TooBusy)
    }

    /// A way made now.
    pub(crate) fn way_record(&self, way: Way) -> WayRecord {
        WayRecord { way, created_at_ms: self.host.now_ms(), label: String::new() }
    }

    /// A slot that no way holds, drawn, so that slots say nothing of what was made first.
    fn free_slot(&self, root: &Root) -> Result<u8, Failure> {
        let free = free_slots(root);
        let mut drawn = [0];
        self.host.fill_random(&mut drawn)?;
        free.get(usize::from(drawn[0]) % free.len().max(1)).copied().ok_or(Failure::WaysFull)
    }

    /// Passkeys never take the place of a recovery sheet that is yet to be made.
    fn free_slot_of_passkey(&self, root: &Root) -> Result<u8, Failure> {
        let for_the_sheet = usize::from(!has_sheet(root));
        if free_slots(root).len() <= for_the_sheet { Err(Failure::WaysFull) } else { self.free_slot(root) }
    }
}

fn free_slots(root: &Root) -> Vec<u8> {
    (0..8).filter(|index| root.ways[usize::from(*index)].is_none()).collect()
}

fn has_sheet(root: &Root) -> bool {
    root.recovery_backup_key.is_some()
}

/// The slot that a passkey opens, where the root knows of it.
fn slot_of<S>(journal: &OpenJournal<S>, secret: &WaySecret) -> Option<u8> {
    let slot = journal.header.borrow().header().unlock(secret).ok()?.slot;
    let head = journal.head.borrow();
    let known = head.root.ways[usize::from(slot)].as_ref()?;
    (known.way == secret.way()).then_some(slot)
}

fn taken(secret: SecretBytes) -> Zeroizing<Vec<u8>> {
    // EXPOSE: the bytes become the secret behind a way in; both copies are wiped.
    Zeroizing::new(secret.expose_into())
}
