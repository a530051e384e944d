//! The passphrase kept fresh: some days after it was made, then seldom, Today asks for it; nothing locks by it, and what
//! helps is offered while there is time.

use std::time::Duration;

use stories::{Device, Page, Role, Story};

use crate::accessibility::{axe, look};
use crate::forgot_passphrase::{lines_shown, type_lines};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const ASKS: &str = "Do you still know your passphrase?";

/// Today, so many days after the true one.
fn today_days_later(page: &Page<'_>, passphrase: &str, days: u32) {
    page.lock();
    page.put_clock_forward(DAY * days);
    page.unlock_to_today(passphrase);
}

#[test]
fn the_passphrase_is_asked_for_seldom_and_nothing_locks_by_it() {
    Story::tell_in_chromium(|story| {
        let (axe, mut wrong) = (axe(), Vec::new());
        let (passphrase, writing) = (story.passphrase(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.write_entry(&writing);
        today_days_later(&page, &passphrase, 4);
        // What comes before it in the order of suggestions.
        page.sees("A copy outside of this browser");
        page.press("Not now");
        page.sees(ASKS);
        look(story, &axe, "Today, the passphrase", &mut wrong);

        page.press("Try it");
        page.has(Role::Heading, "Try your passphrase");
        look(story, &axe, "Try your passphrase", &mut wrong);
        page.fill("Your passphrase", &story.passphrase());
        page.press_until("Try it", "Those were not the words.");
        page.sees("A recovery sheet can be made now, without the passphrase.");
        look(story, &axe, "Try your passphrase, wrong", &mut wrong);
        page.fill("Your passphrase", &passphrase);
        page.press_until("Try it", "Yes, those are the words.");
        page.sees("There is no recovery sheet.");
        look(story, &axe, "Try your passphrase, right", &mut wrong);
        page.press("Done");
        page.sees("A second way in");
        assert!(!page.text().contains(ASKS), "it was right");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));

        // Months later it is asked for again.
        today_days_later(&page, &passphrase, 29);
        page.has(Role::Button, "Log an urge");
        assert!(!page.text().contains(ASKS), "it rests for a month");
    });
}

#[test]
fn whoever_forgot_it_makes_a_sheet_while_the_journal_is_open() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.go_to_settings();
        page.press("Try your passphrase");
        page.fill("Your passphrase", &story.passphrase());
        page.press_until("Try it", "Those were not the words.");
        page.press("Make a recovery sheet");
        page.press("Show the sheet");
        let sheet = lines_shown(story);
        page.press("I have kept it");
        page.press("Done");
        page.sees("Type it as you would on another day.");
        page.lock();
        page.press("Use the recovery sheet");
        type_lines(&page, &sheet);
        page.press("Open the journal");
        page.has(Role::Heading, "Choose a new passphrase");
    });
}
