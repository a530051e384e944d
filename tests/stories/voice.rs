//! A voice note, recorded in the page: kept, heard again after unlocking, and what is said without a microphone.

use serde_json::{Value, json};
use stories::{Device, Role, Story};

fn microphone(story: &Story, setting: &str) {
    let permission = json!({ "name": "microphone" });
    story.devtools("Browser.setPermission", json!({ "permission": permission, "setting": setting }));
}

/// Waits until the recording that is shown can be played.
fn plays(story: &Story) {
    let script = "const voice = document.querySelector('main audio');
        return voice !== null && voice.readyState > 0 && voice.error === null;";
    story.page().until("a recording that plays", || {
        Ok((story.page().script(script, Vec::new()) == Value::Bool(true)).then_some(()))
    });
}

#[test]
fn a_voice_note_alone_is_an_entry_and_is_heard_again() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        microphone(story, "granted");
        page.press("New entry");
        page.press("Record a voice note");
        page.sees("Recording, 0:02");
        page.press("Stop and keep");
        plays(story);
        page.press("Save");
        page.press_about("No title");
        plays(story);
        page.lock();
        page.unlock(&passphrase);
        page.press_about("No title");
        plays(story);
    });
}

#[test]
fn without_a_microphone_it_is_said_and_a_note_can_be_discarded() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        microphone(story, "denied");
        page.press("New entry");
        page.press("Record a voice note");
        page.sees("The microphone was not allowed.");
        microphone(story, "granted");
        page.press("Record a voice note");
        page.sees("Recording, 0:01");
        page.press("Discard");
        page.has(Role::Button, "Record a voice note");
        page.no_longer_sees("Recording");
    });
}
