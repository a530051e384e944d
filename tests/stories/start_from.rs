//! Beginnings: those that Trestle brings, one with a notice before it, and own ones.

use stories::{Device, Role, Story};

#[test]
fn a_beginning_fills_the_editor_and_nothing_is_kept_until_something_is_typed() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.press("Start from…");
        page.press_about("Past 24 hours, next 24 hours");
        page.holds("Title", "Past 24 hours, next 24 hours");
        let text = page.value("Entry");
        assert!(text.contains("## The past 24 hours") && text.contains("## The next 24 hours"), "{text}");
        page.press("Back");
        page.has(Role::Heading, "Journal");
        page.lacks(Role::Button, "Go on writing");
        for title in ["Not sure yet", "Something I heard that helped", "Three good things"] {
            page.press("Start from…");
            page.press_about(title);
            page.holds("Title", title);
            page.press("Back");
        }
        page.press("Start from…");
        page.press_about("Right now");
        let word = story.canaries().word("now");
        page.fill("Entry", &word);
        page.save();
        page.has(Role::Heading, "Journal");
        page.sees("Right now");
    });
}

#[test]
fn a_heavier_one_begins_with_a_notice() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.press("Start from…");
        page.press_about("My story so far");
        page.sees("Nothing painful has to be told.");
        page.lacks(Role::Textbox, "Entry");
        page.press("Not now");
        page.no_longer_sees("Nothing painful has to be told.");
        page.press_about("My story so far");
        page.press("Begin");
        page.holds("Title", "My story so far");
    });
}

#[test]
fn an_own_beginning_is_added_used_changed_deleted_and_taken_back() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let (name, line) = (story.canaries().word("name"), story.canaries().word("line"));
        page.create_journal(&story.passphrase(), Device::Mine);
        page.press("Start from…");
        page.press("Add your own");
        page.press("Save");
        page.sees("Please give it a name first.");
        page.fill("Name", &name);
        page.fill("Text", &line);
        page.press("Save");
        page.has(Role::Heading, "Start from…");
        page.press_about(&name);
        page.holds("Title", &name);
        page.holds("Entry", &line);
        page.press("Back");
        page.press("Start from…");
        page.press(&format!("Edit {name}"));
        page.fill("Name", "more");
        page.press("Save");
        page.press(&format!("Edit {name}more"));
        page.press("Delete");
        page.press("Undo");
        page.press("Start from…");
        page.sees(&format!("{name}more"));
    });
}
