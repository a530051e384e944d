//! Rule: each call of an `expose_…` function has a comment with `EXPOSE:` and the reason on its line or within the
//! three lines above. Tests are free.

use super::Finding;
use super::source::{Source, Tree};

const REACH: usize = 3;

/// Looks at every Rust file that is not tests alone.
pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.rust().filter(|source| !source.is_test()).flat_map(in_file).collect()
}

fn in_file(source: &Source) -> Vec<Finding> {
    let text: Vec<_> = source.text.lines().collect();
    let code = source.code_without_tests();
    let calls = code.lines().enumerate().filter(|(_, line)| is_call(line));
    let explained = |index: usize| {
        let from = index.saturating_sub(REACH);
        text[from..=index].iter().any(|line| line.find("//").is_some_and(|at| line[at..].contains("EXPOSE:")))
    };
    let silent = calls.filter(|(index, _)| !explained(*index));
    silent
        .map(|(index, _)| Finding::breaks(source.line(index), "expose_… without an `EXPOSE:` comment"))
        .collect()
}

/// `expose_x(` that is not the function's own definition.
fn is_call(line: &str) -> bool {
    line.match_indices("expose_").any(|(at, _)| {
        let before = &line[..at];
        let name = line[at..].find(|character: char| !(character.is_alphanumeric() || character == '_'));
        let after = name.map_or("", |end| &line[at + end..]);
        let word = !before.ends_with(|character: char| character.is_alphanumeric() || character == '_');
        word && (after.starts_with('(') || after.starts_with("::<")) && !before.trim_end().ends_with("fn")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_without_its_reason_is_found() {
        for (text, expected) in [
            ("let a = key.expose_bytes();", 1),
            ("// EXPOSE: the cipher needs it\nlet a = key.expose_bytes();", 0),
            ("// EXPOSE: the cipher needs it\n\n\n\nlet a = key.expose_bytes();", 1),
            ("let a = key.expose_bytes(); // EXPOSE: the cipher needs it", 0),
            ("pub fn expose_bytes(&self) -> &[u8] {", 0),
            ("let text = \"expose_bytes()\"; // expose_bytes()", 0),
            ("let text = \"EXPOSE: no comment\";\nkey.expose_bytes();", 1),
            ("#[cfg(test)]\nmod tests {\n key.expose_bytes();\n}", 0),
        ] {
            assert_eq!(in_file(&Source::sample("a.rs", text)).len(), expected, "{text}");
        }
    }
}
