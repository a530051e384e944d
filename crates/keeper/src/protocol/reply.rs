//! What the keeper answers.

use serde::{Deserialize, Serialize};

use super::{
    Attached, BackupReply, Bytes, ClearReply, DamagedEntry, DayCount, Draft, DrawnSheet, EarlierWording,
    EntryRead, Found, Gathered, Id, ImportReply, InsightsShown, Listed, Opened, Saved, Settings, TagCount,
    TagRenamed, WaitingNote, WayShown,
};

/// What the keeper answers.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// To Find.
    Found(Vec<Found>),
    /// To Create and Unlock.
    Opened(Opened),
    /// To List.
    Listed(Listed),
    /// To Read.
    Entry(EntryRead),
    /// To All.
    All(Vec<EntryRead>),
    /// To DayCounts: days that have rows, in their order.
    DayCounts(Vec<DayCount>),
    /// To History: newest first.
    History(Vec<EarlierWording>),
    /// To Tags: the most used first; then whether all entries are read already.
    Tags(Vec<TagCount>, bool),
    /// To RenameTag.
    TagRenamed(TagRenamed),
    /// To BeginEntry and BeginEdit.
    Begun {
        /// The record the editor writes.
        id: Id,
        /// The draft it keeps.
        draft_id: Id,
    },
    /// To Drafts.
    Drafts(Vec<Draft>),
    /// To Save and Undelete.
    Saved(Saved),
    /// To Attach.
    AttachmentSealed {
        /// Its record.
        id: Id,
    },
    /// To Attachment.
    Attached(Attached),
    /// To SealNote.
    NoteSealed {
        /// Notes that wait now.
        waiting: u32,
    },
    /// To Ways.
    Ways(Vec<WayShown>),
    /// To TouchPasskey: which way it is.
    Touched {
        /// From [`WayShown`].
        slot: u8,
    },
    /// To DrawSheet.
    Sheet(DrawnSheet),
    /// To Notes.
    Notes(Vec<WaitingNote>),
    /// To Settings and ChangeSettings.
    Settings(Settings),
    /// To Damaged.
    Damaged(Vec<DamagedEntry>),
    /// To Insights.
    Insights(Box<InsightsShown>),
    /// To SealDocument.
    Document(Bytes),
    /// To Summary.
    Summary(Box<Gathered>),
    /// To Delete and DeleteDamaged.
    Deleted {
        /// The root's sequence.
        sequence: u64,
    },
    /// To everything else.
    Done,
    /// To Backup.
    Backup(BackupReply),
    /// To Import.
    Import(ImportReply),
    /// To InTheClear.
    Clear(ClearReply),
}
