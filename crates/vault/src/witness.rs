//! Owns the witness: what the screen keeps outside the database, so that a lost or rolled-back one is noticed. Must not
//! know where it is kept.

use alloc::string::String;
use alloc::vec::Vec;

use crate::base64;
use crate::header::Header;
use crate::identity::VaultId;
use crate::reader::Reader;

/// Whether a journal is meant to be there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WitnessState {
    /// It is.
    Live = 1,
    /// Its removal began and is to be finished.
    Removing = 2,
}

/// A second copy of the header, with the sequence of the last root seen. Holds nothing secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Whether the journal is meant to be there.
    pub state: WitnessState,
    /// The local copy it stands for; the header's own.
    pub vault_id: VaultId,
    /// The root's sequence when this was written; lags behind.
    pub sequence: u64,
    /// The header then.
    pub header: Header,
}

impl Witness {
    /// Base64 of state 1 ‖ vault_id 16 ‖ sequence 8 ‖ header 1184.
    pub fn to_text(&self) -> String {
        let mut bytes = Vec::with_capacity(25 + Header::LEN);
        bytes.push(self.state as u8);
        bytes.extend_from_slice(self.vault_id.as_bytes());
        bytes.extend_from_slice(&self.sequence.to_be_bytes());
        bytes.extend_from_slice(self.header.as_bytes());
        base64::encode(&bytes)
    }

    /// A damaged witness, or one whose header is of another journal, is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = base64::decode(text)?;
        let mut reader = Reader::new(&bytes);
        let state = match reader.u8()? {
            1 => WitnessState::Live,
            2 => WitnessState::Removing,
            _ => return None,
        };
        let vault_id = VaultId::from_bytes(reader.array()?);
        let sequence = reader.u64()?;
        let header = Header::parse(reader.rest()).ok()?;
        (header.vault_id() == vault_id).then_some(Self { state, vault_id, sequence, header })
    }
}
