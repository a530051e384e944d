//! A return to use: kind words, the body, somebody to tell, Save, in this order; nothing is erased; looking back is
//! offered from the next day on.

use serde_json::json;
use stories::{Device, Page, Role, Story};

use crate::accessibility::{axe, look};
use crate::layout::measure;

/// From Settings: a goal to stop, with only what it is about.
fn add_goal(page: &Page, about: &str) {
    page.go_to_settings();
    page.press("Goals");
    page.press("New goal");
    page.press_role(Role::Radio, about);
    page.press_role(Role::Radio, "Stop");
    page.press("Save");
    page.has(Role::Heading, about);
}

fn yesterday(page: &Page) -> String {
    let script = "const day = new Date(Date.now() - 86400000);
        const two = (number) => String(number).padStart(2, '0');
        return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;";
    page.script(script, Vec::new()).as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_screen_has_its_order_and_the_lines_follow_the_substance() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Mine);
        add_goal(&page, "Opioids");
        page.press("I used");
        page.has(Role::Button, "Save");
        let text = page.text();
        let order = [
            "Thank you for writing it down.",
            "Nothing you built is gone.",
            "Is your body safe?",
            "I am very drowsy, or my breathing is slow",
            "I might hurt myself",
            "Who could you tell?",
            "Ask for help",
            "Save",
        ];
        let begins = text.find(order[0]).unwrap_or_default();
        let places: Vec<_> = order.iter().map(|words| text[begins..].find(words)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {text}");
        assert!(!text.contains("different"), "no looking back now");
        let mut wrong = Vec::new();
        look(story, &axe, "Return to use", &mut wrong);
        measure(story, "Return to use", &mut wrong);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        for (line, leads_to) in [
            ("I am very drowsy, or my breathing is slow", "Give naloxone if there is any."),
            ("I used after a break", "your body can take far less"),
            ("I might hurt myself", "About to act, or already hurt?"),
        ] {
            page.press(line);
            page.sees(leads_to);
            page.press("Close help");
            page.no_longer_sees(leads_to);
        }
        page.press_until("Save", "Saved");
    });
}

#[test]
fn nicotine_and_gambling_bring_no_words_of_overdose() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Shared);
        add_goal(&page, "Nicotine");
        page.press("I used");
        page.has(Role::Button, "I might hurt myself");
        for line in ["I am very drowsy, or my breathing is slow", "I used after a break"] {
            assert_eq!(page.count(Role::Button, line), Ok(0), "{line}");
        }
        page.press("I might hurt myself");
        page.sees("About to act, or already hurt?");
    });
}

#[test]
fn nothing_is_erased_and_looking_back_waits_for_the_next_day() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let (today, before) = (story.canaries().word("today"), story.canaries().word("before"));
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press("Log an urge");
        page.press_role(Role::Radio, "4");
        page.press("Save");
        add_goal(&page, "Alcohol");
        for (line, date) in [(&today, None), (&before, Some(yesterday(&page)))] {
            page.press("I used");
            page.press("More, if you like");
            page.fill("One line", line);
            if let Some(date) = date {
                page.paste("Date", &date);
            }
            page.press("Save");
            page.has(Role::Heading, "Alcohol");
        }
        page.press_role(Role::Button, "Journal");
        page.sees("Urge, 4 of 10");
        page.press_about(&today);
        page.has(Role::Heading, "A return to use");
        assert_eq!(page.count(Role::Button, "Look back on it"), Ok(0), "not on the same day");
        page.press("Back");
        page.press_about(&before);
        page.press("Look back on it");
        let still = story.canaries().word("still");
        page.fill("What do I still have?", &still);
        page.press("Save");
        page.sees(&still);
        page.lacks(Role::Button, "Look back on it");
        page.sees(&before);
    });
}

#[test]
fn some_in_a_check_in_leads_there_with_the_check_in_saved() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let line = story.canaries().word("line");
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press("Check in");
        page.fill("One line", &line);
        page.press_role(Role::Radio, "Some");
        page.press("Save and open a page for it");
        page.has(Role::Heading, "Thank you for writing it down.");
        page.press("Save");
        page.has(Role::Button, "Log an urge");
        page.sees(&line);
        page.sees("A return to use");
        assert_eq!(page.script("return document.title", Vec::new()), json!("Trestle"));
    });
}
