//! Journey: one JSON for each entry, photos beside it. What its numbers for moods mean is contradicted by its own files:
//! they are shown as they are, and the person says.

use super::clock::in_zone;
use super::gathering::key_of;
use super::json::{Object, field, whole_number, words};
use super::look::Reading;
use super::moment::checked;
use super::{Key, MediaRef, Place, Plain, Refused, What, archive::shortened, markup};

/// Reads one entry, out of a file of that name.
pub(super) fn read(entry: &Object<'_>, name: &str, reading: &mut Reading<'_>) -> Result<(), Refused> {
    let place = if name.is_empty() { Place::Entry(1) } else { Place::File(shortened(name)) };
    let zone = words(entry, "timezone");
    let at_s = whole_number(entry, "date_journal").and_then(|at_ms| checked(at_ms.div_euclid(1_000)));
    let moment = reading.moment(at_s.map(|at_s| in_zone(reading.clock, at_s, &zone)), &place);
    let (mut media, mut missing) = (Vec::new(), 0);
    for photo in field::<Vec<String>>(entry, "photos").unwrap_or_default() {
        match reading.names.ending(&photo) {
            Some(file) => media.push(MediaRef { key: Key::Foreign(format!("journey-media:{photo}")), file }),
            None => missing += 1,
        }
    }
    if missing > 0 {
        reading.gathering.warn(place.clone(), What::MediaMissing(missing));
    }
    // Numbers that stand for "none".
    let latitude: f64 = field(entry, "lat").unwrap_or(90.0);
    if latitude.abs() < 90.0 || !words(entry, "address").is_empty() {
        reading.gathering.places += 1;
    }
    let written = words(entry, "text");
    let id = words(entry, "id");
    let key = match id.is_empty() {
        true => key_of("journey", &[&moment.at_s.to_string(), &written]),
        false => format!("journey:{id}"),
    };
    let text = if words(entry, "type") == "html" { markup::of_html(&written) } else { written };
    let plain = Plain {
        title: String::new(),
        text,
        tags: field(entry, "tags").unwrap_or_default(),
        favourite: field(entry, "favourite") == Some(true),
        mood: whole_number(entry, "mood").filter(|mood| *mood > 0).map(|mood| mood.to_string()),
        happened_at_s: moment.at_s,
        offset_min: moment.offset_min,
        zone: moment.zone,
    };
    let changed = whole_number(entry, "date_modified").unwrap_or(0).max(0) as u64;
    reading.gathering.take(place, key, changed, plain, media)
}
