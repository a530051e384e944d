//! Proof that whatever the porter says of a questionnaire's file has a sentence, and that the screen matches it by name.

use std::collections::BTreeSet;

const SAID: &str = include_str!("../../crates/exchange/src/fhir/refused.rs");
const MATCHED: &str = include_str!("../screen/pages/scores/taking.rs");
const SPOKEN: &str = include_str!("../../locales/en.json");

/// The variants of one of its enums, as the source names them.
fn variants(name: &str) -> BTreeSet<&'static str> {
    let body = SAID.split(&format!("pub enum {name} {{")).nth(1).expect("the porter's source names it");
    let body = body.split("\n}").next().unwrap_or(body);
    let at_start = |line: &'static str| {
        let line = line.strip_prefix("    ")?;
        line.starts_with(char::is_uppercase).then(|| line.trim_end_matches([',', '{', ' ']))
    };
    body.lines().filter_map(at_start).collect()
}

/// What stands for a variant on the screen: the key behind its arm.
fn key_of(name: &str, variant: &str) -> Option<&'static str> {
    let arm = format!("{name}::{variant}");
    let whole = |rest: &&str| rest.chars().next().is_none_or(|letter| !letter.is_alphanumeric());
    let rest = MATCHED.split(&arm).skip(1).filter(whole).find(|rest| rest.contains("say!("))?;
    rest.split("say!(").nth(1)?.split(')').next()
}

fn is_spoken(key: &str) -> bool {
    let mut rest = SPOKEN;
    let mut parts = key.split('.').peekable();
    while let Some(part) = parts.next() {
        let opened =
            if parts.peek().is_some() { format!("\"{part}\": {{") } else { format!("\"{part}\": \"") };
        let Some((_, after)) = rest.split_once(&opened) else { return false };
        rest = after;
    }
    rest.split('"').next().is_some_and(|words| words.ends_with('.'))
}

#[test]
fn each_refusal_and_each_warning_has_a_sentence_of_its_own_or_shares_one_on_purpose() {
    for (name, most_shared) in [("FhirRefused", 4), ("FhirWarning", 1)] {
        let variants = variants(name);
        assert!(variants.len() >= 3, "{variants:?}");
        let mut keys = Vec::new();
        for variant in &variants {
            let key = key_of(name, variant).unwrap_or_else(|| panic!("{name}::{variant} is not matched"));
            assert!(is_spoken(key), "{name}::{variant} has no sentence at {key}");
            keys.push(key);
        }
        let own: BTreeSet<&str> = keys.iter().copied().collect();
        assert!(keys.len() - own.len() < most_shared, "{name}: too many share one: {keys:?}");
    }
}
