//! The one small transaction that puts header and root, and what follows it: the same keeper goes on under the next
//! key, and the old rows are swept.

use std::rc::Rc;
use store::{Previous, Store as _, Write, WriteError};

use super::{Copy, Next, Resealed, Resealing, copy::Copied};
use crate::{
    bodies::Body,
    commit::ATTEMPTS,
    host::Host,
    list::List,
    open_journal::{OpenJournal, Parts, Standing},
    protocol::{Event, Failure, Id, Stage, WayKind},
    service::{Journal, Keeper},
};

impl<H: Host> Keeper<H> {
    /// Copies, flips, and goes on with what was flipped to.
    pub(super) async fn flip(
        &self,
        number: u32,
        journal: &Rc<Journal<H>>,
        next: Next,
        without: &[Id],
        copy: &mut Copy,
    ) -> Result<Resealed<H>, Failure> {
        for _ in 0..ATTEMPTS {
            let of = Resealing { number, journal, next: &next, without };
            let from = self.copy(&of, copy).await?;
            let notes = self.notes_anew(journal, &next).await?;
            let device = self.device(journal)?;
            let (mut root, expected) = {
                let head = journal.head.borrow();
                (next.root(&head.root, copy), head.commitment)
            };
            if expected != from {
                // A read has caught up with another tab meanwhile.
                continue;
            }
            if journal.head.borrow().root.ways != next.ways_before {
                // Another tab has added a way in, which would go without a word.
                return Err(Failure::TooBusy);
            }
            root.device_id = device;
            let sealed = next.keys.seal_root(&root, &mut self.random())?;
            // From here on it goes to its end.
            self.host.progress(number, Stage::Writing, 0, 0);
            let write = Write {
                expected: Some(expected),
                header: Some(&next.header),
                root: &sealed,
                rows: &[],
                remove: &[],
                previous: Previous::Drop,
                expected_notes: Some(&notes.seen),
                remove_notes: &notes.replaced,
                add_notes: &notes.sealed,
            };
            match journal.store.write(write).await {
                Ok(()) => {
                    let head = Standing { root, commitment: sealed.commitment() };
                    return self.go_on(number, journal, next, head, core::mem::take(copy)).await;
                }
                Err(WriteError::RootMoved(stored)) => {
                    self.take_over(journal, expected, stored.as_deref()).await?;
                }
                // A note came, or was discarded elsewhere: its key must be the next one too.
                Err(WriteError::NotesMoved) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Failure::TooBusy)
    }

    /// The flip is on the disk: what is open is that journal from now on.
    async fn go_on(
        &self,
        number: u32,
        before: &Rc<Journal<H>>,
        next: Next,
        head: Standing,
        copy: Copy,
    ) -> Result<Resealed<H>, Failure> {
        let Copied { pages, rows, left_behind } = copy.into_parts();
        let new = OpenJournal::new(Parts {
            name: before.name.clone(),
            store: Rc::clone(&before.store),
            keys: next.keys,
            header: next.header,
            head,
            list: List::new(pages),
            opened_by: WayKind::Passphrase,
        });
        {
            let mut bodies = before.bodies.take();
            for (id, commitment) in rows {
                bodies.moved_to(id, commitment.row_key());
            }
            for id in left_behind {
                bodies.put(id, Body::Damaged { missing: true });
            }
            *new.bodies.borrow_mut() = bodies;
        }
        new.checked.set(before.checked.get());
        *new.pending.borrow_mut() = before.pending.take();
        *new.deleted.borrow_mut() = before.deleted.take();
        new.device.set(before.device.get());
        before.drawn.take();
        if !self.replace(before, new) {
            return Err(Failure::Locked);
        }
        let new = self.opened()?;
        self.keep_witness(&new);
        self.host.emit(Event::Changed { sequence: new.sequence() });
        if self.stands(&new).await {
            // What cannot be swept now is swept after the next opening.
            let _ = self.sweep(&new, self.sweeping(number)).await;
        }
        Ok(new)
    }

    /// Whether the root on the disk opens under the new key.
    async fn stands(&self, journal: &Journal<H>) -> bool {
        let stored = journal.store.head().await.ok().and_then(|head| head.root);
        stored.is_some_and(|root| journal.keys.open_root(&root).is_ok())
    }
}
