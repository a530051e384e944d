//! What a person writes in one entry, and how it looks in a list.

use serde::Serialize;

use crate::search::fold;
use crate::{Day, DayStart, Mood, Tags, plain};

/// All that the writer of an entry decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize)]
pub struct Words {
    /// May be empty.
    pub title: String,
    /// Markdown, may be empty.
    pub text: String,
    /// Left out as often as not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mood: Option<Mood>,
    /// Without marks.
    pub tags: Tags,
    /// When it happened, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it (`Europe/London`), may be empty.
    pub zone: String,
    /// Its writer wants to find it again soon.
    pub favourite: bool,
    /// Left out when somebody looks back on a date.
    pub kept_back: bool,
    /// Left out of everything that is made for somebody else. Written down only where it is so.
    #[serde(skip_serializing_if = "is_off")]
    pub never_share: bool,
    /// The attachments it carries, in order.
    pub attachments: Vec<[u8; 16]>,
}

fn is_off(mark: &bool) -> bool {
    !*mark
}

/// Most bytes of a title in the list (FORMAT 4).
const TITLE_BYTES: usize = 64;
/// Most characters of a preview.
const PREVIEW_CHARS: usize = 140;

impl Words {
    /// The civil day it belongs to.
    #[must_use]
    pub fn day(&self, starts: DayStart) -> Day {
        Day::of(self.happened_at_s, self.offset_min, starts)
    }

    /// The title, or the beginning of the first line of the text that holds a word, without its Markdown marks. At
    /// most 64 bytes.
    #[must_use]
    pub fn list_title(&self) -> String {
        self.list_parts().0
    }

    /// How the text begins, without Markdown marks: at most 140 characters, going on where
    /// [`list_title`](Words::list_title) ended if that came from the text.
    #[must_use]
    pub fn preview(&self) -> String {
        self.list_parts().1
    }

    /// All that a search looks at, folded once: title, text and tags.
    #[must_use]
    pub fn search_text(&self) -> String {
        let mut all = fold(&self.title);
        for part in core::iter::once(&self.text).chain(self.tags.as_slice()) {
            all.push('\n');
            all.push_str(&fold(part));
        }
        all
    }

    fn list_parts(&self) -> (String, String) {
        let mut lines = self.text.lines().map(plain::line).filter(|line| !line.is_empty());
        let title = plain::line(&self.title);
        let (title, begun) = if title.is_empty() {
            let first = lines.next().unwrap_or_default();
            let end = plain::end_within(&first, TITLE_BYTES);
            (first[..end].trim_end().to_owned(), first[end..].trim_start().to_owned())
        } else {
            let end = title.floor_char_boundary(TITLE_BYTES);
            (title[..end].trim_end().to_owned(), String::new())
        };
        (title, preview(core::iter::once(begun).chain(lines)))
    }
}

fn preview(lines: impl Iterator<Item = String>) -> String {
    let mut preview = String::new();
    let mut chars = 0;
    for line in lines.filter(|line| !line.is_empty()) {
        let gap = (chars > 0).then_some(' ');
        for char in gap.into_iter().chain(line.chars()) {
            if chars == PREVIEW_CHARS {
                return preview.trim_end().to_owned();
            }
            preview.push(char);
            chars += 1;
        }
    }
    preview
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(title: &str, text: &str) -> Words {
        Words { title: title.into(), text: text.into(), ..Words::default() }
    }

    #[test]
    fn the_list_shows_the_title_or_how_the_text_begins() {
        let cases = [
            ("A day", "Long walk.", "A day", "Long walk."),
            ("  ", "\n\n# Morning\n\nWoke **early**.", "Morning", "Woke early."),
            ("", "---\n- [ ] call Sam\n- rest", "call Sam", "rest"),
            ("", "", "", ""),
            ("two\nlines", "", "two lines", ""),
        ];
        for (title, text, list_title, preview) in cases {
            let words = words(title, text);
            assert_eq!(
                (words.list_title().as_str(), words.preview().as_str()),
                (list_title, preview),
                "{text}"
            );
        }
    }

    #[test]
    fn a_long_first_line_is_cut_between_words_and_the_preview_goes_on() {
        let words = words("", &"walking ".repeat(30));
        assert_eq!(words.list_title(), "walking walking walking walking walking walking walking walking");
        assert!(words.preview().starts_with("walking walking"));
        assert!(words.preview().chars().count() <= 140);
    }

    #[test]
    fn cuts_never_split_a_character() {
        let words = words(&"ü€😀".repeat(40), &"😀".repeat(400));
        assert!(words.list_title().len() <= 64);
        assert_eq!(words.preview().chars().count(), 140);
        let untitled = self::words("", &"😀".repeat(400));
        assert_eq!(untitled.list_title(), "😀".repeat(16));
    }

    #[test]
    fn a_search_sees_title_text_and_tags() {
        let words = Words { tags: Tags::new(["Café"]).unwrap_or_default(), ..words("Über", "Straße") };
        assert_eq!(words.search_text(), "uber\nstrasse\ncafe");
    }
}
