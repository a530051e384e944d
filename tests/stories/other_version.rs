//! A keeper of another version beside the page: one reload, then it is said, and nothing is opened. And the porter, the
//! other worker of the kind, says its version.

use serde_json::json;
use stories::{Role, Story};

/// Changes the last letter of the first thing the keeper says, which is the build it is of; and counts the loads.
const OTHER_BUILD: &str = "
    sessionStorage.setItem('storyLoads', Number(sessionStorage.getItem('storyLoads')) + 1);
    globalThis.Worker = class extends Worker {
        #changed = false;
        set onmessage(listener) {
            super.onmessage = listener && ((event) => {
                if (!(event.data instanceof ArrayBuffer) || this.#changed) return listener(event);
                this.#changed = true;
                const bytes = new Uint8Array(event.data);
                bytes[bytes.length - 1] ^= 1;
                listener(new MessageEvent('message', { data: bytes.buffer }));
            });
        }
    };";

#[test]
fn a_keeper_of_another_version_is_loaded_anew_once_and_then_said() {
    Story::tell_in_chromium(|story| {
        story.page().has(Role::Button, "Create a journal");
        story.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": OTHER_BUILD }));
        story.reload();
        let page = story.page();
        page.has(Role::Heading, "Two versions met");
        page.sees("Nothing was opened, so that nothing is misread.");
        page.lacks(Role::Button, "Create a journal");
        let loads = page.script("return sessionStorage.getItem('storyLoads')", Vec::new());
        assert_eq!(loads, "2", "the story's reload, and one of the page's own");
        page.has(Role::Button, "Load the page again");
    });
}

/// Says Hello to the porter as the page would to a worker, and gives what it answers as text.
const GREET: &str = "
    const done = arguments[arguments.length - 1];
    const { porter, build } = globalThis.trestle;
    const worker = new Worker(porter, { type: 'module', name: 'porter' });
    worker.onerror = () => done('an error');
    worker.onmessage = ({ data }) => {
        // Nothing in it: it listens.
        if (data === null) {
            const greeting = Uint8Array.of(0, 1, build.length, ...new TextEncoder().encode(build));
            worker.postMessage(greeting.buffer, [greeting.buffer]);
        } else {
            worker.terminate();
            done(data.byteLength > 3 && new TextDecoder().decode(data).endsWith(build) ? 'the build' : 'something else');
        }
    };";

#[test]
fn the_porter_says_its_version_when_greeted() {
    Story::tell(|story| {
        story.page().has(Role::Button, "Create a journal");
        assert_eq!(story.page().script_async(GREET, Vec::new()), "the build");
    });
}
