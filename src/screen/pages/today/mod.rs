//! Today: the two or three things one comes for, at most one suggestion, and what the day holds so far.

mod hard;
mod made_up;
mod made_up_sheets;
mod new_words;
mod notes;
mod question;
mod suggestion;

use keeper::protocol::Kept;
use leptos::prelude::*;

use super::backup_standing::backup_row;
use super::check_in::ordinary;
use super::journal::{day_group, drafts, groups, notices};
use super::medical;
use super::update_row::update_row;
use super::{programme, table};
use crate::screen::browser::{clock, dates};
use crate::screen::components::{boxed, button, follow_if, group, heading, lead, nothing};
use crate::screen::contexts::{
    Screen, Seed, expect_choices, expect_list_state, expect_open_journal, expect_screens,
};
use crate::screen::words::say;

pub use hard::hard_row;
pub use made_up::made_up;

/// Today.
pub fn today_page() -> AnyView {
    let (journal, list, screens) = (expect_open_journal(), expect_list_state(), expect_screens());
    list.refresh_drafts();
    let kept = journal.opened(|opened| opened.kept);
    let log = button(say!(today.log_urge), move || screens.push(Screen::Urge(Seed::New))).main();
    let check_in = button(say!(check_in.title), move || screens.push(Screen::CheckIn(Seed::New)));
    let write = button(say!(journal.new), move || screens.push(Screen::Editor(Seed::New))).icon("#i-plus");
    let settings = button(say!(app.settings), move || screens.to_room(Screen::Settings)).icon("#i-settings");
    group([
        heading(date_words()),
        if journal.was_long_away() { lead(say!(today.good_to_see)) } else { nothing() },
        notices(),
        notes::notes(),
        boxed("today-actions", [log.piece(), check_in.piece(), write.piece()]),
        hard_row(),
        match kept {
            Kept::InMemory => made_up::in_memory_card(),
            Kept::OnDevice => new_words::new_words().unwrap_or_else(suggestion::suggestion),
        },
        ordinary(),
        medical::due(),
        programme::due(),
        table::in_touch(),
        drafts(),
        update_row(),
        so_far(),
        match kept {
            Kept::OnDevice => backup_row(),
            Kept::InMemory => nothing(),
        },
        boxed("narrow-only", [settings.quiet().piece()]),
    ])
}

/// "Tuesday, 24 November".
fn date_words() -> String {
    let now = clock::local_now();
    let civil = rules::Civil::at(now.second, now.offset_min);
    dates::day(untrack(|| expect_choices().today()), civil.year)
}

fn so_far() -> AnyView {
    let (list, choices) = (expect_list_state(), expect_choices());
    // A search in the Journal shows other rows than today's.
    let rows = Memo::new(move |_| {
        let today = choices.today();
        let all = list.rows.with(|rows| groups(rows));
        all.into_iter().find(|group| group.key.0 == today && list.search.with(String::is_empty))
    });
    follow_if(move || rows.get().map(|group| untrack(|| day_group(&group))))
}
