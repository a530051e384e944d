//! Passages picked by hand, and how a long text is cut where a page has no room for all of it.

use serde::{Deserialize, Serialize};

/// An entry whose words may be told.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Passage {
    /// The day it belongs to, days since 1970-01-01.
    pub day: i32,
    /// Its title, may be empty.
    pub title: String,
    /// Its text, without marks of Markdown.
    pub text: String,
}

/// The text on one line, and cut between words where it is longer than `most` characters; then it ends in an ellipsis.
///
/// ```
/// use journal::summary::shortened;
/// assert_eq!(shortened("one  two\nthree", 99), "one two three");
/// assert_eq!(shortened("one two three", 9), "one two …");
/// ```
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let end = line.char_indices().nth(most.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
    let cut = &line[..end];
    match cut.rfind(' ').filter(|at| *at > 0) {
        Some(space) => format!("{} …", &cut[..space]),
        None => format!("{cut}…"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_words_and_never_inside_of_a_character() {
        for (text, most, expected) in [
            ("", 5, ""),
            ("abcde", 5, "abcde"),
            ("abcdef", 5, "abcd…"),
            ("مساء الخير يا صديق", 10, "مساء …"),
            ("😀😀😀😀", 3, "😀😀…"),
        ] {
            assert_eq!(shortened(text, most), expected);
        }
        assert!(shortened(&"word ".repeat(1_000), 280).chars().count() <= 280);
    }
}
