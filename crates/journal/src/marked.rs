//! Where the words that are looked for stand in a text, as it was written: whatever its case and its diacritics.

use core::ops::Range;

use crate::diacritics::is_mark;
use crate::search::{fold, fold_onto};

/// A text in pieces, in order and without a gap; true where a piece is one of the words typed.
///
/// ```
/// use journal::marked;
/// assert_eq!(marked("To the Café", "CAFE"), [("To the ", false), ("Café", true)]);
/// ```
#[must_use]
pub fn marked<'a>(text: &'a str, typed: &str) -> Vec<(&'a str, bool)> {
    let typed = fold(typed);
    let folded = Folded::of(text);
    let mut hits: Vec<Range<usize>> = typed
        .split_whitespace()
        .flat_map(|word| folded.text.match_indices(word))
        .map(|(at, word)| folded.source(text, at..at + word.len()))
        .collect();
    hits.sort_unstable_by_key(|hit| (hit.start, hit.end));
    pieces(text, &hits)
}

/// A folded text that knows where each of its bytes comes from.
struct Folded {
    text: String,
    from: Vec<usize>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(text.len()), from: Vec::with_capacity(text.len()) };
        for (at, char) in text.char_indices() {
            fold_onto(&mut folded.text, char);
            folded.from.resize(folded.text.len(), at);
        }
        folded
    }

    /// The part of the source that a hit comes from: whole characters, with the marks that belong to the last.
    fn source(&self, source: &str, hit: Range<usize>) -> Range<usize> {
        let (start, last) = (self.from[hit.start], self.from[hit.end - 1]);
        let mut end = last;
        for (number, char) in source[last..].chars().enumerate() {
            if number > 0 && !is_mark(char) {
                break;
            }
            end += char.len_utf8();
        }
        start..end
    }
}

/// The text around and inside of the hits, which may overlap.
fn pieces<'a>(text: &'a str, hits: &[Range<usize>]) -> Vec<(&'a str, bool)> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for hit in joined(hits) {
        if done < hit.start {
            pieces.push((&text[done..hit.start], false));
        }
        done = hit.end;
        pieces.push((&text[hit], true));
    }
    if done < text.len() {
        pieces.push((&text[done..], false));
    }
    pieces
}

/// Hits that touch are one.
fn joined(hits: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for hit in hits {
        match joined.last_mut() {
            Some(last) if hit.start <= last.end => last.end = last.end.max(hit.end),
            _ => joined.push(hit.clone()),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hits stand in brackets.
    fn shown(text: &str, typed: &str) -> String {
        let bracket = |(words, hit): (&str, bool)| if hit { format!("[{words}]") } else { words.to_owned() };
        marked(text, typed).into_iter().map(bracket).collect()
    }

    #[test]
    fn words_are_marked_as_they_were_written() {
        for (text, typed, expected) in [
            ("", "a", ""),
            ("a walk", "", "a walk"),
            ("a walk", "  ", "a walk"),
            ("a walk", "sea", "a walk"),
            ("A Walk by the river, walking", "walk", "A [Walk] by the river, [walk]ing"),
            ("river walk", "walk RIVER", "[river] [walk]"),
            ("riverwalk", "walk river", "[riverwalk]"),
            ("anana", "ana", "[ana]na"),
            ("Straße", "strasse", "[Straße]"),
            ("Straße", "s", "[S]tra[ß]e"),
            ("Zoe\u{308} and Zoë", "zoe", "[Zoe\u{308}] and [Zoë]"),
            ("Zoe\u{308}", "zo", "[Zo]e\u{308}"),
            ("مساء الخير", "الخير", "مساء [الخير]"),
            ("👩\u{200d}🚀 up", "up", "👩\u{200d}🚀 [up]"),
            ("<b>bold</b>", "<B>", "[<b>]bold</b>"),
        ] {
            assert_eq!(shown(text, typed), expected, "{text} {typed}");
        }
    }
}
