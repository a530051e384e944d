//! JSON that may be cut, of another form, or deeper than anything real: read field by field, so that one bad record does
//! not take the others with it.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::Refused;

/// A JSON object whose values are not read yet.
pub(super) type Object<'a> = BTreeMap<String, &'a RawValue>;

/// The text as one JSON value of that form; `name` is its file inside an archive.
pub(super) fn whole<'a, T: serde::Deserialize<'a>>(text: &'a str, name: &str) -> Result<T, Refused> {
    serde_json::from_str(text).map_err(|error| {
        let (name, line) = (name.to_owned(), error.line() as u32);
        match error.classify() {
            serde_json::error::Category::Eof => Refused::Cut { name, line },
            serde_json::error::Category::Data => Refused::Unknown,
            _ => Refused::NotJson { name, line, column: error.column() as u32 },
        }
    })
}

/// A field of an object; nothing where it is missing or of another form.
pub(super) fn field<T: DeserializeOwned>(object: &Object<'_>, name: &str) -> Option<T> {
    object.get(name).and_then(|value| serde_json::from_str(value.get()).ok())
}

/// A text field; empty where there is none.
pub(super) fn words(object: &Object<'_>, name: &str) -> String {
    field(object, name).unwrap_or_default()
}

/// The members of a list, unread; none where it is not one.
pub(super) fn list<'a>(object: &Object<'a>, name: &str) -> Vec<&'a RawValue> {
    object.get(name).and_then(|value| serde_json::from_str(value.get()).ok()).unwrap_or_default()
}

/// The members of a list that are objects.
pub(super) fn objects<'a>(object: &Object<'a>, name: &str) -> Vec<Object<'a>> {
    list(object, name).into_iter().filter_map(of_raw).collect()
}

/// A value as an object.
pub(super) fn of_raw(value: &RawValue) -> Option<Object<'_>> {
    serde_json::from_str(value.get()).ok()
}

/// A whole number, also where it is written with a fraction.
pub(super) fn whole_number(object: &Object<'_>, name: &str) -> Option<i64> {
    let text = object.get(name)?.get();
    text.parse().ok().or_else(|| {
        let number: f64 = text.parse().ok()?;
        (number.abs() < 9e15).then_some(number as i64)
    })
}
