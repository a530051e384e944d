//! A backup as somebody writes it who knows its secret: by the text of the format, under keys of their own choosing, so that
//! two different files have one header and one key.

use aes_gcm::{
    Aes256Gcm,
    aead::{Aead, KeyInit},
};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha512};

const FILE_KEY: [u8; 32] = [7; 32];

/// A backup of one entry with that text, opened by the recovery secret `sheet`. Short: one chunk each.
pub fn crafted(sheet: &[u8], text: &str) -> Vec<u8> {
    let mut wrapping = [0; 32];
    let info = b"trestle/v1/backup-kek/recovery\0";
    Hkdf::<Sha512>::new(Some(b""), sheet).expand(info, &mut wrapping).unwrap();
    let id = [9; 16];
    let context = [b"trestle/v1/backup-slot\0", &id[..], &[0]].concat();
    let slot = sealed(&wrapping, &context, &[&FILE_KEY[..], &[2], &[0; 23]].concat());
    let fixed = [b"TRSTLBK1", &[0, 1, 0, 1, 1, 1, 1, 2][..], &[0, 1, 0, 0, 0, 0, 0, 3]].concat();
    let header = [&fixed[..], &[5; 16], &id, &slot, &[3; 128], &[0; 200]].concat();
    let payload = expand(&FILE_KEY, b"trestle/v1/backup/payload", 32);
    let sealed = sealed(&payload.try_into().unwrap(), &Sha512::digest(&header), &stream(text));
    [header, sealed].concat()
}

/// One record, then zeros up to 512 bytes: a Padmé size of its own.
fn stream(text: &str) -> Vec<u8> {
    let body = format!(
        "{{\"title\":\"\",\"text\":\"{text}\",\"tags\":[],\"happened_at_s\":0,\"offset_min\":0,\"zone\":\"\",\
         \"earlier\":[],\"filling\":\"{}\"}}",
        "x".repeat(320 - text.len())
    );
    let clock = [&[0, 1][..], &[8; 8], &[0, 0, 0, 1]].concat();
    let version =
        [&[1, 0, 1, 0][..], &[0; 8], &clock, &(body.len() as u32).to_be_bytes(), body.as_bytes()].concat();
    let record = [&[1, 1][..], &version].concat();
    let head = [&[1; 16][..], &[0; 16], &[0, 0, 0, 1]].concat();
    let mut stream = [&head[..], &[4; 16], &(record.len() as u32).to_be_bytes(), &record].concat();
    assert!((497..=512).contains(&stream.len()), "{} bytes are not padded to 512", stream.len());
    stream.resize(512, 0);
    stream
}

fn expand(key: &[u8], info: &[u8], len: usize) -> Vec<u8> {
    let (mut out, mut previous) = (Vec::new(), Vec::new());
    for number in 1.. {
        if out.len() >= len {
            break;
        }
        let mac = <Hmac<Sha512> as KeyInit>::new_from_slice(key).unwrap();
        let mac = mac.chain_update(&previous).chain_update(info).chain_update([number]);
        previous = mac.finalize().into_bytes().to_vec();
        out.extend_from_slice(&previous);
    }
    out.truncate(len);
    out
}

/// A box of one chunk, always with the same salt.
fn sealed(key: &[u8; 32], context: &[u8], message: &[u8]) -> Vec<u8> {
    let salt = [6; 24];
    let info = [b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0", &salt[..], context].concat();
    let okm = expand(key, &info, 76);
    let cipher = Aes256Gcm::new_from_slice(&okm[..32]).unwrap();
    let nonce: [u8; 12] = okm[32..44].try_into().unwrap();
    [&salt[..], &okm[44..], &cipher.encrypt(&nonce.into(), message).unwrap()].concat()
}
