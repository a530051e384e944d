//! Photos and recordings: told by their first bytes, whatever their names say.

use serde::{Deserialize, Serialize};

/// One file, on its way in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Media {
    /// What it is.
    pub form: MediaForm,
    /// All of it.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

/// What a file of media is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum MediaForm {
    /// A picture, to be drawn anew before it is kept.
    Picture,
    /// A recording in WebM.
    WebmAudio,
    /// A recording in Ogg.
    OggAudio,
    /// A recording in MP4.
    Mp4Audio,
}

/// Why a file of media does not come over.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum NoMedia {
    /// It is not in the archive.
    Missing,
    /// Larger than one can be, or damaged.
    Unreadable,
    /// Neither a picture nor a recording that can be kept.
    OtherForm,
}

/// Most bytes of one file of media (`journal::Attachment` allows as many).
pub(super) const MOST_BYTES: u64 = 24 * 1024 * 1024;

/// What these bytes are.
pub(super) fn form_of(bytes: &[u8]) -> Option<MediaForm> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] | [0x89, b'P', b'N', b'G', ..] | [b'G', b'I', b'F', b'8', ..] => {
            Some(MediaForm::Picture)
        }
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(MediaForm::Picture),
        [0x1a, 0x45, 0xdf, 0xa3, ..] => Some(MediaForm::WebmAudio),
        [b'O', b'g', b'g', b'S', ..] => Some(MediaForm::OggAudio),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match brand.get(..4)? {
            b"M4A " | b"M4B " => Some(MediaForm::Mp4Audio),
            b"heic" | b"heix" | b"mif1" | b"avif" => Some(MediaForm::Picture),
            _ => None,
        },
        _ => None,
    }
}
