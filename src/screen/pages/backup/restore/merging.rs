//! Merging a seen file into the open journal, in one step that can be undone until something is saved.

use keeper::protocol::{Compared, Kept};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Opening, Step};
use crate::screen::browser::dates;
use crate::screen::components::{boxed, button, group, notice, plain, soft, title};
use crate::screen::contexts::{Undoable, expect_announcer, expect_offer, expect_screens};
use crate::screen::pages::backup::passes::{Taken, Taking, take};
use crate::screen::pages::backup::work::{Doing, Trouble};
use crate::screen::words::say;

/// What can be done with a seen file in the open journal.
pub fn merging(opening: Opening, compared: Compared) -> AnyView {
    let Compared { same_journal, new, newer, both, deleted_there, .. } = compared;
    if new + newer + both + deleted_there == 0 {
        return notice([title(say!(backup.nothing_new_title)), plain(say!(backup.nothing_new))]);
    }
    let after = soft(say!(backup.merge_after));
    if same_journal {
        let merge = opening.merge_button(say!(backup.merge), false);
        return group([boxed("actions", [merge]), after]);
    }
    let merge = opening.merge_button(say!(backup.merge_across), true);
    let ask = [title(say!(backup.across_title)), plain(say!(backup.across)), boxed("beside", [merge])];
    group([notice(ask), after])
}

impl Opening {
    fn merge_button(self, label: &'static str, across: bool) -> AnyView {
        let (offer, announcer) = (expect_offer(), expect_announcer());
        let merge = move || {
            spawn_local(async move {
                match self.work.run(Doing::Applying, self.merge(across)).await {
                    Some(Ok(changed)) => {
                        if changed > 0 {
                            offer.make(Undoable::Merge);
                        }
                        announcer.say(say!(backup.merged_title));
                        self.step.try_set(Step::Merged(changed));
                    }
                    Some(Err(trouble)) => self.not_taken(trouble),
                    None => {}
                }
            });
        };
        let button = button(label, merge);
        if across { button.decision().piece() } else { button.main().piece() }
    }

    async fn merge(self, across: bool) -> Result<u32, Trouble> {
        let taking = Taking { across, kept: Kept::OnDevice, passphrase: None };
        match self.take(taking).await? {
            Taken::Merged(changed) => Ok(changed),
            Taken::Opened(_) => Ok(0),
        }
    }

    /// The second pass over the file that was seen.
    pub(super) async fn take(self, taking: Taking) -> Result<Taken, Trouble> {
        let file = self.blob().ok_or(Trouble::CannotRead)?;
        let backup = self.seen.try_with_value(|seen| seen.as_ref().map(|seen| seen.backup)).flatten();
        take(self.work, &file, backup.ok_or(Trouble::CannotRead)?, taking).await
    }

    /// Nothing was taken in. What was seen stays seen only where the keeper says so; else the file is chosen again.
    pub(super) fn not_taken(self, trouble: Trouble) {
        if !matches!(trouble, Trouble::Failed(_)) {
            self.step.try_set(Step::Choose);
        }
        self.trouble.try_set(Some(trouble));
    }
}

/// What came of it.
pub fn merged(_: Opening, changed: u32) -> AnyView {
    let screens = expect_screens();
    let words = match changed {
        0 => say!(backup.merged_none).to_owned(),
        1 => say!(backup.merged_one).to_owned(),
        count => say!(backup.merged_many, count = dates::number(count)),
    };
    let done = button(say!(backup.done), move || screens.back()).main().piece();
    group([
        notice([title(say!(backup.merged_title)), plain(words), plain(say!(backup.merged_both))]),
        boxed("actions", [done]),
    ])
}
