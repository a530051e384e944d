//! What can be said of an entry without changing a word of it: a favourite, whether looking back shows it,
//! whether it may be in what is made for somebody else.

use keeper::protocol::{EntryText, Failure, Id, Mark, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::components::{boxed, button};
use crate::screen::contexts::{expect_announcer, expect_stars};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

/// The marks of an entry that reads `text`.
pub fn entry_marks(id: Id, text: &EntryText, failure: RwSignal<Option<Failure>>) -> AnyView {
    let (keeper, stars, announcer) = (expect_keeper(), expect_stars(), expect_announcer());
    let said = text.favourite;
    let star = move || stars.put(id, !untrack(|| stars.is_on(id, said)), failure);
    let kept_back = RwSignal::new(text.kept_back);
    let keep_back = move || {
        let on = !kept_back.get_untracked();
        spawn_local(async move {
            match keeper.ask(Request::Mark { id, mark: Mark::KeptBack(on) }).await {
                Ok(_) => {
                    kept_back.try_set(on);
                    announcer.say(if on { say!(entry.kept_back_on) } else { say!(entry.kept_back_off) });
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let never_share = RwSignal::new(text.never_share);
    let never = move || {
        let on = !never_share.get_untracked();
        spawn_local(async move {
            match keeper.ask(Request::Mark { id, mark: Mark::NeverShare(on) }).await {
                Ok(_) => {
                    never_share.try_set(on);
                    announcer.say(if on {
                        say!(summary.entry_never_on)
                    } else {
                        say!(summary.entry_never_off)
                    });
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let star = button(say!(entry.favourite), star)
        .icon("#i-star")
        .pressed_while(move || stars.is_on(id, said))
        .quiet();
    let keep_back = button(say!(entry.keep_back), keep_back).pressed(kept_back).quiet();
    let never = button(say!(summary.entry_never), never).pressed(never_share).quiet();
    boxed("beside", [star.piece(), keep_back.piece(), never.piece()])
}
