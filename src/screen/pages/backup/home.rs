//! Backups: how the journal stands to the last proven one, making the next, and the way to restoring.

use leptos::html;
use leptos::prelude::*;

use super::folder::Folder;
use super::make::Standing;
use super::maker::Maker;
use crate::screen::browser::passphrase;
use crate::screen::components::{
    PassphraseField, back_row, boxed, button, card, fold, follow, follow_words, group, heading, lead,
    nothing, problem_note, show_passphrase, soft,
};
use crate::screen::contexts::{BackupPlace, Screen, expect_choices, expect_screens};
use crate::screen::pages::backup_standing::standing_words;
use crate::screen::pages::reader_link::reader_link;
use crate::screen::words::say;

/// The page.
pub fn home() -> AnyView {
    let screens = expect_screens();
    let (maker, folder) = (Maker::new(), Folder::new());
    let state = Memo::new(move |_| (maker.is_busy(), maker.standing()));
    let make = follow(move || {
        let (is_busy, standing) = state.get();
        let button = || button(say!(backup.now), move || maker.make(None, || ()));
        untrack(|| match standing {
            _ if is_busy => nothing(),
            // The main action stands in what was made: choosing the file.
            Some(Standing::HandedOver) => boxed("actions", [button().piece()]),
            _ => boxed("actions", [button().main().piece()]),
        })
    });
    group([
        back_row(move || screens.back()),
        heading(say!(backup.title)),
        lead(say!(backup.lead)),
        standing(),
        folder.piece(),
        make,
        maker.piece(|| ()),
        soft(say!(backup.trace)),
        more(maker, folder),
        restoring(),
        reader_link(),
    ])
}

fn standing() -> AnyView {
    let choices = expect_choices();
    let words = move || match choices.backup() {
        Some(standing) => standing_words(standing).unwrap_or_else(|| say!(backup.never).to_owned()),
        None => String::new(),
    };
    view! { <p role="status">{follow_words(words)}</p> }.into_any()
}

/// Seldom wanted: a copy that opens by other words, and proving a file that lies somewhere already.
fn more(maker: Maker, folder: Folder) -> AnyView {
    let (field, shown) = (NodeRef::<html::Input>::new(), RwSignal::new(false));
    let problem = RwSignal::new(None::<&'static str>);
    let words = PassphraseField {
        id: "other-passphrase",
        label: say!(backup.other),
        field,
        shown,
        invalid: (move || problem.get().is_some()).into(),
        described_by: "other-passphrase-help",
        on_input: (move || problem.set(None)).into(),
    };
    let make = move || {
        let Some(typed) = field.get_untracked() else { return };
        let words = passphrase::read(&typed);
        if words.is_empty() {
            return problem.set(Some(say!(create.problem.empty)));
        }
        passphrase::clear(&typed);
        maker.make(Some(words), || ());
    };
    let help = view! { <p class="field-help" id="other-passphrase-help">{say!(backup.other_help)}</p> };
    let other = view! {
        <form class="form" autocomplete="off" on:submit=move |event| { event.prevent_default(); make() }>
            {boxed("field", [words.piece(), help.into_any()])}
            {problem_note(move || problem.get())}
            {boxed("beside", [button(say!(backup.other_make), make).piece(), show_passphrase(shown).piece()])}
        </form>
    };
    let check = [soft(say!(backup.check_help)), maker.check_button(say!(backup.check), || ())];
    fold(say!(backup.more), [folder.choosing(), boxed("stack", check), other.into_any()])
}

fn restoring() -> AnyView {
    let screens = expect_screens();
    let restore = button(say!(backup.restore), move || screens.push(Screen::Backup(BackupPlace::Restore)));
    card(
        "restore",
        say!(backup.restore_title),
        [soft(say!(backup.restore_lead)), boxed("beside", [restore.piece()])],
    )
}
