//! A browser that keeps nothing says so; nobody writes into a void.

use serde_json::json;
use stories::{Device, Role, Story};

/// What a browser does that refuses storage, in the page and in its workers, which inherit nothing from the page.
const NO_DATABASES: &str = "Object.defineProperty(globalThis, 'indexedDB', { get() { return undefined; } });";

#[test]
fn a_browser_without_storage_is_told_so() {
    Story::tell_in_chromium(|story| {
        story.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NO_DATABASES }));
        story.put_before_workers(NO_DATABASES);
        story.page().sees("The browser refuses to store anything for this page.");
        story.page().lacks(Role::Button, "Create journal");
        // The page cannot be searched for what it keeps: it can keep nothing.
        story.tolerate("what the page keeps could not be read");
    });
}

/// As where cookies and site data are refused: the page may not even look.
const NO_LOCAL_STORAGE: &str = "
    for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { get() { throw new DOMException('', 'SecurityError'); } });
    }";

#[test]
fn a_browser_without_local_storage_keeps_the_journal_and_says_that_settings_are_lost() {
    Story::tell_in_chromium(|story| {
        story.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NO_LOCAL_STORAGE }));
        story.reload();
        let (passphrase, writing) = (story.passphrase(), story.writing());
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&writing);
        story.page().go_to_settings();
        story.page().press("Dark");
        story.page().sees("This browser does not let the page keep its settings. They last until it closes.");
        story.reload();
        story.page().unlock(&passphrase);
        story.page().sees(&writing.title);
        // The story's own search may not look there either.
        story.tolerate("what the page keeps could not be read");
    });
}
