//! An entry's tags.

use core::fmt;

use serde::{Deserialize, Serialize};

/// Tags in the order given: trimmed, none empty, none twice (whatever the case), at most 500.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tags(Vec<String>);

impl Tags {
    /// Most tags of one entry.
    pub const LIMIT: usize = 500;

    /// Trims the tags and drops what is empty or was there before.
    ///
    /// # Errors
    /// More than [`Tags::LIMIT`] are left: none is dropped behind the writer's back.
    ///
    /// ```
    /// use journal::Tags;
    /// let tags = Tags::new([" Sleep ", "", "sleep", "work"]).unwrap();
    /// assert_eq!(tags.as_slice(), ["Sleep", "work"]);
    /// ```
    pub fn new<T: AsRef<str>>(tags: impl IntoIterator<Item = T>) -> Result<Self, TagsError> {
        let mut kept: Vec<String> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for tag in tags {
            let tag = tag.as_ref().trim();
            if !tag.is_empty() && seen.insert(tag.to_lowercase()) {
                kept.push(tag.to_owned());
            }
        }
        if kept.len() > Self::LIMIT { Err(TagsError { tags: kept.len() }) } else { Ok(Self(kept)) }
    }

    /// Whether two tags count as one, whatever the case.
    #[must_use]
    pub fn are_one(tag: &str, other: &str) -> bool {
        tag == other || tag.to_lowercase() == other.to_lowercase()
    }

    /// The same with `new` in the place of `old`; once only, where `new` was there before.
    ///
    /// ```
    /// use journal::Tags;
    /// let tags = Tags::new(["Sleep", "work", "rest"]).unwrap();
    /// assert_eq!(tags.renamed("rest", "sleep").as_slice(), ["Sleep", "work"]);
    /// ```
    #[must_use]
    pub fn renamed(&self, old: &str, new: &str) -> Self {
        let renamed = self.0.iter().map(|tag| if Self::are_one(tag, old) { new } else { tag });
        Self::new(renamed).expect("they are not more than they were")
    }

    /// The tags.
    #[must_use]
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }
}

/// Too many tags.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TagsError {
    /// How many there were.
    pub tags: usize,
}

impl fmt::Display for TagsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} tags, allowed at most {}", self.tags, Tags::LIMIT)
    }
}

impl core::error::Error for TagsError {}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn tags_are_trimmed_and_kept_once_in_their_order() {
        let cases: &[(&[&str], &[&str])] = &[
            (&[], &[]),
            (&["", "  ", "\t"], &[]),
            (&[" a ", "b", "A", "B "], &["a", "b"]),
            (&["Ärger", "ärger", "Arger"], &["Ärger", "Arger"]),
            (&["two words", "two  words"], &["two words", "two  words"]),
        ];
        for (given, kept) in cases {
            assert_eq!(Tags::new(*given).unwrap().as_slice(), *kept);
        }
    }

    #[test]
    fn five_hundred_tags_are_allowed_and_one_more_is_refused() {
        let names = |count: usize| (0..count).map(|number| format!("t{number}")).collect::<Vec<_>>();
        assert_eq!(Tags::new(names(500)).unwrap().as_slice().len(), 500);
        assert_eq!(Tags::new(names(501)), Err(TagsError { tags: 501 }));
        assert!(Tags::new(names(500).into_iter().chain(["T0".to_owned()])).is_ok());
    }
}
