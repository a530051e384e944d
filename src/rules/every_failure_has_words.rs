//! Proof that each failure the keeper can answer has its two sentences and is matched by the screen.

use std::collections::BTreeMap;

use keeper::protocol::{Failure, Help};

const FAILURES: &str = include_str!("../../crates/keeper/src/protocol/failure.rs");
const MATCHED: &str = include_str!("../screen/failure_words.rs");
const SPOKEN: [&str; 2] = [include_str!("../../locales/en.json"), include_str!("../../locales/es.json")];

/// The variants with their numbers, as the protocol's own source names them.
fn variants() -> BTreeMap<&'static str, u16> {
    let body = FAILURES.split("pub fn number").nth(1).expect("the protocol numbers its failures");
    let body = body.split("pub fn help").next().unwrap_or(body);
    let arms = body.lines().filter_map(|line| {
        let (name, number) = line.trim().strip_prefix("Self::")?.split_once("=>")?;
        Some((name.split_whitespace().next()?, number.trim().trim_end_matches(',').parse().ok()?))
    });
    arms.collect()
}

fn key(variant: &str) -> String {
    let mut key = String::new();
    for letter in variant.chars() {
        if letter.is_uppercase() && !key.is_empty() {
            key.push('_');
        }
        key.extend(letter.to_lowercase());
    }
    key
}

#[test]
fn each_failure_is_matched_and_has_two_sentences() {
    let variants = variants();
    assert!(variants.len() >= 27, "{variants:?}");
    assert_eq!(variants["KeeperDied"], Failure::KeeperDied.number());
    for variant in variants.keys() {
        let arm = format!("Failure::{variant}");
        let next = |rest: &str| rest.chars().next().is_none_or(|letter| !letter.is_alphanumeric());
        assert!(MATCHED.split(&arm).skip(1).any(next), "{variant} is not matched");
    }
    for (variant, language) in variants.keys().flat_map(|variant| SPOKEN.map(|language| (variant, language)))
    {
        let section = language.split("\"failure\": {").nth(1).expect("every language words the failures");
        let group = section.split(&format!("\"{}\": {{", key(variant))).nth(1);
        let group = group.unwrap_or_else(|| panic!("no words for {}", key(variant)));
        let group = &group[..group.find('}').unwrap_or(group.len())];
        for sentence in ["\"what\": \"", "\"help\": \""] {
            let words = group.split(sentence).nth(1).unwrap_or_else(|| panic!("{variant} lacks {sentence}"));
            assert!(
                words.split('"').next().is_some_and(|words| words.ends_with('.')),
                "{variant} {sentence}"
            );
        }
    }
}

#[test]
fn helping_stays_a_closed_choice() {
    assert_eq!(Failure::StorageFull.help(), Help::FreeSpace);
}
