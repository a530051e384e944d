//! After the recovery sheet opened the journal: the one suggestion is a new passphrase, until there is one.

use keeper::protocol::WayKind;
use leptos::prelude::*;

use crate::screen::components::{button, card, plain};
use crate::screen::contexts::{Screen, expect_open_journal, expect_screens};
use crate::screen::words::say;

/// The card, where the passphrase there is was not needed to come in.
pub fn new_words() -> Option<AnyView> {
    let (journal, screens) = (expect_open_journal(), expect_screens());
    let by_sheet = journal.opened(|opened| opened.opened_by == WayKind::Sheet);
    by_sheet.then(|| {
        let choose = button(say!(change.choose_title), move || screens.push(Screen::ChangePassphrase));
        card("new-words", say!(change.due_title), [plain(say!(change.due)), choose.piece()])
    })
}
