//! Rule: the colours of `style/tokens.css` can be read (WCAG 2.2): text at 4.5 to 1 on what it stands on, edges of
//! controls, focus and lines of charts at 3 to 1, in the light look and in the dark one. A block counts as dark when
//! its selector or media query says `dark`, and each such block is checked by itself; `light-dark(…)` gives both.

use std::collections::BTreeMap;

use super::Finding;
use super::source::{Source, Tree};
use super::styles::without_comments;

const TOKENS: &str = "style/tokens.css";
const GROUNDS: &[&str] = &["background", "surface", "sunk"];

/// What stands on which ground, and the least contrast.
const PAIRS: &[(&str, &[&str], f64)] = &[
    ("ink", GROUNDS, 4.5),
    ("soft-ink", GROUNDS, 4.5),
    ("accent", GROUNDS, 4.5),
    ("clay", GROUNDS, 4.5),
    ("ink", &["accent-soft", "clay-soft"], 4.5),
    ("accent", &["accent-soft"], 4.5),
    ("clay", &["clay-soft"], 4.5),
    ("on-accent", &["accent"], 4.5),
    ("on-clay", &["clay"], 4.5),
    ("edge", GROUNDS, 3.0),
    ("third", GROUNDS, 3.0),
];

/// Roles that need not be there before something uses them: charts.
const LATER: &[&str] = &["third"];

type Colours = BTreeMap<String, String>;

/// Looks at the tokens.
pub fn check(tree: &Tree) -> Vec<Finding> {
    match tree.file(TOKENS) {
        Some(tokens) => in_file(tokens),
        None => vec![Finding::mention(TOKENS, "is not there yet")],
    }
}

fn in_file(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (look, colours) in looks(&without_comments(&source.text)) {
        for (front, grounds, least) in PAIRS {
            for ground in *grounds {
                let text = match (colour(&colours, front), colour(&colours, ground)) {
                    (Some(front), Some(ground)) if contrast(front, ground) >= *least => continue,
                    (None, _) if LATER.contains(front) => continue,
                    (Some(a), Some(b)) => format!("{:.2} to 1, at least {least}", contrast(a, b)),
                    (None, _) => format!("no colour --{front}"),
                    (_, None) => format!("no colour --{ground}"),
                };
                findings.push(Finding::breaks(TOKENS, format!("{look}: --{front} on --{ground}: {text}")));
            }
        }
    }
    findings
}

/// The custom properties of the light look and of each block that makes a dark one. A dark look has all of the light
/// one that it does not change.
fn looks(css: &str) -> Vec<(String, Colours)> {
    let mut blocks: BTreeMap<String, Colours> = BTreeMap::new();
    let (mut heads, mut piece) = (Vec::new(), String::new());
    for character in css.chars() {
        match character {
            '{' => heads.push(std::mem::take(&mut piece).trim().to_owned()),
            '}' | ';' => {
                let declaration = std::mem::take(&mut piece);
                if let Some((name, value)) = declaration.split_once(':')
                    && let Some(name) = name.trim().strip_prefix("--")
                {
                    let dark = heads.iter().any(|head| head.contains("dark"));
                    let block = if dark { heads.join(" ") } else { "light".to_owned() };
                    blocks.entry(block).or_default().insert(name.to_owned(), value.trim().to_owned());
                }
                if character == '}' {
                    heads.pop();
                }
            }
            _ => piece.push(character),
        }
    }
    let light = blocks.remove("light").unwrap_or_default();
    let mut looks: Vec<_> = blocks
        .into_iter()
        .map(|(name, changes)| (name, pick(light.clone().into_iter().chain(changes).collect(), 1)))
        .collect();
    if looks.is_empty() {
        looks.push(("dark".to_owned(), pick(light.clone(), 1)));
    }
    looks.push(("light".to_owned(), pick(light, 0)));
    looks
}

/// Takes one side of each `light-dark(…)`.
fn pick(colours: Colours, side: usize) -> Colours {
    let one = |value: String| {
        let inner = value.strip_prefix("light-dark(").and_then(|value| value.strip_suffix(')'));
        inner
            .and_then(|inner| inner.split(',').nth(side))
            .map_or(value.clone(), |part| part.trim().to_owned())
    };
    colours.into_iter().map(|(name, value)| (name, one(value))).collect()
}

/// A property's colour, through `var(--other)`.
fn colour(colours: &Colours, name: &str) -> Option<[u8; 3]> {
    let mut value = colours.get(name)?.as_str();
    for _ in 0..8 {
        match value.strip_prefix("var(--").and_then(|value| value.strip_suffix(')')) {
            Some(other) => value = colours.get(other.trim())?.as_str(),
            None => return hex(value),
        }
    }
    None
}

fn hex(value: &str) -> Option<[u8; 3]> {
    let digits = match value {
        "white" => "ffffff",
        "black" => "000000",
        _ => value.strip_prefix('#')?,
    };
    let wide = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    let part = |at: usize| u8::from_str_radix(wide.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// WCAG 2.2, "contrast ratio".
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// WCAG 2.2, "relative luminance".
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The palette of UX section 6.
    const GOOD: &str = "@layer tokens {
      :root {
        --background: #faf8f4; --surface: #ffffff; --sunk: #f1ede5; --ink: #1d2528; --soft-ink: #4d585c;
        --edge: #7d8486; --accent: #14595f; --on-accent: white; --accent-soft: #dcebea; --clay: #9a4a22;
        --on-clay: white; --clay-soft: #f6e6da; --third: #6a5a8c;
      }
      @media (prefers-color-scheme: dark) { :root {
        --background: #11171a; --surface: #192125; --sunk: #0c1113; --ink: #e8e6e1; --soft-ink: #a9b2b4;
        --edge: #77858a; --accent: #7cc4c1; --on-accent: #08292b; --accent-soft: #17393b; --clay: #e3a27c;
        --on-clay: #34160a; --clay-soft: #3d2719; --third: #b7a6dc;
      } }
    }";

    fn found(css: &str) -> Vec<Finding> {
        in_file(&Source::sample(TOKENS, css))
    }

    #[test]
    fn the_palette_of_the_design_passes() {
        assert_eq!(found(GOOD), []);
    }

    #[test]
    fn pale_text_is_found_in_either_look() {
        assert_eq!(found(&GOOD.replace("--soft-ink: #4d585c", "--soft-ink: #9aa0a2")).len(), 3);
        assert_eq!(found(&GOOD.replace("--edge: #77858a", "--edge: #2c363b")).len(), 3);
        assert_eq!(found(&GOOD.replace("--on-clay: white", "--on-clay: #c0c0c0")).len(), 1);
    }

    #[test]
    fn a_missing_role_is_found() {
        assert!(!found(&GOOD.replace("--clay-soft", "--clay-pale")).is_empty());
        assert_eq!(found(&GOOD.replace("--third", "--fourth")), []);
    }

    #[test]
    fn each_dark_block_is_checked() {
        let switch =
            ":root[data-look=\"dark\"] { --background: #11171a; --surface: #192125; --sunk: #0c1113; }";
        assert!(!found(&format!("{GOOD}\n{switch}")).is_empty(), "its ink is still that of the light look");
    }

    #[test]
    fn other_notations_are_understood() {
        let css = GOOD.replace("--ink: #1d2528", "--night: #222; --ink: light-dark(var(--night), #222)");
        assert_eq!(found(&css), []);
        assert_eq!(format!("{:.2}", contrast([0; 3], [255; 3])), "21.00");
    }
}
