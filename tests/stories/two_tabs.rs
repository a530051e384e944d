//! Two tabs with one journal: each sees what the other writes, and neither overwrites the other.

use stories::{Device, Story};

#[test]
fn what_one_tab_saves_the_other_shows() {
    Story::tell(|story| {
        let (passphrase, first, second) = (story.passphrase(), story.writing(), story.writing());
        story.page().create_journal(&passphrase, Device::Mine);
        story.new_tab();
        story.page().unlock(&passphrase);
        story.page().write_entry(&first);
        story.check_page();
        story.tab(0);
        story.page().sees(&first.title);
        story.page().write_entry(&second);
        story.check_page();
        story.tab(1);
        story.page().sees(&second.title);
    });
}

#[test]
fn one_entry_changed_in_both_tabs_keeps_both_wordings() {
    Story::tell(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        let (here, there) = (story.canaries().word("here"), story.canaries().word("there"));
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&writing);
        story.new_tab();
        story.page().unlock(&passphrase);
        for (tab, word) in [(0, &here), (1, &there)] {
            story.tab(tab);
            story.page().press_about(&writing.title);
            story.page().press("Edit");
            story.page().fill("Entry", &format!(" {word}"));
        }
        story.page().save();
        story.tab(0);
        story.page().press("Save");
        story.page().sees("Both wordings are kept.");
        for tab in [0, 1] {
            story.tab(tab);
            story.page().sees("This entry was changed in two places at once.");
            story.page().sees(&here);
            story.page().sees(&there);
            story.check_page();
        }
    });
}
