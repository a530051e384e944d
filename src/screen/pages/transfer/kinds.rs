//! What the kinds of record are called, all of a kind together.

use keeper::protocol::RowKind;

use crate::screen::pages::journal::support_name;
use crate::screen::words::say;

/// The number of what the owner chose inside the journal.
const SETTINGS: u8 = 5;

/// The name of the kind with that number.
pub(super) fn kind_name(number: u8) -> &'static str {
    match RowKind::of_number(number) {
        RowKind::Entry => say!(transfer.kind.entry),
        RowKind::Urge => say!(transfer.kind.urge),
        RowKind::CheckIn => say!(transfer.kind.check_in),
        RowKind::Goal => say!(transfer.kind.goal),
        RowKind::Return => say!(transfer.kind.return_to_use),
        RowKind::Ruler => say!(transfer.kind.ruler),
        RowKind::Reason => say!(transfer.kind.reason),
        RowKind::Template => say!(transfer.kind.template),
        RowKind::Other if number == SETTINGS => say!(settings.title),
        kind => support_name(kind),
    }
}
