//! A damaged header: set right by its witness, or said to be damaged; never "wrong passphrase".

use stories::{Device, Role, Story};

/// Flips a byte of every value whose key is "header".
const DAMAGE_HEADER: &str = "
    const done = arguments[arguments.length - 1];
    const damage = (name) => new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const database = opening.result;
            const writing = database.transaction('root', 'readwrite');
            const root = writing.objectStore('root');
            const reading = root.get('header');
            let damaged = 0;
            reading.onsuccess = () => {
                if (!reading.result) return;
                const bytes = new Uint8Array(reading.result.slice(0));
                bytes[100] ^= 1;
                const same = reading.result instanceof ArrayBuffer ? bytes.buffer : bytes;
                root.put(same, 'header');
                damaged = 1;
            };
            writing.oncomplete = () => { database.close(); resolve(damaged); };
            writing.onerror = () => reject(writing.error);
        };
    });
    indexedDB.databases()
        .then((all) => Promise.all(all.map(({ name }) => damage(name))))
        .then((all) => done(all.reduce((sum, one) => sum + one, 0)), (error) => done(String(error)));";

#[test]
fn a_damaged_header_is_replaced_by_its_witness() {
    Story::tell(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&writing);
        story.page().lock();
        assert_eq!(story.page().script_async(DAMAGE_HEADER, Vec::new()).as_u64(), Some(1));
        story.reload();
        story.page().sees("has been set right from its copy");
        story.page().unlock(&passphrase);
        story.page().sees(&writing.title);
        story.reload();
        story.page().has(Role::Button, "Unlock");
        assert!(!story.page().text().contains("set right"), "the header was written back");
        story.page().unlock(&passphrase);
    });
}

#[test]
fn a_damaged_header_without_a_witness_is_said_to_be_damaged() {
    Story::tell(|story| {
        let passphrase = story.passphrase();
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&story.writing());
        story.page().lock();
        assert_eq!(story.page().script_async(DAMAGE_HEADER, Vec::new()).as_u64(), Some(1));
        story.page().script("localStorage.clear()", Vec::new());
        story.reload();
        story.page().sees("This journal is damaged");
        assert!(!story.page().text().contains("did not open"), "damage is not a wrong passphrase");
        story.page().lacks(Role::Button, "Create a journal");
    });
}
