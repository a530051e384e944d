//! Rule: every stylesheet stands in one of the layers that `style/layers.css` declares, so that the order in which
//! the build joins them carries no meaning; and only `style/tokens.css` holds raw colours.

use super::Finding;
use super::source::{Source, Tree};

const LAYERS: &str = "style/layers.css";
const TOKENS: &str = "style/tokens.css";

/// Looks at `style/`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(layers) = tree.file(LAYERS) else { return vec![Finding::breaks(LAYERS, "is missing")] };
    let declared = without_comments(&layers.text);
    let declared = declared.trim().trim_start_matches("@layer").trim_end_matches(';').to_owned();
    let declared: Vec<_> = declared.split(',').map(|name| name.trim().to_owned()).collect();
    let sheets =
        tree.files.iter().filter(|file| file.path.starts_with("style/") && file.path.ends_with(".css"));
    sheets.filter(|file| file.path != LAYERS).flat_map(|file| in_file(file, &declared)).collect()
}

fn in_file(source: &Source, declared: &[String]) -> Vec<Finding> {
    let css = without_comments(&source.text);
    let mut findings: Vec<_> = outermost(&css)
        .into_iter()
        .filter(|head| {
            !head
                .strip_prefix("@layer ")
                .is_some_and(|name| declared.iter().any(|known| known == name.trim()))
        })
        .map(|head| {
            Finding::breaks(&source.path, format!("\"{head}\" stands outside of the layers of {LAYERS}"))
        })
        .collect();
    if source.path != TOKENS {
        let raw = css.lines().enumerate().filter(|(_, line)| has_raw_colour(line));
        findings.extend(
            raw.map(|(index, _)| {
                Finding::breaks(source.line(index), "a raw colour: use a role of tokens.css")
            }),
        );
    }
    findings
}

/// The heads of the outermost blocks and statements.
fn outermost(css: &str) -> Vec<String> {
    let (mut depth, mut head, mut heads) = (0usize, String::new(), Vec::new());
    for character in css.chars() {
        match character {
            '{' | ';' if depth == 0 => {
                heads.push(head.split_whitespace().collect::<Vec<_>>().join(" "));
                head.clear();
                depth += usize::from(character == '{');
            }
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => head.push(character),
            _ => {}
        }
    }
    heads
}

fn has_raw_colour(line: &str) -> bool {
    let Some((_, value)) = line.split_once(':') else { return false };
    let hash = value.split('#').skip(1).any(|after| {
        let digits = after.chars().take_while(char::is_ascii_hexdigit).count();
        matches!(digits, 3 | 4 | 6 | 8)
            && !after[digits..].starts_with(|next: char| next.is_alphanumeric() || next == '-')
    });
    hash || ["rgb(", "rgba(", "hsl(", "oklch("].iter().any(|name| value.contains(name))
}

/// Comments blanked; lines stay where they are.
pub fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(open) = rest.find("/*") {
        out.push_str(&rest[..open]);
        let end = rest[open..].find("*/").map_or(rest.len(), |close| open + close + 2);
        out.extend(rest[open..end].chars().filter(|character| *character == '\n'));
        rest = &rest[end..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_outside_of_a_layer_and_raw_colours_are_found() {
        let declared = ["base".to_owned(), "pages".to_owned()];
        for (css, expected) in [
            ("@layer base { a { color: var(--ink); } }", 0),
            ("/* x */\n@layer  pages\n{ a { } }", 0),
            ("a { color: var(--ink); }", 1),
            ("@layer nobody { a { } }", 1),
            ("@import url(x.css);\n@layer base { }", 1),
            ("@layer base { a { color: #fff; } }", 1),
            ("@layer base { a { color: rgb(0 0 0); } }", 1),
            ("@layer base { a:hover { mask: url(#gradient); } }", 0),
        ] {
            assert_eq!(in_file(&Source::sample("style/a.css", css), &declared).len(), expected, "{css}");
        }
    }
}
