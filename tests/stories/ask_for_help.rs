//! Asking for help: a need and somebody make words to begin with, which go out as they stand. Nothing of them is kept.

use serde_json::Value;
use stories::{Device, Role, Story};

use crate::accessibility::{axe, look};
use crate::layout::measure;

/// Notes what a link would open, and opens nothing.
const OPEN_NOTHING: &str = "
    addEventListener('click', (event) => {
        const link = event.target.closest('a[href]');
        if (link) { window.storyOpened = link.href; event.preventDefault(); }
    });";

/// Notes what would be copied: no page of a test may read the clipboard.
const NOTE_COPIES: &str = "
    navigator.clipboard.writeText = (words) => { window.storyCopied = words; return Promise.resolve(); };";

fn opened(page: &stories::Page) -> String {
    let opened = page.script("return window.storyOpened", Vec::new());
    opened.as_str().unwrap_or_default().to_owned()
}

#[test]
fn words_to_begin_with_go_out_as_they_stand_and_cover_the_journal() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let mut wrong = Vec::new();
        let page = story.page();
        let name = story.canaries().word("person");
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press("Log an urge");
        page.press_role(Role::Radio, "9");
        page.press("Save");
        // A hard day names help in one calm row.
        page.sees("That sounds hard. You do not have to carry it alone.");
        page.press("Ask for help");
        page.sees("Nobody is named yet. The words can be copied.");
        page.press_role(Role::Button, "Support");
        page.press("People");
        page.sees("Nobody yet. Who would you call first?");
        page.press("Add somebody");
        page.fill("Nickname or role", &name);
        page.fill("Phone number", "+44 (20) 7946-0958");
        page.fill("E-mail address", "m@example.org");
        page.press("Save");
        page.press("Ask for help");
        page.sees("They go out as they stand here.");
        page.lacks(Role::Button, "Copy the words");
        page.press_role(Role::Radio, "Talk");
        page.holds("Words to send", "Hello. Could you talk with me today? Ten minutes would help.");
        page.press_role(Role::Radio, "A lift");
        page.holds("Words to send", "Hello. Could you give me a lift? I do not want to miss it.");
        page.fill("Words to send", " At 7?");
        page.press_role(Role::Radio, "Company");
        page.holds("Words to send", "Hello. Could you give me a lift? I do not want to miss it. At 7?");
        page.press_role(Role::Radio, &name);
        page.has(Role::Link, "Send as a message");
        look(story, &axe, "Ask for help", &mut wrong);
        measure(story, "Ask for help", &mut wrong);
        page.script(OPEN_NOTHING, Vec::new());
        page.press("Send as a message");
        page.sees("Trestle is covered");
        assert!(!page.text().contains(&name), "nothing of the journal is seen");
        let words = "Hello.%20Could%20you%20give%20me%20a%20lift%3F%20I%20do%20not%20want%20to%20miss%20it.%20At%207%3F";
        assert_eq!(opened(&page), format!("sms:+442079460958?&body={words}"));
        page.press("Go on");
        page.press("Send as e-mail");
        page.sees("Trestle is covered");
        assert_eq!(opened(&page), format!("mailto:m@example.org?body={words}"));
        page.press("Go on");
        page.script(NOTE_COPIES, Vec::new());
        page.press("Copy the words");
        page.sees("Copied. Other apps can read what was copied.");
        let copied = page.script("return window.storyCopied", Vec::new());
        let asked = "Hello. Could you give me a lift? I do not want to miss it. At 7?";
        assert_eq!(copied.as_str(), Some(asked));
        assert_eq!(page.script("return location.href.includes('Hello')", Vec::new()), Value::Bool(false));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn asking_from_a_return_to_use_comes_back_to_what_was_written() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let told = story.canaries().word("told");
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press("Check in");
        page.press_role(Role::Radio, "Some");
        page.press("Save and open a page for it");
        page.has(Role::Heading, "Thank you for writing it down.");
        page.fill("Somebody you could tell", &told);
        page.press("Ask for help");
        page.press("Words to send to somebody");
        page.sees("Nobody is named yet. The words can be copied.");
        page.press("Back");
        page.has(Role::Heading, "Thank you for writing it down.");
        page.holds("Somebody you could tell", &told);
    });
}

#[test]
fn who_was_named_to_call_is_offered_first_among_people_and_can_stay_first() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let name = story.canaries().word("person");
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press_role(Role::Button, "Urges");
        page.press("Add");
        page.fill("Name", &name);
        page.fill("Phone number", "020 7946 0958");
        page.press("Keep");
        page.has(Role::Link, &format!("Call {name}"));
        page.press_role(Role::Button, "Support");
        page.press("People");
        page.press("Take into People");
        page.holds("Nickname or role", &name);
        page.press("Save");
        page.no_longer_sees("Named earlier, outside of People.");
        page.press_about(&name);
        page.sees("Stands first where it is hard.");
        // Whoever is called first stays so by a new name.
        page.press("Edit");
        page.fill("Nickname or role", " B");
        page.press("Save");
        page.sees("Stands first where it is hard.");
        page.press_role(Role::Button, "Urges");
        page.has(Role::Link, &format!("Call {name} B"));
        page.press_role(Role::Button, "Support");
        page.press("People");
        page.press_about(&name);
        page.press("Call first when it is hard");
        page.no_longer_sees("Stands first where it is hard.");
        page.press_role(Role::Button, "Urges");
        page.has(Role::Heading, "Urges");
        page.lacks(Role::Link, &format!("Call {name}"));
    });
}
