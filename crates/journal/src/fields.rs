//! The fields of a JSON body: known ones are taken out, the others are kept exactly as they were written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::body::{BODY_LIMIT, BodyError};

/// Fields that a newer version wrote and this one does not know: kept byte for byte, numbers included.
#[derive(Clone, Default, Debug, Serialize)]
#[serde(transparent)]
pub struct UnknownFields(BTreeMap<String, Box<RawValue>>);

impl UnknownFields {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Names and JSON texts, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.get()))
    }
}

impl PartialEq for UnknownFields {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for UnknownFields {}

/// A JSON object that is being read.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct Fields<'a>(#[serde(borrow)] BTreeMap<String, &'a RawValue>);

impl<'a> Fields<'a> {
    /// Reads a body of the one schema there is of its kind so far, `known`.
    ///
    /// # Errors
    /// Each [`BodyError`]; that of a newer schema whatever the body is.
    pub(crate) fn of_schema(schema: u16, known: u16, body: &'a [u8]) -> Result<Self, BodyError> {
        match schema {
            0 => return Err(BodyError::Malformed { field: "schema" }),
            newer if newer > known => return Err(BodyError::Newer { schema }),
            _ => {}
        }
        if body.len() > BODY_LIMIT {
            return Err(BodyError::TooLong { bytes: body.len(), limit: BODY_LIMIT });
        }
        Self::read(body)
    }

    /// Reads an object, its values unread.
    pub(crate) fn read(json: &'a [u8]) -> Result<Self, BodyError> {
        // The error of serde_json quotes what it read: it is dropped here.
        serde_json::from_slice(json).map_err(|_| BodyError::Malformed { field: "body" })
    }

    /// Takes out a known field; `None` where it is missing or null.
    ///
    /// # Errors
    /// The field is of another type.
    pub(crate) fn take<T: Deserialize<'a>>(&mut self, field: &'static str) -> Result<Option<T>, BodyError> {
        let Some(value) = self.0.remove(field) else { return Ok(None) };
        serde_json::from_str(value.get()).map_err(|_| BodyError::Malformed { field })
    }

    /// Takes out a field that must be there.
    ///
    /// # Errors
    /// The field is missing or of another type.
    pub(crate) fn require<T: Deserialize<'a>>(&mut self, field: &'static str) -> Result<T, BodyError> {
        self.take(field)?.ok_or(BodyError::Malformed { field })
    }

    /// Leaves out a known field that is read elsewhere.
    pub(crate) fn drop(&mut self, field: &str) {
        self.0.remove(field);
    }

    /// What was not taken.
    pub(crate) fn rest(self) -> UnknownFields {
        UnknownFields(self.0.into_iter().map(|(name, value)| (name, value.to_owned())).collect())
    }
}
