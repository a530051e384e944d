//! A medicine: written down with its times, taken in two taps, skipped with a reason, and taken back; and what is said
//! when doses were skipped in a row.

use stories::{Device, Page, Role, Story};

use crate::accessibility::{axe, look};
use crate::layout::measure;

const TOLERANCE: &str = "Do not take your usual dose on your own.";

pub fn go_to_medical(page: &Page) {
    page.press_role(Role::Button, "Support");
    page.press("All tools");
    page.press("Medical care");
    page.has(Role::Heading, "Medical care");
}

#[test]
fn a_dose_is_written_down_in_two_taps_or_skipped_with_a_reason() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let mut wrong = Vec::new();
        let mut look_at = |screen: &str| {
            look(story, &axe, screen, &mut wrong);
            measure(story, screen, &mut wrong);
        };
        page.create_to_today(&story.passphrase(), Device::Mine);
        go_to_medical(&page);
        look_at("Medical care");
        page.press("Medicines");
        page.press("Add a medicine");
        let name = story.canaries().word("medicine");
        page.fill("Name of the medicine", &name);
        page.fill("Dose as written on the label", "1 tablet");
        page.press("Save");
        page.sees("Please add a time, or choose \"As needed\".");
        page.paste("Time 1", "08:00");
        page.press("Add a time");
        page.paste("Time 2", "20:00");
        page.press("Dates");
        page.paste("First day", "2020-02-02");
        page.paste("Last day", "2020-02-01");
        page.press_until("Save", "The last day lies before the first.");
        look_at("Medicine, form");
        page.empty("Last day");
        page.press("Save");
        page.has(Role::Heading, &name);
        page.sees("Every day at");
        look_at("Medicines");
        page.press_role(Role::Button, "Today");
        page.has(Role::Heading, "Planned today");
        assert_eq!(page.count(Role::Button, "Taken").ok(), Some(2));
        // Open, and this: two taps in all.
        page.press("Taken");
        page.sees("Dose written down.");
        look_at("Today, one dose left");
        page.press("Undo");
        page.until("both doses again", || Ok((page.count(Role::Button, "Taken")? == 2).then_some(())));
        page.press("Taken");
        page.until("one dose", || Ok((page.count(Role::Button, "Taken")? == 1).then_some(())));
        page.press("Close");
        page.press("Something else");
        page.press_role(Role::Radio, "Skipped");
        page.press_role(Role::Radio, "Forgot");
        page.fill("Side effect, in your words", &story.canaries().word("effect"));
        page.press("Add");
        page.press_role(Role::Radio, "4");
        look_at("Dose");
        page.press("Save");
        page.has(Role::Button, "Log an urge");
        page.lacks(Role::Heading, "Planned today");
        go_to_medical(&page);
        page.press("Medicines");
        page.sees("Today is written down.");
        page.press("History and details");
        page.sees("Skipped: Forgot");
        assert!(!page.text().contains("missed"), "what is not written down is not missed");
        look_at("Medicine");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn the_third_dose_in_a_row_marked_skipped_says_that_tolerance_may_have_dropped() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Mine);
        go_to_medical(&page);
        page.press("Medicines");
        page.press("Add a medicine");
        page.fill("Name of the medicine", "Methadone");
        page.sees("If doses are missed, your clinic decides how to go on.");
        page.paste("Time 1", "23:59");
        page.press("Save");
        page.press("History and details");
        for skipped in 1..=3 {
            page.press("Write down a dose");
            page.press_role(Role::Radio, "Skipped");
            page.press("Save");
            page.until("the dose in its history", || {
                Ok((page.text().matches("Skipped").count() == skipped).then_some(()))
            });
            assert_eq!(page.text().contains(TOLERANCE), skipped == 3, "after {skipped}");
        }
        // Beside today's dose as well, before it is taken.
        page.press_role(Role::Button, "Today");
        page.sees(TOLERANCE);
        page.press("Help now: someone will not wake up");
        page.sees("Shake");
    });
}
