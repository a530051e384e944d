//! A file of Day One: what is in it is told first, it comes in one step, a second import does nothing, and what came can
//! be taken back.

use std::path::Path;

use stories::{Device, Role, Story};

/// Chooses a file in the page's one field for files, as the browser's own dialog does.
pub fn choose(story: &Story, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/exchange/fixtures");
    // The browser reads no path that leads upwards.
    let path = folder.join(name).canonicalize().unwrap_or_else(|error| panic!("{name}: {error}"));
    story.choose_file(&path);
}

#[test]
fn a_journal_of_day_one_comes_over_once() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.press("Settings");
        page.press("Import");
        choose(story, "jrnl.json");
        page.sees("This file comes from jrnl.");
        page.press("Cancel");
        page.has(Role::Button, "Choose a file");
        choose(story, "day-one.json");
        page.sees("This file comes from Day One.");
        page.sees("Entries: 4");
        page.press("Bring it over");
        page.sees("New here: 4.");
        page.press("Go to the Journal");
        page.press_about("Morning");
        page.sees("Walked to the sea. It was cold!");
        page.press("Settings");
        page.press("Import");
        choose(story, "day-one.json");
        page.sees("4 of them are here already");
        page.press("Bring it over");
        page.sees("Here already, and left as they are: 4.");
    });
}
