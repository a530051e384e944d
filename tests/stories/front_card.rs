//! The front card: the one text that rests in the clear, by its owner's own hand; nothing else does.

use stories::{Canaries, Device, Role, Scan, Story};

#[test]
fn the_front_card_is_shown_without_unlocking_and_is_the_only_word_on_the_disk() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        // Not a canary of this story: it is meant to be found.
        let card = Canaries::default().word("card");
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&story.writing());
        story.page().go_to_settings();
        story.page().press("Front card");
        story.page().fill("Words on the card", &card);
        story.page().press("Show it on this device");
        story.page().sees("The card is shown in Help now.");
        story.page().lock();
        story.page().press("Help now");
        story.page().sees(&card);
        story.restart();
        story.page().press("Help now");
        story.page().sees(&card);
        story.page().press("Close help");
        story.kill_and_restart();
        let found = Scan::new(std::slice::from_ref(&card)).folder(story.profile());
        assert!(!found.is_empty(), "the card rests in the clear, and the scan finds what does");
        let others = story.scan_profile();
        assert!(others.is_empty(), "the card is the only hit: {others:?}");

        story.page().unlock(&passphrase);
        story.page().go_to_settings();
        story.page().press("Front card");
        story.page().press("Remove the card");
        story.page().sees("The card is gone.");
        story.page().lock();
        story.page().press("Help now");
        assert!(!story.page().text().contains(&card), "it is gone at once");
    });
}

#[test]
fn a_card_of_281_bytes_is_refused_and_280_fit() {
    Story::tell_in_chromium(|story| {
        story.page().create_to_today(&story.passphrase(), Device::Mine);
        story.page().go_to_settings();
        story.page().press("Front card");
        story.page().paste("Words on the card", &"é".repeat(140).replacen('é', "abc", 1));
        story.page().press("Show it on this device");
        story.page().sees("That is longer than fits on the card.");
        let kept = "return localStorage.getItem('trestle/card');";
        assert!(story.page().script(kept, Vec::new()).is_null(), "nothing was kept");
        story.page().paste("Words on the card", &"é".repeat(140));
        story.page().press_until("Show it on this device", "The card is shown in Help now.");
    });
}

#[test]
fn a_shared_device_has_no_front_card() {
    Story::tell_in_chromium(|story| {
        story.page().create_to_today(&story.passphrase(), Device::Shared);
        story.page().go_to_settings();
        story.page().lacks(Role::Button, "Front card");
        // Put there by somebody else, it is not shown either.
        story.page().script("localStorage.setItem('trestle/card', 'from somebody else');", Vec::new());
        story.page().lock();
        story.reload();
        story.page().press("Help now");
        story.page().sees("Close help");
        assert!(!story.page().text().contains("from somebody else"));
    });
}
