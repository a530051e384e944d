//! "Save the reader": one file that opens a backup on any computer, without the site.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::{hand_over, reader};
use crate::screen::components::{boxed, button, problem_note, soft};
use crate::screen::contexts::expect_announcer;
use crate::screen::words::say;

/// Neutral enough, and found again beside the backups.
const FILE_NAME: &str = "trestle-reader.html";

/// What the reader is, and the button that saves it.
pub fn reader_link() -> AnyView {
    let announcer = expect_announcer();
    let problem = RwSignal::new(None::<&'static str>);
    let save = move || {
        problem.set(None);
        spawn_local(async move {
            match reader::reader_html().await.and_then(|page| hand_over::text(&page, "text/html", FILE_NAME))
            {
                Some(()) => announcer.say(say!(reader.saved)),
                None => drop(problem.try_set(Some(say!(reader.not_saved)))),
            }
        });
    };
    boxed(
        "stack",
        [
            soft(say!(reader.what)),
            boxed("actions", [button(say!(reader.save), save).piece()]),
            problem_note(move || problem.get()),
        ],
    )
}
