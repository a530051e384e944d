//! A browser that keeps nothing says so; nobody writes into a void.

use serde_json::json;
use stories::{Role, Story};

/// What a browser does that refuses storage, in the page and in its workers (which inherit nothing from the page, so
/// the story shows the page's own view and the keeper's by way of the script's first lines).
const NO_DATABASES: &str = "Object.defineProperty(globalThis, 'indexedDB', { get() { return undefined; } });";

/// Gives each worker the same, by putting it before the worker's own script.
const NO_DATABASES_IN_WORKERS: &str = "
    globalThis.Worker = class extends Worker {
        constructor(address, options) {
            const absolute = new URL(address, location.href).href;
            const first = `Object.defineProperty(globalThis, 'indexedDB', { get() { return undefined; } });`;
            const rest = options?.type === 'module' ? `import ${JSON.stringify(absolute)};`
                : `importScripts(${JSON.stringify(absolute)});`;
            const blob = new Blob([first + rest], { type: 'text/javascript' });
            super(URL.createObjectURL(blob), options);
        }
    };";

#[test]
fn a_browser_without_storage_is_told_so() {
    Story::tell_in_chromium(|story| {
        story.devtools("Page.setBypassCSP", json!({ "enabled": true }));
        for source in [NO_DATABASES, NO_DATABASES_IN_WORKERS] {
            story.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }));
        }
        story.reload();
        story.page().sees("The browser refuses to store anything for this page.");
        story.page().lacks(Role::Button, "Create journal");
        // The page cannot be searched for what it keeps: it can keep nothing.
        story.tolerate("what the page keeps could not be read");
    });
}
