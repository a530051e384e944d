//! A borrowed device: the journal is in memory only, says so, refuses to close silently, and leaves nothing.

use stories::{Device, Role, Story, Writing};

/// What the page answers to whoever wants to close it.
const ASKS_TO_STAY: &str = "
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;";

const WITNESSES: &str =
    "return Object.keys(localStorage).filter((key) => key.startsWith('trestle/1/')).length;";

fn asks_to_stay(story: &Story) -> bool {
    story.page().script(ASKS_TO_STAY, Vec::new()).as_bool() == Some(true)
}

fn keeps_nothing(story: &Story) {
    assert_eq!(story.databases(), Vec::<String>::new(), "no database");
    assert_eq!(story.page().script(WITNESSES, Vec::new()).as_u64(), Some(0), "no witness");
}

#[test]
fn a_borrowed_journal_is_in_this_tab_only_and_ends_with_a_word() {
    Story::tell_in_chromium(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        let page = story.page();
        assert!(!asks_to_stay(story), "nothing to lose yet");
        page.press("Create a journal");
        page.press("Borrowed");
        page.sees("every word is lost");
        page.press("Back");
        page.create_to_today(&passphrase, Device::Borrowed);
        page.sees("Nothing of this journal is on this device.");
        page.write_entry(&writing);
        keeps_nothing(story);
        assert!(asks_to_stay(story));

        page.lock();
        keeps_nothing(story);
        assert!(asks_to_stay(story), "locked, it is still there to be lost");
        page.try_unlock("another passphrase");
        page.sees("That passphrase did not open this journal.");
        page.unlock_to_today(&passphrase);
        page.sees(&writing.title);

        page.press("Save to a file and end");
        page.sees("It holds 1 entry, and nothing of it is on this device.");
        page.press("Keep it open");
        page.sees(&writing.title);
        page.press("Save to a file and end");
        page.press("End it and lose everything in it");
        page.has(Role::Button, "Create a journal");
        keeps_nothing(story);
        assert!(!asks_to_stay(story));
    });
}

#[test]
fn a_borrowed_journal_ends_in_a_file_and_begins_from_it() {
    Story::tell_in_chromium(|story| {
        let folder = story.keep_downloads();
        let (passphrase, writing) = (story.passphrase(), story.writing());
        let page = story.page();
        page.create_to_today(&passphrase, Device::Borrowed);
        page.write_entry(&writing);
        page.script("window.showSaveFilePicker = undefined", Vec::new());
        page.press_role(Role::Button, "Today");
        page.press("Save to a file and end");
        page.sees("It holds 1 entry");
        page.press("Save to a file and end");
        let file = story.downloaded(&folder, "trestle", "borrowed.trestle");
        story.choose_file(&file);
        page.has(Role::Button, "Create a journal");
        keeps_nothing(story);

        page.press("Open a backup");
        story.choose_file(&file);
        page.fill("Passphrase", &passphrase);
        page.press("Open the file");
        page.sees("What is in it");
        page.press("Borrowed");
        page.press("Bring the journal back");
        page.sees("Nothing of this journal is on this device.");
        page.sees(&writing.title);
        keeps_nothing(story);
    });
}

#[test]
fn days_of_use_of_a_borrowed_journal_leave_no_byte_of_it() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        story.page().create_to_today(&passphrase, Device::Borrowed);
        for _ in 0..4 {
            story.page().write_entry(&story.writing());
            story.page().lock();
            story.page().unlock_to_today(&passphrase);
        }
        story.page().begin_entry(&Writing { text: story.canaries().word("unsaved"), ..Writing::default() });
        keeps_nothing(story);
        story.kill_and_restart();
        let findings = story.scan_profile();
        assert!(findings.is_empty(), "{findings:?}");
        story.page().has(Role::Button, "Create a journal");
        keeps_nothing(story);
    });
}
