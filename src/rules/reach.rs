//! Addresses by which somebody or something outside is reached, out of what was typed: a letter, a message with words
//! to begin with, a page of the web.

use crate::dialled;

/// `mailto:`, with words to begin with; `None` where it is no address.
#[must_use]
pub fn mail_to(address: &str, words: &str) -> Option<String> {
    let address = mail_address(address)?;
    let body = if words.is_empty() { String::new() } else { "?body=".to_owned() + &escaped(words) };
    Some(["mailto:", &escaped_but(&address, "@"), &body].concat())
}

/// An address one can write to; `None` where it is none. It has one `@`, something on both sides, and no gap.
#[must_use]
pub fn mail_address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let (name, host) = typed.split_once('@')?;
    let sound =
        |part: &str| !part.is_empty() && !part.contains(['@', '<', '>', ',', ';', ':', '"', '?', '&']);
    let whole =
        sound(name) && sound(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    (whole && !typed.contains(|letter: char| letter.is_whitespace() || letter.is_control()))
        .then(|| typed.to_owned())
}

/// `sms:`, with words to begin with; `None` where it is no number. Phones of both makers read `?&body=`.
#[must_use]
pub fn message_to(number: &str, words: &str) -> Option<String> {
    let digits = dialled(number)?;
    let body = if words.is_empty() { String::new() } else { "?&body=".to_owned() + &escaped(words) };
    Some(["sms:", &digits, &body].concat())
}

/// An address of the web, `https` where nothing was said; `None` where it is none.
#[must_use]
pub fn web_address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let lower = typed.to_ascii_lowercase();
    let whole = match ["https://", "http://"].iter().find(|scheme| lower.starts_with(**scheme)) {
        Some(scheme) => (*scheme).to_owned() + &typed[scheme.len()..],
        None => "https://".to_owned() + typed,
    };
    let rest = whole.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let sound = host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !host.contains(['@', ':', '\\']);
    let clean = !whole
        .contains(|letter: char| letter.is_whitespace() || letter.is_control() || "<>\"".contains(letter));
    (sound && clean).then_some(whole)
}

fn escaped(words: &str) -> String {
    escaped_but(words, "")
}

/// Every byte but letters, digits and a few signs as `%XX` (RFC 3986, 2.1 and 2.3).
fn escaped_but(words: &str, also: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || also.as_bytes().contains(&byte) {
            out.push(char::from(byte));
        } else {
            const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
            out.push('%');
            out.push(char::from(DIGITS[usize::from(byte >> 4)]));
            out.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_with_a_message_and_nothing_of_them_is_read_as_something_else() {
        for (number, words, expected) in [
            ("+44 20 7946-0958", "", Some("sms:+442079460958")),
            (
                "112",
                "Could we talk? 5 & a bit",
                Some("sms:112?&body=Could%20we%20talk%3F%205%20%26%20a%20bit"),
            ),
            ("112", "é\n", Some("sms:112?&body=%C3%A9%0A")),
            ("ask Ana", "Hello", None),
        ] {
            assert_eq!(message_to(number, words).as_deref(), expected, "{number}");
        }
    }

    #[test]
    fn letters_go_to_addresses_only() {
        for (typed, expected) in [
            (" m@example.org ", Some("mailto:m@example.org?body=Hello%20%23")),
            ("m+a@example.org", Some("mailto:m%2Ba@example.org?body=Hello%20%23")),
            ("m@example", None),
            ("m", None),
            ("@example.org", None),
            ("a@b@example.org", None),
            ("m@example.org?cc=x@y.org", None),
            ("m @example.org", None),
        ] {
            assert_eq!(mail_to(typed, "Hello #").as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn only_the_web_is_linked() {
        for (typed, expected) in [
            ("example.org/a b", None),
            ("example.org/group?day=4#top", Some("https://example.org/group?day=4#top")),
            ("HTTP://example.org", Some("http://example.org")),
            ("https://example.org:8080/", None),
            ("javascript:alert(1)", None),
            ("javascript:alert(1)//a.b", None),
            ("data:text/html,x.y", None),
            ("https://name@example.org", None),
            ("https://", None),
            ("a word", None),
            (".org", None),
        ] {
            assert_eq!(web_address(typed).as_deref(), expected, "{typed}");
        }
    }
}
