//! HTML in a text of another program, made Markdown: a small set of tags, everything else becomes its text. Nothing of
//! it is ever shown as HTML.

/// Longest tag that is looked for, bytes.
const TAG: usize = 4_096;

/// The text of some HTML, with bold, emphasis, headings, lists and links as Markdown writes them.
pub(super) fn of_html(html: &str) -> String {
    let mut made = Made::default();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        made.words(&rest[..at]);
        rest = &rest[at..];
        rest = match rest.starts_with('<') {
            true => made.tag(rest),
            false => made.entity(rest),
        };
    }
    made.words(rest);
    made.finish()
}

/// Whether a text is HTML, and not words in which such signs occur.
pub(super) fn is_html(text: &str) -> bool {
    ["<br", "<p", "<div", "<b>", "<i>", "<ul", "<strong", "<em>", "&nbsp;"]
        .iter()
        .any(|tag| text.contains(tag))
}

#[derive(Default)]
struct Made {
    text: String,
    /// The end of a link that is open.
    link: Option<String>,
    /// What stands in script, style and the like.
    hidden: Option<&'static str>,
}

impl Made {
    fn words(&mut self, words: &str) {
        if self.hidden.is_none() {
            self.text.push_str(words);
        }
    }

    fn line(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.text.push('\n');
    }

    fn paragraph(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }

    /// Reads a tag; gives what comes after it.
    fn tag<'a>(&mut self, html: &'a str) -> &'a str {
        let named = html[1..]
            .starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/' || letter == '!');
        let end = html.as_bytes().iter().take(TAG).position(|byte| *byte == b'>');
        let Some(end) = end.filter(|_| named) else {
            self.words("<");
            return &html[1..];
        };
        let inside = &html[1..end];
        let (closing, inside) = match inside.strip_prefix('/') {
            Some(inside) => (true, inside),
            None => (false, inside),
        };
        let name: String = inside.chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        if self.hidden.is_some() {
            if closing && self.hidden == Some(name.as_str()) {
                self.hidden = None;
            }
            return &html[end + 1..];
        }
        match name.as_str() {
            "script" if !closing => self.hidden = Some("script"),
            "style" if !closing => self.hidden = Some("style"),
            "br" => self.line(),
            "p" | "div" | "ul" | "ol" | "blockquote" | "table" | "tr" => self.paragraph(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.paragraph();
                if !closing {
                    self.text.push_str(if name == "h1" { "# " } else { "## " });
                }
            }
            "li" if !closing => {
                self.text.truncate(self.text.trim_end().len());
                self.text.push_str(if self.text.is_empty() { "- " } else { "\n- " });
            }
            "b" | "strong" => self.text.push_str("**"),
            "i" | "em" => self.text.push('*'),
            "a" if closing => {
                if let Some(address) = self.link.take() {
                    self.text.push_str("](");
                    self.text.push_str(&address);
                    self.text.push(')');
                }
            }
            "a" => {
                if let Some(address) = address(inside) {
                    self.link = Some(address);
                    self.text.push('[');
                }
            }
            _ => {}
        }
        &html[end + 1..]
    }

    /// Reads a named letter; gives what comes after it.
    fn entity<'a>(&mut self, html: &'a str) -> &'a str {
        let end = html.as_bytes().iter().take(12).position(|byte| *byte == b';');
        let letter = end.and_then(|end| letter(&html[1..end]).map(|letter| (letter, end)));
        match letter {
            Some((letter, end)) => {
                self.words(letter.encode_utf8(&mut [0; 4]));
                &html[end + 1..]
            }
            None => {
                self.words("&");
                &html[1..]
            }
        }
    }

    fn finish(self) -> String {
        // An emphasis that holds nothing is none.
        self.text.replace("****", "").trim().to_owned()
    }
}

fn letter(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        _ => {
            let number = name.strip_prefix('#')?;
            let number = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(number).filter(|letter| !letter.is_control())?
        }
    })
}

/// The address of a link to the web; none of another scheme.
fn address(inside: &str) -> Option<String> {
    let from = inside.find("href=\"")? + 6;
    let address = &inside[from..from + inside[from..].find('"')?];
    let plain = !address.contains(['(', ')', ' ', '<', '\n']);
    (plain && (address.starts_with("https://") || address.starts_with("http://"))).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_markdown_and_nothing_else() {
        let cases = [
            ("plain", "plain"),
            ("a<br>b<br/>c", "a\nb\nc"),
            ("<p dir=\"auto\">One&nbsp;</p>\n<p></p>\n<p>Two <em>grey</em>!</p>", "One\n\nTwo *grey*!"),
            ("<b>bold</b> &amp; &lt;tag&gt; &#39;x&#x27;", "**bold** & <tag> 'x'"),
            ("<ul><li>one</li><li>two</li></ul>after", "- one\n- two\n\nafter"),
            ("<h1>Title</h1>text", "# Title\n\ntext"),
            ("<a href=\"https://a.example/b\">link</a>", "[link](https://a.example/b)"),
            ("<a href=\"javascript:alert(1)\">link</a>", "link"),
            ("<script>alert(1)</script>after<style>p{}</style>", "after"),
            ("1 < 2 & 3 > 2 <", "1 < 2 & 3 > 2 <"),
            ("<p", "<p"),
            ("&unknown; &#0; &", "&unknown; &#0; &"),
            ("<!-- note -->x", "x"),
        ];
        for (html, markdown) in cases {
            assert_eq!(of_html(html), markdown, "{html}");
        }
    }
}
