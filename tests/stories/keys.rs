//! Keys are nowhere: not in the profile, the console, the address, nor in the page's heap. The story makes them itself, from
//! the header at rest and the passphrase, by the text of the format.

use std::path::Path;
use std::process::Command;

use serde_json::json;
use stories::{Device, Role, Scan, Story, proved};

const HEADER: &str = "
    const done = arguments[arguments.length - 1];
    const answer = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    async function header() {
        const [{ name }] = await indexedDB.databases();
        const database = await answer(indexedDB.open(name));
        const value = await answer(database.transaction('root').objectStore('root').get('header'));
        database.close();
        const bytes = new Uint8Array(value.buffer ?? value);
        return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    }
    header().then(done, (error) => done(String(error)));";

fn unhex(text: &str) -> Vec<u8> {
    let digits = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).expect("hex");
    (0..text.len() / 2).map(|at| digits(2 * at)).collect()
}

/// Every key of the journal, by its name.
fn keys(story: &Story, passphrase: &str) -> Vec<(String, Vec<u8>)> {
    let header = story.page().script_async(HEADER, Vec::new());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("second_reader/keys.py");
    let mut command = Command::new("python3");
    command.arg("-B").arg(script).args([header.as_str().expect("a header"), passphrase]);
    let told = command.output().expect("python3");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told = String::from_utf8(told.stdout).expect("text");
    let keys: Vec<(String, Vec<u8>)> = told
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(name, key)| (name.to_owned(), unhex(key)))
        .collect();
    assert_eq!(keys.len(), 10, "the passphrase opens a slot of the header");
    keys
}

/// What a page can be asked to do without its driver, which keeps what it looked at. Words come backwards, so that no
/// script holds them.
const HANDS: &str = "
    globalThis.hands = {
        turned: (text) => [...text].reverse().join(''),
        press(part) {
            const shown = (one) => one.getClientRects().length > 0 && one.textContent.includes(part);
            const found = [...document.querySelectorAll('button')].find(shown);
            found?.click();
            return Boolean(found);
        },
        put(selector, text) {
            const field = document.querySelector(selector);
            if (!field) return false;
            const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
            set.call(field, hands.turned(text));
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            return true;
        },
        shows: (text) => document.body.innerText.includes(hands.turned(text)),
    };
    true";

fn turned(text: &str) -> String {
    json!(text.chars().rev().collect::<String>()).to_string()
}

#[test]
fn after_locking_no_key_and_no_word_is_in_the_heap_and_no_key_was_ever_written_down() {
    Story::tell_in_chromium(|story| {
        let (passphrase, read, written) = (story.passphrase(), story.writing(), story.writing());
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&read);
        let keys = keys(story, &passphrase);
        let (key_scan, words) = (Scan::of_keys(&keys), Scan::new(&story.canaries().words()));
        // A page anew, that nobody but the story's own hands has looked at.
        story.reload();
        story.page().has(Role::Button, "Unlock");

        let mut tools = story.devtools_of_its_own();
        let mut until = |expression: String| {
            story.page().until(&expression, || Ok(tools.evaluate(&expression).then_some(())));
        };
        until(HANDS.into());
        until(format!("hands.put('#main input[type=password], main input', {})", turned(&passphrase)));
        until("hands.press('Unlock')".into());
        until("hands.press('Journal') && location.hash === ''".into());
        until("hands.press('On title')".into());
        until(format!("hands.shows({})", turned(&read.text)));
        until("hands.press('Back')".into());
        until("hands.press('New entry')".into());
        until(format!("hands.put('main textarea', {})", turned(&written.text)));
        let before = tools.workers();
        assert!(!before.is_empty(), "the keeper runs");
        // What the page lets go of on its own is not in a snapshot; a word that is held on to must be.
        assert!(tools.evaluate("Boolean(globalThis.kept = document.querySelector('main textarea').value)"));
        let found = words.bytes("the heap", tools.heap().as_bytes());
        assert!(!found.is_empty(), "a word that is held on to is found");
        assert!(tools.evaluate("delete globalThis.kept"));

        assert!(tools.evaluate("hands.press('Lock')"));
        story.page().until("the workers of the open journal to be gone", || {
            let now = tools.workers();
            Ok(before.iter().all(|worker| !now.contains(worker)).then_some(()))
        });
        let heap = tools.heap();
        if let Some(place) = std::env::var_os("TRESTLE_HEAP") {
            std::fs::write(place, &heap).expect("a file");
        }
        assert!(heap.contains("HTMLButtonElement"), "a snapshot of {} bytes", heap.len());
        assert_eq!(words.bytes("the heap", heap.as_bytes()), []);
        assert_eq!(key_scan.bytes("the heap", heap.as_bytes()), []);
        let page = story.page();
        page.has(Role::Button, "Unlock");
        let document = page.script("return document.documentElement.outerHTML", Vec::new()).to_string();
        assert_eq!(words.bytes("the document", document.as_bytes()), []);
        let sought = story.canaries().words().len() + keys.len();
        proved(21, "words and keys sought in the heap after locking", sought);

        assert_eq!(key_scan.bytes("the console", story.console().as_bytes()), []);
        let address = page.script("return location.href + JSON.stringify(history.state)", Vec::new());
        assert_eq!(key_scan.bytes("the address", address.to_string().as_bytes()), []);
        story.kill_and_restart();
        assert_eq!(key_scan.folder(story.profile()), [], "no key rests");
        let planted = story.profile().join("planted");
        std::fs::write(&planted, &keys[3].1).expect("a file");
        let found = key_scan.folder(story.profile());
        assert!(found.iter().any(|finding| finding.word == keys[3].0), "a key that is there is found");
        std::fs::remove_file(planted).expect("a file");
        story.page().has(Role::Button, "Unlock");
        proved(20, "keys sought in profile, console and address", keys.len());
    });
}
