//! Rule: Help now can be built, says the same in every language, in sentences of at most 15 words, and in words that the
//! house allows. Lines to call have a source, a date and a kind, or this rule fails (`crate::build::help`).

use serde_json::Value;

use super::Finding;
use super::source::Tree;
use super::words::refused;
use crate::build::help::{LANGUAGES, Sources, Texts, made};

const MOST_WORDS: usize = 15;

/// Looks at `help/`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let file = |name: &str| {
        let path = format!("help/{name}.json");
        tree.file(&path).map(|file| file.text.clone()).ok_or_else(|| Finding::breaks(path, "is missing"))
    };
    let sources = || {
        Ok(Sources {
            languages: LANGUAGES.iter().map(|tag| file(tag)).collect::<Result<_, Finding>>()?,
            topics: file("topics")?,
            crisis: file("crisis")?,
            breathing: file("breathing")?,
        })
    };
    match sources() {
        Ok(sources) => in_sources(&sources),
        Err(missing) => vec![missing],
    }
}

fn in_sources(sources: &Sources) -> Vec<Finding> {
    let broken = |error: anyhow::Error| vec![Finding::breaks("help", format!("{error:#}"))];
    if let Err(error) = made(sources, None) {
        return broken(error);
    }
    let languages = sources.languages.iter().map(|json| Texts::read(json)).collect::<Result<Vec<_>, _>>();
    languages.map_or_else(broken, |languages| in_languages(&languages))
}

fn in_languages(languages: &[Texts]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for texts in languages {
        let place = format!("help/{}.json", texts.language);
        let others = languages.iter().flat_map(Texts::all).map(|(id, _)| id);
        let missing = others.filter(|id| texts.all().all(|(own, _)| own != *id));
        findings.extend(missing.map(|id| Finding::breaks(&place, format!("lacks {id}"))));
        for (id, text) in texts.all() {
            let faults = refused(text, &Value::Null).into_iter().chain(too_long(text));
            findings.extend(faults.map(|fault| Finding::breaks(format!("{place} {id}"), fault)));
        }
    }
    findings
}

fn too_long(text: &str) -> Option<String> {
    let longest = text.split(['.', '?', '…']).map(|sentence| sentence.split_whitespace().count()).max()?;
    (longest > MOST_WORDS).then(|| format!("a sentence of {longest} words; at most {MOST_WORDS}"))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn texts(json: &str) -> Texts {
        Texts::read(json).unwrap()
    }

    #[test]
    fn long_sentences_and_refused_words_are_found() {
        for (text, expected) in [
            ("Stay with them.", 0),
            ("One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.", 0),
            (
                "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.",
                1,
            ),
            (
                "One two three four five six seven eight. Nine ten eleven twelve thirteen fourteen fifteen sixteen.",
                0,
            ),
            ("Call now!", 1),
            ("You failed.", 1),
        ] {
            let json = serde_json::json!({ "language": "en", "words": {}, "safety": { "a": text } });
            assert_eq!(in_languages(&[texts(&json.to_string())]).len(), expected, "{text}");
        }
    }

    #[test]
    fn a_sentence_that_one_language_lacks_is_found() {
        let en = texts(r#"{"language": "en", "words": {"a": "x"}, "safety": {"b": "y"}}"#);
        let es = texts(r#"{"language": "es", "words": {"a": "x"}, "safety": {}}"#);
        assert_eq!(in_languages(&[en.clone(), en.clone()]), []);
        assert_eq!(in_languages(&[en, es]), [Finding::breaks("help/es.json", "lacks b")]);
    }

    #[test]
    fn a_crisis_line_without_its_source_is_found() {
        let crisis = include_str!("../../../help/crisis.json");
        let files = |crisis: &str| Sources {
            languages: vec![
                include_str!("../../../help/en.json").into(),
                include_str!("../../../help/es.json").into(),
            ],
            topics: include_str!("../../../help/topics.json").into(),
            crisis: crisis.into(),
            breathing: include_str!("../../../help/breathing.json").into(),
        };
        assert_eq!(in_sources(&files(crisis)), []);
        for field in ["\"source\"", "\"checked_on\"", "\"kind\""] {
            let (before, lines) = crisis.split_once("\"lines\"").unwrap();
            let without = format!("{before}\"lines\"{}", lines.replacen(field, "\"other\"", 1));
            assert_eq!(in_sources(&files(&without)).len(), 1, "{field}");
        }
    }
}
