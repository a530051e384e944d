//! Locking takes every word off the screen; unlocking brings it back.

use stories::{Device, Role, Story};

#[test]
fn no_word_stays_on_the_screen_after_locking_and_all_come_back() {
    Story::tell(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.write_entry(&writing);
        page.press_about(&writing.title);
        page.sees(&writing.text);
        page.lock();
        let document = page.script("return document.documentElement.outerHTML", Vec::new());
        let document = document.as_str().unwrap_or_default().to_owned();
        assert!(document.contains("Unlock"), "the document was read");
        for word in story.canaries().words() {
            assert!(!document.contains(&word), "{word} is still in the document");
        }
        page.unlock(&passphrase);
        page.press_about(&writing.title);
        page.sees(&writing.text);
    });
}

#[test]
fn a_loaded_page_is_locked() {
    Story::tell(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        story.page().create_journal(&passphrase, Device::Shared);
        story.page().write_entry(&writing);
        story.reload();
        story.page().has(Role::Button, "Unlock");
        assert!(!story.page().text().contains(&writing.title));
        story.page().unlock(&passphrase);
        story.page().sees(&writing.title);
    });
}
