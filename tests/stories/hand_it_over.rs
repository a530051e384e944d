//! "Show on this screen": the journal locks first, only the page stays, and leaving it needs unlocking. A receipt is kept
//! where it was wanted.

use serde_json::json;
use stories::{Device, Role, Story};

use crate::summary_print::to_preview;

const STANDS: &str = "const frames = [...document.querySelectorAll('iframe')];
    return [frames.length, frames[0]?.getAttribute('sandbox'), (frames[0]?.srcdoc ?? '').includes(arguments[0]),
        document.querySelectorAll('.shell, #app textarea, #app input').length];";

#[test]
fn only_the_page_stays_and_leaving_it_needs_unlocking() {
    Story::tell(|story| {
        let (passphrase, question) = (story.passphrase(), story.canaries().word("question"));
        let written = story.writing();
        story.page().create_to_today(&passphrase, Device::Mine);
        let page = story.page();
        page.write_entry(&written);
        to_preview(&page, &question);
        page.press("Keep a receipt in the journal");
        page.press("Show on this screen");
        page.has(Role::Button, "Close and stay locked");
        page.lacks(Role::Button, "Lock");
        assert_eq!(page.script(STANDS, vec![json!(question)]), json!([1, "", true, 0]));
        assert!(!page.text().contains(&written.title));
        page.press("Close and stay locked");
        page.has(Role::Button, "Unlock");
        assert_eq!(page.script("return document.querySelectorAll('iframe').length", Vec::new()), 0);
        page.unlock_to_today(&passphrase);
        page.press("Insights");
        page.press("Make a summary");
        page.press("Receipts");
        page.sees("shown on the screen");
        page.sees("Told: goals, craving and mood");
    });
}
