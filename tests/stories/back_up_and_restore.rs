//! A backup made, proven, and opened again in a browser that has lost everything; what is no backup is said by name.

use std::path::{Path, PathBuf};

use serde_json::json;
use stories::{Device, Role, Story};

use crate::accessibility::{axe, look};
use crate::forgot_passphrase::{lines_shown, type_lines};

/// As in browsers without a save dialog.
const NO_DIALOG: &str = "delete window.showSaveFilePicker; window.showSaveFilePicker = undefined;";
/// A save dialog that answers at once, with a real handle.
const DIALOG: &str = "window.showSaveFilePicker = async ({ suggestedName }) => {
    window.suggested = suggestedName;
    const folder = await navigator.storage.getDirectory();
    return folder.getFileHandle('chosen', { create: true });
};";

/// A chooser of folders that answers at once, with a real handle; after that the page is on its own, and no dialog is asked.
const FOLDER: &str = "window.showDirectoryPicker = async () => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle('copies', { create: true });
};
window.showSaveFilePicker = async () => { throw new Error('asked'); };";
/// What lies in that folder, by name.
const IN_FOLDER: &str = "const done = arguments[arguments.length - 1];
(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copies');
    const names = [];
    for await (const name of folder.keys()) names.push(name);
    return names.sort();
})().then(done, (error) => done(String(error)));";
/// The folder is gone, as when a stick was pulled out.
const FOLDER_GONE: &str = "const done = arguments[arguments.length - 1];
navigator.storage.getDirectory().then((root) => root.removeEntry('copies', { recursive: true }))
    .then(() => done(''), (error) => done(String(error)));";

/// From the moment the page says so until it takes it back, the browser says that hardly any room is left.
const SHORT_WHEN_TOLD: &str = "
    let short = false;
    new BroadcastChannel('story').onmessage = ({ data }) => { short = data; };
    const estimate = StorageManager.prototype.estimate;
    StorageManager.prototype.estimate = function () {
        return short ? Promise.resolve({ quota: 10_000, usage: 0 }) : estimate.call(this);
    };";

/// From Settings: a backup by way of the downloads.
fn back_up(story: &Story, folder: &Path, name: &str) -> PathBuf {
    let page = story.page();
    page.script(NO_DIALOG, Vec::new());
    page.go_to_settings();
    page.press("Back up now");
    page.sees("one sealed file with everything");
    page.press("Back up now");
    story.downloaded(folder, "trestle", name)
}

/// As a browser does that clears a site.
fn lose_everything(story: &mut Story) {
    let all = json!({ "origin": story.origin(), "storageTypes": "all" });
    story.devtools("Storage.clearDataForOrigin", all);
    story.reload();
    story.page().has(Role::Button, "Create a journal");
}

#[test]
fn every_word_comes_back_from_the_file_alone() {
    Story::tell_in_chromium(|story| {
        let (axe, mut wrong) = (axe(), Vec::new());
        let folder = story.keep_downloads();
        let (passphrase, writings) =
            (story.passphrase(), [story.writing(), story.writing(), story.writing()]);
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        for writing in &writings {
            page.write_entry(writing);
        }
        page.press_role(Role::Button, "Today");
        page.sees("A copy outside of this browser");

        let file = back_up(story, &folder, "first.trestle");
        page.sees("Only then is it sure that you have it");
        page.press_role(Role::Button, "Today");
        page.sees("A copy outside of this browser");
        page.go_to_settings();
        page.press("Back up now");
        page.sees("No backup was proven yet that opens with today's passphrase.");
        page.press("Back up now");
        let newer = story.downloaded(&folder, "trestle", "second.trestle");
        page.has(Role::Button, "Choose the downloaded file");
        look(story, &axe, "Backups, made", &mut wrong);
        story.choose_file(&file);
        page.sees("This is another backup, made on");
        look(story, &axe, "Backups, another file", &mut wrong);
        let file = newer;
        story.choose_file(&file);
        page.sees("it opens with your passphrase of today");
        page.sees("Last proven backup today, nothing changed since.");
        page.press_role(Role::Button, "Today");
        page.no_longer_sees("A copy outside of this browser");
        page.sees("Last proven backup today, nothing changed since.");
        page.go_to_journal();
        let later = story.writing();
        page.write_entry(&later);
        page.press_role(Role::Button, "Today");
        page.sees("Last proven backup today, 1 change not in it.");

        page.script(DIALOG, Vec::new());
        page.press("Backups");
        page.press("Back up now");
        page.sees("it opens with your passphrase of today");
        page.sees("Last proven backup today, nothing changed since.");
        let suggested = page.script("return window.suggested", Vec::new());
        let suggested = suggested.as_str().unwrap_or_default();
        assert!(suggested.starts_with("trestle-20") && suggested.ends_with(".trestle"), "{suggested}");

        lose_everything(story);
        let page = story.page();
        page.press("Open a backup");
        story.choose_file(&file);
        page.sees("This is a backup.");
        look(story, &axe, "Open a backup, its key", &mut wrong);
        page.fill("Passphrase", "another passphrase");
        page.press("Open the file");
        page.sees("That did not open this backup.");
        page.fill("Passphrase", &passphrase);
        page.press("Open the file");
        page.sees("What is in it");
        look(story, &axe, "Open a backup, seen", &mut wrong);
        page.press("Mine");
        page.press("Bring the journal back");
        page.has(Role::Button, "Log an urge");
        page.sees("Last proven backup today, nothing changed since.");
        page.go_to_journal();
        for writing in &writings {
            page.press_about(&writing.title);
            page.sees(&writing.text);
            page.press("Back");
        }
        assert!(!page.text().contains(&later.title), "that was written later");
        page.lock();
        page.unlock(&passphrase);
        page.sees(&writings[0].title);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn a_folder_chosen_once_takes_every_backup_until_the_device_is_shared() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.write_entry(&story.writing());
        let back_up = |page: &stories::Page<'_>| {
            page.go_to_settings();
            page.press("Back up now");
            page.sees("one sealed file with everything");
        };
        back_up(&page);
        page.script(FOLDER, Vec::new());
        page.press_about("More");
        page.press("Choose a folder for backups");
        page.sees("New backups go into the folder “copies”.");
        page.press("Back up now");
        page.sees("it opens with your passphrase of today");
        let files = |page: &stories::Page<'_>| page.script_async(IN_FOLDER, Vec::new());
        let first = files(&page)[0].as_str().unwrap_or_default().to_owned();
        assert!(first.starts_with("trestle-20") && first.ends_with(".trestle"), "{first}");
        assert!(story.databases().iter().any(|name| name == "trestle-files"));

        // Another day the page finds it again by itself; the file that is there stays.
        story.reload();
        let page = story.page();
        page.unlock(&passphrase);
        page.write_entry(&story.writing());
        back_up(&page);
        page.sees("New backups go into the folder “copies”.");
        page.press("Back up now");
        page.sees("it opens with your passphrase of today");
        assert_eq!(files(&page), json!([first.replace(".trestle", "-2.trestle"), first]));

        // Gone, it is not missed for long: the dialog asks as ever.
        assert_eq!(page.script_async(FOLDER_GONE, Vec::new()), "");
        page.script(DIALOG, Vec::new());
        back_up(&page);
        page.press("Back up now");
        page.sees("it opens with your passphrase of today");
        assert!(page.script("return window.suggested", Vec::new()).is_string(), "the dialog was asked");

        page.go_to_settings();
        page.press("Shared");
        page.until("the folder to be forgotten", || {
            Ok((!story.databases().iter().any(|name| name == "trestle-files")).then_some(()))
        });
        back_up(&page);
        page.has(Role::Button, "Back up now");
        assert!(!page.text().contains("copies"));
    });
}

#[test]
fn too_little_room_is_said_with_figures_before_anything_comes_in() {
    Story::tell_in_chromium(|story| {
        let folder = story.keep_downloads();
        story.put_before_workers(SHORT_WHEN_TOLD);
        let (passphrase, writing) = (story.passphrase(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.write_entry(&writing);
        let file = back_up(story, &folder, "first.trestle");
        lose_everything(story);
        let page = story.page();
        page.script(SHORT_WHEN_TOLD, Vec::new());
        let tell_short = |short: bool| {
            let script = format!(
                "const channel = new BroadcastChannel('story'); channel.postMessage({short}); channel.close();"
            );
            page.script(&script, Vec::new());
        };
        tell_short(true);
        page.press("Open a backup");
        story.choose_file(&file);
        page.fill("Passphrase", &passphrase);
        page.press("Open the file");
        page.sees("What is in it");
        page.sees("It needs about 1 MB, and about 0 MB are left.");
        page.press("Mine");
        page.press("Bring the journal back");
        page.sees("Make some room on the device, then try again. Nothing was changed.");
        assert!(!story.databases().iter().any(|name| name.starts_with("trestle-")), "no half of a journal");
        tell_short(false);
        page.press_until("Bring the journal back", "Log an urge");
        page.go_to_journal();
        page.sees(&writing.title);
    });
}

#[test]
fn the_sheet_of_its_day_opens_a_backup_and_new_words_take_over() {
    Story::tell_in_chromium(|story| {
        let folder = story.keep_downloads();
        let (old, new, writing) = (story.passphrase(), story.passphrase(), story.writing());
        let page = story.page();
        page.create_journal(&old, Device::Mine);
        page.write_entry(&writing);
        page.go_to_settings();
        page.press("Make a recovery sheet");
        page.press("Show the sheet");
        let sheet = lines_shown(story);
        page.press("I have kept it");
        page.press("Done");
        let file = back_up(story, &folder, "first.trestle");
        lose_everything(story);

        let page = story.page();
        page.press("Open a backup");
        story.choose_file(&file);
        page.press("Its recovery sheet");
        type_lines(&page, &sheet);
        page.press("Open the file");
        page.sees("The sheet opened it.");
        page.press("Shared");
        page.press("Bring the journal back");
        page.sees("Please choose a passphrase first.");
        page.fill("New passphrase", &new);
        page.fill("New passphrase again", &new);
        page.press_until("Bring the journal back", "Log an urge");
        page.lock();
        page.try_unlock(&old);
        page.sees("That passphrase did not open this journal.");
        page.unlock(&new);
        page.sees(&writing.title);
    });
}

#[test]
fn what_is_no_whole_backup_is_said_by_name_and_changes_nothing() {
    Story::tell_in_chromium(|story| {
        let folder = story.keep_downloads();
        let (passphrase, writing) = (story.passphrase(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.write_entry(&writing);
        let file = back_up(story, &folder, "whole.trestle");
        let bytes = std::fs::read(&file).expect("the backup");
        let made = |name: &str, bytes: &[u8]| {
            let path = story.profile().join(name);
            std::fs::write(&path, bytes).expect("a file");
            path
        };
        let mut flipped = bytes.clone();
        flipped[700] ^= 1;
        page.press("Back");
        page.press("Restore");
        page.sees("What is newer here stays.");
        for (path, words) in [
            (made("cut.trestle", &bytes[..bytes.len() - 20]), "The file ends too early"),
            (made("short.trestle", &bytes[..100]), "The file ends too early, near byte 100."),
            (made("changed.trestle", &flipped), "near byte"),
            (made("empty.trestle", &[]), "This file is not a backup of Trestle."),
            (made("notes.zip", b"PK\x03\x04 of another program"), "This file is not a backup of Trestle."),
            (made("renamed.txt", &bytes), "Everything in it is here already"),
        ] {
            story.choose_file(&path);
            page.sees(words);
            page.sees(&path.file_name().unwrap_or_default().to_string_lossy());
        }
        page.go_to_journal();
        page.sees(&writing.title);
    });
}
