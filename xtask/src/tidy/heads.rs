//! Rule: each Rust file opens with `//!` that says what it owns.

use super::Finding;
use super::source::{Source, Tree};

/// Looks at every Rust file.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let bare = tree.rust().filter(|source| !has_head(source));
    bare.map(|source| Finding::breaks(&source.path, "does not open with `//!` and what it owns")).collect()
}

fn has_head(source: &Source) -> bool {
    let first = source.text.lines().next().unwrap_or_default();
    first.strip_prefix("//!").is_some_and(|words| words.trim().len() >= 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_head_is_found() {
        for (text, expected) in [
            ("//! The envelope's bytes.\n", true),
            ("use a;\n//! late", false),
            ("//!\n", false),
            ("", false),
        ] {
            assert_eq!(has_head(&Source::sample("a.rs", text)), expected, "{text}");
        }
    }
}
