//! Coming back after a long time: a greeting and the day's question, no count of days, nothing that waited.

use std::time::Duration;

use stories::{Device, Page, Role, Story};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const GREETING: &str = "Good to see you. How is today?";

/// A journal with a day's records, locked, and opened again so many days later.
fn open_days_later(story: &Story, days: u32) {
    let (passphrase, writing) = (story.passphrase(), story.writing());
    let page = story.page();
    page.create_journal(&passphrase, Device::Mine);
    page.write_entry(&writing);
    page.lock();
    page.put_clock_forward(DAY * days);
    page.unlock_to_today(&passphrase);
}

/// What counts days away, or says that something is late.
fn counts_nothing(page: &Page, days: u32) {
    let text = page.text().to_lowercase();
    for words in ["overdue", "missed", "days ago", "days away", &days.to_string()] {
        assert!(!text.contains(words), "{words} in: {text}");
    }
}

#[test]
fn after_three_weeks_there_is_a_greeting_and_nothing_is_counted() {
    Story::tell_in_chromium(|story| {
        open_days_later(story, 80);
        let page = story.page();
        page.sees(GREETING);
        counts_nothing(&page, 80);
        for name in ["Log an urge", "Check in", "New entry"] {
            page.has(Role::Button, name);
        }
        page.press("Check in");
        page.has(Role::Heading, "Check in");
    });
}

#[test]
fn after_less_than_that_today_is_as_on_any_day() {
    Story::tell_in_chromium(|story| {
        open_days_later(story, 20);
        story.page().has(Role::Button, "Log an urge");
        assert!(!story.page().text().contains(GREETING));
    });
}
