//! Earlier wordings of an entry: looked at, and copied back.

use stories::{Device, Role, Story};

#[test]
fn an_earlier_wording_is_looked_at_and_copied_back_into_the_editor() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let writing = story.writing();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.write_entry(&writing);
        page.press_about(&writing.title);
        page.has(Role::Button, "Edit");
        assert!(!page.text().contains("Earlier wordings"), "there is none yet");
        page.press("Edit");
        let other = story.canaries().word("other");
        page.paste("Entry", &other);
        page.save();
        page.sees(&other);
        assert!(!page.text().contains(&writing.text));
        page.press("Earlier wordings (1)");
        page.sees(&writing.text);
        page.sees("Until ");
        page.press("Copy into the editor");
        page.holds("Entry", &writing.text);
        page.holds("Title", &writing.title);
        page.save();
        page.sees(&writing.text);
        page.press("Earlier wordings (2)");
        page.sees(&other);
    });
}
