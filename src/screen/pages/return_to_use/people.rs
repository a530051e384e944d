//! "Who could you tell?": the person to call, words to begin with, and people who listen.

use keeper::protocol::ReturnWords;
use leptos::prelude::*;

use super::field;
use crate::screen::browser::help_now;
use crate::screen::components::{boxed, button, fold, plain};
use crate::screen::contexts::{Screen, SupportPlace, TablePlace, expect_screens};
use crate::screen::pages::person::person_if_named;
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

/// The section.
pub fn people(desk: Desk<ReturnWords>) -> AnyView {
    let tell = field(
        desk,
        ("tell", say!(return_to_use.tell_field), "text", say!(return_to_use.tell_help)),
        |words| &mut words.tell,
    );
    let listeners = button(say!(return_to_use.listeners), help_now::open_page).piece();
    let screens = expect_screens();
    let with_words = button(say!(return_to_use.ask_words), move || {
        // The way back leads to what is being written, which waits as a draft.
        screens.instead(Screen::of_draft(desk.draft()));
        screens.push(Screen::Support(SupportPlace::Table(TablePlace::Ask(None))));
    });
    let ask = fold(
        say!(return_to_use.ask),
        [plain(say!(return_to_use.you_could_say)), boxed("stack", [with_words.piece(), listeners])],
    );
    view! {
        <section class="stack-wide" aria-labelledby="tell-title">
            <h2 id="tell-title">{say!(return_to_use.tell)}</h2>
            {person_if_named()}
            {tell}
            {ask}
        </section>
    }
    .into_any()
}
