//! The table with many legs: what carries, what wobbles and what is missing is seen; contact is two taps away.

use stories::{Device, Page, Role, Story};

use crate::accessibility::{axe, look};
use crate::layout::measure;

/// What the picture of the table says to whoever listens.
const HEARD: &str = "return [...document.querySelectorAll('[role=img]')].map((picture) => picture.getAttribute('aria-label'))";

fn heard(page: &Page, words: &str) {
    page.until(&format!("a picture that says {words:?}"), || {
        let heard = page.script(HEARD, Vec::new()).to_string();
        Ok(heard.contains(words).then_some(()))
    });
}

/// Whether a door of that name says so.
fn door_says(page: &Page, name: &str, words: &str) {
    page.until(&format!("a door {name:?} that says {words:?}"), || {
        let doors = page.names(Role::Button);
        Ok(doors.iter().any(|door| door.starts_with(name) && door.contains(words)).then_some(()))
    });
}

fn add(page: &Page, kind: &str, strength: &str) {
    page.press("Add to my table");
    page.press_about(kind);
    page.press_role(Role::Radio, strength);
    page.press("Save");
    page.has(Role::Heading, "The legs");
}

#[test]
fn what_carries_what_wobbles_and_what_is_missing_is_seen() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let mut wrong = Vec::new();
        let mut at = |screen: &str, story: &Story| {
            look(story, &axe, screen, &mut wrong);
            measure(story, screen, &mut wrong);
        };
        let page = story.page();
        let own = story.canaries().word("leg");
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press_role(Role::Button, "Support");
        page.sees("This journal is one leg. Who or what else holds you up?");
        at("Support, empty", story);
        page.press_about("Coach or case manager");
        page.sees("Not on your table.");
        page.has(Role::Button, "Coach and case manager");
        page.press("Back");
        add(&page, "Therapy", "Steady");
        page.sees("Carrying now: Therapy.");
        add(&page, "Family and friends", "Not there");
        heard(&page, "Carrying now: Therapy. Not there: Family.");
        page.press("Add to my table");
        at("Add to my table", story);
        page.press_about("One of my own");
        page.press_role(Role::Radio, "Strong");
        page.press("Save");
        page.sees("Give it a name first.");
        page.fill("What you call it", &own);
        page.press_until("Save", &format!("Carrying now: Therapy, {own}."));
        at("Support", story);
        page.press_about("Therapy");
        page.press("Wobbling this week");
        page.sees(&format!("Meanwhile these carry: {own}."));
        page.press_role(Role::Radio, "Thin");
        at("A leg", story);
        page.press("Back");
        heard(&page, "Wobbling this week: Therapy.");
        door_says(&page, "Therapy", "Wobbling this week");
        let missing = story.canaries().word("missing");
        page.press("Look the table over");
        page.fill("What is missing?", &missing);
        at("Looking the table over", story);
        page.press("Save");
        page.sees("Last looked over on");
        page.press("The table, month by month");
        page.has(Role::Button, "Print the table");
        at("Month by month", story);
        page.press("Back");
        page.press("How to help me");
        page.press("Change the lines");
        page.press_role(Role::Checkbox, "Listen first. Give advice when I ask for it.");
        at("Lines of the leaf", story);
        page.press("Save");
        page.sees("Listen first. Give advice when I ask for it.");
        page.has(Role::Button, "Print");
        // Each leg has lines of its own.
        page.press_role(Role::Radio, "Therapy");
        page.sees("No line is taken yet.");
        page.press_role(Role::Radio, "Family and friends");
        page.sees("Listen first. Give advice when I ask for it.");
        at("How to help me", story);
        page.press("Back");
        page.press("All tools");
        page.has(Role::Button, "Scores");
        at("All tools", story);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn contact_is_two_taps_away_and_can_be_taken_back() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let mut wrong = Vec::new();
        let page = story.page();
        let (name, limit) = (story.canaries().word("person"), story.canaries().word("limit"));
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press_role(Role::Button, "Support");
        add(&page, "Peers", "Strong");
        page.press_about("Peers");
        page.press("Add somebody");
        page.fill("Nickname or role", &name);
        page.press("Listens without judging");
        page.fill("Phone number", "ask Ana");
        page.press("Save");
        page.sees("A phone number has digits only. Letters cannot be dialled.");
        page.empty("Phone number");
        page.fill("Phone number", "+44 (20) 7946-0958");
        page.press("Boundaries");
        page.fill("My limit", &limit);
        look(story, &axe, "A person's form", &mut wrong);
        measure(story, "A person's form", &mut wrong);
        page.press_until("Save", &name);
        page.press_about(&name);
        page.has(Role::Link, &format!("Call {name}"));
        page.sees(&limit);
        look(story, &axe, "A person", &mut wrong);
        measure(story, "A person", &mut wrong);
        page.press("In touch today");
        page.sees("In touch. Noted.");
        page.press("Undo");
        page.press_role(Role::Button, "Support");
        page.has(Role::Heading, "The legs");
        assert!(page.names(Role::Button).iter().all(|door| !door.contains("Peers Strong In touch")));
        page.press("In touch today");
        page.press(&format!("In touch today: {name}"));
        door_says(&page, "Peers", "In touch today");
        page.press("Close");
        page.press("People");
        page.has(Role::Heading, "Who listens without judging");
        door_says(&page, &name, "In touch today");
        look(story, &axe, "People", &mut wrong);
        measure(story, "People", &mut wrong);
        page.press_role(Role::Button, "Journal");
        page.press_about("Contact");
        page.sees(&name);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn what_is_due_comes_to_today_calmly_and_one_thing_at_a_time() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let (passphrase, medicine) = (story.passphrase(), story.canaries().word("medicine"));
        page.create_to_today(&passphrase, Device::Mine);
        page.press("Not now");
        // What is written down lies back; that it was saved does not, so nobody was away.
        page.put_calendar_forward(-30);
        page.press_role(Role::Button, "Support");
        add(&page, "Peers", "Strong");
        // Time that goes on while a journal is open would lock it.
        page.lock();
        page.put_calendar_forward(25);
        page.unlock_to_today(&passphrase);
        page.press_role(Role::Button, "Support");
        page.press("All tools");
        page.press("Medicines");
        page.press("Add a medicine");
        page.fill("Name of the medicine", &medicine);
        page.paste("Time 1", "23:59");
        page.press("Save");
        page.press("Taken");
        page.sees("Today is written down.");
        page.lock();
        page.put_calendar_forward(5);
        page.unlock_to_today(&passphrase);

        page.sees("Did you take it?");
        page.sees(&medicine);
        page.press("Leave it");
        page.no_longer_sees("Did you take it?");
        page.has(Role::Button, "Look the table over");
        page.press("Look the table over");
        page.fill("What is missing?", &story.canaries().word("missing"));
        page.press("Save");
        page.has(Role::Button, "Log an urge");
        page.lacks(Role::Button, "Look the table over");
        // Open, and this: contact in two taps.
        page.press("In touch today");
        page.press("In touch today: Peers");
        page.sees("In touch. Noted.");
    });
}
