//! The database is gone but a witness remembers it: a recovery screen, never a first run.

use stories::{Device, Role, Story};

const DELETE_DATABASES: &str = "
    const done = arguments[arguments.length - 1];
    const gone = (name) => new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = () => reject(request.error);
        // Whoever holds it gets a versionchange and must let go.
        request.onblocked = () => {};
    });
    indexedDB.databases()
        .then((all) => Promise.all(all.map(({ name }) => gone(name))))
        .then((all) => done(all.length), (error) => done(String(error)));";

const EMPTY_DATABASES: &str = "
    const done = arguments[arguments.length - 1];
    const empty = (name) => new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const database = opening.result;
            const stores = [...database.objectStoreNames];
            const emptying = database.transaction(stores, 'readwrite');
            for (const store of stores) emptying.objectStore(store).clear();
            emptying.oncomplete = () => { database.close(); resolve(); };
            emptying.onerror = () => reject(emptying.error);
        };
    });
    indexedDB.databases()
        .then((all) => Promise.all(all.map(({ name }) => empty(name))))
        .then((all) => done(all.length), (error) => done(String(error)));";

fn after(script: &'static str) {
    Story::tell(|story| {
        let passphrase = story.passphrase();
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&story.writing());
        story.page().lock();
        let gone = story.page().script_async(script, Vec::new());
        assert_eq!(gone.as_u64(), Some(1), "one database went: {gone}");
        for _ in 0..2 {
            story.reload();
            story.page().sees("A journal was here");
            assert_eq!(story.page().count(Role::Button, "Create a journal"), Ok(0), "not a first run");
        }
    });
}

#[test]
fn a_deleted_database_behind_a_witness_gives_a_recovery_screen() {
    after(DELETE_DATABASES);
}

#[test]
fn an_emptied_database_behind_a_witness_gives_a_recovery_screen() {
    after(EMPTY_DATABASES);
}
