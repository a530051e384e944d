//! A backup that was made in Chromium (version 0.4.0) comes back, every word of it, in whichever browser tells this.

use std::path::Path;

use stories::{Role, Story};

/// What opens it, and what it holds.
const PASSPHRASE: &str = "abacus abdomen abide ablaze abrasive";
const TITLE: &str = "Zoë called at noon";
const TEXT: &str = "We walked to the harbour and back. 😀";

#[test]
fn a_backup_of_another_browser_brings_every_word_back() {
    Story::tell(|story| {
        [PASSPHRASE, TITLE, TEXT].iter().for_each(|words| story.canaries().watch(words));
        let page = story.page();
        page.press("Open a backup");
        story.choose_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/chromium.trestle"));
        page.sees("This is a backup.");
        page.fill("Passphrase", PASSPHRASE);
        page.press("Open the file");
        page.sees("What is in it");
        page.press("Mine");
        page.press("Bring the journal back");
        page.has(Role::Button, "Log an urge");
        page.go_to_journal();
        page.press_about(TITLE);
        page.sees(TEXT);
        page.lock();
        page.unlock(PASSPHRASE);
        page.sees(TITLE);
    });
}
