//! The words of an import: programs, what is wrong with a file and where, and what does not come over.

use exchange::porter::{Place, Program, Refused, Warning, What};

use crate::screen::browser::dates;
use crate::screen::words::say;

/// The name of a program.
pub(super) fn program(program: Program) -> &'static str {
    match program {
        Program::DayOne => "Day One",
        Program::Daylio | Program::DaylioTable => "Daylio",
        Program::Journey => "Journey",
        Program::StandardNotes => "Standard Notes",
        Program::Jrnl => "jrnl",
        Program::Markdown => "Markdown",
        Program::Trestle => "Trestle",
    }
}

/// What is wrong with a file, and what can be done.
pub(super) fn refused(refused: &Refused) -> (String, &'static str) {
    let (what, help) = match refused {
        Refused::Empty => (say!(transfer.refused.empty), say!(transfer.help.export_again)),
        Refused::Unknown => (say!(transfer.refused.unknown), say!(transfer.help.which)),
        Refused::OurBackup => (say!(transfer.refused.our_backup), say!(transfer.help.restore)),
        Refused::Encrypted => (say!(transfer.refused.encrypted), say!(transfer.help.decrypted)),
        Refused::ArchiveInside => (say!(transfer.refused.archive_inside), say!(transfer.help.unpack)),
        Refused::ArchiveDamaged => (say!(transfer.refused.archive_damaged), say!(transfer.help.export_again)),
        Refused::TooManyFiles => (say!(transfer.refused.too_many_files), say!(transfer.help.parts)),
        Refused::TooManyRecords => (say!(transfer.refused.too_many_records), say!(transfer.help.parts)),
        Refused::Unreadable => (say!(transfer.refused.unreadable), say!(transfer.help.again)),
        Refused::TooLarge { name } => {
            return (named(say!(transfer.refused.too_large), name), say!(transfer.help.parts));
        }
        Refused::Bomb { name } => {
            return (named(say!(transfer.refused.bomb), name), say!(transfer.help.untouched));
        }
        Refused::NotText { line } => {
            let line = dates::number(*line);
            return (say!(transfer.refused.not_text, line = line), say!(transfer.help.utf8));
        }
        Refused::Cut { name, line } => {
            let line = dates::number(*line);
            return (named(&say!(transfer.refused.cut, line = line), name), say!(transfer.help.export_again));
        }
        Refused::NotJson { name, line, column } => {
            let (line, column) = (dates::number(*line), dates::number(*column));
            let what = say!(transfer.refused.not_json, line = line, column = column);
            return (named(&what, name), say!(transfer.help.export_again));
        }
        Refused::NoColumn { name } => {
            return (say!(transfer.refused.no_column, name = name.clone()), say!(transfer.help.export_again));
        }
    };
    (what.to_owned(), help)
}

fn named(what: &str, name: &str) -> String {
    if name.is_empty() {
        what.to_owned()
    } else {
        what.to_owned() + " " + &say!(transfer.in_file, name = name.to_owned())
    }
}

/// A warning in one line.
pub(super) fn warning(warning: &Warning) -> String {
    let what = what(&warning.what);
    match &warning.place {
        Place::Whole => what,
        Place::Line(line) => say!(transfer.at_line, line = dates::number(*line)) + " " + &what,
        Place::Entry(number) => say!(transfer.at_entry, number = dates::number(*number)) + " " + &what,
        Place::File(name) => name.clone() + ": " + &what,
    }
}

fn what(what: &What) -> String {
    let words = match what {
        What::Malformed => say!(transfer.what.malformed),
        What::OtherColumns => say!(transfer.what.other_columns),
        What::NoDate => say!(transfer.what.no_date),
        What::UnknownZone => say!(transfer.what.unknown_zone),
        What::NoZone => say!(transfer.what.no_zone),
        What::TooLong => say!(transfer.what.too_long),
        What::NothingSaid => say!(transfer.what.nothing_said),
        What::Deleted => say!(transfer.what.deleted),
        What::NameLeadsOut => say!(transfer.what.name_leads_out),
        What::Link => say!(transfer.what.link),
        What::ArchiveInside => say!(transfer.what.archive_inside),
        What::Encrypted => say!(transfer.what.encrypted),
        What::OtherKind => say!(transfer.what.other_kind),
        What::NotText => say!(transfer.what.not_text),
        What::OtherWording => say!(transfer.what.other_wording),
        What::MediaMissing(count) => return say!(transfer.what.media_missing, count = dates::number(*count)),
        What::MediaLeftOut(count) => {
            return say!(transfer.what.media_left_out, count = dates::number(*count));
        }
        What::PlacesLeftOut(count) => {
            return say!(transfer.what.places_left_out, count = dates::number(*count));
        }
        What::RestLeftOut(count) => return say!(transfer.what.rest_left_out, count = dates::number(*count)),
    };
    words.to_owned()
}
