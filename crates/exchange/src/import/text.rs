//! Bytes as text: UTF-8, with or without its mark, or UTF-16 with its mark.

use std::borrow::Cow;

use super::Refused;

/// The text in these bytes.
///
/// # Errors
/// [`Refused::NotText`] with the line where it stops being text.
pub(super) fn of_bytes(bytes: &[u8]) -> Result<Cow<'_, str>, Refused> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let text = core::str::from_utf8(bytes).map_err(|error| {
                let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
                Refused::NotText { line: line_at(good) }
            })?;
            match text.bytes().position(|byte| byte == 0) {
                Some(at) => Err(Refused::NotText { line: line_at(&text.as_bytes()[..at]) }),
                None => Ok(Cow::Borrowed(text)),
            }
        }
    }
}

fn utf16(bytes: &[u8], number: fn([u8; 2]) -> u16) -> Result<Cow<'static, str>, Refused> {
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err(Refused::NotText { line: 1 });
    }
    let text: Result<String, _> = char::decode_utf16(pairs.map(|pair| number([pair[0], pair[1]]))).collect();
    text.map(Cow::Owned).map_err(|_| Refused::NotText { line: 1 })
}

/// The number of the line that comes after these bytes.
fn line_at(before: &[u8]) -> u32 {
    before.iter().filter(|byte| **byte == b'\n').count() as u32 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_in_their_encoding_and_others_are_refused_by_line() {
        assert_eq!(of_bytes(b"\xef\xbb\xbfa").as_deref(), Ok("a"));
        assert_eq!(of_bytes(b"\xff\xfea\0\xe4\0").as_deref(), Ok("aä"));
        assert_eq!(of_bytes(b"\xfe\xff\0a").as_deref(), Ok("a"));
        assert_eq!(of_bytes(b"a\nb\n\xe4"), Err(Refused::NotText { line: 3 }));
        assert_eq!(of_bytes(b"a\0"), Err(Refused::NotText { line: 1 }));
        assert_eq!(of_bytes(b"\xff\xfe\0\xd8"), Err(Refused::NotText { line: 1 }));
        assert_eq!(of_bytes(b"\xff\xfea"), Err(Refused::NotText { line: 1 }));
    }
}
