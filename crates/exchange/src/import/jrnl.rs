//! jrnl's JSON: a day and a time on the wall without a zone or seconds; two entries in one minute are normal.

use super::clock::of_wall;
use super::gathering::key_of;
use super::json::{self, Object, field, words};
use super::look::Reading;
use super::moment::{noon, time_of_day, wall_s};
use super::{Place, Plain, Refused, What};

/// Whether an object with `entries` is one of its exports.
pub(super) fn is_one(object: &Object<'_>) -> bool {
    let entries = json::list(object, "entries");
    let first = entries.first().and_then(|entry| json::of_raw(entry));
    first
        .map_or(object.contains_key("tags"), |first| first.contains_key("date") && first.contains_key("body"))
}

/// Reads an export.
pub(super) fn read(object: &Object<'_>, reading: &mut Reading<'_>) -> Result<(), Refused> {
    let entries = json::list(object, "entries");
    for (at, raw) in entries.iter().enumerate() {
        reading.at(at, entries.len());
        let place = Place::Entry(at as u32 + 1);
        let Some(entry) = json::of_raw(raw) else {
            reading.gathering.warn(place, What::Malformed);
            continue;
        };
        let (day, time) = (words(&entry, "date"), words(&entry, "time"));
        let (title, text) = (words(&entry, "title"), words(&entry, "body"));
        let civil = day.parse::<jiff::civil::Date>().ok();
        let at = civil.map(|civil| time_of_day(&time).map_or(noon(civil), |time| civil.to_datetime(time)));
        let moment = at.and_then(wall_s).map(|wall_s| of_wall(reading.clock, wall_s, ""));
        let moment = reading.moment(moment, &place);
        let uuid = words(&entry, "uuid");
        let key = match uuid.is_empty() {
            true => key_of("jrnl", &[&day, &time, &title, &text]),
            false => format!("jrnl:{uuid}"),
        };
        let tags: Vec<String> = field(&entry, "tags").unwrap_or_default();
        let plain = Plain {
            title: title.trim().to_owned(),
            text: text.trim_end().to_owned(),
            tags: tags.iter().map(|tag| tag.trim_start_matches(['@', '#']).to_owned()).collect(),
            favourite: field(&entry, "starred") == Some(true),
            mood: None,
            happened_at_s: moment.at_s,
            offset_min: moment.offset_min,
            zone: moment.zone,
        };
        reading.gathering.take(place, key, 0, plain, Vec::new())?;
    }
    if !entries.is_empty() {
        reading.gathering.warn(Place::Whole, What::NoZone);
    }
    Ok(())
}
