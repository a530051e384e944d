//! Text inside of HTML: nothing of it can become markup.

/// The text as it may stand between tags and inside of quoted attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\0' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_can_become_markup() {
        assert_eq!(escaped("<b a=\"'\">&\0"), "&lt;b a=&quot;&#39;&quot;&gt;&amp;");
    }
}
