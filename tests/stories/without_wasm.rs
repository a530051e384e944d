//! The floor: what a browser that lacks something is told, and that a plain keeper opens where there is no SIMD. Never
//! a blank page.

use serde_json::json;
use stories::{Device, Page, Role, Story};

/// Loads the page anew with a script that runs before any of ours.
fn reload_after(story: &mut Story, source: &str) {
    story.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }));
    story.reload();
}

#[test]
fn a_browser_without_wasm_is_told_so() {
    Story::tell_in_chromium(|story| {
        reload_after(story, "delete globalThis.WebAssembly;");
        story.page().has(Role::Heading, "This browser cannot open Trestle");
        let top = "return document.getElementById('no-wasm').getBoundingClientRect().top < innerHeight / 2";
        assert_eq!(story.page().script(top, Vec::new()), true, "it is seen without scrolling");
        story.page().no_longer_sees("Opening…");
        story.page().script("localStorage.setItem('trestle/shelf', '1 0 0 2 1 5');", Vec::new());
        story.reload();
        story.page().has(Role::Heading, "Este navegador no puede abrir Trestle");
        story.page().sees("Traducción aún sin revisar.");
        story.page().lacks(Role::Heading, "This browser cannot open Trestle");
    });
}

/// Notes every worker's address.
const NOTE_WORKERS: &str = "
    globalThis.storyWorkers = [];
    globalThis.Worker = class extends Worker {
        constructor(address, options) {
            super(address, options);
            globalThis.storyWorkers.push(String(address));
        }
    };";

/// Whether the plain keeper was started: `keeper-0123456789abcdef.js`, without another word in its name.
fn plain_keeper_runs(page: &Page) -> bool {
    let script = "return window.storyWorkers.some((address) => /\\/keeper-[0-9a-f]{16}\\.js$/.test(address))";
    page.script(script, Vec::new()) == true
}

/// Says no to every module with an instruction of 128 bits: all begin with the byte 253, and no other bytes of what we
/// ask are that.
const NO_SIMD: &str = "
    const { validate } = WebAssembly;
    WebAssembly.validate = (bytes) => !new Uint8Array(bytes).includes(253) && validate.call(WebAssembly, bytes);";

#[test]
fn without_simd_the_plain_keeper_opens_the_journal() {
    Story::tell_in_chromium(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        reload_after(story, NOTE_WORKERS);
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&writing);
        assert!(!plain_keeper_runs(&story.page()), "with SIMD, the other one is taken");
        reload_after(story, NO_SIMD);
        story.page().unlock(&passphrase);
        story.page().sees(&writing.title);
        assert!(plain_keeper_runs(&story.page()), "without SIMD, the plain one is taken");
    });
}

#[test]
fn a_page_whose_program_does_not_come_says_so_and_loads_again() {
    Story::tell_in_chromium(|story| {
        story.devtools("Network.enable", json!({}));
        story.devtools("Network.setBlockedURLs", json!({ "urls": ["*/screen-*.wasm"] }));
        story.reload();
        story.page().has(Role::Heading, "Trestle could not be loaded");
        story.page().no_longer_sees("Opening…");
        story.devtools("Network.setBlockedURLs", json!({ "urls": [] }));
        story.page().press("Load again");
        story.page().has(Role::Button, "Create a journal");
        // What the browser says of a file that it was told to keep back.
        story.tolerate("ERR_BLOCKED_BY_CLIENT");
        story.tolerate("was preloaded");
        // A part that the page before was still fetching ahead when the blocking began.
        story.tolerate("Failed to fetch");
    });
}

#[test]
fn a_browser_that_cannot_list_its_databases_is_too_old_and_no_journal_looks_lost() {
    Story::tell_in_chromium(|story| {
        story.page().create_journal(&story.passphrase(), Device::Mine);
        reload_after(story, "delete IDBFactory.prototype.databases;");
        story.page().has(Role::Heading, "This browser is too old for Trestle");
        story.page().sees("a journal that was made here is still here");
        story.page().no_longer_sees("Opening…");
        // The story's own search asks for that list too.
        story.tolerate("what the page keeps could not be read");
    });
}

#[test]
fn a_browser_without_module_scripts_is_told_that_it_is_too_old() {
    Story::tell_in_chromium(|story| {
        // As such a browser does: it passes over modules and runs what is marked for it.
        let ran = story.page().script(
            "document.querySelector('#app').innerHTML = '<main id=\"opening\">Opening…</main>';
            const marked = document.querySelector('script[nomodule][defer]');
            const plain = document.createElement('script');
            plain.src = marked.src;
            plain.integrity = marked.integrity;
            document.head.append(plain);
            return true;",
            Vec::new(),
        );
        assert_eq!(ran, true);
        story.page().has(Role::Heading, "This browser is too old for Trestle");
        story.page().no_longer_sees("Opening…");
    });
}
