//! A meeting is planned, stands on Today, and is marked by one tap; a routine is ticked; what was promised stands there
//! the day before.

use stories::{Device, Page, Role, Story};

use crate::accessibility::{axe, look};
use crate::layout::measure;

/// A day of this device's calendar, so many days from today, as a date field takes it.
pub fn day_from_today(page: &Page, days: i32) -> String {
    let script = "const day = new Date();
        day.setDate(day.getDate() + arguments[0]);
        const two = (number) => String(number).padStart(2, '0');
        return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;";
    page.script(script, vec![days.into()]).as_str().unwrap_or_default().to_owned()
}

/// Opens a room of programme and routine from the list of all tools.
pub fn go_to_room(page: &Page, room: &str) {
    page.press_role(Role::Button, "Support");
    page.press("All tools");
    page.press(room);
    page.has(Role::Heading, room);
}

#[test]
fn a_meeting_of_today_is_marked_in_two_taps_and_can_be_taken_back() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let mut wrong = Vec::new();
        page.create_to_today(&story.passphrase(), Device::Mine);
        assert!(!page.text().contains("Planned"), "nothing is planned yet");
        go_to_room(&page, "Meetings");
        page.press("Plan a meeting");
        let name = story.canaries().word("meeting");
        page.fill("Which one", &name);
        page.press_role(Role::Checkbox, "It comes again every week");
        page.press_role(Role::Radio, "Online");
        look(story, &axe, "Meeting, form", &mut wrong);
        measure(story, "Meeting, form", &mut wrong);
        page.press("Save");
        page.sees("every week");
        page.press_role(Role::Button, "Today");
        page.has(Role::Heading, "Planned");
        look(story, &axe, "Today, planned", &mut wrong);
        measure(story, "Today, planned", &mut wrong);
        let went = format!("I went: {name}");
        page.press(&went);
        is_pressed(&page, &went, "true");
        go_to_room(&page, "Meetings");
        is_pressed(&page, &went, "true");
        page.press(&went);
        is_pressed(&page, &went, "false");
        page.press_role(Role::Button, "Today");
        page.has(Role::Heading, "Planned");
        is_pressed(&page, &went, "false");
        page.press(&went);
        is_pressed(&page, &went, "true");
        go_to_room(&page, "Meetings");
        is_pressed(&page, &went, "true");
        look(story, &axe, "Meetings", &mut wrong);
        measure(story, "Meetings", &mut wrong);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

fn is_pressed(page: &Page, name: &str, state: &str) {
    let script = "return document.querySelector(`button[aria-label='${arguments[0]}']`)?.ariaPressed";
    page.until(&format!("{name} pressed: {state}"), || {
        let found = page.script(script, vec![name.into()]);
        Ok((found.as_str() == Some(state)).then_some(()))
    });
}

#[test]
fn a_routine_is_ticked_on_today_and_what_was_promised_stands_there_the_day_before() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let mut wrong = Vec::new();
        page.create_to_today(&story.passphrase(), Device::Mine);
        let (routine, promise) = (story.canaries().word("routine"), story.canaries().word("promise"));
        go_to_room(&page, "Routines");
        page.press("New routine");
        page.press("Save");
        page.sees("Please write a few words that name it.");
        page.fill("What", &routine);
        look(story, &axe, "Routine, form", &mut wrong);
        page.press_until("Save", "Done today");
        look(story, &axe, "Routines", &mut wrong);
        measure(story, "Routines", &mut wrong);
        go_to_room(&page, "Coach and case manager");
        page.press("Something I said I would do");
        page.fill("What", &promise);
        page.paste("By when", &day_from_today(&page, 1));
        page.press("Save");
        page.sees("By tomorrow");
        look(story, &axe, "Coach", &mut wrong);
        measure(story, "Coach", &mut wrong);
        page.press_role(Role::Button, "Today");
        page.press_role(Role::Checkbox, &routine);
        page.until(
            "the tick",
            || Ok((page.is_checked(Role::Checkbox, &routine) == Some(true)).then_some(())),
        );
        page.press(&format!("Done: {promise}"));
        is_pressed(&page, &format!("Done: {promise}"), "true");
        go_to_room(&page, "Routines");
        page.until("the tick here", || {
            Ok((page.is_checked(Role::Checkbox, "Done today") == Some(true)).then_some(()))
        });
        assert!(!page.text().to_lowercase().contains("streak"));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
