//! Entries that cannot be read stand in the way of a change: they are named, and their owner says whether it goes on
//! without them.

use keeper::protocol::DamagedEntry;
use leptos::prelude::*;

use super::Change;
use crate::screen::components::{boxed, button, group, heading, own, plain, soft};
use crate::screen::pages::journal::day_words;
use crate::screen::words::say;

impl Change {
    pub(super) fn damaged(self) -> AnyView {
        let named: Vec<AnyView> = self.damaged.with_untracked(|damaged| damaged.iter().map(named).collect());
        let named = view! { <ul class="day-rows">{named}</ul> }.into_any();
        // Stopping forgets what was agreed to: the next change names it again.
        let stop = move || self.screens.back();
        group([
            heading(say!(change.damaged_title)),
            plain(say!(change.damaged)),
            named,
            plain(say!(change.damaged_stay)),
            soft(say!(change.flip)),
            boxed(
                "actions",
                [
                    button(say!(change.damaged_stop), stop).main().piece(),
                    button(say!(change.damaged_on), move || self.seal()).decision().piece(),
                ],
            ),
        ])
    }
}

/// Its day and its title, which are all that is left of it.
fn named(entry: &DamagedEntry) -> AnyView {
    let title = match entry.title.is_empty() {
        true => say!(journal.untitled).to_owned(),
        false => entry.title.clone(),
    };
    view! { <li>{own("row-title", title)}{soft(day_words(entry.day))}</li> }.into_any()
}
