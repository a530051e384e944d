//! What is being written comes back: after a reload, a lock, a closed browser and a killed one.

use stories::{Device, Page, Role, Story, Writing};

fn goes_on(page: &Page, writing: &Writing) {
    page.sees("You were writing. Here it is.");
    page.holds("Title", &writing.title);
    page.holds("Entry", &writing.text);
    page.holds("Tags", &writing.tags);
    assert_eq!(page.is_checked(Role::Radio, "7"), Some(true));
}

#[test]
fn a_draft_comes_back_after_a_reload_and_can_be_saved() {
    Story::tell(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().begin_entry(&writing);
        story.page().sees("Draft kept on this device.");
        story.reload();
        story.page().unlock_into_draft(&passphrase);
        goes_on(&story.page(), &writing);
        story.page().save();
        story.reload();
        story.page().unlock(&passphrase);
        story.page().sees(&writing.title);
        story.page().no_longer_sees("You were writing. Here it is.");
    });
}

#[test]
fn a_draft_comes_back_after_locking() {
    Story::tell(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Shared);
        page.begin_entry(&writing);
        // At once: what is not posted yet must come along.
        page.lock();
        page.unlock_into_draft(&passphrase);
        goes_on(&page, &writing);
    });
}

#[test]
fn a_draft_of_a_saved_entry_leaves_the_entry_alone_until_it_is_saved() {
    Story::tell_in_chromium(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&writing);
        story.page().press_about(&writing.title);
        story.page().press("Edit");
        let more = story.canaries().word("more");
        story.page().fill("Title", &more);
        story.page().sees("Draft kept on this device.");
        story.restart();
        story.page().unlock_into_draft(&passphrase);
        story.page().holds("Title", &format!("{}{more}", writing.title));
        story.page().press("Back");
        story.page().press_about(&writing.text);
        story.page().no_longer_sees(&more);
    });
}
