//! What an entry carries with it: a photo or a voice note. This is its description; the bytes rest in parts beside it.

use serde::{Deserialize, Serialize};

use crate::body::BodyError;
use crate::fields::{Fields, UnknownFields};

/// The description of an attachment.
///
/// ```
/// use journal::{Attachment, MediaType};
/// let photo = Attachment::new(MediaType::Jpeg, 3, [7; 32], vec![[1; 16]]);
/// assert_eq!(Attachment::from_body(Attachment::SCHEMA, &photo.to_body()).unwrap(), photo);
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Attachment {
    media_type: MediaType,
    bytes: u64,
    sha256: [u8; 32],
    parts: Vec<[u8; 16]>,
    #[serde(flatten)]
    unknown: UnknownFields,
}

/// What kind of media; a closed list, so that nothing else is ever handed to the browser as one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum MediaType {
    /// A photo, JPEG.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// A recording in WebM.
    #[serde(rename = "audio/webm")]
    WebmAudio,
    /// A recording in Ogg.
    #[serde(rename = "audio/ogg")]
    OggAudio,
    /// A recording in MP4.
    #[serde(rename = "audio/mp4")]
    Mp4Audio,
}

impl MediaType {
    /// All.
    pub const ALL: [Self; 4] = [Self::Jpeg, Self::WebmAudio, Self::OggAudio, Self::Mp4Audio];

    /// Its name (RFC 6838).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::WebmAudio => "audio/webm",
            Self::OggAudio => "audio/ogg",
            Self::Mp4Audio => "audio/mp4",
        }
    }

    /// Whether it is heard, not seen.
    #[must_use]
    pub const fn is_audio(self) -> bool {
        !matches!(self, Self::Jpeg)
    }
}

impl Attachment {
    /// The schema that this version writes.
    pub const SCHEMA: u16 = 1;
    /// Most bytes of one part (FORMAT 4 allows 1 MiB; smaller ones keep reading in slices flat in memory).
    pub const PART_BYTES: usize = 256 * 1024;
    /// Most bytes of an attachment: half an hour of speech, or a photo many times over.
    pub const MOST_BYTES: usize = 24 * 1024 * 1024;

    /// A description of so many bytes with this hash (SHA-256) in these parts.
    #[must_use]
    pub fn new(media_type: MediaType, bytes: u64, sha256: [u8; 32], parts: Vec<[u8; 16]>) -> Self {
        Self { media_type, bytes, sha256, parts, unknown: UnknownFields::default() }
    }

    /// What it is.
    #[must_use]
    pub fn media_type(&self) -> MediaType {
        self.media_type
    }

    /// How many bytes.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Their hash, SHA-256.
    #[must_use]
    pub fn sha256(&self) -> [u8; 32] {
        self.sha256
    }

    /// The records that hold them, in order.
    #[must_use]
    pub fn parts(&self) -> &[[u8; 16]] {
        &self.parts
    }

    /// The body as it rests: UTF-8 JSON of [`Attachment::SCHEMA`].
    #[must_use]
    pub fn to_body(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a description is plain JSON")
    }

    /// Reads a body.
    ///
    /// # Errors
    /// Each [`BodyError`]; none quotes what was read. A media type of a newer version is one that is malformed here.
    pub fn from_body(schema: u16, body: &[u8]) -> Result<Self, BodyError> {
        let mut fields = Fields::of_schema(schema, Self::SCHEMA, body)?;
        Ok(Self {
            media_type: fields.require("media_type")?,
            bytes: fields.require("bytes")?,
            sha256: fields.require("sha256")?,
            parts: fields.require("parts")?,
            unknown: fields.rest(),
        })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const FROZEN: &[u8] = include_bytes!("../fixtures/attachment-1.json");

    #[test]
    fn the_frozen_body_is_read_and_written_as_it_stands() {
        let attachment = Attachment::from_body(1, FROZEN).unwrap();
        let read = (attachment.media_type(), attachment.bytes(), attachment.parts().len());
        assert_eq!(read, (MediaType::WebmAudio, 300_000, 2));
        assert_eq!(attachment.to_body(), FROZEN);
    }

    #[test]
    fn media_types_are_named_as_they_rest() {
        for media_type in MediaType::ALL {
            assert_eq!(serde_json::to_string(&media_type).unwrap(), format!("\"{}\"", media_type.name()));
        }
        let script = String::from_utf8(FROZEN.to_vec()).unwrap().replace("audio/webm", "text/html");
        let refused = Attachment::from_body(1, script.as_bytes());
        assert_eq!(refused, Err(BodyError::Malformed { field: "media_type" }));
    }
}
