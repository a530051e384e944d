//! Owns sealing and opening of records, pages, roots and drafts: which key, which context, which form. Must not know
//! the forms themselves, nor where rows rest.

use alloc::vec::Vec;

use zeroize::Zeroizing;

use crate::draft;
use crate::identity::{Commitment, DraftId, PageNumber, RecordId};
use crate::keys::VaultKeys;
use crate::page::Page;
use crate::random::Random;
use crate::record::Record;
use crate::root::Root;
use crate::sealed::{Belonging, Head, Kind, SealedRoot, SealedRow};
use crate::sealed_error::{SealError, SealedError};

impl VaultKeys {
    /// Seals a record under its id.
    ///
    /// # Errors
    /// [`SealError`] when randomness fails, a body is over 4 MiB, or a field is outside its range.
    pub fn seal_record(
        &self,
        id: RecordId,
        record: &Record,
        random: &mut dyn Random,
    ) -> Result<SealedRow, SealError> {
        let cleartext = Zeroizing::new(record.to_padded_bytes()?);
        self.belonging(Kind::Record, id.as_bytes()).seal(&self.record, &cleartext, random).map(SealedRow::new)
    }

    /// Opens the record `id`, which its page says is sealed under `expected`.
    ///
    /// # Errors
    /// [`SealedError`] for anything but exactly that sealing of that record in this generation of this journal.
    pub fn open_record(
        &self,
        id: RecordId,
        expected: Commitment,
        stored: &[u8],
    ) -> Result<Record, SealedError> {
        let cleartext =
            self.belonging(Kind::Record, id.as_bytes()).open_expected(&self.record, expected, stored)?;
        Record::parse(&cleartext)
    }

    /// Seals a page under its number.
    ///
    /// # Errors
    /// [`SealError`] when randomness fails, an entry belongs to another page, or a field is outside its range.
    pub fn seal_page(
        &self,
        number: PageNumber,
        page: &Page,
        random: &mut dyn Random,
    ) -> Result<SealedRow, SealError> {
        let cleartext = Zeroizing::new(page.to_padded_bytes(number)?);
        self.belonging(Kind::Page, &[number.byte()]).seal(&self.page, &cleartext, random).map(SealedRow::new)
    }

    /// Opens the page `number`, which the root says is sealed under `expected`.
    ///
    /// # Errors
    /// [`SealedError`] for anything but exactly that sealing of that page in this generation of this journal.
    pub fn open_page(
        &self,
        number: PageNumber,
        expected: Commitment,
        stored: &[u8],
    ) -> Result<Page, SealedError> {
        let cleartext =
            self.belonging(Kind::Page, &[number.byte()]).open_expected(&self.page, expected, stored)?;
        Page::parse(&cleartext, number).ok_or(SealedError::Content)
    }

    /// Seals the root.
    ///
    /// # Errors
    /// [`SealError`] when randomness fails, there are more than 16 drafts, or a label is over 24 bytes.
    pub fn seal_root(&self, root: &Root, random: &mut dyn Random) -> Result<SealedRoot, SealError> {
        let cleartext = root.to_padded_bytes().ok_or(SealError::Form)?;
        self.belonging(Kind::Root, &[]).seal(&self.root, &cleartext, random).map(SealedRoot::new)
    }

    /// Opens a root. Which root is the latest cannot be said from its bytes: see the witness.
    ///
    /// # Errors
    /// [`SealedError`] for anything but a root of this generation of this journal.
    pub fn open_root(&self, stored: &[u8]) -> Result<Root, SealedError> {
        let cleartext = self.belonging(Kind::Root, &[]).open(&self.root, stored)?;
        Root::parse(&cleartext).ok_or(SealedError::Content)
    }

    /// Seals a draft under its id. The cleartext is whatever its writer makes of it.
    ///
    /// # Errors
    /// [`SealError`] when randomness fails or the cleartext is over [`crate::MAX_DRAFT`].
    pub fn seal_draft(
        &self,
        id: DraftId,
        cleartext: &[u8],
        random: &mut dyn Random,
    ) -> Result<SealedRow, SealError> {
        let padded = draft::to_padded_bytes(cleartext)?;
        self.belonging(Kind::Draft, id.as_bytes()).seal(&self.draft, &padded, random).map(SealedRow::new)
    }

    /// Opens the draft `id`, which the root says is sealed under `expected`.
    ///
    /// # Errors
    /// [`SealedError`] for anything but exactly that sealing of that draft in this generation of this journal.
    pub fn open_draft(
        &self,
        id: DraftId,
        expected: Commitment,
        stored: &[u8],
    ) -> Result<Vec<u8>, SealedError> {
        let padded =
            self.belonging(Kind::Draft, id.as_bytes()).open_expected(&self.draft, expected, stored)?;
        draft::parse(&padded).ok_or(SealedError::Content)
    }

    fn belonging<'a>(&self, kind: Kind, identity: &'a [u8]) -> Belonging<'a> {
        let head = Head { kind, generation: self.generation() };
        Belonging { head, vault_id: self.vault_id(), identity }
    }
}
