//! Imports as screen and keeper speak of them: records that somebody else read out of a foreign file. They come in parts
//! and take effect in one step; [`BackupRequest::Undo`](super::BackupRequest::Undo) takes that step back.

use serde::{Deserialize, Serialize};

use super::{Bytes, EntryText, Id, MediaType};

/// What is asked about an import. It is in hand as a backup is: beginning another, or a backup, lets go of it, and
/// [`BackupRequest::Drop`](super::BackupRequest::Drop) gives it up.
#[derive(Debug, Serialize, Deserialize)]
pub enum ImportRequest {
    /// Which of these are here, or were and are deleted: they do not come again. [`ImportReply::Known`].
    Known {
        /// Of records.
        keys: Vec<ImportKey>,
    },
    /// Begin one. Nothing takes effect before [`ImportRequest::Finish`]. [`ImportReply::Begun`].
    Begin {
        /// Bytes it takes, roughly.
        room: u64,
    },
    /// A photo or voice note of a record that comes after it. [`ImportReply::Taken`].
    Media {
        /// From [`ImportReply::Begun`].
        import: u32,
        /// Which.
        key: ImportKey,
        /// What it is.
        media_type: MediaType,
        /// All of it.
        bytes: Bytes,
    },
    /// Some records. [`ImportReply::Taken`].
    Put {
        /// From [`ImportReply::Begun`].
        import: u32,
        /// Which.
        records: Vec<ToImport>,
    },
    /// All of it takes effect in one step. [`ImportReply::Imported`].
    Finish {
        /// From [`ImportReply::Begun`].
        import: u32,
    },
}

impl ImportRequest {
    /// Whether it changes what is to take effect, and so must run alone and in order.
    #[must_use]
    pub fn is_write(&self) -> bool {
        !matches!(self, Self::Known { .. })
    }
}

/// What tells a record from all others for ever: its id follows from it.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum ImportKey {
    /// A record of ours, out of a journal in the clear: its id.
    Own(Id),
    /// The name of a program and its own name for the entry, or what its words make.
    Foreign(String),
}

/// A record that is to come.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ToImport {
    /// Which.
    pub key: ImportKey,
    /// When it was last changed, ms since 1970 UTC; 0 where nobody knows.
    pub changed_at_ms: u64,
    /// What it says.
    pub said: ImportSaid,
    /// Its photos and voice notes, in order. One that did not come is left out.
    pub media: Vec<ImportKey>,
}

/// What it says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ImportSaid {
    /// An entry of another program.
    Entry {
        /// What is written; attachments follow from `media`.
        text: EntryText,
        /// The program it comes from.
        from: String,
        /// The mood as it was called there, kept beside the entry's own.
        mood: Option<String>,
    },
    /// A record of ours, as it rests.
    Own {
        /// The number of its kind.
        kind: u8,
        /// The form of its body.
        schema: u16,
        /// JSON.
        body: String,
    },
}

/// What is answered about an import.
#[derive(PartialEq, Debug, Serialize, Deserialize)]
pub enum ImportReply {
    /// To Known: in the order asked.
    Known(Vec<bool>),
    /// To Begin.
    Begun {
        /// Names it.
        import: u32,
    },
    /// To Media and Put.
    Taken {
        /// Records that are to come.
        new: u32,
        /// Records that are here already, or were deleted here.
        here: u32,
        /// Records that cannot be kept: too long, or not of the form.
        left: u32,
    },
    /// To Finish.
    Imported {
        /// Records that came, photos and their parts among them.
        changed: u32,
        /// The root's sequence.
        sequence: u64,
    },
    /// No such import is in hand: the journal was locked meanwhile, or something else was begun.
    NotInHand,
}
