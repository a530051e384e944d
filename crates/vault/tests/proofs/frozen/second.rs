//! Owns a second writer, made from the text of the format and the primitives alone: it seals contents that the vault
//! itself refuses to write. That the vault opens what it seals is a proof of both.

use aes_gcm::Aes256Gcm;
use aes_gcm::aead::{Aead, KeyInit};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use hpke::rand_core::{TryCryptoRng, TryRng};
use hpke::{Deserializable, Serializable};
use sha2::{Digest, Sha512};
use std::convert::Infallible;

use crate::world::Fixed;
use vault::Random;

/// The root key of a journal, and where it belongs.
pub struct Second {
    root_key: [u8; 32],
    vault_id: [u8; 16],
    pub random: Fixed,
}

impl Second {
    /// Reads the root key out of slot `index` with a recovery secret.
    pub fn unlock(header: &[u8], recovery: [u8; 20], index: u8, random: Fixed) -> Self {
        let vault_id: [u8; 16] = header[40..56].try_into().unwrap();
        let slot = &header[64 + usize::from(index) * 128..][..128];
        let context = [b"trestle/v1/slot\0", &vault_id[..], &header[56..60], &[index]].concat();
        let cleartext = open(&kek(recovery, &vault_id), &context, slot);
        Self { root_key: cleartext[..32].try_into().unwrap(), vault_id, random }
    }

    /// A slot for the recovery secret with any content.
    pub fn slot(&mut self, recovery: [u8; 20], index: u8, rest: &[u8; 24]) -> Vec<u8> {
        let context = [b"trestle/v1/slot\0", &self.vault_id[..], &[0, 0, 0, 1], &[index]].concat();
        let cleartext = [&self.root_key[..], rest].concat();
        seal(&kek(recovery, &self.vault_id), &context, self.random.array(), &cleartext)
    }

    /// A sealed value of generation 1 with any content: key and context by `label` and `kind`.
    pub fn sealed(&mut self, key: &str, label: &str, kind: u8, identity: &[u8], cleartext: &[u8]) -> Vec<u8> {
        let head = [1, 1, kind, 0, 0, 0, 0, 1];
        self.misplaced(key, label, self.vault_id, head, kind, identity, cleartext)
    }

    /// What is inside of a sealed value of generation 1, which has to be one of ours.
    pub fn inside(&self, key: &str, label: &str, identity: &[u8], stored: &[u8]) -> Vec<u8> {
        let label = format!("trestle/v1/{label}\0");
        let context = [label.as_bytes(), &self.vault_id, &stored[..8], identity].concat();
        open(&self.tree(key), &context, &stored[8..])
    }

    /// The same under the right key, with a context that says something else than the head in front.
    #[allow(clippy::too_many_arguments)]
    pub fn misplaced(
        &mut self,
        key: &str,
        label: &str,
        vault_id: [u8; 16],
        context_head: [u8; 8],
        kind: u8,
        identity: &[u8],
        cleartext: &[u8],
    ) -> Vec<u8> {
        let label = format!("trestle/v1/{label}\0");
        let context = [label.as_bytes(), &vault_id, &context_head, identity].concat();
        let sealed = seal(&self.tree(key), &context, self.random.array(), cleartext);
        [&[1, 1, kind, 0, 0, 0, 0, 1], &sealed[..]].concat()
    }

    /// A backup of the frozen derivation whose second slot opens by the recovery secret, with any rest of that slot and
    /// any stream.
    pub fn backup(&mut self, recovery: [u8; 20], rest: &[u8; 24], stream: &[u8]) -> Vec<u8> {
        let (id, file_key): ([u8; 16], [u8; 32]) = (self.random.array(), self.random.array());
        let mut wrapping = [0; 32];
        let info = b"trestle/v1/backup-kek/recovery\0";
        Hkdf::<Sha512>::new(Some(b""), &recovery).expand(info, &mut wrapping).unwrap();
        let context = [b"trestle/v1/backup-slot\0", &id[..], &[1]].concat();
        let slot = seal(&wrapping, &context, self.random.array(), &[&file_key[..], rest].concat());
        let unused: [u8; 128] = self.random.array();
        let fixed = [b"TRSTLBK1", &[0, 1, 0, 1, 1, 1, 1, 2][..], &[0, 0, 0x4c, 0, 0, 0, 0, 2]].concat();
        let header = [&fixed[..], &[0x5a; 16], &id, &unused, &slot, &[0; 200]].concat();
        assert_eq!(header.len(), 512);
        let payload = expand(&file_key, b"trestle/v1/backup/payload", 32).try_into().unwrap();
        let sealed = seal(&payload, &Sha512::digest(&header), self.random.array(), stream);
        [header, sealed].concat()
    }

    /// The stream of a backup that opens by the recovery secret, out of its second or its first slot.
    pub fn stream(&self, recovery: [u8; 20], backup: &[u8]) -> Vec<u8> {
        let mut wrapping = [0; 32];
        let info = b"trestle/v1/backup-kek/recovery\0";
        Hkdf::<Sha512>::new(Some(b""), &recovery).expand(info, &mut wrapping).unwrap();
        let context = |index: u8| [b"trestle/v1/backup-slot\0", &backup[40..56], &[index]].concat();
        let slots = [(0, &backup[56..184]), (1, &backup[184..312])];
        let is_ours = |(index, slot): &(u8, &[u8])| {
            schedule(&wrapping, &context(*index), &slot[..24]).2 == slot[24..56]
        };
        let (index, slot) = slots.into_iter().find(is_ours).unwrap();
        let file_key = open(&wrapping, &context(index), slot);
        let payload = expand(&file_key[..32], b"trestle/v1/backup/payload", 32).try_into().unwrap();
        open(&payload, &Sha512::digest(&backup[..512]), &backup[512..])
    }

    pub const fn vault_id(&self) -> [u8; 16] {
        self.vault_id
    }

    /// A sealed note with any content.
    pub fn note(&mut self, inbox: &[u8], cleartext: &[u8]) -> Vec<u8> {
        type Kem = hpke::kem::X25519HkdfSha256;
        let info = [b"trestle/v1/inbox\0", &self.vault_id[..], &[0, 0, 0, 1]].concat();
        let (enc, ciphertext) =
            hpke::single_shot_seal_with_rng::<hpke::aead::AesGcm256, hpke::kdf::HkdfSha256, Kem>(
                &hpke::OpModeS::Base,
                &<Kem as hpke::Kem>::PublicKey::from_bytes(inbox).unwrap(),
                &info,
                cleartext,
                &[],
                &mut Unfailing(&mut self.random),
            )
            .unwrap();
        [&[1, 1, 5, 0, 0, 0, 0, 1], &enc.to_bytes()[..], &ciphertext].concat()
    }

    fn tree(&self, name: &str) -> [u8; 32] {
        let info = format!("trestle/v1/{name}");
        expand(&self.root_key, info.as_bytes(), 32).try_into().unwrap()
    }
}

fn kek(recovery: [u8; 20], vault_id: &[u8; 16]) -> [u8; 32] {
    let mut kek = [0; 32];
    let info = [b"trestle/v1/kek/recovery\0", &vault_id[..]].concat();
    Hkdf::<Sha512>::new(Some(b""), &recovery).expand(&info, &mut kek).unwrap();
    kek
}

fn expand(key: &[u8], info: &[u8], len: usize) -> Vec<u8> {
    let (mut out, mut previous) = (Vec::new(), Vec::new());
    for number in 1.. {
        if out.len() >= len {
            break;
        }
        let mac = <Hmac<Sha512> as KeyInit>::new_from_slice(key).unwrap();
        previous = mac
            .chain_update(&previous)
            .chain_update(info)
            .chain_update([number])
            .finalize()
            .into_bytes()
            .to_vec();
        out.extend_from_slice(&previous);
    }
    out.truncate(len);
    out
}

fn schedule(key: &[u8; 32], context: &[u8], salt: &[u8]) -> (Aes256Gcm, [u8; 12], Vec<u8>) {
    let info = [b"c2sp.org/chunked-encryption@v1+", &b"AEAD_AES_256_GCM"[..], &[0], salt, context].concat();
    let okm = expand(key, &info, 76);
    (Aes256Gcm::new_from_slice(&okm[..32]).unwrap(), okm[32..44].try_into().unwrap(), okm[44..].to_vec())
}

fn nonce(base: [u8; 12], number: usize) -> [u8; 12] {
    let counter = (number as u128).to_be_bytes();
    std::array::from_fn(|i| base[i] ^ counter[4 + i])
}

fn seal(key: &[u8; 32], context: &[u8], salt: [u8; 24], message: &[u8]) -> Vec<u8> {
    let (cipher, base, commitment) = schedule(key, context, &salt);
    let mut out = [&salt[..], &commitment].concat();
    for number in 0..=message.len() / 16_384 {
        let chunk = &message[number * 16_384..message.len().min((number + 1) * 16_384)];
        out.extend(cipher.encrypt(&nonce(base, number).into(), chunk).unwrap());
    }
    out
}

/// One chunk is enough for a slot.
fn open(key: &[u8; 32], context: &[u8], sealed: &[u8]) -> Vec<u8> {
    let (cipher, base, commitment) = schedule(key, context, &sealed[..24]);
    assert_eq!(commitment, &sealed[24..56]);
    cipher.decrypt(&base.into(), &sealed[56..]).unwrap()
}

struct Unfailing<'a>(&'a mut Fixed);

impl TryRng for Unfailing<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_be_bytes(self.0.array()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_be_bytes(self.0.array()))
    }

    fn try_fill_bytes(&mut self, place: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(place).unwrap();
        Ok(())
    }
}

impl TryCryptoRng for Unfailing<'_> {}
