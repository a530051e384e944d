//! Rule: what is shown uses no exclamation mark, promises nothing that cannot be kept (UX 2.5) and speaks of people
//! as people (DOMAIN 2.3), in English and Spanish. Every list holds for every language: no word of one is a harmless
//! word of the other. Spanish "recaída" stays allowed: it is the clinical word that is told apart from a single use
//! ("consumo puntual"), and names what happened, not who somebody is. Some words are refused only where they are about people or use; `locales/allowed.json`
//! names the sentences where they are about something else: `{ "id": { "word": "…", "reason": "…" } }`.

use serde_json::Value;

use super::Finding;
use super::locale::{self, ALLOWED};
use super::source::Tree;

/// Never, whatever it is about.
const PROMISES: &[&str] = &[
    "zero-knowledge",
    "zero knowledge",
    "military-grade",
    "military grade",
    "unhackable",
    "securely deleted",
    "100 % private",
    "100% private",
    "100 percent private",
    "conocimiento cero",
    "conocimiento nulo",
    "grado militar",
    "imposible de hackear",
    "imposible de piratear",
    "inhackeable",
    "inviolable",
    "borrado seguro",
    "borra de forma segura",
    "100 % privado",
    "100% privado",
    "100 % privada",
    "100% privada",
    "100 por cien privado",
    "100 por ciento privado",
    "cien por cien privado",
];

/// Not about people and use.
const SHAMING: &[&str] = &[
    "abuse", "abused", "abuser", "abusers", "abuses", "addict", "addicted", "addicts", "clean", "dirty",
    "fail", "failed", "fails", "failure", "failures", "habit", "habits", "junkie", "junkies",
];

/// Not about people and use, in Spanish. Forms that are also plain words elsewhere ("limpia": it tidies up) are refused
/// all the same: a reason is soon given.
const SHAMING_SPANISH: &[&str] = &[
    "abuso",
    "abusos",
    "abusa",
    "abusar",
    "abusó",
    "abusado",
    "adicto",
    "adictos",
    "adicta",
    "adictas",
    "alcohólico",
    "alcohólicos",
    "alcohólica",
    "alcohólicas",
    "borracho",
    "borrachos",
    "borracha",
    "borrachas",
    "drogadicto",
    "drogadictos",
    "drogadicta",
    "drogadictas",
    "drogadicción",
    "drogata",
    "drogatas",
    "yonqui",
    "yonquis",
    "toxicómano",
    "toxicómanos",
    "toxicómana",
    "toxicómanas",
    "limpio",
    "limpios",
    "limpia",
    "limpias",
    "sucio",
    "sucios",
    "sucia",
    "sucias",
    "fracaso",
    "fracasos",
    "fracasa",
    "fracasar",
    "fracasado",
    "fracasada",
    "fracasaste",
    "fallaste",
    "hábito",
    "hábitos",
    "vicio",
    "vicios",
    "vicioso",
    "viciosa",
];

/// Looks at every sentence of every language, at the news of versions, and at the words in `index.html`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let (mut locales, _) = locale::all(tree);
    let (news, mut findings) = locale::news(tree);
    locales.extend(news);
    let page = tree.file("index.html").map(|file| locale::Locale {
        path: file.path.clone(),
        texts: vec![("index.html".into(), words_of_page(&file.text))],
    });
    locales.extend(page);
    let allowed = tree.file(ALLOWED).map(|file| serde_json::from_str(&file.text).unwrap_or(Value::Null));
    let allowed = allowed.unwrap_or_else(|| Value::Object(serde_json::Map::new()));
    for locale in &locales {
        for (id, text) in &locale.texts {
            let refused = refused(text, &allowed[id]);
            findings.extend(
                refused.into_iter().map(|text| Finding::breaks(format!("{} {id}", locale.path), text)),
            );
        }
    }
    let texts: Vec<_> = locales.iter().flat_map(|locale| &locale.texts).collect();
    findings.extend(stale(&allowed, &texts));
    findings
}

/// What is wrong with one sentence, given the exception that stands for its id.
pub(super) fn refused(text: &str, exception: &Value) -> Vec<String> {
    // Narrow and fixed spaces count as spaces: "100 % private" is written with one.
    let text = text.to_lowercase().replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ").replace('\u{2011}', "-");
    let mut refused = Vec::new();
    if text.contains(['!', '¡', '！']) {
        refused.push("an exclamation mark".to_owned());
    }
    refused.extend(
        PROMISES
            .iter()
            .filter(|word| has_word(&text, word))
            .map(|word| format!("\"{word}\" is a false promise")),
    );
    let shaming = SHAMING.iter().chain(SHAMING_SPANISH);
    let shaming = shaming.filter(|word| has_word(&text, word) && exception["word"] != **word);
    refused.extend(
        shaming.map(|word| format!("\"{word}\": say it person-first, or give a reason in {ALLOWED}")),
    );
    refused
}

fn has_word(text: &str, word: &str) -> bool {
    let letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(at, _)| {
        !letter(text[..at].chars().next_back()) && !letter(text[at + word.len()..].chars().next())
    })
}

/// Exceptions without a reason, or whose sentence no longer holds the word.
fn stale(allowed: &Value, texts: &[&(String, String)]) -> Vec<Finding> {
    let Some(allowed) = allowed.as_object() else {
        return vec![Finding::breaks(ALLOWED, "must be an object of ids")];
    };
    let mut findings = Vec::new();
    for (id, exception) in allowed {
        let word = exception["word"].as_str().unwrap_or_default();
        let used = texts.iter().any(|(other, text)| other == id && has_word(&text.to_lowercase(), word));
        if word.is_empty() || !used {
            findings.push(Finding::breaks(
                ALLOWED,
                format!("{id} does not hold the word \"{word}\" (any longer)"),
            ));
        }
        if exception["reason"].as_str().unwrap_or_default().trim().len() < 10 {
            findings.push(Finding::breaks(ALLOWED, format!("{id} gives no reason")));
        }
    }
    findings
}

/// The page without its tags and comments.
fn words_of_page(html: &str) -> String {
    let mut words = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        words.push_str(&rest[..open]);
        words.push(' ');
        let end = if rest[open..].starts_with("<!--") { "-->" } else { ">" };
        rest = rest[open..].find(end).map_or("", |close| &rest[open + close + end.len()..]);
    }
    words + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::Source;

    #[test]
    fn refused_words_are_found_as_whole_words() {
        for (text, expected) in [
            ("Saved!", 1),
            ("Your journal is 100\u{a0}% private.", 1),
            ("Zero-knowledge and unhackable.", 2),
            ("You failed.", 1),
            ("Stay clean.", 1),
            ("A cleaner look, without failover, inhabits.", 0),
            ("Return to use.", 0),
            ("¡Guardado!", 1),
            ("Es 100\u{a0}% privado y de grado militar.", 2),
            ("Una persona adicta, un hábito sucio.", 3),
            ("¿Un fracaso? No, una recaída.", 1),
            ("Habitual, adictivo, abusivo, suciedad: otras palabras.", 0),
        ] {
            assert_eq!(refused(text, &Value::Null).len(), expected, "{text}");
        }
    }

    #[test]
    fn news_of_versions_are_looked_at() {
        let file = Source::sample("public/news/en.json", r#"[{"version": "1", "changed": ["Faster!"]}]"#);
        assert_eq!(check(&Tree { files: vec![file], ..Tree::default() }).len(), 1);
    }

    #[test]
    fn an_exception_holds_for_its_id_and_word_and_must_be_needed() {
        let found = |en: &str, allowed: &str| {
            let files = vec![Source::sample("locales/en.json", en), Source::sample(ALLOWED, allowed)];
            check(&Tree { files, ..Tree::default() }).len()
        };
        let reason = r#"{"a": {"word": "clean", "reason": "about a copy of a file"}}"#;
        assert_eq!(found(r#"{"a": "A clean copy."}"#, reason), 0);
        assert_eq!(found(r#"{"a": "A dirty, clean copy."}"#, reason), 1);
        assert_eq!(found(r#"{"a": "A copy."}"#, reason), 1);
        assert_eq!(found(r#"{"a": "A clean copy."}"#, r#"{"a": {"word": "clean", "reason": ""}}"#), 1);
        assert_eq!(found(r#"{"a": "A copy."}"#, "[]"), 1);
    }

    #[test]
    fn the_page_is_read_without_its_tags() {
        assert_eq!(words_of_page("<!-- ! --><p class=\"!\">Calm</p>").trim(), "Calm");
    }
}
