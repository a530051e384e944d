//! A safety plan: six steps in their order, one that holds now, first in Help now while the journal is open, and gone
//! from the page with it.

use stories::{Device, Page, Role, Story};

use crate::accessibility::{axe, look};
use crate::layout::measure;
use crate::worksheet::{go_to, printed_pages};

const STEPS: [&str; 7] = [
    "1. How I notice that it is getting dark",
    "2. What I can do by myself",
    "3. People and places that take my mind elsewhere",
    "4. People I can ask for help",
    "5. Professionals and lines I can call",
    "6. How I make my surroundings safer",
    "One thing worth living for",
];

/// The page has neither a word of the person nor a sign of a plan.
fn is_empty_of_it(story: &Story) {
    let document = story.page().script("return document.documentElement.outerHTML", Vec::new());
    let document = document.as_str().unwrap_or_default().to_owned();
    assert!(document.contains("Unlock"), "the document was read");
    for word in story.canaries().words().into_iter().chain(["My safety plan".to_owned()]) {
        assert!(!document.contains(&word), "{word} is still in the document");
    }
}

fn open_help(page: &Page) {
    page.press("Help now");
    page.sees("What is happening?");
}

#[test]
fn a_plan_is_written_read_from_help_now_and_gone_with_the_lock() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let (passphrase, page) = (story.passphrase(), story.page());
        let (alone, living, person) = (
            story.canaries().word("alone"),
            story.canaries().word("living"),
            story.canaries().word("person"),
        );
        let mut wrong = Vec::new();
        page.create_to_today(&passphrase, Device::Mine);
        open_help(&page);
        assert_eq!(page.count(Role::Button, "My safety plan"), Ok(0), "there is none yet");
        page.press("Close help");
        page.press_role(Role::Button, "Urges");
        page.press("Add");
        page.fill("Name", &person);
        page.fill("Phone number", "020 7946 0958");
        page.press("Keep");
        go_to(&page, "Plans");
        page.press_about("Safety plan");
        page.press("Write it");
        page.fill(&format!("{}, 1", STEPS[1]), &alone);
        page.fill(STEPS[6], &living);
        look(story, &axe, "Safety plan, form", &mut wrong);
        measure(story, "Safety plan, form", &mut wrong);
        page.press("Save");
        page.has(Role::Button, "Edit");
        page.sees(&alone);
        let asked = page.names(Role::Heading);
        assert!(asked.ends_with(&[STEPS[1].to_owned(), STEPS[6].to_owned()]), "{asked:?}");
        look(story, &axe, "Safety plan", &mut wrong);
        measure(story, "Safety plan", &mut wrong);
        assert_eq!(printed_pages(story), 1);

        // A new one takes its place, and the one before stays.
        page.press("Begin a new one from it");
        let more = story.canaries().word("more");
        page.fill(&format!("{}, 2", STEPS[1]), &more);
        page.press("Save");
        page.has(Role::Heading, "Older ones");
        page.sees(&more);

        page.press_role(Role::Button, "Today");
        open_help(&page);
        page.has(Role::Button, "My safety plan");
        page.has(Role::Link, &format!("Call {person}"));
        look(story, &axe, "Help now, with a plan", &mut wrong);
        measure(story, "Help now, with a plan", &mut wrong);
        let text = page.text();
        let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
        assert!(at("My safety plan") < at("What is happening?"), "before anything else but the number");
        assert!(at("Emergency number") < at("My safety plan"), "the number stays on top");
        page.press("My safety plan");
        page.has(Role::Heading, "Safety plan");
        page.sees(&more);

        // Locked while Help now shows it: nothing of it stays, open or closed.
        open_help(&page);
        page.has(Role::Button, "My safety plan");
        page.press("Lock");
        page.lacks(Role::Button, "My safety plan");
        page.press("Close help");
        page.has(Role::Button, "Unlock");
        is_empty_of_it(story);
        open_help(&page);
        is_empty_of_it(story);
        page.press("Close help");
        page.unlock_to_today(&passphrase);
        open_help(&page);
        page.has(Role::Button, "My safety plan");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
