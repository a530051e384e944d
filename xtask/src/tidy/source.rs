//! The files that rules look at, and views of a Rust file: without comments and strings, without tests. Lines stay
//! where they are in every view.

use anyhow::Result;

use crate::Workspace;
use crate::build::files_below;

const LOOKED_AT: &[&str] = &[
    "src",
    "crates",
    "tests",
    "xtask",
    "style",
    "locales",
    "help",
    "public/news",
    "build.rs",
    "index.html",
    "ARCHITECTURE.md",
    "docs/safety-texts.md",
    "Cargo.toml",
];

/// One text file.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path from the root, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// All files that rules look at.
#[derive(Debug, Default)]
pub struct Tree {
    /// Text files, by path.
    pub files: Vec<Source>,
    /// The root, to ask whether something exists.
    pub root: std::path::PathBuf,
}

impl Tree {
    /// Reads them; what is not UTF-8 is passed over.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        let mut files = Vec::new();
        for start in LOOKED_AT {
            for file in files_below(&workspace.path(start))? {
                let path = file.strip_prefix(workspace.root())?.to_string_lossy().replace('\\', "/");
                if let Ok(text) = std::fs::read_to_string(&file) {
                    files.push(Source { path, text });
                }
            }
        }
        Ok(Self { files, root: workspace.root().to_path_buf() })
    }

    /// The Rust files.
    pub fn rust(&self) -> impl Iterator<Item = &Source> {
        self.files.iter().filter(|file| file.path.ends_with(".rs"))
    }

    /// One file.
    pub fn file(&self, path: &str) -> Option<&Source> {
        self.files.iter().find(|file| file.path == path)
    }
}

impl Source {
    /// A sample for tests of rules.
    #[cfg(test)]
    pub fn sample(path: &str, text: &str) -> Self {
        Self { path: path.into(), text: text.into() }
    }

    /// Whether the file holds tests only: integration tests, the stories, a `tests.rs`.
    pub fn is_test(&self) -> bool {
        let mut parts = self.path.split('/');
        parts.any(|part| matches!(part, "tests" | "tests.rs" | "benches"))
    }

    /// Comments and the insides of strings blanked.
    pub fn code(&self) -> String {
        blank(&self.text)
    }

    /// As [`Source::code`], with `#[cfg(test)]` modules blanked too.
    pub fn code_without_tests(&self) -> String {
        let mut code = self.code();
        while let Some((start, end)) = test_module(&code) {
            let blanked = code[start..end].replace(|character: char| character != '\n', " ");
            code.replace_range(start..end, &blanked);
        }
        code
    }

    /// `path:line`.
    pub fn line(&self, index: usize) -> String {
        format!("{}:{}", self.path, index + 1)
    }
}

/// From `#[cfg(test)]` or `#[cfg(all(test, …))]` to the end of the module behind it.
fn test_module(code: &str) -> Option<(usize, usize)> {
    let start = code.find("#[cfg(test)]").into_iter().chain(code.find("#[cfg(all(test")).min()?;
    let open = start + code[start..].find(['{', ';'])?;
    let mut depth = 0usize;
    for (at, character) in code[open..].char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return Some((start, open + at + 1));
        }
    }
    Some((start, code.len()))
}

fn blank(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (length, hidden) = token(rest, first);
        let part = &rest[..length];
        if hidden {
            out.extend(part.chars().map(|character| if character == '\n' { '\n' } else { ' ' }));
        } else {
            out.push_str(part);
        }
        rest = &rest[length..];
    }
    out
}

/// Length of the next piece, and whether it is comment, string or character.
fn token(rest: &str, first: char) -> (usize, bool) {
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), true);
    }
    if rest.starts_with("/*") {
        return (block_comment(rest), true);
    }
    if first == '"' {
        return (quoted(rest, '"'), true);
    }
    if first == 'r'
        && let Some(length) = raw_string(rest)
    {
        return (length, true);
    }
    if first == '\'' {
        let mut characters = rest.chars().skip(1);
        let (one, two) = (characters.next(), characters.next());
        if one == Some('\\') || (two == Some('\'') && one != Some('\'')) {
            return (quoted(rest, '\''), true);
        }
    }
    // A whole word at once, so that the `r` at its end does not start a raw string.
    let word =
        rest.find(|character: char| !(character.is_alphanumeric() || character == '_')).unwrap_or(rest.len());
    (word.max(first.len_utf8()), false)
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        if character == quote && !escaped {
            return at + 1;
        }
        escaped = character == '\\' && !escaped;
    }
    rest.len()
}

fn raw_string(rest: &str) -> Option<usize> {
    let hashes = rest[1..].len() - rest[1..].trim_start_matches('#').len();
    rest[1 + hashes..].starts_with('"').then_some(())?;
    let end = format!("\"{}", "#".repeat(hashes));
    let body = 2 + hashes;
    Some(rest[body..].find(&end).map_or(rest.len(), |at| body + at + end.len()))
}

fn block_comment(rest: &str) -> usize {
    let (mut at, mut depth) = (0, 0usize);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            (at, depth) = (at + 2, depth + 1);
        } else if rest[at..].starts_with("*/") {
            (at, depth) = (at + 2, depth - 1);
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_blanked_and_code_stays() {
        for (text, expected) in [
            ("a // b\nc", "a     \nc"),
            ("a /* b /* c */ d */ e", "a                   e"),
            (r#"f("x // y", 'c', '\'', b)"#, r#"f(        ,    ,     , b)"#),
            ("r#\"a \" b\"# c", "           c"),
            ("bar\"x\"", "bar   "),
            ("&'a str, 'b: loop", "&'a str, 'b: loop"),
        ] {
            assert_eq!(blank(text), expected, "{text}");
        }
    }

    #[test]
    fn test_modules_are_blanked() {
        let source =
            Source::sample("a.rs", "fn a() {}\n#[cfg(test)]\nmod tests {\n  fn b() { {} }\n}\nfn c() {}");
        let code = source.code_without_tests();
        assert!(code.contains("fn a") && code.contains("fn c") && !code.contains("fn b"), "{code}");
        assert_eq!(code.lines().count(), source.text.lines().count());
    }
}
