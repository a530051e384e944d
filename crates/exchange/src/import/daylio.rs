//! Daylio's backup: an archive with one text of base64 that holds one JSON. Its moods have names of their own, in five
//! groups; where they stand from 0 to 10 is for the person to say.

use std::collections::HashMap;

use base64::Engine as _;

use super::clock::Moment;
use super::json::{self, Object, field, whole_number, words};
use super::look::Reading;
use super::moment::checked;
use super::{Key, MediaRef, Place, Plain, Refused, What, markup};

/// The file that holds it.
pub(super) const BACKUP: &str = "backup.daylio";

/// What its five groups of moods are called where nobody named them, best first, and where they usually stand.
pub(super) const GROUPS: [(&str, u8); 5] = [("rad", 9), ("good", 7), ("meh", 5), ("bad", 3), ("awful", 1)];

/// The JSON in the bytes of [`BACKUP`].
pub(super) fn unpacked(bytes: &[u8]) -> Result<String, Refused> {
    let packed: Vec<u8> = bytes.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let json = base64::engine::general_purpose::STANDARD.decode(packed);
    let json = json.map_err(|_| Refused::Cut { name: BACKUP.into(), line: 1 })?;
    super::text::of_bytes(&json).map(std::borrow::Cow::into_owned)
}

/// Reads a backup.
pub(super) fn read(object: &Object<'_>, reading: &mut Reading<'_>) -> Result<(), Refused> {
    let moods = moods(object, reading);
    let tags: HashMap<i64, String> = json::objects(object, "tags")
        .iter()
        .filter_map(|tag| Some((whole_number(tag, "id")?, words(tag, "name"))))
        .collect();
    let files = files(object, reading);
    let entries = json::list(object, "dayEntries");
    for (at, raw) in entries.iter().enumerate() {
        reading.at(at, entries.len());
        let place = Place::Entry(at as u32 + 1);
        let Some(entry) = json::of_raw(raw) else {
            reading.gathering.warn(place, What::Malformed);
            continue;
        };
        let mut media = Vec::new();
        let mut missing = 0;
        for id in field::<Vec<i64>>(&entry, "assets").unwrap_or_default() {
            match files.get(&id) {
                Some(file) => media.push(file.clone()),
                None => missing += 1,
            }
        }
        if missing > 0 {
            reading.gathering.warn(place.clone(), What::MediaMissing(missing));
        }
        let (key, plain) = plain(&entry, &moods, &tags, &place, reading);
        reading.gathering.take(place, key, 0, plain, media)?;
    }
    let rest = ["goals", "reminders", "writingTemplates"]
        .iter()
        .map(|list| json::list(object, list).len())
        .sum::<usize>();
    reading.gathering.warn_of(rest as u32, What::RestLeftOut);
    Ok(())
}

fn moods(object: &Object<'_>, reading: &mut Reading<'_>) -> HashMap<i64, String> {
    let mut moods = HashMap::new();
    for mood in json::objects(object, "customMoods") {
        let numbered = |name: &str| {
            let number = usize::try_from(whole_number(&mood, name)?).ok()?;
            GROUPS.get(number.checked_sub(1)?)
        };
        let usual = numbered("mood_group_id").or_else(|| numbered("predefined_name_id"));
        let own = words(&mood, "custom_name");
        // One that nobody named says so in a word.
        let name = match (own.trim().is_empty() || own == "null", usual) {
            (false, _) => own.trim().to_owned(),
            (true, Some((name, _))) => (*name).to_owned(),
            (true, None) => continue,
        };
        if let Some((_, usual)) = usual {
            reading.gathering.usual(&name, *usual);
        }
        moods.extend(whole_number(&mood, "id").map(|id| (id, name)));
    }
    moods
}

fn files(object: &Object<'_>, reading: &Reading<'_>) -> HashMap<i64, MediaRef> {
    let mut files = HashMap::new();
    for asset in json::objects(object, "assets") {
        let checksum = words(&asset, "checksum");
        if let (Some(id), Some(file)) = (whole_number(&asset, "id"), reading.names.ending(&checksum)) {
            files.insert(id, MediaRef { key: Key::Foreign(format!("daylio-media:{checksum}")), file });
        }
    }
    files
}

fn plain(
    entry: &Object<'_>,
    moods: &HashMap<i64, String>,
    tags: &HashMap<i64, String>,
    place: &Place,
    reading: &mut Reading<'_>,
) -> (String, Plain) {
    let moment = reading.moment(moment(entry), place);
    let note = words(entry, "note");
    let text = if markup::is_html(&note) { markup::of_html(&note) } else { note };
    let ids: Vec<i64> = field(entry, "tags").unwrap_or_default();
    let key = format!(
        "daylio:{}:{}",
        whole_number(entry, "datetime").unwrap_or(0),
        whole_number(entry, "id").unwrap_or(0)
    );
    let plain = Plain {
        title: words(entry, "note_title").trim().to_owned(),
        text,
        tags: ids.iter().filter_map(|id| tags.get(id).cloned()).collect(),
        favourite: field(entry, "isFavorite") == Some(true),
        mood: whole_number(entry, "mood").and_then(|id| moods.get(&id).cloned()),
        happened_at_s: moment.at_s,
        offset_min: moment.offset_min,
        zone: moment.zone,
    };
    (key, plain)
}

fn moment(entry: &Object<'_>) -> Option<Moment> {
    let at_s = checked(whole_number(entry, "datetime")?.div_euclid(1_000))?;
    let offset_min = whole_number(entry, "timeZoneOffset").unwrap_or(0) / 60_000;
    let offset_min = i16::try_from(offset_min).ok().filter(|offset| offset.abs() <= 1_440)?;
    Some(Moment { at_s, offset_min, zone: String::new(), zone_known: true })
}
