//! All tags: their entries, renaming, and making two one.

use stories::{Device, Page, Role, Story};

fn open(page: &Page) {
    page.press("Filter");
    page.press("All tags");
    page.has(Role::Heading, "Tags");
}

#[test]
fn a_tag_is_renamed_everywhere_and_made_one_with_another_only_when_that_is_wanted() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        let (one, other) = (story.writing(), story.writing());
        page.write_entry(&one);
        page.write_entry(&other);
        open(&page);
        let new = story.canaries().word("new");
        page.press(&format!("Rename {}", one.tags));
        page.paste("New name", &new);
        page.press("Rename");
        page.sees("1 entry was changed.");
        page.has(Role::Button, &format!("Rename {new}"));
        page.press("Close");
        page.press(&format!("Rename {new}"));
        page.paste("New name", &other.tags);
        page.press("Rename");
        page.sees(&format!("There is a tag {} already.", other.tags));
        page.press("Cancel");
        page.has(Role::Button, &format!("Rename {new}"));
        page.press_until("Rename", "There is a tag");
        page.press("Make them one");
        page.lacks(Role::Button, &format!("Rename {new}"));
        page.sees("2 entries");
        page.press_about(&format!("{} 2 entries", other.tags));
        page.has(Role::Heading, "Journal");
        page.sees("2 entries found.");
    });
}
