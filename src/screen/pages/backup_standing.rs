//! "Last proven backup 6 days ago, 12 changes not in it": the quiet row of Today, and the same words elsewhere.

use keeper::protocol::BackupStanding;
use leptos::prelude::*;

use crate::screen::browser::{clock, dates};
use crate::screen::components::{boxed, button, follow_if, soft};
use crate::screen::contexts::{BackupPlace, Screen, expect_choices, expect_screens};
use crate::screen::words::say;

const DAY_MS: u64 = 86_400_000;

/// Whole days since then, by this device's clock.
pub fn days_since(ms: u64) -> u32 {
    let now_ms = clock::moment().wall_ms as u64;
    u32::try_from(now_ms.saturating_sub(ms) / DAY_MS).unwrap_or(u32::MAX)
}

/// How the journal stands to its last proven backup; `None` where there was none.
pub fn standing_words(standing: BackupStanding) -> Option<String> {
    if standing.proven_at_ms == 0 {
        return None;
    }
    let when = match days_since(standing.proven_at_ms) {
        0 => say!(backup.last_today).to_owned(),
        1 => say!(backup.last_one).to_owned(),
        days => say!(backup.last_many, days = dates::number(days)),
    };
    let lacks = match standing.changes {
        None => return Some(when + "."),
        Some(0) => say!(backup.lacks_none).to_owned(),
        Some(1) => say!(backup.lacks_one).to_owned(),
        Some(count) => say!(backup.lacks_many, count = dates::number(count)),
    };
    Some(when + ", " + &lacks)
}

/// The row, where a backup was proven.
pub fn backup_row() -> AnyView {
    let (choices, screens) = (expect_choices(), expect_screens());
    let words = Memo::new(move |_| choices.backup().and_then(standing_words));
    follow_if(move || {
        words.get().map(|words| {
            let look = button(say!(backup.title), move || screens.push(Screen::Backup(BackupPlace::Home)));
            boxed("actions", [soft(words), look.quiet().piece()])
        })
    })
}
