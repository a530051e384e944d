//! What the screen is given of an opened journal: the reply, and the witness it keeps. And the way back of a header
//! that a witness kept.

use store::{Previous, Store as _, Write, WriteError};
use vault::{Header, Witness, WitnessState, prf_salt};

use crate::{
    host::Host,
    open_journal::Standing,
    protocol::{Event, Failure, Kept, Opened, StoredWitness},
    service::{Journal, Keeper},
};

impl<H: Host> Keeper<H> {
    /// The journal as it stands. What only the opening knows is the caller's to say.
    pub(crate) fn opened_reply(&self, journal: &Journal<H>) -> Opened {
        let list = journal.list.borrow();
        let head = journal.head.borrow();
        Opened {
            name: journal.name.clone(),
            live: list.live().len() as u32,
            sequence: head.root.sequence,
            last_save_ms: head.root.last_save_ms,
            older_than_seen: false,
            damaged_pages: list.damaged_pages(),
            derivation_ms: 0,
            kept: journal.kept(),
            opened_by: journal.opened_by,
            has_sheet: head.root.recovery_backup_key.is_some(),
            header_was_altered: false,
            notes_waiting: 0,
            passkey_salt: prf_salt(journal.keys.vault_id()),
            cost_may_rise: false,
        }
    }

    /// Hands the screen the witness of the journal as it stands. Of a journal in memory nothing is kept anywhere.
    pub(crate) fn keep_witness(&self, journal: &Journal<H>) {
        if journal.kept() == Kept::OnDevice && !journal.removing.get() {
            self.tell_witness(journal, WitnessState::Live);
        }
    }

    /// Hands the screen a witness in that state.
    pub(crate) fn tell_witness(&self, journal: &Journal<H>, state: WitnessState) {
        let witness = Witness {
            state,
            vault_id: journal.keys.vault_id(),
            sequence: journal.sequence(),
            header: Header::clone(journal.header.borrow().header()),
        };
        journal.witness_at_ms.set(self.host.now_ms());
        self.host
            .emit(Event::Witness(StoredWitness { name: journal.name.clone(), value: witness.to_text() }));
    }

    /// The witness's header opened the root: only now may it take the damaged one's place. Where it cannot be written
    /// now, the journal is open all the same, and the witness still holds the header.
    pub(crate) async fn write_header_back(&self, journal: &Journal<H>) -> Result<(), Failure> {
        let (mut root, expected) = {
            let head = journal.head.borrow();
            (head.root.duplicate(), head.commitment)
        };
        root.sequence += 1;
        root.device_id = self.device(journal)?;
        let sealed = journal.keys.seal_root(&root, &mut self.random())?;
        let header = journal.header.borrow().clone();
        let write = Write {
            expected: Some(expected),
            header: Some(&header),
            root: &sealed,
            rows: &[],
            remove: &[],
            previous: Previous::Keep,
            expected_notes: None,
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
}
