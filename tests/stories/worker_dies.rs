//! The keeper dies under the writer's hands: the screen notices, says so, and no word is lost.

use serde_json::json;
use stories::{Device, Role, Story};

/// Remembers every worker, so that the story can end them as a crash would: without a word to the page.
const REMEMBER_WORKERS: &str = "
    globalThis.storyWorkers = [];
    globalThis.Worker = class extends Worker {
        constructor(...words) {
            super(...words);
            globalThis.storyWorkers.push(this);
        }
    };";

const END_WORKERS: &str = "
    const ended = globalThis.storyWorkers.length;
    for (const worker of globalThis.storyWorkers) Worker.prototype.terminate.call(worker);
    return ended;";

#[test]
fn a_dead_keeper_is_noticed_and_the_text_is_kept() {
    Story::tell_in_chromium(|story| {
        story.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": REMEMBER_WORKERS }));
        story.reload();
        let (passphrase, saved, writing) = (story.passphrase(), story.writing(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.write_entry(&saved);
        page.begin_entry(&writing);
        let ended = page.script(END_WORKERS, Vec::new());
        assert!(ended.as_u64().is_some_and(|ended| ended > 0), "a worker was there to end");
        let last = story.canaries().word("last");
        page.fill("Entry", &format!(" {last}"));
        page.sees("The keeper stopped");
        page.holds("Entry", &format!("{} {last}", writing.text));
        page.press("Start again");
        page.has(Role::Button, "Unlock");
        page.unlock_into_draft(&passphrase);
        page.holds("Title", &writing.title);
        page.holds("Entry", &format!("{} {last}", writing.text));
        page.save();
        page.sees(&writing.title);
        page.sees(&saved.title);
    });
}

#[test]
fn a_keeper_that_dies_while_unlocking_is_noticed() {
    Story::tell_in_chromium(|story| {
        story.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": REMEMBER_WORKERS }));
        story.reload();
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.lock();
        page.fill("Passphrase", &passphrase);
        page.script(END_WORKERS, Vec::new());
        page.press("Unlock");
        page.press("Start again");
        page.unlock(&passphrase);
    });
}
