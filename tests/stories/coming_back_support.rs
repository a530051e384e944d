//! Coming back to Support after 119 days: no wall of blame. What was planned rests until it is asked for, nothing is
//! listed as late, and a day that has passed is told as a fact.

use stories::{Device, Page, Role, Story};

use crate::meeting::{day_from_today, go_to_room};

/// Weeks, so that a weekly meeting falls on the day of coming back.
const DAYS: i32 = 17 * 7;

fn nobody_is_blamed(page: &Page) {
    let text = page.text().to_lowercase();
    for word in ["overdue", "missed", "failed", "119 days", "17 weeks", "days ago", "streak", "!"] {
        assert!(!text.contains(word), "{word:?} is in {text}");
    }
}

#[test]
fn after_a_long_time_nothing_is_late() {
    Story::tell(|story| {
        let page = story.page();
        let passphrase = story.passphrase();
        page.create_to_today(&passphrase, Device::Mine);
        let [weekly, once, routine, promise] =
            ["weekly", "once", "routine", "promise"].map(|word| story.canaries().word(word));
        go_to_room(&page, "Meetings");
        page.press("Plan a meeting");
        page.fill("Which one", &weekly);
        page.press_role(Role::Checkbox, "It comes again every week");
        page.press("Save");
        page.has(Role::Heading, "Meetings");
        page.press("Plan a meeting");
        page.fill("Which one", &once);
        page.paste("Date", &day_from_today(&page, 1));
        page.press("Save");
        page.has(Role::Heading, "Meetings");
        page.sees(&once);
        go_to_room(&page, "Routines");
        page.press("New routine");
        page.fill("What", &routine);
        page.press_until("Save", "Done today");
        go_to_room(&page, "Coach and case manager");
        page.press("Something I said I would do");
        page.fill("What", &promise);
        page.paste("By when", &day_from_today(&page, 1));
        page.press_until("Save", "By tomorrow");
        page.lock();

        page.put_calendar_forward(DAYS);
        page.unlock_to_today(&passphrase);
        page.sees("Good to see you.");
        page.has(Role::Button, "Show what is planned");
        nobody_is_blamed(&page);
        for word in [&weekly, &once, &routine, &promise] {
            assert!(!page.text().contains(word.as_str()), "it rests");
        }
        page.press("Show what is planned");
        page.has(Role::Heading, "Planned");
        page.sees(&weekly);
        page.sees(&routine);
        let text = page.text();
        assert!(!text.contains(&once) && !text.contains(&promise), "what is over is not due: {text}");
        nobody_is_blamed(&page);

        go_to_room(&page, "Coach and case manager");
        page.sees(&promise);
        page.sees("The day was");
        nobody_is_blamed(&page);
        go_to_room(&page, "Routines");
        page.sees(&routine);
        nobody_is_blamed(&page);
        go_to_room(&page, "Meetings");
        page.sees("Planned before today");
        assert!(!page.text().contains(&once), "folded away");
        nobody_is_blamed(&page);
    });
}

#[test]
fn words_worth_keeping_own_links_and_steps_stay_where_they_were_put() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let [words, from, link, step] =
            ["words", "from", "link", "step"].map(|word| story.canaries().word(word));
        page.create_to_today(&story.passphrase(), Device::Mine);
        go_to_room(&page, "Mentor, faith and community");
        page.press("Add a note: Guidance");
        page.press("Save");
        page.has(Role::Button, "Save");
        page.fill("Note", &words);
        page.fill("From whom, or where from", &from);
        page.press_until("Save", &words);
        page.sees(&from);
        page.press_role(Role::Button, "Support");
        page.press_about("Digital tools");
        page.press("Add to my table");
        page.fill("What it is called", &link);
        page.fill("Address", "javascript:alert(1)");
        page.press("Add this link");
        page.sees("That does not look like an address of the web.");
        page.empty("Address");
        page.fill("Address", "https://example.org/rooms");
        page.press_until("Add this link", &link);
        page.press("Save");
        page.has(Role::Link, &link);
        page.sees("Opens outside. The browser keeps it in its history.");
        go_to_room(&page, "Steps of my programme");
        page.press("New step");
        page.fill("The step", &step);
        page.press_until("Save", "1 of 1");
        // Its state is one tap.
        let done = format!("Done: {step}");
        page.press(&done);
        page.until("the step to be done", || {
            let pressed = page.script(PRESSED, vec![done.as_str().into()]);
            Ok((pressed.as_str() == Some("true")).then_some(()))
        });
    });
}

/// Whether the button of that name is pressed in.
const PRESSED: &str = "return [...document.querySelectorAll('button[aria-pressed]')]
    .find((button) => button.getAttribute('aria-label') === arguments[0])?.getAttribute('aria-pressed') ?? '';";
