//! Day One: JSON with `entries`, alone or in an archive with `photos/` and `audios/`. Times are UTC with the zone's name
//! beside them.

use std::collections::HashMap;

use serde_json::value::RawValue;

use super::gathering::key_of;
use super::json::{self, Object, field, words};
use super::look::Reading;
use super::moment::of_iso;
use super::{Key, MediaRef, Place, Plain, Refused, What};

const MOMENT: &str = "](dayone-moment:";

/// Whether an object with `entries` is one of its journals.
pub(super) fn is_one(object: &Object<'_>) -> bool {
    let entries = json::list(object, "entries");
    let first = entries.first().and_then(|entry| json::of_raw(entry));
    first.map_or(object.contains_key("metadata"), |first| first.contains_key("creationDate"))
}

/// Reads one journal.
pub(super) fn read(object: &Object<'_>, reading: &mut Reading<'_>) -> Result<(), Refused> {
    let entries = json::list(object, "entries");
    let files = files(&entries, reading);
    let mut others = 0;
    for (at, raw) in entries.iter().enumerate() {
        reading.at(at, entries.len());
        let place = Place::Entry(at as u32 + 1);
        let Some(entry) = json::of_raw(raw) else {
            reading.gathering.warn(place, What::Malformed);
            continue;
        };
        reading.gathering.places +=
            u32::from(entry.contains_key("location") || entry.contains_key("weather"));
        others += (json::list(&entry, "videos").len() + json::list(&entry, "pdfAttachments").len()) as u32;
        take(&entry, &files, place, reading)?;
    }
    reading.gathering.warn_of(others, What::MediaLeftOut);
    Ok(())
}

/// The files of all photos and recordings by their identifiers: one that several entries show is listed in the first of
/// them alone.
fn files(entries: &[&RawValue], reading: &Reading<'_>) -> HashMap<String, Option<MediaRef>> {
    let mut files = HashMap::new();
    for entry in entries.iter().filter_map(|entry| json::of_raw(entry)) {
        for (list, folder, ending) in [("photos", "photos", "jpeg"), ("audios", "audios", "m4a")] {
            for item in json::objects(&entry, list) {
                let (md5, form) = (words(&item, "md5"), words(&item, "type"));
                let form = if form.is_empty() { ending.to_owned() } else { form };
                let file = reading.names.ending(&format!("{folder}/{md5}.{form}"));
                let key = Key::Foreign(format!("day-one-media:{md5}"));
                files.insert(words(&item, "identifier"), file.map(|file| MediaRef { key, file }));
            }
        }
    }
    files
}

fn take(
    entry: &Object<'_>,
    files: &HashMap<String, Option<MediaRef>>,
    place: Place,
    reading: &mut Reading<'_>,
) -> Result<(), Refused> {
    let zone = words(entry, "timeZone");
    let written = words(entry, "text");
    let created = words(entry, "creationDate");
    let moment = reading.moment(of_iso(reading.clock, &created, &zone), &place);
    let (text, shown) = without_moments(&written);
    let (media, missing) = media(entry, shown, files);
    if missing > 0 {
        reading.gathering.warn(place.clone(), What::MediaMissing(missing));
    }
    let (title, text) = titled(&unescaped(&text));
    let uuid = words(entry, "uuid");
    let key = match uuid.is_empty() {
        true => key_of("day-one", &[&created, &written]),
        false => format!("day-one:{uuid}"),
    };
    let changed = of_iso(reading.clock, &words(entry, "modifiedDate"), "").map_or(0, |moment| moment.at_s);
    let plain = Plain {
        title,
        text,
        tags: field(entry, "tags").unwrap_or_default(),
        favourite: ["starred", "isPinned", "pinned"].iter().any(|name| field(entry, name) == Some(true)),
        mood: None,
        happened_at_s: moment.at_s,
        offset_min: moment.offset_min,
        zone: moment.zone,
    };
    reading.gathering.take(place, key, changed.max(0) as u64 * 1_000, plain, media)
}

/// What an entry shows, in the order of its text, then what it lists beside that; and how many of them have no file.
fn media(
    entry: &Object<'_>,
    shown: Vec<String>,
    files: &HashMap<String, Option<MediaRef>>,
) -> (Vec<MediaRef>, u32) {
    let mut identifiers = shown;
    for item in ["photos", "audios"].iter().flat_map(|list| json::objects(entry, list)) {
        let identifier = words(&item, "identifier");
        if !identifiers.contains(&identifier) {
            identifiers.push(identifier);
        }
    }
    let (mut media, mut missing) = (Vec::<MediaRef>::new(), 0);
    for identifier in identifiers {
        match files.get(&identifier) {
            Some(Some(file)) if media.contains(file) => {}
            Some(Some(file)) => media.push(file.clone()),
            Some(None) => missing += 1,
            // Of a form that is not brought over, which is told of once.
            None => {}
        }
    }
    (media, missing)
}

/// The text without the places of its photos, and what was shown there.
fn without_moments(text: &str) -> (String, Vec<String>) {
    let (mut kept, mut shown) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(at) = rest.find(MOMENT) {
        let after = &rest[at + MOMENT.len()..];
        let begins = rest[..at].rfind("![");
        let (Some(begins), Some(end)) =
            (begins, after.as_bytes().iter().take(256).position(|byte| *byte == b')'))
        else {
            kept.push_str(&rest[..at + MOMENT.len()]);
            rest = after;
            continue;
        };
        kept.push_str(&rest[..begins]);
        shown.extend(after[..end].rsplit('/').next().map(str::to_owned));
        rest = after[end + 1..].strip_prefix('\n').unwrap_or(&after[end + 1..]);
    }
    kept.push_str(rest);
    (kept, shown)
}

/// Without the marks it puts before points and brackets that mean nothing there.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.lines() {
        let mut letters = line.chars().peekable();
        let mut begins = true;
        while let Some(letter) = letters.next() {
            match letter {
                '\u{200b}' => {}
                '\\' if !begins && letters.peek().is_some_and(|next| ".-!()+".contains(*next)) => {}
                letter => plain.push(letter),
            }
            begins = begins && (letter.is_whitespace() || letter.is_ascii_digit());
        }
        plain.push('\n');
    }
    plain.trim().to_owned()
}

/// A first line that is a heading is the title.
pub(super) fn titled(text: &str) -> (String, String) {
    let Some(rest) = text.strip_prefix("# ") else { return (String::new(), text.to_owned()) };
    let (title, text) = rest.split_once('\n').unwrap_or((rest, ""));
    (title.trim().to_owned(), text.trim_start_matches('\n').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_photos_leave_the_text() {
        let cases: [(&str, &str, &[&str]); 5] = [
            ("a\n![](dayone-moment://AB)\nb", "a\nb", &["AB"]),
            ("![](dayone-moment:/audio/CD)x", "x", &["CD"]),
            ("![](dayone-moment://AB", "![](dayone-moment://AB", &[]),
            ("](dayone-moment://AB)", "](dayone-moment://AB)", &[]),
            ("none", "none", &[]),
        ];
        for (text, kept, shown) in cases {
            assert_eq!(
                without_moments(text),
                (kept.to_owned(), shown.iter().map(|id| (*id).to_owned()).collect())
            );
        }
    }

    #[test]
    fn marks_go_where_they_mean_nothing_and_stay_where_they_do() {
        assert_eq!(unescaped("It was late\\. \\(Very\\)\u{200b}"), "It was late. (Very)");
        assert_eq!(
            unescaped("\\- no list\n1\\. no number\n\\# no heading"),
            "\\- no list\n1\\. no number\n\\# no heading"
        );
        assert_eq!(titled("# Title\n\ntext"), ("Title".into(), "text".into()));
        assert_eq!(titled("#tag text"), (String::new(), "#tag text".into()));
    }
}
