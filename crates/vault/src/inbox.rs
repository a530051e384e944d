//! Owns notes written while locked: sealed to the header's public key with HPKE (RFC 9180, base mode, DHKEM(X25519,
//! HKDF-SHA256), HKDF-SHA256, AES-256-GCM). Must not know who wrote one, nor where it waits.

use alloc::string::String;
use alloc::vec::Vec;
use core::convert::Infallible;
use core::fmt;

use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::{Kem, X25519HkdfSha256};
use hpke::rand_core::{TryCryptoRng, TryRng};
use hpke::{Deserializable, OpModeR, OpModeS, Serializable};
use zeroize::Zeroizing;

use crate::header::Header;
use crate::identity::VaultId;
use crate::keys::VaultKeys;
use crate::random::{Random, draw};
use crate::reader::Reader;
use crate::sealed::{HEAD_LEN, Head, Kind, SealedNote};
use crate::sealed_error::{SealError, SealedError};

const CLEARTEXT: usize = 1024;
const ENC: usize = 32;
const LEN: usize = HEAD_LEN + ENC + CLEARTEXT + 16;

/// A note: an urge's strength, a time, a few words.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// When it was written, milliseconds since 1970 UTC.
    pub written_at_ms: u64,
    /// How strong the urge was; the scale is the journal's.
    pub strength: u8,
    /// At most [`Note::MAX_TEXT`] bytes.
    pub text: String,
}

impl Note {
    /// Longest text in bytes.
    pub const MAX_TEXT: usize = 280;

    fn to_padded_bytes(&self) -> Option<Zeroizing<[u8; CLEARTEXT]>> {
        let len = u16::try_from(self.text.len()).ok()?;
        if self.text.len() > Self::MAX_TEXT {
            return None;
        }
        let mut bytes = Zeroizing::new([0; CLEARTEXT]);
        bytes[..8].copy_from_slice(&self.written_at_ms.to_be_bytes());
        bytes[8] = self.strength;
        bytes[9..11].copy_from_slice(&len.to_be_bytes());
        bytes[11..11 + self.text.len()].copy_from_slice(self.text.as_bytes());
        Some(bytes)
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let (written_at_ms, strength) = (reader.u64()?, reader.u8()?);
        let len = usize::from(reader.u16()?);
        let text = core::str::from_utf8(reader.take(len)?).ok()?;
        let fits = len <= Self::MAX_TEXT && bytes.len() == CLEARTEXT && reader.rest_is_zero();
        fits.then(|| Self { written_at_ms, strength, text: text.into() })
    }
}

impl fmt::Debug for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Note({} ms, ..)", self.written_at_ms)
    }
}

/// Seals a note to a header's inbox public key, without unlocking.
///
/// # Errors
/// [`SealError`] when randomness fails, the text is over [`Note::MAX_TEXT`], or the header's key is no key.
///
/// # Security
/// Anyone who holds the device can write one, and someone who can alter storage can put another public key into the
/// header: its MAC shows that at the next unlock, not before.
pub fn seal_note(header: &Header, note: &Note, random: &mut dyn Random) -> Result<SealedNote, SealError> {
    let cleartext = note.to_padded_bytes().ok_or(SealError::Form)?;
    let head = Head { kind: Kind::Note, generation: header.generation() };
    let public_key = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(&header.inbox_public_key())
        .map_err(|_| SealError::Form)?;
    let mut once = Once::new(*draw(random)?);
    let info = info(header.vault_id(), header.generation());
    let (enc, ciphertext) = hpke::single_shot_seal_with_rng::<AesGcm256, HkdfSha256, X25519HkdfSha256>(
        &OpModeS::Base,
        &public_key,
        &info,
        cleartext.as_slice(),
        &[],
        &mut once,
    )
    .map_err(|_| SealError::Form)?;
    if once.overdrawn {
        return Err(SealError::RandomnessUnavailable);
    }
    let mut bytes = Vec::with_capacity(LEN);
    bytes.extend_from_slice(&head.to_bytes());
    bytes.extend_from_slice(&enc.to_bytes());
    bytes.extend_from_slice(&ciphertext);
    Ok(SealedNote::new(bytes))
}

impl VaultKeys {
    /// Opens a note that was written while locked.
    ///
    /// # Errors
    /// [`SealedError`] for anything but a note sealed to this generation of this journal.
    pub fn open_note(&self, stored: &[u8]) -> Result<Note, SealedError> {
        Head { kind: Kind::Note, generation: self.generation() }.expect(stored)?;
        let mut reader = Reader::new(stored);
        let enc = reader.take(HEAD_LEN).and_then(|_| reader.take(ENC)).ok_or(SealedError::TooShort)?;
        if stored.len() != LEN {
            return Err(if stored.len() < LEN { SealedError::TooShort } else { SealedError::Damaged });
        }
        let enc =
            <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(enc).map_err(|_| SealedError::Damaged)?;
        let (private_key, _) = X25519HkdfSha256::derive_keypair(self.inbox.as_slice());
        let cleartext = hpke::single_shot_open::<AesGcm256, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &private_key,
            &enc,
            &info(self.vault_id(), self.generation()),
            reader.rest(),
            &[],
        )
        .map(Zeroizing::new)
        .map_err(|_| SealedError::Damaged)?;
        Note::parse(&cleartext).ok_or(SealedError::Content)
    }
}

/// The public half of the inbox key pair: DeriveKeyPair (RFC 9180, section 7.1.3) over the tree's key.
pub(crate) fn public_key(keys: &VaultKeys) -> [u8; 32] {
    let (_, public_key) = X25519HkdfSha256::derive_keypair(keys.inbox.as_slice());
    public_key.to_bytes().into()
}

/// "trestle/v1/inbox" ‖ 0x00 ‖ vault_id ‖ generation 4.
fn info(vault_id: VaultId, generation: u32) -> [u8; 37] {
    let mut info = *b"trestle/v1/inbox\0................gggg";
    info[17..33].copy_from_slice(vault_id.as_bytes());
    info[33..].copy_from_slice(&generation.to_be_bytes());
    info
}

/// 32 bytes drawn before, handed to HPKE as its generator: ours can fail, HPKE's may not. It asks once, for 32 bytes
/// (`GenerateKeyPair`); should it ever ask for more, nothing is sealed.
pub(crate) struct Once {
    drawn: Zeroizing<[u8; 32]>,
    overdrawn: bool,
}

impl Once {
    pub(crate) fn new(drawn: [u8; 32]) -> Self {
        Self { drawn: Zeroizing::new(drawn), overdrawn: false }
    }
}

impl TryRng for Once {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.overdrawn = true;
        Ok(0)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.overdrawn = true;
        Ok(0)
    }

    fn try_fill_bytes(&mut self, place: &mut [u8]) -> Result<(), Infallible> {
        if place.len() == self.drawn.len() && *self.drawn != [0; 32] {
            place.copy_from_slice(self.drawn.as_slice());
            *self.drawn = [0; 32];
        } else {
            self.overdrawn = true;
        }
        Ok(())
    }
}

impl TryCryptoRng for Once {}
