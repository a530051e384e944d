//! Breathing and grounding are said on the lock screen in the words of Help now, which are reviewed there: one text,
//! wherever it stands.

use serde_json::Value;

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

#[test]
fn breathing_and_grounding_say_what_help_now_says() {
    for (screen, help) in LANGUAGES {
        let read = |json| serde_json::from_str::<Value>(json).expect("JSON");
        let (screen, help) = (read(screen), read(help));
        for (key, section, other) in SAME {
            assert!(help[section][other].is_string(), "{section}.{other}");
            assert_eq!(screen["calm"][key], help[section][other], "{key}");
        }
    }
}
