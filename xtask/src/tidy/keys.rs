//! Rule: English has every key. Another language may lack whole sections (what stands there is said in English), but
//! has a section whole or not at all, nothing that English lacks, and the same variables in each sentence. Plural forms
//! differ among languages and count as one.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::locale::{self, Locale};
use super::source::Tree;

const SOURCE: &str = "en";
const PLURALS: &[&str] = &["_zero", "_one", "_two", "_few", "_many", "_other"];

/// The ids of a language, and the variables of each.
type Ids = BTreeMap<String, BTreeSet<String>>;

/// Looks at `locales/*.json`; languages in folders are compared file by file of the same name.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let (locales, mut findings) = locale::all(tree);
    for locale in locales.iter().filter(|locale| language(&locale.path) != SOURCE) {
        let name = name_in_folder(&locale.path);
        let is_source =
            |other: &&Locale| language(&other.path) == SOURCE && name_in_folder(&other.path) == name;
        let source = locales.iter().find(is_source).map(ids).unwrap_or_default();
        findings.extend(compared(&source, &ids(locale)).map(|text| Finding::breaks(&locale.path, text)));
    }
    findings
}

fn compared(source: &Ids, own: &Ids) -> impl Iterator<Item = String> {
    let begun: BTreeSet<&str> = own.keys().map(|id| section(id)).collect();
    let lacking = source.keys().filter(|id| begun.contains(section(id)) && !own.contains_key(*id));
    let mut texts: Vec<String> = lacking.map(|id| format!("lacks {id}")).collect();
    for (id, variables) in own {
        match source.get(id) {
            None => texts.push(format!("{id} is not in {SOURCE}")),
            Some(other) if other != variables => texts.push(format!("{id} has other variables")),
            Some(_) => {}
        }
    }
    texts.into_iter()
}

/// `start` of `start.title`.
fn section(id: &str) -> &str {
    id.split('.').next().unwrap_or(id)
}

/// `es` of `locales/es.json` and of `locales/es/start.json`.
fn language(path: &str) -> &str {
    path.split('/').nth(1).map_or("", |name| name.trim_end_matches(".json"))
}

/// `locales/en/start.json` is compared with `locales/de/start.json`; `locales/en.json` with all at its side.
fn name_in_folder(path: &str) -> &str {
    match path.split('/').collect::<Vec<_>>()[..] {
        [_, _, name] => name,
        _ => "",
    }
}

fn ids(locale: &Locale) -> Ids {
    let mut ids = Ids::new();
    for (id, text) in &locale.texts {
        let plural = PLURALS.iter().find_map(|form| id.strip_suffix(form));
        let id = plural.unwrap_or(id).trim_end_matches("_ordinal").to_owned();
        ids.entry(id).or_default().extend(variables(text));
    }
    ids
}

/// The names between double braces.
fn variables(text: &str) -> impl Iterator<Item = String> {
    let names = text.split("{{").skip(1).filter_map(|rest| rest.split_once("}}"));
    names.map(|(name, _)| name.trim().to_owned())
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
    fn a_section_is_there_whole_or_not_at_all() {
        assert_eq!(found(r#"{"a": {"b": "x"}}"#, r#"{"a": {"b": "y"}}"#), 0);
        assert_eq!(found(r#"{"a": {"b": "x", "c": "x"}}"#, r#"{"a": {"b": "y"}}"#), 1);
        assert_eq!(found(r#"{"a": {"b": "x"}, "c": {"d": "x"}}"#, r#"{"a": {"b": "y"}}"#), 0);
        assert_eq!(found(r#"{"a_one": "x", "a_other": "x"}"#, r#"{"a_few": "x", "a_other": "x"}"#), 0);
        assert_eq!(found("{", "{}"), 1);
    }

    #[test]
    fn a_key_that_english_lacks_is_found() {
        assert_eq!(found(r#"{"a": {"b": "x"}}"#, r#"{"a": {"b": "y", "c": "y"}}"#), 1);
        assert_eq!(found(r#"{"a": "x"}"#, r#"{"b": "y"}"#), 1);
    }

    #[test]
    fn other_variables_are_found() {
        assert_eq!(found(r#"{"a": "{{ n }} of {{ m }}"}"#, r#"{"a": "{{m}} von {{n}}"}"#), 0);
        assert_eq!(found(r#"{"a": "{{ n }} of {{ m }}"}"#, r#"{"a": "{{ n }} von {{ k }}"}"#), 1);
        assert_eq!(found(r#"{"a": "none"}"#, r#"{"a": "{{ n }}"}"#), 1);
    }
}
