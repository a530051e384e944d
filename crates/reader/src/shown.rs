//! One record as the page shows it.

use exchange::clear::utc;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::contents::Kept;
use crate::fields::{Field, fields_of};
use crate::media::Medium;

/// One record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Shown {
    /// What kind of thing it is.
    pub kind: String,
    /// When it happened, RFC 3339, by the clock of its place.
    pub when: String,
    /// What it says first; may be empty.
    pub title: String,
    /// Its wordings that are live; normally one.
    pub wordings: Vec<ShownWording>,
    /// Photos and voice notes that go with it.
    pub media: Vec<Medium>,
}

/// One wording.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct ShownWording {
    /// When it was written, RFC 3339, UTC.
    pub changed: String,
    /// The text, as it was typed; of bytes without a form, nothing.
    pub text: String,
    /// What else it says.
    pub fields: Vec<Field>,
    /// Texts that stood in its place before, newest last.
    pub earlier: Vec<String>,
    /// So many bytes without a form, which the page does not show.
    pub bytes: Option<usize>,
}

impl Shown {
    pub(crate) fn of(kept: &Kept) -> Self {
        let live = kept.record.versions.iter().filter(|version| !version.deleted);
        let wordings = live.map(|version| ShownWording {
            changed: utc((version.changed_at_ms / 1_000) as i64),
            ..wording(&version.body)
        });
        let (kind, title) = (kept.kind.clone(), kept.title.clone());
        Self { kind, when: kept.when(), title, wordings: wordings.collect(), media: Vec::new() }
    }
}

fn wording(body: &[u8]) -> ShownWording {
    let Ok(body) = serde_json::from_slice::<Map<String, Value>>(body) else {
        return match str::from_utf8(body) {
            Ok(text) => ShownWording { text: text.to_owned(), ..ShownWording::default() },
            Err(_) => ShownWording { bytes: Some(body.len()), ..ShownWording::default() },
        };
    };
    let text =
        |body: &Map<String, Value>| body.get("text").and_then(Value::as_str).unwrap_or_default().to_owned();
    let earlier = body.get("earlier").and_then(Value::as_array).into_iter().flatten();
    let earlier = earlier.filter_map(Value::as_object).map(text).filter(|text| !text.is_empty());
    ShownWording {
        text: text(&body),
        earlier: earlier.collect(),
        fields: fields_of(&body),
        ..ShownWording::default()
    }
}
