//! The search for canaries finds what it must, in every form a browser writes text in.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use stories::Scan;

fn found(word: &str, bytes: &[u8]) -> Vec<&'static str> {
    Scan::new(&[word.to_owned()]).bytes("here", bytes).into_iter().map(|finding| finding.form).collect()
}

#[test]
fn a_word_is_found_in_every_form_it_may_rest_in() {
    let word = "canaryqzx";
    let utf16: Vec<u8> = format!("..{word}..").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(found(word, format!("..{word}..").as_bytes()), ["UTF-8"]);
    assert!(found(word, &utf16).contains(&"UTF-16LE"));
    assert_eq!(found(word, b"63616e617279717a78"), ["hex"]);
    for before in ["", "a", "ab", "abc"] {
        let base64 = STANDARD.encode(format!("{before}{word}after"));
        assert_eq!(found(word, base64.as_bytes()), ["base64 of UTF-8"], "{before}");
    }
    assert_eq!(found("zoë-canary", b"q=zo%C3%AB%2Dcanary"), ["percent-encoded"]);
    assert_eq!(found("zoë-canary", b"..zo\xeb-canary"), ["Latin-1"]);
}

#[test]
fn other_bytes_give_no_finding() {
    assert!(found("canaryqzx", b"canaryqz canaryqy CANARYQZX").is_empty());
    assert!(found("canaryqzx", &[0; 4_096]).is_empty());
}
