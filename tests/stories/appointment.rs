//! An appointment: what to ask, a calendar file in neutral words, and what came of it.

use serde_json::json;
use stories::{Device, Role, Story};

use crate::accessibility::{axe, look};
use crate::layout::measure;
use crate::medicine::go_to_medical;

#[test]
fn an_appointment_comes_is_prepared_and_has_been() {
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
        page.press("Appointments");
        page.press("New appointment");
        page.press("Save");
        page.sees("Please write with whom, or what it is for.");
        let (whom, question) = (story.canaries().word("whom"), story.canaries().word("question"));
        page.fill("With whom?", &whom);
        page.fill("Questions to ask", &question);
        page.press("Add");
        look_at("Appointment, form");
        page.press("Save");
        page.has(Role::Heading, "Coming");
        page.sees("Some people take one page with them.");
        look_at("Appointments");
        page.press_role(Role::Button, "Today");
        page.press_about(&whom);
        page.sees(&question);
        page.press("Put it in my calendar");
        page.holds("What the calendar says", "Errand");
        page.press("Make a calendar file");
        page.sees("The file is in your downloads.");
        look_at("Appointment");
        page.press("Edit");
        page.paste("Date", "2020-02-02");
        page.press("Afterwards");
        let outcome = story.canaries().word("outcome");
        page.fill("What came of it?", &outcome);
        page.press("Save");
        page.sees(&outcome);
        go_to_medical(&page);
        page.press("Appointments");
        page.has(Role::Heading, "Been");
        page.no_longer_sees("Some people take one page with them.");
        page.press_role(Role::Button, "Today");
        page.has(Role::Button, "Log an urge");
        page.lacks(Role::Heading, "Planned today");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn the_diary_measurements_and_sheets_of_medical_care_break_no_rule_in_the_dark_look() {
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
        let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        story.devtools("Emulation.setEmulatedMedia", dark);
        page.press("Measurements");
        page.press("Add a measurement");
        let measured = story.canaries().word("measured");
        page.fill("What was measured?", &measured);
        page.fill("Value", "120 / 80");
        page.press("Save");
        page.sees("120 / 80");
        look_at("Measurements");
        page.press("Back");
        page.press("Detox diary");
        page.sees("call for help now.");
        page.press("Write about today");
        page.press_role(Role::Checkbox, "Shaking");
        page.press_about("Morning and evening");
        page.press_role(Role::Radio, "5");
        look_at("Detox diary, a day");
        page.press("Save");
        page.sees("Shaking");
        look_at("Detox diary");
        page.press("Write down who to call");
        page.press("My own part");
        page.fill("Their number", "letters");
        page.press("Save");
        page.sees("That number cannot be dialled.");
        page.empty("Their number");
        page.fill("Their number", "020 7946 0958");
        page.fill("My own questions", &story.canaries().word("question"));
        page.press("Add");
        look_at("Ask before I stop, form");
        page.press("Save");
        page.sees("Call the clinic");
        look_at("Ask before I stop");
        page.press("Back");
        page.sees("Call the clinic");
        page.press("Back");
        page.press("Naloxone at hand");
        page.press("Write it down");
        page.press_role(Role::Radio, "Yes");
        page.fill("Where is it?", &story.canaries().word("place"));
        look_at("Naloxone, form");
        page.press("Save");
        page.sees("I have it");
        look_at("Naloxone");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
