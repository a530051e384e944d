//! Back: on one's own device it goes to the screen before and stays in the journal; on a shared one it leaves, and leaves
//! no entry behind. However it is pressed, it never shows anything of a journal that was locked or left.

use stories::{Device, Page, Role, Story};

fn history(page: &Page) -> u64 {
    page.script("return history.length", Vec::new()).as_u64().expect("a number")
}

fn holds_none(story: &Story) {
    let page = story.page();
    page.has(Role::Button, "Unlock");
    let everything = page.script("return document.documentElement.outerHTML", Vec::new());
    let everything = everything.as_str().unwrap_or_default();
    assert!(everything.len() > 1_000, "the page was looked at");
    for word in story.canaries().words() {
        assert!(!everything.contains(&word), "{word} is on the page");
    }
}

/// Goes to another page of this site and steps back, as the browser's own button does.
fn there_and_back(story: &Story) {
    let origin = story.origin().to_owned();
    story.go(&format!("{origin}/files.json"));
    story.page().script("history.back()", Vec::new());
}

#[test]
fn on_a_shared_device_nothing_is_left_in_the_history_and_back_leaves() {
    Story::tell_in_chromium(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        let page = story.page();
        page.has(Role::Button, "Create a journal");
        let before = history(&page);
        page.create_journal(&passphrase, Device::Shared);
        page.write_entry(&writing);
        page.press_about(&writing.title);
        page.has(Role::Button, "Edit");
        page.press("Back");
        page.go_to_settings();
        assert_eq!(history(&page), before);
        page.lock();
        assert_eq!(history(&page), before);
        page.unlock(&passphrase);
        page.press_about(&writing.title);
        page.sees(&writing.text);
        let origin = story.origin().to_owned();
        page.script("history.back()", Vec::new());
        page.until("the page before", || {
            Ok((!page.script("return location.href", Vec::new()).as_str().unwrap_or("").starts_with(&origin))
                .then_some(()))
        });
        page.script("history.forward()", Vec::new());
        holds_none(story);
    });
}

#[test]
fn on_ones_own_device_back_goes_to_the_screen_before_and_shows_nothing_once_it_is_locked() {
    Story::tell_in_chromium(|story| {
        story.tolerate("the history grew");
        // Asked for by the browser beside a page that is no document.
        story.tolerate("favicon.ico");
        let (passphrase, writing) = (story.passphrase(), story.writing());
        let page = story.page();
        page.has(Role::Button, "Create a journal");
        let before = history(&page);
        page.create_journal(&passphrase, Device::Mine);
        page.write_entry(&writing);
        for _ in 0..2 {
            page.press_about(&writing.title);
            page.has(Role::Button, "Edit");
            page.script("history.back()", Vec::new());
            page.lacks(Role::Button, "Edit");
            page.has(Role::Heading, "Journal");
            assert_eq!(page.count(Role::Button, "Lock"), Ok(1), "{}", page.outline());
        }
        assert_eq!(history(&page), before + 1, "one guard, however often Back was pressed");
        // Left with the journal open, and come back to: from the browser's memory, or loaded anew.
        page.press_about(&writing.title);
        page.sees(&writing.text);
        there_and_back(story);
        holds_none(story);
        page.unlock(&passphrase);
        page.press_about(&writing.title);
        page.sees(&writing.text);
        page.lock();
        there_and_back(story);
        holds_none(story);
        // Once more, out of the guard: the lock screen stays, or the page is left.
        page.script("history.back()", Vec::new());
        page.script("history.forward()", Vec::new());
        holds_none(story);
    });
}
