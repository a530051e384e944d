//! Rule: every crate from outside may be given on under our own licence. Reads the SPDX expressions that crates
//! state; of alternatives one must fit, of demands joined by AND all.

use super::Finding;
use super::metadata::Metadata;

const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Looks at every crate that a build takes in.
pub fn check(metadata: &Metadata) -> Vec<Finding> {
    let foreign = metadata.packages.iter().filter(|package| !package.ours);
    let refused = foreign.filter(|package| !fits(&package.licence));
    refused
        .map(|package| {
            let licence = if package.licence.is_empty() { "none stated" } else { &package.licence };
            Finding::breaks(
                &package.name,
                format!("licence {licence} is not allowed in xtask/src/tidy/licences.rs"),
            )
        })
        .collect()
}

fn fits(expression: &str) -> bool {
    // Old crates write "MIT/Apache-2.0" for a choice.
    let expression = expression.replace('/', " OR ");
    any(expression.trim())
}

fn any(expression: &str) -> bool {
    split(expression, " OR ").into_iter().any(|part| all(part.trim()))
}

fn all(expression: &str) -> bool {
    split(expression, " AND ").into_iter().all(|part| one(part.trim()))
}

fn one(expression: &str) -> bool {
    match expression.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => any(inner.trim()),
        None => ALLOWED.contains(&expression),
    }
}

/// Splits at a word that stands outside of parentheses.
fn split<'a>(expression: &'a str, word: &str) -> Vec<&'a str> {
    let (mut depth, mut start, mut parts) = (0i32, 0, Vec::new());
    for (at, character) in expression.char_indices() {
        depth += i32::from(character == '(') - i32::from(character == ')');
        if depth == 0 && expression[at..].starts_with(word) {
            parts.push(&expression[start..at]);
            start = at + word.len();
        }
    }
    parts.push(&expression[start.min(expression.len())..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::metadata::Package;

    #[test]
    fn expressions_are_weighed_as_spdx_means_them() {
        for (expression, expected) in [
            ("MIT OR Apache-2.0", true),
            ("MIT/Apache-2.0", true),
            ("GPL-3.0-only", false),
            ("GPL-3.0-only OR MIT", true),
            ("GPL-3.0-only AND MIT", false),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("(MIT OR Apache-2.0) AND AGPL-3.0", false),
            ("Apache-2.0 WITH LLVM-exception OR MIT", true),
            ("", false),
        ] {
            assert_eq!(fits(expression), expected, "{expression}");
        }
    }

    #[test]
    fn a_foreign_crate_with_another_licence_is_found() {
        let package =
            Package { name: "x".into(), licence: "AGPL-3.0".into(), ours: false, dependencies: Vec::new() };
        assert_eq!(check(&Metadata { packages: vec![package] }).len(), 1);
    }
}
