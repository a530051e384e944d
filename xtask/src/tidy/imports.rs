//! Rule: sources name only the rooms that their folder may use. `Cargo.toml` cannot say this for the root package,
//! where the screen and the workers' shells share one list: the screen takes the keeper's protocol alone and knows
//! no sealed rows and no IndexedDB (but for the handle of one folder), and the shells use nothing of the screen.

use super::Finding;
use super::rooms::{ROOMS, SCREEN_MAY_USE, SCREEN_TAKES, SHELLS_MAY_USE};
use super::source::{Source, Tree};

/// The one shell that shares something with the screen: the form of its answer, which is one of the pure rules.
const ESTIMATE: &str = "src/bin/strength.rs";

/// The one database of the screen's own: the handle of a folder, and no row.
const FOLDER: &str = "src/screen/browser/folder.rs";

/// Looks at every Rust file.
pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.rust().flat_map(in_file).collect()
}

fn in_file(source: &Source) -> Vec<Finding> {
    let shell = source.path.starts_with("src/bin/");
    let screen = !shell && source.path.starts_with("src/");
    let Some(room) = ROOMS.iter().find(|room| source.path.starts_with(room.folder)) else {
        return Vec::new();
    };
    let may_use = if shell {
        SHELLS_MAY_USE
    } else if screen {
        SCREEN_MAY_USE
    } else {
        room.may_use
    };
    let code = source.code();
    let mut findings = Vec::new();
    for (index, line) in code.lines().enumerate() {
        let mut refuse = |text: String| findings.push(Finding::breaks(source.line(index), text));
        for other in ROOMS.iter().map(|room| room.package.replace('-', "_")) {
            let foreign = other != room.package.replace('-', "_") && !may_use.contains(&other.as_str());
            if foreign && names(line, &other).next().is_some() {
                refuse(format!("{} may not use {other}", if screen { "the screen" } else { room.package }));
            }
        }
        if screen && source.path != FOLDER && line.contains("Idb") {
            refuse("the screen knows no IndexedDB".into());
        }
        let rules = source.path != ESTIMATE && names(line, "rules").next().is_some();
        if shell && (rules || line.contains("#[path")) {
            refuse("a worker's shell uses nothing of the screen".into());
        }
    }
    if screen {
        let beyond = |(room, parts): &(&str, &[&str])| beyond_parts(source, &code, room, parts);
        findings.extend(SCREEN_TAKES.iter().flat_map(beyond));
    }
    findings
}

/// Places where the screen takes something of a room beside those parts of it.
fn beyond_parts(source: &Source, code: &str, room: &str, parts: &[&str]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for at in names(code, room) {
        let rest = code[at + room.len()..].trim_start_matches("::").trim_start();
        let taken = if let Some(group) = rest.strip_prefix('{') { group_members(group) } else { vec![rest] };
        let is_allowed = |name: &&str| parts.iter().any(|part| word_starts(name.trim(), part));
        if !taken.iter().all(is_allowed) {
            let index = code[..at].matches('\n').count();
            findings.push(Finding::breaks(
                source.line(index),
                format!("the screen takes only {} of {room}", parts.join(" and ")),
            ));
        }
    }
    findings
}

/// The members of a `use a::{…}` group, up to its closing brace.
fn group_members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut members) = (0usize, 0, Vec::new());
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                members.push(&group[start..at]);
                start = at + 1;
                if character == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    members.retain(|member| !member.trim().is_empty());
    members
}

/// Where a path starts with the crate `name`: `name::…`, not `other::name::…` and not part of a longer word.
fn names<'a>(code: &'a str, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(name).map(|(at, _)| at).filter(move |at| {
        let before = code[..*at].chars().next_back();
        let inside =
            before.is_some_and(|character| character.is_alphanumeric() || "_:.'".contains(character));
        let after = &code[at + name.len()..];
        !inside && (after.starts_with("::") || is_use(&code[..*at], after))
    })
}

/// `use name;` and `use name as other;`.
fn is_use(before: &str, after: &str) -> bool {
    before.trim_end().ends_with("use") && (after.starts_with(';') || after.starts_with(" as "))
}

fn word_starts(text: &str, word: &str) -> bool {
    let rest = text.strip_prefix(word);
    rest.is_some_and(|rest| {
        !rest.starts_with(|character: char| character.is_alphanumeric() || character == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_against_the_rules_are_found() {
        for (path, text, expected) in [
            ("crates/vault/src/lib.rs", "use journal::Day;", 1),
            ("crates/vault/src/lib.rs", "// use journal::Day;\nlet s = \"journal::Day\";", 0),
            ("crates/vault/src/lib.rs", "use crate::journal::Day;", 0),
            ("crates/store/src/lib.rs", "use vault::Row; fn f(a: journal::Day) {}", 1),
            ("crates/keeper/src/lib.rs", "use link;", 1),
            ("crates/cli/src/main.rs", "use vault::Header;", 1),
            ("crates/reader/src/main.rs", "use link::Scope; use keeper::backup::Record;", 0),
            ("crates/reader/src/main.rs", "use store::Row;", 1),
            ("src/app.rs", "use keeper::protocol::Request;", 0),
            ("src/app.rs", "use keeper::{protocol::Request, protocol};", 0),
            ("src/app.rs", "use keeper::{protocol::{A, B}, Keeper};", 1),
            ("src/app.rs", "use keeper::Keeper;", 1),
            ("src/app.rs", "use keeper as k;", 1),
            ("src/app.rs", "use keeper::protocols::X;", 1),
            ("src/app.rs", "use store::Row;", 1),
            ("src/app.rs", "let x: web_sys::IdbFactory;", 1),
            (FOLDER, "let x: web_sys::IdbFactory;", 0),
            ("src/app.rs", "use exchange::porter::Found;", 0),
            ("src/app.rs", "use exchange::import::look;", 1),
            ("src/bin/porter/main.rs", "use exchange::import; use keeper::Keeper;", 0),
            ("src/bin/porter/main.rs", "use rules::tags;", 1),
            ("src/bin/strength.rs", "use rules::Strength;", 0),
            ("tests/src/lib.rs", "use keeper::protocol::Request; use xtask::serve;", 1),
        ] {
            let found = in_file(&Source::sample(path, text));
            assert_eq!(found.len(), expected, "{path}: {text}: {found:?}");
        }
    }
}
