//! The HTML reader with a container in it: one file that opens itself, with its own passphrase.

/// Where the reader keeps data; its policy lets nothing there run.
const PLACE: &str = "<script type=\"application/octet-stream\" id=\"container\"></script>";
const TITLE: (&str, &str) = ("<title>", "</title>");

/// The reader with a container in its place for data, under a title. The title stands unsealed in the file: it must say
/// nothing of a person. A reader without that place comes back as it was.
#[must_use]
pub fn with_container(reader_html: &str, container: &[u8], title: &str) -> String {
    let (place, end) = PLACE.split_at(PLACE.len() - "</script>".len());
    let data = format!("{place}{}{end}", base64(container));
    titled(reader_html, title).replacen(PLACE, &data, 1)
}

fn titled(page: &str, title: &str) -> String {
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    let Some((before, rest)) = page.split_once(TITLE.0) else { return page.to_owned() };
    let Some((_, after)) = rest.split_once(TITLE.1) else { return page.to_owned() };
    [before, TITLE.0, &title, TITLE.1, after].concat()
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits =
            (0..3).fold(0, |bits, at| bits << 8 | u32::from(group.get(at).copied().unwrap_or_default()));
        for digit in 0..4 {
            let letter = ALPHABET[(bits >> (18 - 6 * digit)) as usize & 63];
            text.push(if digit <= group.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of RFC 4648, section 10, and the two last letters.
    #[test]
    fn bytes_are_written_as_the_standard_says() {
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg=="),
            (b"fo", "Zm8="),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg=="),
            (b"fooba", "Zm9vYmE="),
            (b"foobar", "Zm9vYmFy"),
            (&[0xfb, 0xff, 0xfe], "+//+"),
        ] {
            assert_eq!(base64(bytes), text);
        }
    }

    #[test]
    fn the_container_goes_into_its_place_and_the_title_stays_text() {
        let reader = format!("<title>Reader</title><main></main>{PLACE}<script>run()</script>");
        let file = with_container(&reader, b"foo", "A page & </title><script>");
        assert_eq!(
            file,
            "<title>A page &amp; &lt;/title>&lt;script></title><main></main>\
             <script type=\"application/octet-stream\" id=\"container\">Zm9v</script><script>run()</script>"
        );
    }

    #[test]
    fn the_place_is_the_one_of_the_reader() {
        assert_eq!(include_str!("../../crates/reader/page/reader.html").matches(PLACE).count(), 1);
        assert_eq!(with_container("no place", b"foo", "x"), "no place");
    }
}
