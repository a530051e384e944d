//! Rule: a Rust file aims at 150 lines of code, should be looked at from 300, and stops at 400. Blank lines,
//! comments and tests do not count. `// tidy: long because <reason>` lifts the stop.

use super::Finding;
use super::source::{Source, Tree};

const AIM: usize = 150;
const LOOK: usize = 300;
const STOP: usize = 400;
const EXEMPTION: &str = "// tidy: long because ";

/// Looks at every Rust file that is not tests alone.
pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.rust().filter(|source| !source.is_test()).filter_map(in_file).collect()
}

fn in_file(source: &Source) -> Option<Finding> {
    let lines = source.code_without_tests().lines().filter(|line| !line.trim().is_empty()).count();
    let reason = source.text.lines().find_map(|line| line.trim().strip_prefix(EXEMPTION));
    let exempt = reason.is_some_and(|reason| reason.trim().len() >= 10);
    match lines {
        _ if lines > STOP && !exempt => {
            Some(Finding::breaks(&source.path, format!("{lines} lines of code; at most {STOP}: split it")))
        }
        _ if lines > LOOK => {
            Some(Finding::mention(&source.path, format!("{lines} lines of code: is it one noun?")))
        }
        _ if lines > AIM => {
            Some(Finding::mention(&source.path, format!("{lines} lines of code; the aim is {AIM}")))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::Weight;

    #[test]
    fn long_files_are_found_and_tests_do_not_count() {
        let code = |lines: usize| "let a = 1;\n".repeat(lines);
        let tests = |lines| format!("#[cfg(test)]\nmod tests {{\n{}}}\n", code(lines));
        let exempt = |reason: &str| format!("{EXEMPTION}{reason}\n{}", code(500));
        for (text, expected) in [
            (code(150), None),
            (code(151), Some(Weight::Mention)),
            (code(400), Some(Weight::Mention)),
            (code(401), Some(Weight::Breaks)),
            (code(100) + &tests(500), None),
            ("// words\n\n".repeat(500), None),
            (exempt("it is one table of the standard"), Some(Weight::Mention)),
            (exempt(""), Some(Weight::Breaks)),
        ] {
            let weight = in_file(&Source::sample("a.rs", &text)).map(|finding| finding.weight);
            assert_eq!(weight, expected, "{}", &text[..60.min(text.len())]);
        }
    }
}
