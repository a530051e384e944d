//! Daylio's table: rows with a day, a time on the wall without a zone, and the name of a mood.

use super::clock::of_wall;
use super::csv::{self, Row};
use super::daylio::GROUPS;
use super::gathering::key_of;
use super::look::Reading;
use super::moment::{noon, time_of_day, wall_s};
use super::{Place, Plain, Refused, What, markup};

/// Between two activities, and two scales.
const BETWEEN: &str = " | ";

/// Whether a first row is that of its table.
pub(super) fn is_head(row: &Row) -> bool {
    let has = |name: &str| row.fields.iter().any(|field| field.trim() == name);
    has("full_date") || (has("mood") && has("activities"))
}

/// Reads a table.
pub(super) fn read(text: &str, reading: &mut Reading<'_>) -> Result<(), Refused> {
    let mut rows = csv::rows(text);
    let head = rows.next().ok_or(Refused::Empty)?;
    let columns = Columns::of(&head)?;
    GROUPS.iter().for_each(|(name, usual)| reading.gathering.usual(name, *usual));
    let total = text.lines().count();
    let mut any = false;
    for mut row in rows {
        reading.at(row.line as usize, total);
        let place = Place::Line(row.line);
        columns.without_stray_comma(&mut row, head.fields.len());
        let beyond = row.fields.get(head.fields.len()..);
        if beyond.is_none_or(|fields| fields.iter().any(|field| !field.trim().is_empty())) {
            reading.gathering.warn(place, What::OtherColumns);
            continue;
        }
        any = true;
        let plain = plain(&row, &columns, &place, reading);
        let key = key_of("daylio-table", &row.fields.iter().map(String::as_str).collect::<Vec<_>>());
        reading.gathering.take(place, key, 0, plain, Vec::new())?;
    }
    if any {
        reading.gathering.warn(Place::Whole, What::NoZone);
    }
    Ok(())
}

/// Where each column stands.
struct Columns {
    day: usize,
    time: Option<usize>,
    mood: usize,
    activities: Option<usize>,
    scales: Option<usize>,
    title: Option<usize>,
    note: Option<usize>,
}

impl Columns {
    fn of(head: &Row) -> Result<Self, Refused> {
        let at = |name: &str| head.fields.iter().position(|field| field.trim() == name);
        let need = |name: &str| at(name).ok_or_else(|| Refused::NoColumn { name: name.into() });
        Ok(Self {
            day: need("full_date")?,
            time: at("time"),
            mood: need("mood")?,
            activities: at("activities"),
            scales: at("scales"),
            title: at("note_title"),
            note: at("note"),
        })
    }
}

impl Columns {
    /// A comma too many after the activities, which the app itself has written.
    fn without_stray_comma(&self, row: &mut Row, columns: usize) {
        let after = self.activities.map(|activities| activities + 1);
        let stray = after.filter(|at| row.fields.get(*at).is_some_and(String::is_empty));
        if let (Some(at), true) = (stray, row.fields.len() == columns + 1) {
            row.fields.remove(at);
        }
    }
}

fn plain(row: &Row, columns: &Columns, place: &Place, reading: &mut Reading<'_>) -> Plain {
    let field = |at: Option<usize>| at.and_then(|at| row.fields.get(at)).map_or("", |field| field.trim());
    let parts = |at: Option<usize>| {
        let parts = field(at).split(BETWEEN).map(|part| part.trim().to_owned());
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>()
    };
    let day = field(Some(columns.day)).parse::<jiff::civil::Date>().ok();
    let at = day.map(|day| time_of_day(field(columns.time)).map_or(noon(day), |time| day.to_datetime(time)));
    let moment = reading.moment(at.and_then(wall_s).map(|wall_s| of_wall(reading.clock, wall_s, "")), place);
    let note = field(columns.note);
    let mut text = if markup::is_html(note) { markup::of_html(note) } else { note.to_owned() };
    for scale in parts(columns.scales) {
        text.push_str(if text.is_empty() { "" } else { "\n\n" });
        text.push_str(&scale);
    }
    let mood = field(Some(columns.mood));
    Plain {
        title: field(columns.title).to_owned(),
        text,
        tags: parts(columns.activities),
        favourite: false,
        mood: (!mood.is_empty()).then(|| mood.to_owned()),
        happened_at_s: moment.at_s,
        offset_min: moment.offset_min,
        zone: moment.zone,
    }
}
