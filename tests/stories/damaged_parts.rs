//! Damage beyond the header: said as what it is, and whatever can still be read is read. And a lock that asks for more
//! than may be tried.

use serde_json::{Value, json};
use stories::{Device, Page, Role, Story, Writing};

/// What can be done to the one journal here, with the story's own eyes on how it rests (`docs/format.md`): `rows` lists
/// each row's key and type; `flip` turns a bit of a row or of a value under its key; `cost` gives the header another
/// memory and other passes, with its checksum mended.
const ALTER: &str = "
    const [order, first, second] = arguments;
    const done = arguments[arguments.length - 1];
    const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const answer = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const bytesOf = (value) => new Uint8Array(value instanceof ArrayBuffer ? value.slice(0) : value.slice().buffer);
    const as = (value, bytes) => value instanceof ArrayBuffer ? bytes.buffer : bytes;
    const orders = {
        async rows(database) {
            const rows = database.transaction('rows').objectStore('rows');
            const [keys, values] = await Promise.all([answer(rows.getAllKeys()), answer(rows.getAll())]);
            return keys.map((key, at) => [hex(key), bytesOf(values[at])[2]]);
        },
        async flip(database, store, wanted) {
            const rows = database.transaction(store, 'readwrite').objectStore(store);
            const keys = await answer(rows.getAllKeys());
            const key = keys.find((key) => (typeof key === 'string' ? key : hex(key)) === wanted);
            const value = await answer(rows.get(key));
            const bytes = bytesOf(value);
            bytes[200] ^= 1;
            await answer(rows.put(as(value, bytes), key));
            return 1;
        },
        async cost(database, memory, passes) {
            const root = () => database.transaction('root', 'readwrite').objectStore('root');
            const value = await answer(root().get('header'));
            const bytes = bytesOf(value);
            const view = new DataView(bytes.buffer);
            view.setUint32(16, memory);
            view.setUint32(20, passes);
            const sum = await crypto.subtle.digest('SHA-256', bytes.slice(0, 1152));
            bytes.set(new Uint8Array(sum).slice(0, 8), 1152);
            await answer(root().put(as(value, bytes), 'header'));
            return 1;
        },
    };
    async function alter() {
        const [{ name }] = await indexedDB.databases();
        const database = await answer(indexedDB.open(name));
        try {
            return await orders[order](database, first, second);
        } finally {
            database.close();
        }
    }
    alter().then(done, (error) => done(String(error)));";

const PAGE: u64 = 2;
const RECORD: u64 = 3;

fn alter(page: &Page, arguments: [Value; 3]) {
    let done = page.script_async(ALTER, arguments.into());
    assert_eq!(done, 1, "altered");
}

/// Keys of all rows of a type.
fn rows(page: &Page, kind: u64) -> Vec<String> {
    let rows = page.script_async(ALTER, vec![json!("rows")]);
    let rows = rows.as_array().unwrap_or_else(|| panic!("no rows: {rows}")).clone();
    let of_kind = rows.iter().filter(|row| row[1] == kind);
    of_kind.filter_map(|row| row[0].as_str().map(str::to_owned)).collect()
}

/// Writes an entry, and gives the one row of that type that came with it.
fn written_row(page: &Page, kind: u64, writing: &Writing) -> String {
    let before = rows(page, kind);
    page.write_entry(writing);
    let new: Vec<_> = rows(page, kind).into_iter().filter(|row| !before.contains(row)).collect();
    assert_eq!(new.len(), 1, "a save makes one row of each type");
    new[0].clone()
}

#[test]
fn a_damaged_root_is_said_and_is_no_wrong_passphrase() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.write_entry(&story.writing());
        page.lock();
        alter(&page, [json!("flip"), json!("root"), json!("root")]);
        page.try_unlock(&passphrase);
        page.sees("The journal's first page is damaged.");
        page.sees("A backup would open it. Nothing has been changed.");
        assert!(!page.text().contains("did not open"), "damage is not a wrong passphrase");
        page.lacks(Role::Button, "New entry");
    });
}

#[test]
fn a_damaged_page_of_the_list_is_said_and_the_other_entries_are_read() {
    Story::tell_in_chromium(|story| {
        let (passphrase, lost) = (story.passphrase(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        let damaged = written_row(&page, PAGE, &lost);
        // An entry is listed on one of 64 pages by chance; one that stands on another is wanted.
        let kept = story.writing();
        page.write_entry(&kept);
        let damaged = if rows(&page, PAGE).contains(&damaged) {
            damaged
        } else {
            return println!("both entries stand on one page, once in 64 runs");
        };
        page.lock();
        alter(&page, [json!("flip"), json!("rows"), json!(damaged)]);
        page.unlock(&passphrase);
        page.sees("Some of the list cannot be read. What is left is shown, and nothing is overwritten.");
        page.sees(&kept.title);
        assert!(!page.text().contains(&lost.title));
        page.press_about(&kept.title);
        page.sees(&kept.text);
        page.press("Back");
        page.write_entry(&story.writing());
        assert!(rows(&page, PAGE).contains(&damaged), "the damaged page is not written over");
    });
}

#[test]
fn a_damaged_entry_keeps_its_title_and_is_said_to_be_unreadable() {
    Story::tell_in_chromium(|story| {
        let (passphrase, lost, kept) = (story.passphrase(), story.writing(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        let damaged = written_row(&page, RECORD, &lost);
        page.write_entry(&kept);
        page.lock();
        alter(&page, [json!("flip"), json!("rows"), json!(damaged)]);
        page.unlock(&passphrase);
        page.sees("1 entries cannot be read. Nothing is overwritten.");
        let row = page.until("the damaged entry in the list", || {
            Ok(page.names(Role::Button).into_iter().find(|name| name.contains(&lost.title)))
        });
        assert!(row.contains("This entry cannot be read."), "{row}");
        page.press_about(&lost.title);
        page.sees("It stays as it is. A backup may still hold it.");
        page.press("Back");
        page.press_about(&kept.title);
        page.sees(&kept.text);
        assert!(rows(&page, RECORD).contains(&damaged), "the damaged entry is not written over");
    });
}

#[test]
fn a_damaged_entry_is_left_behind_by_a_change_and_can_be_deleted() {
    Story::tell_in_chromium(|story| {
        let (old, new, lost, kept) =
            (story.passphrase(), story.passphrase(), story.writing(), story.writing());
        let page = story.page();
        page.create_journal(&old, Device::Mine);
        let damaged = written_row(&page, RECORD, &lost);
        page.write_entry(&kept);
        page.lock();
        alter(&page, [json!("flip"), json!("rows"), json!(damaged)]);
        page.unlock(&old);
        let change = || {
            page.go_to_settings();
            page.press("Change passphrase");
            page.fill("Current passphrase", &old);
            page.fill("New passphrase", &new);
            page.fill("New passphrase again", &new);
            page.press_until("Go on", "Go on without a sheet");
            page.press("Go on without a sheet");
            page.press("Change it without a sheet");
            page.has(Role::Heading, "Some entries cannot be read");
            page.sees(&lost.title);
            assert!(!page.text().contains(&kept.title), "only what cannot be read is named");
        };
        change();
        page.press("Stop here");
        page.has(Role::Heading, "Settings");
        assert!(rows(&page, RECORD).contains(&damaged), "nothing has changed");
        change();
        page.press("Go on without them");
        page.sees("Your new passphrase works.");
        page.press("Done");
        assert!(!rows(&page, RECORD).contains(&damaged), "what was damaged is gone");

        page.lock();
        page.unlock(&new);
        page.press_about(&kept.title);
        page.sees(&kept.text);
        page.press("Back");
        page.press_about(&lost.title);
        page.sees("This entry cannot be read.");
        page.press("Delete");
        page.sees("Undo cannot bring it back.");
        page.press("Keep it in the list");
        page.press("Delete");
        page.press("Delete for good");
        page.has(Role::Button, "New entry");
        page.no_longer_sees(&lost.title);
        page.lock();
        page.unlock(&new);
        page.sees(&kept.title);
        assert!(!page.text().contains("cannot be read"), "nothing is missing any more");
    });
}

#[test]
fn a_lock_that_asks_for_too_much_is_said_and_nothing_is_tried() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.lock();
        alter(&page, [json!("cost"), json!(u32::MAX), json!(3)]);
        story.reload();
        let page = story.page();
        page.has(Role::Heading, "This journal asks for too much");
        page.sees("Nothing was tried.");
        page.lacks(Role::Textbox, "Passphrase");
        page.lacks(Role::Button, "Unlock");
        assert_eq!(page.count(Role::Button, "Create a journal"), Ok(0), "not a first run");
    });
}

#[test]
fn making_the_key_can_be_stopped() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.lock();
        // The most that is allowed: ten times the usual work.
        alter(&page, [json!("cost"), json!(131_072), json!(16)]);
        page.try_unlock(&passphrase);
        page.sees("Making the key from your words…");
        page.press("Cancel");
        page.sees("It was stopped, as you asked.");
        page.has(Role::Button, "Unlock");
        page.holds("Passphrase", "");
    });
}
