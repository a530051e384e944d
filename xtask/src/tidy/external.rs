//! Rule: `vault` and `journal` take crates from closed lists, and the pure rooms know no browser. Crates for tests
//! are free.

use super::Finding;
use super::metadata::Metadata;
use super::rooms::ROOMS;

const CLOSED: &[(&str, &[&str])] = &[
    ("vault", &["aes-gcm", "argon2", "hkdf", "hmac", "hpke", "sha2", "subtle", "zeroize"]),
    // memchr: searching 10 MB for each key press; serde_json brings it anyway.
    ("journal", &["jiff", "memchr", "serde", "serde_json"]),
];

/// Rooms that know no browser.
const PURE: &[&str] = &["vault", "journal", "exchange", "keeper", "trestle-cli"];
const BROWSER: &[&str] =
    &["leptos", "web-sys", "js-sys", "wasm-bindgen", "gloo", "idb", "rexie", "indexed_db"];

/// Looks at what the rooms' `Cargo.toml` name.
pub fn check(metadata: &Metadata) -> Vec<Finding> {
    let mut findings = Vec::new();
    for room in ROOMS.iter().filter_map(|room| metadata.ours(room.package)) {
        let place = format!("{} (Cargo.toml)", room.name);
        let closed = CLOSED.iter().find(|(name, _)| *name == room.name).map(|(_, list)| *list);
        for name in
            room.dependencies.iter().filter(|dependency| !dependency.for_tests).map(|found| &found.name)
        {
            if closed.is_some_and(|list| !list.contains(&name.as_str())) {
                let text = format!("{name} is not on the closed list in xtask/src/tidy/external.rs");
                findings.push(Finding::breaks(&place, text));
            } else if PURE.contains(&room.name.as_str())
                && BROWSER.iter().any(|known| name.starts_with(known))
            {
                findings.push(Finding::breaks(
                    &place,
                    format!("{} must not know the browser ({name})", room.name),
                ));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_beyond_the_lists_are_found() {
        for (name, dependencies, expected) in [
            ("vault", &["aes-gcm", "rand"][..], 1),
            ("journal", &["serde", "jiff"], 0),
            ("journal", &["chrono"], 1),
            ("keeper", &["postcard", "web-sys"], 1),
            ("exchange", &["gloo-storage"], 1),
            ("store", &["web-sys"], 0),
        ] {
            assert_eq!(check(&Metadata::sample(name, dependencies)).len(), expected, "{name}");
        }
    }
}
