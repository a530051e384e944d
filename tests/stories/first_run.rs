//! The first minute: Start, Create, Today with its one quiet card, an urge in a few taps, and the one suggestion after
//! the first save. And looking around without leaving anything.

use stories::{Device, Role, Story};

const QUESTION: &str = "What would help right now?";

#[test]
fn today_asks_one_quiet_question_and_keeps_the_answer() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let page = story.page();
        page.has(Role::Button, "Look around");
        page.create_to_today(&passphrase, Device::Mine);
        for name in ["Log an urge", "New entry", "Stop or cut down", "Stay steady", "I am not sure"] {
            page.has(Role::Button, name);
        }
        for name in ["Just write", "Not now"] {
            page.has(Role::Button, name);
        }
        page.sees(QUESTION);
        assert!(!page.text().contains("recovery sheet"), "one suggestion at a time");
        page.press("I am not sure");
        page.no_longer_sees(QUESTION);
        page.lock();
        page.unlock_to_today(&passphrase);
        page.sees("Today");
        assert!(!page.text().contains(QUESTION), "the answer was kept");
    });
}

#[test]
fn day_one_fits_a_phone_without_scrolling() {
    Story::tell_in_chromium(|story| {
        story.devtools(
            "Emulation.setDeviceMetricsOverride",
            serde_json::json!({ "width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true }),
        );
        story.page().create_to_today(&story.passphrase(), Device::Mine);
        story.page().sees(QUESTION);
        let script = "return document.documentElement.scrollHeight - window.innerHeight;";
        let beyond = story.page().script(script, Vec::new());
        assert_eq!(beyond.as_i64(), Some(0), "Today on day one is one screen");
    });
}

#[test]
fn an_urge_is_a_number_and_save_and_can_be_taken_back() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_to_today(&passphrase, Device::Mine);
        page.press("Log an urge");
        page.press("Save");
        page.sees("Please choose a number first.");
        page.press_role(Role::Radio, "7");
        page.press_until("Save", "Urge, 7 of 10");
        page.sees("Saved");
        page.lock();
        page.unlock_to_today(&passphrase);
        page.press_about("Urge, 7 of 10");
        page.press("Edit");
        let line = story.canaries().word("line");
        page.fill("One line", &line);
        page.press_role(Role::Radio, "3");
        page.press("Save");
        page.sees(&line);
        page.sees("Urge, 3 of 10");
        page.press("Delete");
        page.sees("Entry deleted.");
        page.press("Undo");
        page.sees("Urge, 3 of 10");
    });
}

#[test]
fn the_tap_on_the_number_is_kept_through_a_crash() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        story.page().create_to_today(&passphrase, Device::Mine);
        story.page().press("Log an urge");
        story.page().press_role(Role::Radio, "9");
        story.page().sees("Draft kept on this device.");
        story.kill_and_restart();
        story.page().unlock_into_draft(&passphrase);
        assert_eq!(story.page().is_checked(Role::Radio, "9"), Some(true));
        story.page().press("Save");
        story.page().sees("Urge, 9 of 10");
    });
}

#[test]
fn after_the_first_save_one_suggestion_comes_and_goes_when_put_away() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_to_today(&passphrase, Device::Mine);
        page.press("Log an urge");
        page.press_role(Role::Radio, "5");
        page.press("Save");
        page.has(Role::Button, "Make a recovery sheet");
        assert!(!page.text().contains(QUESTION), "one suggestion at a time");
        page.press("Not now");
        page.lacks(Role::Button, "Make a recovery sheet");
        page.lock();
        page.unlock_to_today(&passphrase);
        page.sees("Urge, 5 of 10");
        assert_eq!(page.count(Role::Button, "Make a recovery sheet"), Ok(0), "away for some days");
    });
}

#[test]
fn whoever_looks_around_leaves_nothing_behind() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.press("Look around");
        page.sees("You are looking around");
        let line = story.canaries().word("tried");
        page.press("Log an urge");
        page.press_role(Role::Radio, "2");
        page.fill("One line", &line);
        page.press("Save");
        page.sees(&line);
        page.press("End the tour");
        page.has(Role::Button, "Create a journal");
        assert_eq!(story.databases(), Vec::<String>::new());
    });
}
