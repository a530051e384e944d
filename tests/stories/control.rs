//! The harness on a page of its own, so that a fault of the harness is not taken for one of the app; and proofs that
//! what every story asserts can fail.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use stories::{Browser, Story};

fn control_page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pages/control")
}

#[test]
fn a_plain_page_passes_where_no_canary_is_written() {
    Story::tell_at(&control_page(), |story| {
        story.page().fill("Leaky", "only this");
        story.page().holds("Leaky", "only this");
        story.restart();
        story.page().holds("Leaky", "");
    });
}

/// What a page might do wrong, and a part of what must be said about it.
const FAULTS: &[(&str, &str)] = &[
    ("localStorage.setItem('a', canary)", "CANARY"),
    ("sessionStorage.setItem(canary, 1)", "CANARY"),
    ("history.replaceState({ canary }, '')", "CANARY"),
    ("document.cookie = `a=${canary}`", "CANARY"),
    ("document.title = canary", "the title is"),
    ("history.pushState(0, ''); history.pushState(0, '')", "the history grew"),
    ("history.replaceState(0, '', '#there')", "the address is"),
    ("new Image().src = 'https://example.invalid/a.png'", "example.invalid"),
    // In a worker: by itself, and past the policy of its own file.
    ("new Worker('worker.js').postMessage('https://example.invalid/worker.png')", "worker.png"),
    ("new Worker('worker.js').postMessage('icon.svg?worker=1')", "?worker=1"),
    ("return fetch('icon.svg?a=1').then(() => 0)", "?a=1"),
    ("return fetch('icon.svg', { method: 'POST', body: 'a' }).then(() => 0)", "POST"),
    (
        "return new Promise((done) => {
            const opening = indexedDB.open('a');
            opening.onupgradeneeded = () => opening.result.createObjectStore('s');
            opening.onsuccess = () => {
                const writing = opening.result.transaction('s', 'readwrite');
                writing.objectStore('s').put(new TextEncoder().encode(`..${canary}`), 1);
                writing.oncomplete = () => (opening.result.close(), done(0));
            };
        })",
        "CANARY",
    ),
    (
        "return caches.open('a').then((cache) => cache.put('https://example.org/b', new Response('b'))).then(() => 0)",
        "example.org",
    ),
    (
        "return caches.open('a').then((cache) => cache.put('?' + canary, new Response('b'))).then(() => 0)",
        "CANARY",
    ),
    ("console.error('a word')", "a word"),
    ("window.dispatchEvent(new ErrorEvent('error', { message: 'thrown' }))", "thrown"),
    (
        "document.body.append(Object.assign(document.createElement('script'), { textContent: '0' }))",
        "script-src",
    ),
];

#[test]
fn every_fault_of_a_page_is_noticed() {
    Story::tell_at(&control_page(), |story| {
        for (fault, said) in FAULTS {
            story.reload();
            let before = story.faults();
            let canary = story.canaries().word("canary");
            let said = said.replace("CANARY", &canary);
            let script = format!("const [canary] = arguments; {fault}");
            story.page().script(&script, vec![canary.into()]);
            story.page().until(&format!("{said:?} to be said of {fault}"), || {
                let faults = story.faults();

                Ok(faults.iter().any(|fault| !before.contains(fault) && fault.contains(&said)).then_some(()))
            });
        }
        story.tolerate("");
    });
}

#[test]
fn a_word_in_a_file_of_the_profile_is_noticed() {
    let told = catch_unwind(AssertUnwindSafe(|| {
        Story::tell_at(&control_page(), |story| {
            let canary = story.canaries().word("canary");
            std::fs::write(story.profile().join("planted"), canary).expect("a file");
        });
    }));
    assert!(told.is_err());
}

#[test]
fn chromium_is_the_browser_unless_another_is_asked_for() {
    let asked = std::env::var("TRESTLE_BROWSER").unwrap_or_default();
    assert_eq!(Browser::chosen() == Browser::Chromium, matches!(asked.as_str(), "" | "chromium"));
}
