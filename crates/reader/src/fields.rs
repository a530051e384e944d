//! The fields of a body as lines a person reads, whatever its kind: a backup of a newer version is read like one of
//! today. Words are never altered.

use exchange::clear::utc;
use serde::Serialize;
use serde_json::{Map, Value};

/// Letters of a title.
const TITLE: usize = 80;
/// Where a title is looked for, in this order.
const TITLES: [&str; 7] = ["title", "name", "text", "line", "what", "words", "question"];
/// What stands elsewhere on the page, or says nothing to a person.
const ELSEWHERE: [&str; 7] =
    ["title", "text", "happened_at_s", "offset_min", "zone", "logged_at_ms", "earlier"];

/// One line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Field {
    /// What the field is called, with spaces.
    pub name: String,
    /// What it says.
    pub says: String,
}

/// What a body says first.
pub fn title_of(body: &Map<String, Value>) -> String {
    let said = TITLES.iter().filter_map(|name| body.get(*name)?.as_str());
    let first = said.flat_map(str::lines).map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let cut = first.char_indices().nth(TITLE).map_or(first.len(), |(at, _)| at);
    first[..cut].to_owned()
}

/// When it happened, s since 1970 UTC, and the offset there and then in minutes.
pub fn moment_of(body: &Map<String, Value>) -> (i64, i16) {
    let number = |name| body.get(name).and_then(Value::as_i64).unwrap_or_default();
    (number("happened_at_s"), i16::try_from(number("offset_min")).unwrap_or_default())
}

/// Its fields that say something, by name.
#[must_use]
pub fn fields_of(body: &Map<String, Value>) -> Vec<Field> {
    let fields = body.iter().filter(|(name, _)| !ELSEWHERE.contains(&name.as_str()));
    let said = fields.map(|(name, value)| {
        let (name, says) = said(name, value);
        Field { name, says }
    });
    said.filter(|field| !field.says.is_empty()).collect()
}

/// Puts every word in a value onto `words`, a line for each.
pub fn words_of(value: &Value, words: &mut String) {
    match value {
        Value::String(said) => {
            words.push_str(said);
            words.push('\n');
        }
        Value::Array(several) => several.iter().for_each(|one| words_of(one, words)),
        Value::Object(fields) => fields.values().for_each(|one| words_of(one, words)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Name and content; units in a name are put with the number.
fn said(name: &str, value: &Value) -> (String, String) {
    let number = value.as_i64();
    if let (Some(name), Some(tenths)) = (name.strip_suffix("_tenths"), number) {
        return (spaced(name), format!("{}.{}", tenths / 10, tenths.abs() % 10));
    }
    if let (Some(name), Some(hundredths)) = (name.strip_suffix("_hundredths"), number) {
        return (spaced(name), format!("{}.{:02}", hundredths / 100, hundredths.abs() % 100));
    }
    if let (Some(name), Some(moment)) = (name.strip_suffix("_at_s"), number) {
        return (spaced(name), if moment > 0 { utc(moment) } else { String::new() });
    }
    if let (Some(name), Some(moment)) = (name.strip_suffix("_at_ms"), number) {
        return (spaced(name), if moment > 0 { utc(moment / 1_000) } else { String::new() });
    }
    (spaced(name), text_of(value))
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".into(),
        Value::Bool(false) => "no".into(),
        Value::Number(number) => number.to_string(),
        Value::String(said) => said.clone(),
        Value::Array(several) if is_id(several) => String::new(),
        Value::Array(several) => {
            let joint = if several.iter().any(Value::is_object) { "\n" } else { ", " };
            joined(several.iter().map(text_of), joint)
        }
        Value::Object(fields) => {
            let lines = fields.iter().map(|(name, value)| said(name, value));
            joined(
                lines.filter(|(_, says)| !says.is_empty()).map(|(name, says)| format!("{name}: {says}")),
                ", ",
            )
        }
    }
}

fn joined(texts: impl Iterator<Item = String>, joint: &str) -> String {
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(joint)
}

/// Sixteen bytes that point at another record.
fn is_id(several: &[Value]) -> bool {
    several.len() == 16 && several.iter().all(|one| one.as_u64().is_some_and(|byte| byte < 256))
}

fn spaced(name: &str) -> String {
    name.replace('_', " ")
}
