//! File names: neutral to every system, made of a day, some letters of the title and the id. Whatever a title holds, no
//! name leaves its folder, and no two records have one name.

use super::{ClearRecord, moment::day};

/// Letters of the title in a file name.
const LETTERS: usize = 40;

/// The name of a record's wording `number` (the first being 1): `2026-03-01-a-quiet-day-0f3a….md`.
#[must_use]
pub fn file_name(record: &ClearRecord<'_>, number: usize) -> String {
    let day = day(record.happened_at_s, record.offset_min);
    let title = letters(record.title);
    let title = if title.is_empty() { record.kind.replace('_', "-") } else { title };
    let number = if number > 1 { format!("-{number}") } else { String::new() };
    format!("{day}-{title}-{}{number}.md", hex(&record.id))
}

/// The name of a file of bytes without a form.
#[must_use]
pub fn raw_name(record: &ClearRecord<'_>, number: usize) -> String {
    let number = if number > 1 { format!("-{number}") } else { String::new() };
    format!("{}{number}.bin", hex(&record.id))
}

/// The name of a photo or voice note.
#[must_use]
pub fn attachment_name(id: &[u8; 16], media_type: &str) -> String {
    let ending = match media_type {
        "image/jpeg" => "jpg",
        "audio/webm" => "webm",
        "audio/ogg" => "ogg",
        "audio/mp4" => "m4a",
        _ => "bin",
    };
    format!("{}.{ending}", hex(id))
}

/// Bytes as hex digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Letters and digits of any script, in lower case, with one hyphen for whatever stands between.
fn letters(title: &str) -> String {
    let mut name = String::new();
    for letter in title.chars().flat_map(char::to_lowercase).take(LETTERS) {
        if letter.is_alphanumeric() {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    name.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(title: &str) -> String {
        let record = ClearRecord {
            id: [0xab; 16],
            kind: "check_in",
            kind_number: 6,
            title,
            happened_at_s: 0,
            offset_min: 0,
            files: &[],
            wordings: Vec::new(),
        };
        file_name(&record, 1)
    }

    #[test]
    fn a_title_gives_letters_to_a_name_and_nothing_else() {
        let id = "ab".repeat(16);
        for (title, name) in [
            ("A quiet day", "a-quiet-day"),
            ("", "check-in"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\Windows\\CON", "c-windows-con"),
            ("a\0b\nc\u{202e}d", "a-b-c-d"),
            ("...", "check-in"),
            ("Ünïcode und 日本", "ünïcode-und-日本"),
            ("  -- x -- ", "x"),
        ] {
            assert_eq!(named(title), format!("1970-01-01-{name}-{id}.md"));
        }
        assert!(named(&"Ⱥ".repeat(1_000)).len() < 255);
    }
}
