//! Every screen is held to WCAG 2.2 AA by axe-core, as far as a program can tell.

use std::path::PathBuf;

use serde_json::{Value, json};
use stories::{Device, Role, Story};

/// Runs axe in the page and gives what it finds, one line each.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: tags }).then(
        ({ violations, passes }) => done([
            ...violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`)),
            ...(passes.length > 10 ? [] : ['axe looked at nothing']),
        ]),
        (error) => done([String(error)]));";

pub fn axe() -> String {
    let path = std::env::var_os("TRESTLE_AXE")
        .map(PathBuf::from)
        .expect("TRESTLE_AXE names axe.min.js of axe-core 4");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn look(story: &Story, axe: &str, screen: &str, wrong: &mut Vec<String>) {
    // A sentence that is fading out has less contrast than it had.
    story.page().until("nothing to be said any more", || {
        let script = "return [...document.querySelectorAll('.said-words')].every(
            (said) => getComputedStyle(said).visibility === 'hidden');";
        Ok((story.page().script(script, Vec::new()).as_bool() == Some(true)).then_some(()))
    });
    // WebDriver's scripts stand outside of the page's content policy.
    story.page().script(axe, Vec::new());
    let found = story.page().script_async(RUN, Vec::new());
    let found = found.as_array().cloned().unwrap_or_default();
    wrong.extend(found.iter().filter_map(Value::as_str).map(|fault| format!("{screen}: {fault}")));
}

#[test]
fn no_screen_breaks_a_rule_that_axe_knows() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let mut wrong = Vec::new();
        let page = story.page();
        let (passphrase, writing) = (story.passphrase(), story.writing());
        page.has(Role::Button, "Create a journal");
        look(story, &axe, "Start", &mut wrong);
        page.press("Create a journal");
        page.has(Role::Button, "Create journal");
        look(story, &axe, "Create", &mut wrong);
        page.fill_create(&passphrase, Device::Mine);
        page.press("Create journal");
        page.has(Role::Button, "Log an urge");
        look(story, &axe, "Today, first day", &mut wrong);
        page.press("Log an urge");
        page.press_role(Role::Radio, "5");
        look(story, &axe, "Urge", &mut wrong);
        page.press("Save");
        page.sees("Urge, 5 of 10");
        look(story, &axe, "Today", &mut wrong);
        page.press_about("Urge, 5 of 10");
        page.has(Role::Button, "Edit");
        look(story, &axe, "Urge, read", &mut wrong);
        page.press("Delete");
        page.go_to_journal();
        look(story, &axe, "Journal, empty", &mut wrong);
        page.begin_entry(&writing);
        look(story, &axe, "Editor", &mut wrong);
        page.save();
        look(story, &axe, "Journal", &mut wrong);
        page.press_about(&writing.title);
        page.has(Role::Button, "Edit");
        look(story, &axe, "Entry", &mut wrong);
        page.tour_of_urges(&story.canaries().word("person"), |screen| look(story, &axe, screen, &mut wrong));
        page.go_to_settings();
        look(story, &axe, "Settings", &mut wrong);
        page.tour_of_the_ways_in(|screen| look(story, &axe, screen, &mut wrong));
        page.press("Front card");
        page.has(Role::Heading, "Front card");
        look(story, &axe, "Front card", &mut wrong);
        page.press("Back");
        page.press("When someone may make you open it");
        look(story, &axe, "Made to open", &mut wrong);
        page.press("Back");
        page.press("About and limits");
        page.has(Role::Heading, "About and limits");
        look(story, &axe, "About", &mut wrong);
        page.press_role(Role::Button, "Urges");
        page.press("Ride it out");
        page.sees("It rises, and it falls. You only have to");
        page.lock();
        page.press_about("Breathe with a line");
        look(story, &axe, "Lock screen, riding it out", &mut wrong);
        page.press("End it");
        look(story, &axe, "Lock screen", &mut wrong);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn no_page_of_the_journal_breaks_a_rule_that_axe_knows() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let mut wrong = Vec::new();
        let page = story.page();
        let writing = story.writing();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.write_entry(&writing);
        page.press(&format!("Favourite: {}", writing.title));
        page.press("Filter");
        page.press_role(Role::Checkbox, "Entries");
        page.press_role(Role::Radio, "7 to 10");
        page.fill("Search", &writing.tags);
        page.sees("1 entry found.");
        look(story, &axe, "Journal, filters on", &mut wrong);
        page.press("All tags");
        page.press(&format!("Rename {}", writing.tags));
        page.has(Role::Textbox, "New name");
        look(story, &axe, "Tags", &mut wrong);
        page.press_role(Role::Button, "Journal");
        page.press("Calendar");
        page.press_about(", 1 entry");
        page.press("This day in other years");
        page.sees("Nothing in other years.");
        look(story, &axe, "Calendar", &mut wrong);
        page.press_about(&writing.title);
        page.press("Edit");
        page.fill("Title", "more");
        page.save();
        page.press("Earlier wordings (1)");
        page.has(Role::Button, "Copy into the editor");
        look(story, &axe, "Entry with its history", &mut wrong);
        page.press("Back");
        page.press("Put it down");
        page.fill("Words to put down", &story.canaries().word("down"));
        page.press("Let it go");
        look(story, &axe, "Put it down", &mut wrong);
        page.press("Back");
        page.press("Start from…");
        page.press_about("My story so far");
        page.has(Role::Button, "Begin");
        look(story, &axe, "Start from", &mut wrong);
        page.press("Add your own");
        page.has(Role::Textbox, "Name");
        look(story, &axe, "Own beginning", &mut wrong);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

/// The colour of the page's words.
const INK: &str = "return getComputedStyle(document.body).color";

#[test]
fn no_screen_breaks_a_rule_that_axe_knows_in_the_dark_look() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let mut wrong = Vec::new();
        let page = story.page();
        let (passphrase, writing) = (story.passphrase(), story.writing());
        page.has(Role::Button, "Create a journal");
        let light = page.script(INK, Vec::new());
        let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        story.devtools("Emulation.setEmulatedMedia", dark);
        assert_ne!(page.script(INK, Vec::new()), light, "the look follows the device");
        look(story, &axe, "Start", &mut wrong);
        page.press("Create a journal");
        page.has(Role::Button, "Create journal");
        look(story, &axe, "Create", &mut wrong);
        page.fill_create(&passphrase, Device::Mine);
        page.press("Create journal");
        page.has(Role::Button, "Log an urge");
        look(story, &axe, "Today", &mut wrong);
        page.go_to_journal();
        page.begin_entry(&writing);
        look(story, &axe, "Editor", &mut wrong);
        page.save();
        look(story, &axe, "Journal", &mut wrong);
        page.press_about(&writing.title);
        page.has(Role::Button, "Edit");
        look(story, &axe, "Entry", &mut wrong);
        page.tour_of_urges(&story.canaries().word("person"), |screen| look(story, &axe, screen, &mut wrong));
        page.go_to_settings();
        look(story, &axe, "Settings", &mut wrong);
        page.press("About and limits");
        page.has(Role::Heading, "About and limits");
        look(story, &axe, "About", &mut wrong);
        page.lock();
        look(story, &axe, "Lock screen", &mut wrong);
        page.tour_of_the_lock_screen(|screen| look(story, &axe, screen, &mut wrong));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
