//! `help/crisis.json`: the emergency numbers of countries, each with its source and never left out; and the lines to
//! talk to (DOMAIN 7): only those whose official page or a news text was seen, each with source and date. A release
//! leaves out a line whose source is older than 180 days.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::date::{CheckedOn, Day};

/// Older sources are left out of a release.
pub const OLDEST_IN_DAYS: i64 = 180;

const FOR: &[&str] = &["all", "ambulance", "police", "mobile"];
const KINDS: &[&str] = &["crisis", "drugs", "violence", "spotting", "health"];
const HOURS: &[&str] = &["always", "office", "varies", "unknown"];
const COSTS: &[&str] = &["free", "unknown"];

/// The whole file.
#[derive(Clone, Debug)]
pub struct Crisis {
    /// By their places, from 1.
    pub countries: Vec<Country>,
    /// Free ones before others.
    pub lines: Vec<Line>,
}

/// A country and its emergency numbers, the one for everything or for an ambulance first.
#[derive(Clone, Debug)]
pub struct Country {
    /// Its place in the list, which the open shelf keeps: never given to another country.
    pub place: usize,
    /// Two capital letters (ISO 3166).
    pub code: String,
    names: Value,
    /// Number, and what it is for.
    pub numbers: Vec<(String, String)>,
}

impl Country {
    /// Its name in a language.
    ///
    /// # Errors
    /// When that is missing.
    pub fn name(&self, language: &str) -> Result<&str> {
        self.names[language].as_str().with_context(|| format!("{} has no name in {language}", self.code))
    }
}

/// A line to talk to.
#[derive(Clone, Debug)]
pub struct Line {
    /// The country's code.
    pub country: String,
    /// What it calls itself.
    pub name: String,
    /// As it is written for people.
    pub number: String,
    /// A number that takes text messages.
    pub message: Option<String>,
    /// What it is for.
    pub kind: String,
    /// When somebody answers.
    pub hours: String,
    /// Tags of languages.
    pub languages: Vec<String>,
    /// What a call costs.
    pub cost: String,
    /// Whether the police run it.
    pub by_police: bool,
    /// When its source was true.
    pub checked_on: CheckedOn,
}

impl Crisis {
    /// Reads the file.
    ///
    /// # Errors
    /// When a row lacks a source, a date or a kind, or is about a country that is not there.
    pub fn read(json: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(json)?;
        let countries = rows(&value["countries"])?.iter().map(country).collect::<Result<Vec<_>>>()?;
        ensure!(
            countries.iter().zip(1..).all(|(country, place)| country.place == place),
            "countries stand in the order of their places, from 1"
        );
        let mut lines = rows(&value["lines"])?.iter().map(line).collect::<Result<Vec<_>>>()?;
        for line in &lines {
            let known = countries.iter().any(|country| country.code == line.country);
            ensure!(known, "{}: no country {}", line.name, line.country);
        }
        lines.sort_by_key(|line| line.cost != "free");
        Ok(Self { countries, lines })
    }

    /// Without the lines whose sources are too old on that day, and those that were left out.
    pub fn for_release(mut self, day: Day) -> (Self, Vec<Line>) {
        let is_fresh = |line: &Line| line.checked_on.age_in_days(day) <= OLDEST_IN_DAYS;
        let (fresh, old) = self.lines.into_iter().partition(is_fresh);
        self.lines = fresh;
        (self, old)
    }
}

fn country(row: &Value) -> Result<Country> {
    let code = filled(row, "code")?;
    let wrong = || format!("country {code}");
    filled(row, "source").with_context(wrong)?;
    let place = row["place"].as_u64().context("\"place\" is missing").with_context(wrong)?;
    let number = |row: &Value| Ok((dialled(row, "number")?, one_of(row, "for", FOR)?));
    let numbers = rows(&row["emergency"])?.iter().map(number).collect::<Result<Vec<_>>>();
    let numbers = numbers.with_context(wrong)?;
    ensure!(numbers.first().is_some_and(|(_, of)| of != "police"), "{code}: no number that comes first");
    Ok(Country { place: usize::try_from(place)?, names: row.clone(), numbers, code })
}

fn line(row: &Value) -> Result<Line> {
    let name = filled(row, "name")?;
    let read = || {
        filled(row, "source")?;
        let message = (!row["text"].is_null()).then(|| dialled(&row["text"], "number")).transpose()?;
        let languages = rows(&row["languages"])?.iter().map(|tag| tag.as_str().map(str::to_owned));
        Ok::<_, anyhow::Error>(Line {
            country: filled(row, "country")?,
            name: name.clone(),
            number: dialled(row, "number")?,
            message,
            kind: one_of(row, "kind", KINDS)?,
            hours: one_of(row, "hours", HOURS)?,
            languages: languages.collect::<Option<Vec<_>>>().context("\"languages\" are tags")?,
            cost: one_of(row, "cost", COSTS)?,
            by_police: row["police_run"].as_bool().context("\"police_run\" is missing")?,
            checked_on: CheckedOn::read(&filled(row, "checked_on")?)?,
        })
    };
    read().with_context(|| format!("line {name}"))
}

fn rows(value: &Value) -> Result<&Vec<Value>> {
    value.as_array().filter(|rows| !rows.is_empty()).context("a list is missing or empty")
}

fn filled(row: &Value, field: &str) -> Result<String> {
    let value = row[field].as_str().map(str::trim).filter(|value| !value.is_empty());
    Ok(value.with_context(|| format!("\"{field}\" is missing"))?.to_owned())
}

fn one_of(row: &Value, field: &str, known: &[&str]) -> Result<String> {
    let value = filled(row, field)?;
    ensure!(known.contains(&value.as_str()), "\"{field}\" is {value}, allowed: {}", known.join(", "));
    Ok(value)
}

/// A number as people write it: digits, with spaces and hyphens between.
fn dialled(row: &Value, field: &str) -> Result<String> {
    let number = filled(row, field)?;
    let is_number = number.chars().all(|sign| sign.is_ascii_digit() || sign == ' ' || sign == '-')
        && number.starts_with(|sign: char| sign.is_ascii_digit());
    ensure!(is_number, "{number} cannot be dialled");
    Ok(number)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use serde_json::json;

    use super::*;

    const SHIPPED: &str = include_str!("../../../../help/crisis.json");

    fn file() -> Value {
        json!({
            "countries": [{
                "place": 1, "code": "ES", "en": "Spain", "source": "a page",
                "emergency": [{ "number": "112", "for": "all" }],
            }],
            "lines": [{
                "country": "ES", "name": "A line", "number": "024", "kind": "crisis", "hours": "always",
                "languages": ["es"], "cost": "unknown", "police_run": false, "source": "a page",
                "checked_on": "2026-05-28",
            }],
        })
    }

    #[test]
    fn a_line_or_country_that_lacks_something_is_refused() {
        assert!(Crisis::read(&file().to_string()).is_ok());
        for (list, field) in [
            ("countries", "place"),
            ("countries", "code"),
            ("countries", "emergency"),
            ("countries", "source"),
            ("lines", "country"),
            ("lines", "name"),
            ("lines", "number"),
            ("lines", "kind"),
            ("lines", "hours"),
            ("lines", "languages"),
            ("lines", "cost"),
            ("lines", "police_run"),
            ("lines", "source"),
            ("lines", "checked_on"),
        ] {
            let mut file = file();
            file[list][0].as_object_mut().unwrap().remove(field);
            assert!(Crisis::read(&file.to_string()).is_err(), "{list} without {field}");
        }
    }

    #[test]
    fn a_line_that_cannot_be_is_refused() {
        for (field, value) in [
            ("country", json!("XX")),
            ("kind", json!("gossip")),
            ("number", json!("call us")),
            ("number", json!("024\" onclick=\"x")),
            ("source", json!(" ")),
            ("checked_on", json!("lately")),
        ] {
            let mut file = file();
            file["lines"][0][field] = value.clone();
            assert!(Crisis::read(&file.to_string()).is_err(), "{field} {value}");
        }
    }

    #[test]
    fn a_line_older_than_180_days_is_left_out_of_a_release_and_its_country_stays() {
        for (day, left) in [(Day::of(2026, 11, 24), 1), (Day::of(2026, 11, 25), 0)] {
            let (crisis, old) = Crisis::read(&file().to_string()).unwrap().for_release(day);
            assert_eq!((crisis.lines.len(), old.len()), (left, 1 - left), "{day:?}");
            assert_eq!(crisis.countries.len(), 1);
        }
    }

    #[test]
    fn free_lines_come_first() {
        let mut file = file();
        let mut free = file["lines"][0].clone();
        free["cost"] = json!("free");
        free["name"] = json!("A free line");
        file["lines"].as_array_mut().unwrap().push(free);
        let names: Vec<_> =
            Crisis::read(&file.to_string()).unwrap().lines.into_iter().map(|line| line.name).collect();
        assert_eq!(names, ["A free line", "A line"]);
    }

    #[test]
    fn places_are_not_given_twice() {
        let mut file = file();
        let first = file["countries"][0].clone();
        file["countries"].as_array_mut().unwrap().push(first);
        assert!(Crisis::read(&file.to_string()).is_err());
    }

    #[test]
    fn what_ships_can_be_read_and_every_country_has_a_number() {
        let crisis = Crisis::read(SHIPPED).unwrap();
        assert!(crisis.countries.len() >= 28);
        assert!(crisis.countries.iter().all(|country| !country.numbers.is_empty()));
    }
}
