//! Everything is done with the keyboard alone, and where the focus is can always be told.

use std::collections::HashSet;

use stories::{Device, Page, Role, Story};

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const SPACE: char = ' ';
const DOWN: char = '\u{e015}';
const UP: char = '\u{e013}';

/// Presses Tab until the thing with this name has the focus.
fn tab_to(page: &Page, name: &str) {
    let mut passed = HashSet::new();
    for _ in 0..60 {
        if page.focused().is_some_and(|(_, focused)| focused == name) {
            return;
        }
        page.key(TAB);
        passed.insert(page.focused());
    }
    panic!("{name:?} is not reached by Tab; passed: {passed:?}; the page shows:\n{}", page.outline());
}

fn type_text(page: &Page, text: &str) {
    for char in text.chars() {
        page.key(char);
    }
}

#[test]
fn create_write_lock_and_unlock_need_no_pointer() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let (passphrase, word) = (story.passphrase(), story.canaries().word("typed"));
        page.has(Role::Button, "Create a journal");
        tab_to(&page, "Create a journal");
        page.key(ENTER);
        page.has(Role::Button, "Create journal");
        tab_to(&page, "Mine");
        page.key(DOWN);
        page.until("the next choice", || {
            Ok((page.is_checked(Role::Radio, "Shared") == Some(true)).then_some(()))
        });
        tab_to(&page, "Passphrase");
        type_text(&page, &passphrase);
        tab_to(&page, "Passphrase again");
        type_text(&page, &passphrase);
        tab_to(&page, "Nobody can reset this for me");
        page.key(SPACE);
        tab_to(&page, "Create journal");
        page.key(ENTER);
        page.has(Role::Button, "New entry");
        tab_to(&page, "New entry");
        page.key(ENTER);
        page.has(Role::Textbox, "Entry");
        tab_to(&page, "Entry");
        type_text(&page, &word);
        tab_to(&page, "Save");
        page.key(ENTER);
        page.sees("Saved");
        page.sees(&word);
        tab_to(&page, "Lock");
        page.key(ENTER);
        page.has(Role::Button, "Unlock");
        tab_to(&page, "Passphrase");
        type_text(&page, &passphrase);
        page.key(ENTER);
        page.has(Role::Button, "New entry");
        page.sees(&word);
    });
}

#[test]
fn logging_an_urge_and_riding_one_out_need_no_pointer() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let word = story.canaries().word("typed");
        page.create_to_today(&story.passphrase(), Device::Mine);
        tab_to(&page, "Urges");
        page.key(ENTER);
        page.has(Role::Button, "Ride it out");
        tab_to(&page, "Log an urge");
        page.key(ENTER);
        page.has(Role::Button, "Save");
        tab_to(&page, "0, not at all");
        page.keys(&[DOWN, DOWN, DOWN]);
        page.until("the third", || Ok((page.is_checked(Role::Radio, "3") == Some(true)).then_some(())));
        tab_to(&page, "What set it off?");
        page.key(ENTER);
        page.has(Role::Checkbox, "A conflict");
        tab_to(&page, "A conflict");
        page.key(SPACE);
        page.has(Role::Checkbox, "An argument");
        tab_to(&page, "Own words");
        type_text(&page, &word);
        page.key(ENTER);
        page.has(Role::Button, &format!("Take off {word}"));
        tab_to(&page, "Save");
        page.key(ENTER);
        page.sees("Urge, 3 of 10");
        tab_to(&page, "Ride it out");
        page.key(ENTER);
        page.has(Role::Button, "How is it now?");
        tab_to(&page, "0, not at all");
        page.key(UP);
        page.until("the tenth", || {
            Ok((page.is_checked(Role::Radio, "10, as strong as can be") == Some(true)).then_some(()))
        });
        tab_to(&page, "How is it now?");
        page.key(ENTER);
        page.has(Role::Radiogroup, "How strong is it now?");
        tab_to(&page, "0, not at all");
        page.keys(&[DOWN, DOWN]);
        page.sees("to 2, in 1 min.");
        tab_to(&page, "Save");
        page.key(ENTER);
        page.sees("Urge, 10 of 10");
    });
}
