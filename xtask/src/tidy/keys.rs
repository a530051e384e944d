//! Rule: every language has the same keys. Plural forms differ among languages and count as one.

use std::collections::BTreeSet;

use super::Finding;
use super::locale::{self, Locale};
use super::source::Tree;

const PLURALS: &[&str] = &["_zero", "_one", "_two", "_few", "_many", "_other"];

/// Looks at `locales/*.json`; languages in folders are compared file by file of the same name.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let (locales, mut findings) = locale::all(tree);
    for locale in &locales {
        let name = name_in_folder(&locale.path);
        let others = locales.iter().filter(|other| name_in_folder(&other.path) == name);
        let all: BTreeSet<_> = others.flat_map(ids).collect();
        let own = ids(locale).into_iter().collect();
        findings.extend(all.difference(&own).map(|id| Finding::breaks(&locale.path, format!("lacks {id}"))));
    }
    findings
}

/// `locales/en/start.json` is compared with `locales/de/start.json`; `locales/en.json` with all at its side.
fn name_in_folder(path: &str) -> &str {
    match path.split('/').collect::<Vec<_>>()[..] {
        [_, _, name] => name,
        _ => "",
    }
}

fn ids(locale: &Locale) -> Vec<String> {
    let whole = |id: &String| {
        let plural = PLURALS.iter().find_map(|form| id.strip_suffix(form));
        plural.unwrap_or(id).trim_end_matches("_ordinal").to_owned()
    };
    locale.texts.iter().map(|(id, _)| whole(id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::Source;

    fn found(en: &str, de: &str) -> usize {
        let files = vec![Source::sample("locales/en.json", en), Source::sample("locales/de.json", de)];
        check(&Tree { files, ..Tree::default() }).len()
    }

    #[test]
    fn a_key_that_one_language_lacks_is_found() {
        assert_eq!(found(r#"{"a": {"b": "x"}}"#, r#"{"a": {"b": "y"}}"#), 0);
        assert_eq!(found(r#"{"a": {"b": "x", "c": "x"}}"#, r#"{"a": {"b": "y"}}"#), 1);
        assert_eq!(found(r#"{"a": "x"}"#, r#"{"b": "y"}"#), 2);
        assert_eq!(found(r#"{"a_one": "x", "a_other": "x"}"#, r#"{"a_few": "x", "a_other": "x"}"#), 0);
        assert_eq!(found("{", "{}"), 1);
    }
}
