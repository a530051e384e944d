//! A passkey as a way in, with an authenticator that Chromium plays: added, used at the lock, and gone from the system. An
//! authenticator that is played does not outlast its browser, so no story restarts it.

use serde_json::json;
use stories::{Device, Page, Role, Story};

/// Plays an authenticator with or without the PRF extension; its id.
pub fn play(story: &Story, has_prf: bool) -> String {
    story.devtools("WebAuthn.enable", json!({ "enableUI": false }));
    let options = json!({ "options": {
        "protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasResidentKey": true,
        "hasUserVerification": true, "isUserVerified": true, "hasPrf": has_prf,
        "automaticPresenceSimulation": true,
    } });
    let played = story.devtools("WebAuthn.addVirtualAuthenticator", options);
    played["authenticatorId"].as_str().expect("an authenticator has an id").to_owned()
}

/// From Settings to a passkey that works, and back.
pub fn add(page: &Page<'_>) {
    page.press("Add a passkey");
    page.sees("Whoever can use the passkeys of this device");
    page.press_until("Add a passkey", "The passkey");
    if page.text().contains("Please use it once") {
        page.press("Use it now");
    }
    page.sees("The passkey works from now on.");
    page.press("Done");
}

/// Whether the ways in hold one that can be removed.
pub fn lists_passkey(page: &Page<'_>) -> bool {
    page.names(Role::Button).iter().any(|name| name.starts_with("Remove the passkey"))
}

#[test]
fn a_passkey_opens_the_journal_until_it_is_gone_from_the_system() {
    Story::tell_on_localhost(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        let authenticator = play(story, true);
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.go_to_settings();
        add(&page);
        page.until("the passkey in the list", || Ok(lists_passkey(&page).then_some(())));

        page.lock();
        page.press_until("Use a passkey", "Log an urge");
        page.go_to_journal();
        page.write_entry(&writing);
        page.lock();
        page.unlock(&passphrase);
        page.sees(&writing.title);

        page.lock();
        story.devtools("WebAuthn.clearCredentials", json!({ "authenticatorId": authenticator }));
        page.press_until("Use a passkey", "No passkey was used. The other ways in still open the journal.");
        page.unlock(&passphrase);
        page.sees(&writing.title);
    });
}

#[test]
fn an_authenticator_that_gives_no_key_adds_nothing_and_says_so() {
    Story::tell_on_localhost(|story| {
        let passphrase = story.passphrase();
        play(story, false);
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.go_to_settings();
        page.press("Add a passkey");
        page.press_until("Add a passkey", "That passkey cannot hold a key, so nothing was added.");
        page.press("Back");
        page.has(Role::Button, "Add a passkey");
        page.sees("since");
        assert!(!lists_passkey(&page), "nothing was added");
    });
}
