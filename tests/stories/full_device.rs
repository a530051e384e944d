//! A device without room: said, the words stay, and they are saved once there is room.

use stories::{Device, Page, Role, Story, Writing};

/// From the moment the page says so until it takes it back, nothing more fits into any database, as the browser answers
/// then.
const FULL_WHEN_TOLD: &str = "
    let full = false;
    new BroadcastChannel('story').onmessage = ({ data }) => { full = data; };
    for (const method of ['add', 'put']) {
        const sound = IDBObjectStore.prototype[method];
        IDBObjectStore.prototype[method] = function (...given) {
            if (full) throw new DOMException('', 'QuotaExceededError');
            return sound.apply(this, given);
        };
    }";

fn tell_full(story: &Story, full: bool) {
    let script = format!(
        "const channel = new BroadcastChannel('story'); channel.postMessage({full}); channel.close();"
    );
    story.page().script(&script, Vec::new());
}

/// A second press within a moment of the first counts as one with it.
fn once_a_press_counts_anew(page: &Page) {
    let clock = || page.script("return performance.now()", Vec::new()).as_f64().expect("a clock");
    let then = clock() + 500.0;
    page.until("a press to count anew", || Ok((clock() > then).then_some(())));
}

#[test]
fn a_full_device_is_said_and_the_words_are_saved_once_there_is_room() {
    Story::tell_in_chromium(|story| {
        story.put_before_workers(FULL_WHEN_TOLD);
        let (passphrase, saved, writing) = (story.passphrase(), story.writing(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.write_entry(&saved);
        page.begin_entry(&writing);
        tell_full(story, true);
        page.press("Save");
        page.sees("Not saved yet. Your words are still here.");
        page.sees("The device has no more room for this page.");
        page.holds("Title", &writing.title);
        page.holds("Entry", &writing.text);
        tell_full(story, false);
        once_a_press_counts_anew(&page);
        page.save();
        page.sees(&writing.title);
        page.lock();
        page.unlock(&passphrase);
        page.sees(&writing.title);
        page.sees(&saved.title);
    });
}

#[test]
fn a_journal_that_does_not_fit_is_not_made() {
    Story::tell_in_chromium(|story| {
        story.put_before_workers(FULL_WHEN_TOLD);
        let page = story.page();
        let passphrase = story.passphrase();
        page.press("Create a journal");
        page.fill_create(&passphrase, Device::Mine);
        tell_full(story, true);
        page.press("Create journal");
        page.sees("The device has no more room for this page.");
        tell_full(story, false);
        story.reload();
        story.page().has(Role::Button, "Create a journal");
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&Writing { title: story.canaries().word("first"), ..Writing::default() });
    });
}
