//! "Quick note" on the lock screen: on the owner's device and once switched on; kept or discarded at the next unlock.

use stories::{Device, Role, Story};

/// Puts another inbox key into the header and mends its checksum, as somebody could who can write the browser's files.
const SWAP_INBOX_KEY: &str = "
    const done = arguments[arguments.length - 1];
    const swap = async (name) => {
        const database = await new Promise((resolve, reject) => {
            const opening = indexedDB.open(name);
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => resolve(opening.result);
        });
        const asked = (request) => new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
        });
        const header = await asked(database.transaction('root').objectStore('root').get('header'));
        const bytes = new Uint8Array(header.slice(0));
        bytes.set(crypto.getRandomValues(new Uint8Array(32)), 1088);
        const digest = await crypto.subtle.digest('SHA-256', bytes.subarray(0, 1152));
        bytes.set(new Uint8Array(digest).subarray(0, 8), 1152);
        const same = header instanceof ArrayBuffer ? bytes.buffer : bytes;
        await asked(database.transaction('root', 'readwrite').objectStore('root').put(same, 'header'));
        database.close();
        return 1;
    };
    indexedDB.databases().then(([{ name }]) => swap(name)).then(done, (error) => done(String(error)));";

fn switch_on(story: &Story) {
    let page = story.page();
    page.press_role(Role::Button, "Settings");
    page.until("the switch of quick notes", || {
        let script = "const on = document.getElementById('quick-note-0');
            if (!on) return false;
            on.click();
            return on.getAttribute('aria-checked') === 'true';";
        Ok((page.script(script, Vec::new()).as_bool() == Some(true)).then_some(()))
    });
}

fn note(story: &Story, strength: u8, line: &str) {
    let page = story.page();
    if page.count(Role::Radio, "1") == Ok(0) {
        page.press("Quick note");
    }
    page.press_role(Role::Radio, &strength.to_string());
    page.fill("One line", line);
    page.no_longer_sees("Kept. You will see it when you unlock.");
    page.press_until("Save", "Kept. You will see it when you unlock.");
}

#[test]
fn a_note_written_while_locked_is_kept_or_discarded_at_unlock() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let (kept, discarded) = (story.canaries().word("kept"), story.canaries().word("discarded"));
        story.page().create_to_today(&passphrase, Device::Mine);
        story.page().lock();
        story.page().lacks(Role::Button, "Quick note");
        story.page().unlock_to_today(&passphrase);
        switch_on(story);
        story.page().lock();
        story.page().press("Quick note");
        story.page().press("Save");
        story.page().sees("Please choose a number first.");
        note(story, 8, &kept);
        note(story, 2, &discarded);
        story.kill_and_restart();
        story.page().unlock_to_today(&passphrase);
        story.page().sees("By whoever held this device.");
        story.page().sees(&kept);
        story.page().sees(&discarded);
        story.page().press_role(Role::Button, "Keep");
        story.page().sees("Kept as an urge.");
        story.page().press_role(Role::Button, "Discard");
        story.page().no_longer_sees(&discarded);
        story.page().sees("Urge, 8 of 10");
        story.page().lock();
        story.page().unlock_to_today(&passphrase);
        story.page().sees(&kept);
        assert!(!story.page().text().contains("Written while locked"), "nothing waits any more");
    });
}

#[test]
fn a_shared_device_offers_no_note() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        story.page().create_to_today(&passphrase, Device::Shared);
        story.page().press_role(Role::Button, "Settings");
        story.page().sees("Help and leaving");
        assert!(!story.page().text().contains("Quick note"));
        story.page().lock();
        story.page().lacks(Role::Button, "Quick note");
    });
}

#[test]
fn a_swapped_inbox_key_is_told_of_at_unlock() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        story.page().create_to_today(&passphrase, Device::Mine);
        switch_on(story);
        story.page().lock();
        assert_eq!(story.page().script_async(SWAP_INBOX_KEY, Vec::new()).as_u64(), Some(1));
        story.reload();
        note(story, 6, &story.canaries().word("astray"));
        story.page().unlock_to_today(&passphrase);
        story.page().sees("The lock of this journal was altered");
        story.page().sees("One note cannot be opened.");
        story.page().press("Discard");
        story.page().no_longer_sees("One note cannot be opened.");
        story.page().lock();
        story.page().unlock_to_today(&passphrase);
        assert!(!story.page().text().contains("was altered"), "it was set right");
    });
}
