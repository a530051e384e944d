//! Two calm sentences for each failure: what happened, and what can be done.

use keeper::protocol::Failure;

use super::words::say;

/// What happened, and what can be done.
pub type TwoSentences = (&'static str, &'static str);

macro_rules! both {
    ($key:ident) => {
        (say!(failure.$key.what), say!(failure.$key.help))
    };
}

/// The two sentences of a failure. A native test (`rules`) holds this list against the protocol.
pub fn sentences(failure: &Failure) -> TwoSentences {
    match failure {
        Failure::Locked => both!(locked),
        Failure::JournalGone => both!(journal_gone),
        Failure::WrongPassphrase => both!(wrong_passphrase),
        Failure::PassphraseEmpty => both!(passphrase_empty),
        Failure::PassphraseTooLong { .. } => both!(passphrase_too_long),
        Failure::HeaderDamaged => both!(header_damaged),
        Failure::HeaderTampered => both!(header_tampered),
        Failure::TooNew => both!(too_new),
        Failure::CostOutOfRange { .. } => both!(cost_out_of_range),
        Failure::NotEnoughMemory { .. } => both!(not_enough_memory),
        Failure::RootDamaged => both!(root_damaged),
        Failure::StorageDenied => both!(storage_denied),
        Failure::StorageBlocked => both!(storage_blocked),
        Failure::StorageTooNew => both!(storage_too_new),
        Failure::StorageFull => both!(storage_full),
        Failure::StorageClosed => both!(storage_closed),
        Failure::StorageFailed => both!(storage_failed),
        Failure::RandomnessUnavailable => both!(randomness_unavailable),
        Failure::EntryTooLong { .. } => both!(entry_too_long),
        Failure::NotFound => both!(not_found),
        Failure::EntryDamaged => both!(entry_damaged),
        Failure::EntryNewer => both!(entry_newer),
        Failure::TooManyDrafts => both!(too_many_drafts),
        Failure::TooManyTags { .. } => both!(too_many_tags),
        Failure::MoodOutOfRange => both!(mood_out_of_range),
        Failure::PassphraseChangedElsewhere => both!(passphrase_changed_elsewhere),
        Failure::TooBusy => both!(too_busy),
        Failure::Cancelled => both!(cancelled),
        Failure::KeeperDied => both!(keeper_died),
        Failure::SheetDoesNotOpen => both!(sheet_does_not_open),
        Failure::SheetExists => both!(sheet_exists),
        Failure::NoSheetDrawn => both!(no_sheet_drawn),
        Failure::PasskeyDoesNotOpen => both!(passkey_does_not_open),
        Failure::PasskeyUnusable => both!(passkey_unusable),
        Failure::WaysFull => both!(ways_full),
        Failure::AttachmentTooLarge { .. } => both!(attachment_too_large),
        Failure::NothingSaid => both!(nothing_said),
        Failure::NumberOutOfRange => both!(number_out_of_range),
        Failure::TooManyChoices { .. } => both!(too_many_choices),
        Failure::NotEnoughRoom { .. } => both!(not_enough_room),
        Failure::StrengthOutOfRange => both!(strength_out_of_range),
        Failure::LineTooLong { .. } => both!(line_too_long),
        Failure::InboxFull => both!(inbox_full),
        Failure::BigChangeElsewhere => both!(big_change_elsewhere),
        // The protocol may grow; the sentence holds until this list does.
        _ => both!(unknown),
    }
}
