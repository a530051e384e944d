//! Breathing and grounding are said on the lock screen in the words of Help now, which are reviewed there: one text,
//! wherever it stands.

/// The screen's key, and the section and key of Help now.
const SAME: [(&str, &str, &str); 19] = [
    ("breathing", "words", "breathing"),
    ("pattern", "words", "pattern"),
    ("longer", "words", "longer"),
    ("even", "words", "even"),
    ("sigh", "words", "sigh"),
    ("holds", "words", "box"),
    ("breathe_in", "words", "breathe_in"),
    ("breathe_more", "words", "breathe_more"),
    ("breathe_hold", "words", "breathe_hold"),
    ("breathe_out", "words", "breathe_out"),
    ("grounding", "words", "grounding"),
    ("gentle", "safety", "br-gentle"),
    ("leave_holds", "safety", "br-holds"),
    ("see", "safety", "grd-see"),
    ("touch", "safety", "grd-touch"),
    ("hear", "safety", "grd-hear"),
    ("smell", "safety", "grd-smell"),
    ("taste", "safety", "grd-taste"),
    ("instead", "safety", "grd-instead"),
];

const LANGUAGES: [(&str, &str); 2] = [
    (include_str!("../../locales/en.json"), include_str!("../../help/en.json")),
    (include_str!("../../locales/es.json"), include_str!("../../help/es.json")),
];

/// The words of a key, in the house form of these files.
fn said<'a>(json: &'a str, section: &str, key: &str) -> Option<&'a str> {
    let (_, section) = json.split_once(&format!("\"{section}\": {{"))?;
    let (_, words) = section.split_once(&format!("\"{key}\": \""))?;
    words.split('"').next()
}

#[test]
fn breathing_and_grounding_say_what_help_now_says() {
    for (screen, help) in LANGUAGES {
        for (key, section, other) in SAME {
            let reviewed = said(help, section, other);
            assert!(reviewed.is_some_and(|words| words.len() > 3), "{section}.{other}");
            assert_eq!(said(screen, "calm", key), reviewed, "{key}");
        }
    }
}
