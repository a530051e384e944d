//! Rule: a folder is a concept and a file a noun of the domain; names that could hold anything are refused.

use super::Finding;
use super::source::Tree;

const REFUSED: &[&str] = &["util", "utils", "utilities", "helper", "helpers", "common", "misc"];

/// Looks at the path of every file. (`utilities` is a layer of the styles, where it means something.)
pub fn check(tree: &Tree) -> Vec<Finding> {
    let named = tree.files.iter().filter(|file| !is_layer(&file.path) && is_refused(&file.path));
    named
        .map(|file| Finding::breaks(&file.path, "a name that could hold anything: which noun is it?"))
        .collect()
}

fn is_layer(path: &str) -> bool {
    path == "style/utilities.css" || path.starts_with("style/utilities/")
}

fn is_refused(path: &str) -> bool {
    let stem = |part: &str| part.split('.').next().unwrap_or_default().to_lowercase();
    path.split('/')
        .flat_map(|part| stem(part).split('_').map(str::to_owned).collect::<Vec<_>>())
        .any(|word| REFUSED.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::is_refused;

    #[test]
    fn names_without_a_noun_are_found() {
        for (path, expected) in [
            ("src/utils.rs", true),
            ("crates/a/src/common/mod.rs", true),
            ("src/date_helpers.rs", true),
            ("src/commons.rs", false),
            ("src/envelope.rs", false),
        ] {
            assert_eq!(is_refused(path), expected, "{path}");
        }
    }
}
