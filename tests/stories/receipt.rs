//! A receipt of what was shared: off until it is wanted, kept sealed, listed, and deleted with a way back.

use stories::{Device, Role, Story};

use crate::summary_print::to_preview;

/// The first half of a digest's digits, as a receipt shows them.
const SHA256: &str = "crypto.subtle.digest('SHA-256', new TextEncoder().encode(arguments[0])).then((digest) =>
    arguments[1]([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('').slice(0, 16)));";

#[test]
fn a_receipt_is_kept_where_it_is_wanted_says_what_went_out_and_can_be_deleted_and_taken_back() {
    Story::tell_in_chromium(|story| {
        let (passphrase, question) = (story.passphrase(), story.canaries().word("question"));
        story.page().create_to_today(&passphrase, Device::Mine);
        let downloads = story.keep_downloads();
        let page = story.page();
        to_preview(&page, &question);
        assert_eq!(page.is_checked(Role::Checkbox, "Keep a receipt in the journal"), Some(false));
        page.press_about("Other formats");
        page.press("Plain text");
        story.downloaded(&downloads, "txt", "one.txt");
        page.press_role(Role::Checkbox, "Keep a receipt in the journal");
        page.press("Spreadsheet (CSV)");
        let file = story.downloaded(&downloads, "csv", "other.csv");
        assert!(std::fs::read_to_string(&file).expect("the file").contains(&question));
        // What is handed over in the clear lies there in the clear.
        let number =
            page.script_async(SHA256, vec![std::fs::read_to_string(&file).expect("the file").into()]);
        for name in ["one.txt", "other.csv"] {
            std::fs::remove_file(story.profile().join(name)).expect("a file to remove");
        }
        page.press("Back");
        page.press("Receipts");
        page.sees("spreadsheet, days");
        page.no_longer_sees("plain text, days");
        page.sees("Told: goals, craving and mood, triggers");
        page.sees(&format!("Check number: {}", number.as_str().expect("a number")));
        page.lock();
        page.unlock_to_today(&passphrase);
        page.press("Insights");
        page.press("Make a summary");
        page.press("Receipts");
        page.press("Delete the receipt");
        page.sees("No receipt is kept.");
        page.press("Undo");
        page.sees("spreadsheet, days");
    });
}
