//! A way in that is removed: everything is sealed anew, a new sheet is shown first, and what went opens nothing, not even
//! with the old header put back. The passphrase and the new sheet open it.

use serde_json::Value;
use stories::{Device, Role, Story};

use crate::forgot_passphrase::{lines_shown, type_lines};
use crate::passkey::{add, lists_passkey, play};

/// The stored header, as text; or puts that one back.
const HEADER: &str = "const [put, done] = [arguments[0], arguments[arguments.length - 1]];
    indexedDB.databases().then(([{ name }]) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
            const root = opening.result.transaction('root', 'readwrite').objectStore('root');
            const asked = put ? root.put(new Uint8Array(JSON.parse(put)), 'header') : root.get('header');
            asked.onsuccess = () => {
                const bytes = put ? [] : Array.from(new Uint8Array(asked.result.buffer ?? asked.result));
                opening.result.close();
                done(JSON.stringify(bytes));
            };
            asked.onerror = () => done('failed');
        };
    });";

#[test]
fn a_removed_passkey_opens_nothing_and_passphrase_and_new_sheet_do() {
    Story::tell_on_localhost(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        play(story, true);
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.write_entry(&writing);
        page.go_to_settings();
        add(&page);
        let old_header = page.script_async(HEADER, vec![Value::Null]);

        page.press_about("Remove the passkey");
        page.has(Role::Heading, "Remove this way in");
        page.sees("Everything is sealed anew");
        page.fill("Current passphrase", &story.passphrase());
        page.press_until("Go on", "It works once the way in is removed.");
        lines_shown(story);
        page.press("Remove this way in");
        page.sees("That passphrase did not open this journal.");
        page.fill("Current passphrase", &passphrase);
        page.press_until("Go on", "It works once the way in is removed.");
        let sheet = lines_shown(story);
        page.press("Remove this way in");
        page.sees("That way in opens nothing here now.");
        page.press("Done");
        page.sees("Recovery sheet");
        assert!(!lists_passkey(&page), "it is listed no longer");

        page.lock();
        page.press_until("Use a passkey", "That passkey did not open this journal.");
        let new_header = page.script_async(HEADER, vec![Value::Null]);
        assert_ne!(old_header, new_header);
        page.script_async(HEADER, vec![old_header]);
        page.press_until("Use a passkey", "That passkey did not open this journal.");
        // The witness's header opens it, and takes its place again.
        page.unlock(&passphrase);
        page.sees(&writing.title);
        assert_eq!(page.script_async(HEADER, vec![Value::Null]), new_header);
        page.lock();
        page.press("Use the recovery sheet");
        type_lines(&page, &sheet);
        page.press("Open the journal");
        page.has(Role::Heading, "Choose a new passphrase");
    });
}
