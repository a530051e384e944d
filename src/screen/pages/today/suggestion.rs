//! At most one suggestion. Which one is a rule of the journal's meaning (`journal::suggest`); here is what it says.

use keeper::protocol::{SettingsChange, Suggestion, TableKnown};
use leptos::prelude::*;

use super::question::question;
use crate::screen::components::{Tap, boxed, button, card, follow_if, plain};
use crate::screen::contexts::{
    BackupPlace, Screen, expect_choices, expect_list_state, expect_open_journal, expect_screens,
};
use crate::screen::pages::table;
use crate::screen::words::say;

/// The suggestion, if there is one.
pub fn suggestion() -> AnyView {
    let (choices, list, journal) = (expect_choices(), expect_list_state(), expect_open_journal());
    let standing = table::standing();
    let which = Memo::new(move |_| {
        // After a long time away nothing is due.
        let table = if journal.rests() { TableKnown::default() } else { standing.get() };
        // Before the list has answered, nothing is known of saves: a card that goes again helps nobody.
        list.answered.get().then(|| choices.suggestion(list.total.get(), table)).flatten()
    });
    follow_if(move || which.get().map(|which| untrack(|| words(which))))
}

fn words(which: Suggestion) -> AnyView {
    let screens = expect_screens();
    match which {
        Suggestion::FirstQuestion => question(),
        Suggestion::RecoverySheet => suggested(
            which,
            (say!(today.sheet_title), say!(today.sheet), say!(today.sheet_make)),
            move || screens.push(Screen::Sheet),
        ),
        Suggestion::BackUp => suggested(
            which,
            (say!(backup.suggest_title), say!(backup.suggest), say!(backup.now)),
            move || screens.push(Screen::Backup(BackupPlace::Home)),
        ),
        Suggestion::RecallPassphrase => suggested(
            which,
            (say!(recall.suggest_title), say!(recall.suggest), say!(recall.suggest_try)),
            move || screens.push(Screen::Recall),
        ),
        Suggestion::StorageAtRisk => {
            suggested(which, (say!(today.risk_title), say!(today.risk), say!(today.risk_look)), move || {
                screens.to_room(Screen::Settings)
            })
        }
        Suggestion::LookOverTable => suggested(
            which,
            (say!(today.table_title), say!(today.table), say!(table.review)),
            table::look_over(),
        ),
    }
}

/// A title, a sentence, and what to press.
type Words = (&'static str, &'static str, &'static str);

fn suggested(which: Suggestion, (title, sentence, press): Words, then: impl Into<Tap>) -> AnyView {
    let choices = expect_choices();
    let not_now = move || choices.change(SettingsChange::PutAway(which));
    let buttons = [button(press, then).piece(), button(say!(today.not_now), not_now).quiet().piece()];
    card("suggestion", title, [plain(sentence), boxed("beside", buttons)])
}
