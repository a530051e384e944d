//! The ways in: listed, and a recovery sheet added under the same keys.

use store::Previous;
use vault::{NewWay, Root, Way, WayRecord, WaySecret, rewrap_header};
use zeroize::Zeroizing;

use crate::{
    commit::ATTEMPTS,
    host::Host,
    protocol::{DrawnSheet, Failure, SecretBytes, WayShown},
    put::{Prepared, Written},
    service::Keeper,
    unlock::way_kind,
};

impl<H: Host> Keeper<H> {
    pub(crate) fn ways(&self) -> Result<Vec<WayShown>, Failure> {
        let journal = self.opened()?;
        let head = journal.head.borrow();
        let shown = |way: &WayRecord| WayShown { kind: way_kind(way.way), created_at_ms: way.created_at_ms };
        Ok(head.root.ways.iter().flatten().map(shown).collect())
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

    /// Header and root in one transaction, under the same keys.
    pub(crate) async fn keep_sheet(&self) -> Result<(), Failure> {
        let journal = self.opened()?;
        let secret = journal.drawn.borrow().as_ref().map(|drawn| WaySecret::recovery(**drawn));
        let secret = secret.ok_or(Failure::NoSheetDrawn)?;
        for _ in 0..ATTEMPTS {
            let mut root = journal.head.borrow().root.duplicate();
            if has_sheet(&root) {
                return Err(Failure::SheetExists);
            }
            let index = self.free_slot(&root)?;
            root.ways[usize::from(index)] = Some(self.way_record(Way::Recovery));
            root.recovery_backup_key = Some(secret.backup_key());
            let header = {
                let header = journal.header.borrow();
                let ways = [NewWay { index, secret: &secret }];
                let kdf = header.header().kdf();
                rewrap_header(&journal.keys, header.header(), kdf, &ways, &mut self.random())?
            };
            let prepared = Prepared { header: Some(header), ..Prepared::of(root, Previous::Keep) };
            if !matches!(self.put(&journal, prepared).await?, Written::NotYet) {
                *journal.drawn.borrow_mut() = None;
                self.keep_witness(&journal);
                self.tell(&journal);
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
        let free: Vec<u8> = (0..8).filter(|index| root.ways[usize::from(*index)].is_none()).collect();
        let mut drawn = [0];
        self.host.fill_random(&mut drawn)?;
        // Eight ways of which none is a sheet: no version makes that many.
        free.get(usize::from(drawn[0]) % free.len().max(1)).copied().ok_or(Failure::SheetExists)
    }
}

fn has_sheet(root: &Root) -> bool {
    root.recovery_backup_key.is_some()
}
