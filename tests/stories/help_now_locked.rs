//! Help now on the lock screen: one tap away, in the order that was thought through, with the number to call on top, and
//! with none of the owner's words but the front card.

use serde_json::json;
use stories::{Device, Page, Role, Story};

const ON_MINE: [&str; 6] = [
    "Someone will not wake up or is breathing badly",
    "I might hurt myself",
    "I feel very ill after using or stopping",
    "Someone is hurting or scaring me",
    "A craving",
    "Panic, or my thoughts will not stop",
];
const ON_SHARED: [&str; 5] =
    ["Emergency", "Someone will not wake up", "Calm down", "Ride out a hard moment", "More"];
const ESCAPE: char = '\u{e00c}';

/// Milliseconds from the press to the frame that shows it.
const OPEN: &str = "
    const done = arguments[arguments.length - 1];
    const start = performance.now();
    document.querySelector('#help > summary').click();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));";

/// Puts a text where the front card rests.
const KEEP_CARD: &str = "localStorage.setItem('trestle/card', arguments[0]);";

fn topics(page: &Page<'_>, wanted: &[&str]) -> Vec<String> {
    page.names(Role::Button).into_iter().filter(|name| wanted.contains(&name.as_str())).collect()
}

#[test]
fn it_opens_at_once_over_the_lock_screen_and_closes_again() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.lock();
        let took = page.script_async(OPEN, Vec::new()).as_f64().unwrap_or(f64::MAX);
        assert!(took < 100.0, "{took} ms");
        assert_eq!(topics(&page, &ON_MINE), ON_MINE);
        page.has(Role::Link, "Call 911");
        assert_eq!(page.count(Role::Button, "Unlock"), Ok(0), "what lies behind cannot be reached");

        page.press(ON_MINE[0]);
        page.sees("Give naloxone if there is any.");
        page.has(Role::Link, "Call 911");
        assert_eq!(topics(&page, &ON_MINE[1..]), Vec::<String>::new(), "a topic has the screen to itself");
        page.key(ESCAPE);
        page.has(Role::Button, ON_MINE[1]);
        page.key(ESCAPE);
        page.has(Role::Button, "Help now");
        page.has(Role::Button, "Unlock");
    });
}

#[test]
fn on_a_shared_device_its_words_are_neutral() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.press("Help now");
        page.has(Role::Button, "Emergency");
        assert_eq!(topics(&page, &ON_SHARED), ON_SHARED);
        assert_eq!(topics(&page, &ON_MINE), Vec::<String>::new());
        page.press("Calm down");
        let text = page.text();
        let (asked, steps) = (text.find("Chest pain, very hot"), text.find("Put both feet on the floor"));
        assert!(asked < steps && asked.is_some(), "first whether it is more than panic:\n{text}");
    });
}

#[test]
fn a_country_can_be_chosen_and_is_remembered_on_the_owners_device() {
    Story::tell_in_chromium(|story| {
        story.page().create_to_today(&story.passphrase(), Device::Mine);
        story.page().press("Help now");
        story.page().press("Change");
        story.page().press("Japan");
        for _ in 0..2 {
            story.page().has(Role::Link, "Call 119 ambulance");
            story.page().has(Role::Link, "Call 110 police");
            story.page().sees("We have no checked number for your country.");
            story.page().has(Role::Link, "findahelpline.com");
            story.reload();
            story.page().press("Help now");
        }
    });
}

#[test]
fn a_country_that_is_not_known_has_the_number_that_works_in_most() {
    Story::tell_in_chromium(|story| {
        let source = "Object.defineProperty(navigator, 'languages', { get: () => ['en', 'eo-XX'] });";
        story.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }));
        story.reload();
        story.page().press("Help now");
        story.page().has(Role::Link, "Call 112");
        story.page().sees("We do not know your country.");
    });
}

#[test]
fn the_front_card_is_shown_up_to_280_bytes_and_on_the_owners_device_alone() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let card = |bytes: usize| format!("Ask for Ana {}", "é".repeat((bytes - 12) / 2));
        page.script(KEEP_CARD, vec![json!(card(280))]);
        page.press("Help now");
        page.has(Role::Button, "Emergency");
        assert!(!page.text().contains("Ask for Ana"), "nothing on a shared device");
        page.press("Close help");
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press("Help now");
        page.sees(&card(280));
        page.press("Close help");
        page.script(KEEP_CARD, vec![json!(card(280) + "x")]);
        page.press("Help now");
        page.has(Role::Button, ON_MINE[0]);
        assert!(!page.text().contains("Ask for Ana"), "281 bytes are too many");
    });
}

#[test]
fn it_speaks_spanish_where_the_shelf_says_so() {
    Story::tell_in_chromium(|story| {
        story.page().script("localStorage.setItem('trestle/shelf', '1 0 0 2 1 5');", Vec::new());
        story.reload();
        story.page().press("Ayuda ahora");
        story.page().press("Podría hacerme daño");
        story.page().sees("Ve con alguien");
        story.page().sees("Traducción aún sin revisar.");
    });
}
