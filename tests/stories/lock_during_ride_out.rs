//! A ride outlasts a lock: every word of anybody goes, the clock, breathing and grounding stay, and after unlocking it
//! goes on where it was.

use std::time::Duration;

use stories::{Device, Page, Role, Story};

/// The page as far as it can be seen or typed, every field included.
const EVERYTHING: &str = "
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
    return [document.documentElement.outerHTML, document.title, ...fields].join('\\n');";

fn reason(page: &Page, words: &str) {
    page.press("Coming back to me");
    page.press("Add one");
    page.fill("Words", words);
    page.press("Save");
    page.sees(words);
    page.press("Back");
}

#[test]
fn locking_leaves_the_clock_and_no_word_and_unlocking_goes_on() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let (passphrase, canaries) = (story.passphrase(), story.canaries());
        let (line, why) = (canaries.word("line"), canaries.word("why"));
        page.create_to_today(&passphrase, Device::Mine);
        page.press_role(Role::Button, "Urges");
        page.press("Log an urge");
        page.press_role(Role::Radio, "5");
        page.press_about("More");
        page.fill("A line to next time", &line);
        page.press("Save");
        reason(&page, &why);

        page.press("Ride it out");
        page.sees(&line);
        page.press_role(Role::Radio, "9");
        page.press("Lock");
        page.has(Role::Button, "Unlock");
        page.sees("Riding it out: less than a minute");
        let everything = page.script(EVERYTHING, Vec::new());
        let everything = everything.as_str().unwrap_or_default();
        assert!(everything.len() > 1_000, "the page was looked at");
        for word in canaries.words() {
            assert!(!everything.contains(&word), "{word} is still on the page");
        }
        page.put_clock_forward(Duration::from_secs(6 * 60));
        page.sees("Riding it out: 6 minutes");
        page.press_about("Breathe with a line");
        page.sees("Breathe gently.");
        page.press_about("Five senses, one by one");
        page.sees("Listen for three sounds.");

        page.try_unlock(&passphrase);
        page.has(Role::Heading, "Ride it out");
        page.sees("It began at 9 of 10.");
        page.sees(&line);
        page.press("How is it now?");
        page.until("the scale of the second number", || {
            Ok((page.count(Role::Radiogroup, "How strong is it now?")? > 0).then_some(()))
        });
        page.script("document.getElementById('after-3').click()", Vec::new());
        page.sees("From 9 to 3, in 7 min.");
        page.press("Save");
        page.has(Role::Heading, "Urges");
        page.lock();
        assert!(!page.text().contains("Riding it out"), "it ended with the save");
    });
}

#[test]
fn it_can_be_ended_on_the_lock_screen_and_the_number_is_kept() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let passphrase = story.passphrase();
        page.create_to_today(&passphrase, Device::Mine);
        page.press_role(Role::Button, "Urges");
        page.press("Ride it out");
        page.press_role(Role::Radio, "6");
        page.press("Lock");
        page.press("End it");
        page.no_longer_sees("Riding it out");
        page.try_unlock(&passphrase);
        page.sees("You were writing. Here it is.");
        assert_eq!(page.is_checked(Role::Radio, "6"), Some(true));
    });
}

#[test]
fn whoever_left_its_page_comes_back_elsewhere() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let passphrase = story.passphrase();
        page.create_to_today(&passphrase, Device::Mine);
        page.press_role(Role::Button, "Urges");
        page.press("Ride it out");
        page.sees("It rises, and it falls. You only have to");
        page.press("Back");
        page.sees("Riding it out: less than a minute");
        page.lock();
        page.sees("Riding it out: less than a minute");
        page.unlock_to_today(&passphrase);
    });
}
