//! One journal on two devices: they write apart, exchange files, and end equal, with both wordings where both changed.
//! The second device is a second journal in one browser: keys and storage of its own.

use std::path::{Path, PathBuf};

use stories::{Device, Page, Role, Story};

fn back_up(story: &Story, folder: &Path, name: &str) -> PathBuf {
    let page = story.page();
    page.script("window.showSaveFilePicker = undefined", Vec::new());
    page.go_to_settings();
    page.press("Back up now");
    page.sees("one sealed file with everything");
    page.press("Back up now");
    story.downloaded(folder, "trestle", name)
}

/// From any room to what a file holds, by its passphrase.
fn look_into(story: &Story, file: &Path, passphrase: &str) {
    let page = story.page();
    page.go_to_settings();
    page.press("Restore");
    story.choose_file(file);
    page.sees("It does not open with the keys of this journal.");
    page.fill("Passphrase", passphrase);
    page.press("Open the file");
    page.sees("What is in it");
}

/// From the lock to the list of one of the journals.
fn open(page: &Page<'_>, journal: &str, passphrase: &str, title: &str) {
    page.press(journal);
    page.unlock_to_today(passphrase);
    page.go_to_journal();
    page.sees(title);
}

fn add_to_text(page: &Page<'_>, title: &str, more: &str) {
    page.go_to_journal();
    page.press_about(title);
    page.press("Edit");
    page.fill("Entry", more);
    page.save();
}

#[test]
fn two_devices_that_exchange_files_end_equal() {
    Story::tell_in_chromium(|story| {
        let folder = story.keep_downloads();
        let (passphrase, shared) = (story.passphrase(), story.writing());
        let (of_first, of_second) = (story.canaries().word("first"), story.canaries().word("second"));
        let (only_first, only_second) = (story.writing(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.write_entry(&shared);
        let file = back_up(story, &folder, "first.trestle");

        page.lock();
        for _ in 0..3 {
            page.try_unlock("not this one");
            page.sees("That passphrase did not open this journal.");
        }
        page.press("Open a backup");
        story.choose_file(&file);
        page.fill("Passphrase", &passphrase);
        page.press("Open the file");
        page.sees("What is in it");
        page.press("Mine");
        page.press("Bring the journal back");
        page.has(Role::Button, "Log an urge");
        add_to_text(&page, &shared.title, &of_second);
        page.go_to_journal();
        page.write_entry(&only_second);
        let from_second = back_up(story, &folder, "second.trestle");

        // Their signs are drawn: which is which, what is in them tells.
        page.lock();
        let signs = page.until("two journals", || {
            let signs = page.names(Role::Radio);
            Ok((signs.len() == 2).then_some(signs))
        });
        open(&page, &signs[0], &passphrase, &shared.title);
        let is_first = !page.text().contains(&only_second.title);
        let (first, second) = if is_first { (&signs[0], &signs[1]) } else { (&signs[1], &signs[0]) };
        if !is_first {
            page.lock();
            open(&page, first, &passphrase, &shared.title);
        }
        assert!(!page.text().contains(&only_second.title), "the first has not met the second");
        add_to_text(&page, &shared.title, &of_first);
        page.go_to_journal();
        page.write_entry(&only_first);
        look_into(story, &from_second, &passphrase);
        page.sees("Not here yet");
        page.sees("Changed in both");
        page.sees("Only here");
        page.press("Merge into this journal");
        page.sees("2 records came in or changed.");
        page.press("Undo");
        page.go_to_journal();
        page.no_longer_sees(&only_second.title);
        look_into(story, &from_second, &passphrase);
        page.press("Merge into this journal");
        page.sees("2 records came in or changed.");
        page.press("Close");
        let from_first = back_up(story, &folder, "third.trestle");

        page.lock();
        open(&page, second, &passphrase, &shared.title);
        look_into(story, &from_first, &passphrase);
        page.press("Merge into this journal");
        page.sees("2 records came in or changed.");
        page.press("Close");
        page.go_to_journal();
        for title in [&shared.title, &only_first.title, &only_second.title] {
            page.sees(title);
        }
        page.press_about(&shared.title);
        page.sees(&of_first);
        page.sees(&of_second);
        // What the two hold is the same now.
        look_into(story, &from_first, &passphrase);
        page.sees("Everything in it is here already");
        assert!(!page.text().contains("Only here"), "nothing is here alone");
    });
}
