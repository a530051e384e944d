//! Calling somebody from within: covered at once, open again by a tap, locked after five minutes. No headless browser
//! dials, and the question it puts instead swallows every touch: the story keeps the link from asking it.

use std::time::Duration;

use serde_json::json;
use stories::{Device, Role, Story};

/// Notes what a link would dial, and dials nothing.
const DIAL_NOTHING: &str = "
    addEventListener('click', (event) => {
        const link = event.target.closest('a[href]');
        if (link) { window.storyDialled = link.href; event.preventDefault(); }
    });";

fn name_somebody(story: &Story, device: Device) -> String {
    let page = story.page();
    let name = story.canaries().word("person");
    page.create_to_today(&story.passphrase(), device);
    page.press_role(Role::Button, "Urges");
    page.press("Add");
    page.fill("Name", &name);
    page.fill("Phone number", "+44 (20) 7946-0958");
    page.press("Keep");
    page.has(Role::Link, &format!("Write to {name}"));
    page.sees("The call list of this phone keeps it.");
    page.script(DIAL_NOTHING, Vec::new());
    name
}

#[test]
fn a_call_covers_the_journal_until_somebody_is_back() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let name = name_somebody(story, Device::Mine);
        page.press(&format!("Call {name}"));
        page.sees("Trestle is covered");
        assert!(!page.text().contains(&name), "nothing of the journal is seen");
        page.lacks(Role::Button, "Log an urge");
        assert_eq!(page.script("return window.storyDialled", Vec::new()), json!("tel:+442079460958"));
        // Thirty seconds out of sight lock otherwise.
        page.hide(true);
        page.put_clock_forward(Duration::from_secs(4 * 60));
        page.looks_at_its_clocks();
        page.hide(false);
        page.press("Go on");
        page.has(Role::Link, &format!("Call {name}"));
        page.has(Role::Button, "Log an urge");
    });
}

#[test]
fn a_message_that_takes_longer_than_five_minutes_locks() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let name = name_somebody(story, Device::Shared);
        page.press(&format!("Write to {name}"));
        page.sees("Trestle is covered");
        assert_eq!(page.script("return window.storyDialled", Vec::new()), json!("sms:+442079460958"));
        page.put_clock_forward(Duration::from_secs(4 * 60 + 50));
        page.looks_at_its_clocks();
        page.sees("Trestle is covered");
        page.put_clock_forward(Duration::from_secs(5 * 60));
        page.has(Role::Button, "Unlock");
        assert!(!page.text().contains("Trestle is covered"));
    });
}
