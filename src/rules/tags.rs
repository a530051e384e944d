//! Tags as one line of text, and back.

/// The tags in a line: split at commas (of any script), trimmed, without `#`, empty and repeated ones left out.
#[must_use]
pub fn parse_tags(line: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for part in line.split([',', '、', '،', '\n']) {
        let tag = part.trim().trim_start_matches('#').trim();
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// The line that stands for these tags.
#[must_use]
pub fn joined_tags(tags: &[String]) -> String {
    tags.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_its_tags_once_each() {
        for (line, expected) in [
            ("", &[][..]),
            ("  , ,", &[]),
            ("work, #sleep,work , two words", &["work", "sleep", "two words"]),
            ("مساء، عمل", &["مساء", "عمل"]),
        ] {
            let tags = parse_tags(line);
            assert_eq!(tags, expected, "{line}");
            assert_eq!(parse_tags(&joined_tags(&tags)), tags);
        }
    }
}
