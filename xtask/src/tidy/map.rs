//! Rule: paths that `ARCHITECTURE.md` names in backticks exist, so that the map does not go stale.

use super::Finding;
use super::source::{Source, Tree};

const MAP: &str = "ARCHITECTURE.md";

/// Looks at the map.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(source) = tree.file(MAP) else {
        return vec![Finding::mention(MAP, "is not there yet")];
    };
    let missing = paths(source).into_iter().filter(|(_, path)| !exists(tree, path));
    missing
        .map(|(index, path)| Finding::breaks(source.line(index), format!("{path} does not exist")))
        .collect()
}

/// A path from the root; a bare name may be that of a file in any folder.
fn exists(tree: &Tree, path: &str) -> bool {
    let anywhere = || tree.files.iter().any(|file| file.path.ends_with(&format!("/{path}")));
    tree.root.join(path).exists() || (!path.contains('/') && anywhere())
}

fn paths(source: &Source) -> Vec<(usize, String)> {
    let mut paths = Vec::new();
    let mut fenced = false;
    for (index, line) in source.text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            let quoted = line.split('`').skip(1).step_by(2).filter(|text| is_path(text));
            paths.extend(quoted.flat_map(alternatives).map(|path| (index, path)));
        }
    }
    paths
}

/// Has a slash or a known ending, and nothing that paths of ours do not have.
fn is_path(text: &str) -> bool {
    let known =
        [".rs", ".md", ".css", ".js", ".html", ".toml", ".json"].iter().any(|ending| text.ends_with(ending));
    let plain = |character: char| character.is_alphanumeric() || "/._-{},".contains(character);
    let built = text.starts_with("dist/") || text.starts_with("target/");
    (known || text.contains('/')) && !text.starts_with(['/', '.', '-']) && text.chars().all(plain) && !built
}

/// `src/{a,b}.rs` names two paths.
fn alternatives(text: &str) -> Vec<String> {
    match (text.find('{'), text.find('}')) {
        (Some(open), Some(close)) if open < close => text[open + 1..close]
            .split(',')
            .map(|middle| format!("{}{}{}", &text[..open], middle.trim(), &text[close + 1..]))
            .collect(),
        _ => vec![text.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_from_other_quoted_words() {
        let text = "`src/{a,b}.rs` `vault` `keeper::protocol` `cargo xtask test` `crates/vault` `index.html`\n\
                    ```\n`no/path.rs`\n```\n";
        let found: Vec<_> = paths(&Source::sample(MAP, text)).into_iter().map(|(_, path)| path).collect();
        assert_eq!(found, ["src/a.rs", "src/b.rs", "crates/vault", "index.html"]);
    }

    #[test]
    fn a_path_that_is_not_there_is_found() {
        let files = vec![
            Source::sample(MAP, "`src/lib.rs`, `src/gone.rs`, `a.rs`, `b.rs`"),
            Source::sample("x/a.rs", ""),
        ];
        let tree = Tree { files, root: env!("CARGO_MANIFEST_DIR").into() };
        let found = check(&tree);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].text.contains("src/gone.rs") && found[1].text.contains("b.rs"));
    }
}
