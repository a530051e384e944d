//! Riding one out: the line left for it first, breathing, grounding, then the second number; and what is said where it
//! is still strong.

use stories::{Device, Page, Role, Story};

/// The second number: the first group of the page has its own cells of the same names.
fn now_it_is(page: &Page, number: u8) {
    let script = format!("document.getElementById('after-{number}')?.click() ?? false");
    page.until("the scale of the second number", || {
        Ok((page.count(Role::Radiogroup, "How strong is it now?")? > 0).then_some(()))
    });
    page.script(&script, Vec::new());
}

#[test]
fn a_ride_shows_the_last_line_and_is_saved_with_both_numbers_and_its_length() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let (passphrase, next) = (story.passphrase(), story.canaries().word("next"));
        page.create_to_today(&passphrase, Device::Mine);
        page.press_role(Role::Button, "Urges");
        page.press("Log an urge");
        page.press_role(Role::Radio, "5");
        page.press_about("More");
        page.fill("A line to next time", &next);
        page.press("Save");
        page.has(Role::Button, "Ride it out");

        page.press("Ride it out");
        page.sees(&next);
        page.press_role(Role::Radio, "8");
        page.press_about("Breathe with a line");
        page.sees("Breathe gently.");
        page.press_about("Five senses, one by one");
        page.sees("Look for five things you can see.");
        page.press("How is it now?");
        now_it_is(&page, 4);
        page.sees("From 8 to 4, in 1 min.");
        assert!(!page.text().contains("Still strong."), "it fell");
        page.press("Save");
        page.has(Role::Heading, "Urges");
        page.press_about("Urge, 8 of 10");
        page.sees("4 of 10");
        page.sees("1 min");
        page.press("Back");
        assert!(!page.text().contains("Riding it out"), "it ended with the save");
    });
}

#[test]
fn what_is_still_strong_is_met_with_a_person_before_a_page() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let name = story.canaries().word("person");
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press_role(Role::Button, "Urges");
        page.press("Add");
        page.press("Keep");
        page.sees("Type a name or a number first.");
        page.fill("Name", &name);
        page.fill("Phone number", "020 7946 0958");
        page.press_until("Keep", "Kept.");
        page.has(Role::Link, &format!("Call {name}"));
        page.press("Ride it out");
        page.press_role(Role::Radio, "9");
        page.press("How is it now?");
        now_it_is(&page, 8);
        page.sees("Still strong. That happens.");
        page.has(Role::Link, &format!("Call {name}"));
        page.press("Open Help now");
        page.sees("What is happening?");
        page.press("Close help");
        now_it_is(&page, 7);
        page.no_longer_sees("Still strong. That happens.");
        page.press("Stay with it");
        page.press("Stop here");
        page.sees("Put away.");
        page.press("Undo");
        page.has(Role::Button, "Save");
    });
}

#[test]
fn a_typical_length_is_named_from_five_eased_urges_on() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press_role(Role::Button, "Urges");
        for (done, minutes) in ["30", "5", "20", "10", "15"].into_iter().enumerate() {
            if done == 4 {
                page.press("Ride it out");
                page.sees("It rises, and it falls. You only have to");
                assert!(!page.text().contains("Yours eased"), "four are too few");
                page.press("Stop here");
            }
            page.press("Log an urge");
            page.press_role(Role::Radio, "6");
            page.press_about("How strong is it now?");
            now_it_is(&page, 2);
            page.press_about("More");
            page.fill("How long, in minutes", minutes);
            page.press("Save");
            page.has(Role::Button, "Ride it out");
        }
        page.press("Ride it out");
        page.sees("Yours eased after 10 to 20 minutes (5 urges).");
    });
}
