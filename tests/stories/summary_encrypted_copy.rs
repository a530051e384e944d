//! "Save encrypted copy": one file that opens offline from the disk, with its own passphrase.

use stories::{Device, Role, Story};

use crate::summary_print::to_preview;

const WORDS: &str = "return document.querySelector('.summary-words')?.textContent ?? '';";

#[test]
fn the_copy_opens_from_the_disk_with_its_own_words_and_nothing_else() {
    Story::tell_in_chromium(|story| {
        let question = story.canaries().word("question");
        story.page().create_to_today(&story.passphrase(), Device::Mine);
        let downloads = story.keep_downloads();
        let page = story.page();
        to_preview(&page, &question);
        page.press_about("Save encrypted copy");
        page.press("Suggest one");
        let words = page.until("offered words", || {
            let words = page.script(WORDS, Vec::new()).as_str().unwrap_or_default().to_owned();
            Ok((!words.is_empty()).then_some(words))
        });
        story.canaries().watch(&words);
        page.press("Save the copy");
        page.sees("Saved to downloads.");
        let file = story.downloaded(&downloads, "html", "copy.html");
        story.tolerate("request: GET file://");
        story.tolerate("request: GET blob:");
        story.new_tab();
        story.go(&format!("file://{}", file.display()));
        let page = story.page();
        page.fill("Passphrase", "other words entirely");
        page.press("Open");
        page.sees("That passphrase did not open this backup.");
        page.empty("Passphrase");
        page.fill("Passphrase", &words);
        page.press("Open");
        page.has(Role::Button, "Print");
        let inside = "return document.getElementById('page').shadowRoot.textContent;";
        assert!(page.script(inside, Vec::new()).as_str().unwrap_or_default().contains(&question));
        story.tab(0);
    });
}
