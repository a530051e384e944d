//! What is said when something with a file came to nothing: what is wrong and where, and what can be done.

use keeper::protocol::{BackupRefused, Failure, RowKind};
use leptos::prelude::*;

use super::work::Trouble;
use crate::screen::browser::dates;
use crate::screen::components::{decision_note, failed, follow_if};
use crate::screen::failure_words::sentences;
use crate::screen::pages::journal::support_name;
use crate::screen::words::say;

type Sentences = (String, String);

macro_rules! both {
    ($key:ident $(, $name:ident = $value:expr)*) => {
        (
            String::from(say!(backup.refused.$key.what $(, $name = $value)*)),
            String::from(say!(backup.refused.$key.help)),
        )
    };
}

/// Shows it, where there is anything to say. The live region is there before it is filled, so that it is heard.
pub fn trouble_note(trouble: RwSignal<Option<Trouble>>) -> AnyView {
    let note = follow_if(move || trouble.get().and_then(|trouble| note(&trouble)));
    view! { <div class="live" role="alert">{note}</div> }.into_any()
}

/// The same for a failure that stands. Too little room is said with its figures.
pub fn failure_words(failure: Failure) -> AnyView {
    match failure {
        Failure::NotEnoughRoom { .. } => {
            let (what, help) = in_room(&failure);
            view! { <div class="live" role="alert">{decision_note(what, help)}</div> }.into_any()
        }
        failure => failed(failure),
    }
}

fn note(trouble: &Trouble) -> Option<AnyView> {
    let (what, help) = match trouble {
        Trouble::GivenUp => return None,
        // With its number, where the makers can do something.
        Trouble::Failed(failure) if !matches!(failure, Failure::NotEnoughRoom { .. }) => {
            return Some(failed(failure.clone()));
        }
        Trouble::Failed(failure) => in_room(failure),
        Trouble::Refused(refused) => refused_words(*refused),
        Trouble::CannotRead => both!(cannot_read),
        Trouble::CannotWrite => both!(cannot_write),
        Trouble::NotWhatWasWritten => both!(not_what_was_written),
        Trouble::Another(made_at_ms) => both!(another, day = dates::instant(*made_at_ms)),
    };
    Some(decision_note(what, help))
}

fn in_room(failure: &Failure) -> Sentences {
    match failure {
        Failure::NotEnoughRoom { needed, free } => {
            both!(room, needed = megabytes(*needed), free = megabytes_left(*free))
        }
        failure => {
            let (what, help) = sentences(failure);
            (what.into(), help.into())
        }
    }
}

/// Whole megabytes, at least one.
pub fn megabytes(bytes: u64) -> String {
    dates::number(u32::try_from(bytes.div_ceil(1_000_000).max(1)).unwrap_or(u32::MAX))
}

/// Whole megabytes that are there for sure.
pub fn megabytes_left(bytes: u64) -> String {
    dates::number(u32::try_from(bytes / 1_000_000).unwrap_or(u32::MAX))
}

/// A place in a file, or a number of records.
fn place(number: u64) -> String {
    u32::try_from(number).map_or_else(|_| number.to_string(), dates::number)
}

fn refused_words(refused: BackupRefused) -> Sentences {
    match refused {
        BackupRefused::NotABackup => both!(not_a_backup),
        BackupRefused::TooNew => both!(too_new),
        BackupRefused::CostOutOfRange { memory_kib, passes } => {
            both!(
                cost_out_of_range,
                memory = place((memory_kib / 1024).into()),
                passes = place(passes.into())
            )
        }
        BackupRefused::HeaderDamaged => both!(header_damaged),
        BackupRefused::DoesNotOpen => both!(does_not_open),
        BackupRefused::Damaged { at } => both!(damaged, at = place(at)),
        BackupRefused::Cut { at } => both!(cut, at = place(at)),
        BackupRefused::TooManyRecords { records } => both!(too_many_records, count = place(records.into())),
        BackupRefused::TooLarge => both!(too_large),
        BackupRefused::RecordDamaged { number } => both!(record_damaged, number = place(number.into())),
        BackupRefused::ContentDamaged => both!(content_damaged),
        BackupRefused::Changed => both!(changed),
        BackupRefused::OtherJournal => both!(other_journal),
        BackupRefused::NotOwn => both!(not_own),
        BackupRefused::NoWayIn => both!(no_way_in),
        BackupRefused::NotInHand => both!(not_in_hand),
        BackupRefused::NothingToUndo => both!(nothing_to_undo),
    }
}

/// What records of a kind are called where they are counted.
pub fn kind_name(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Entry => say!(backup.kind.entries),
        RowKind::Urge => say!(backup.kind.urges),
        RowKind::CheckIn => say!(backup.kind.check_ins),
        RowKind::Return => say!(backup.kind.returns),
        RowKind::Goal => say!(backup.kind.goals),
        RowKind::Ruler => say!(backup.kind.rulers),
        RowKind::Reason => say!(backup.kind.reasons),
        RowKind::Template => say!(backup.kind.templates),
        RowKind::Other => say!(backup.kind.other),
        kind => support_name(kind),
    }
}
