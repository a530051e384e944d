//! Everything is done with the keyboard alone, and where the focus is can always be told.

use std::collections::HashSet;

use stories::{Page, Role, Story};

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const SPACE: char = ' ';
const DOWN: char = '\u{e015}';

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
