//! Goals of change: the warning before stopping what is used daily, and figures that can be reckoned by hand.

use stories::{Device, Page, Role, Story};

use crate::accessibility::{axe, look};
use crate::layout::measure;

const WARNING: &str = "Stopping daily drinking, calming pills or GHB at once can be dangerous.";

fn days_ago(page: &Page, days: u32) -> String {
    let script = "const day = new Date(Date.now() - arguments[0] * 86400000);
        const two = (number) => String(number).padStart(2, '0');
        return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;";
    page.script(script, vec![days.into()]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn who_wants_to_stop_daily_drinking_is_warned_before_anything_is_saved() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.go_to_settings();
        page.press("Goals");
        page.press("New goal");
        page.press_role(Role::Radio, "Alcohol");
        assert!(!page.text().contains(WARNING), "nothing is wanted yet");
        page.press_role(Role::Radio, "Stop");
        page.sees(WARNING);
        let mut wrong = Vec::new();
        look(story, &axe, "Goal", &mut wrong);
        measure(story, "Goal", &mut wrong);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        page.press("Help now: very ill after stopping");
        page.sees("Shaking and sweating can start 6 to 8 hours after the last drink.");
        page.press("Close help");
        // The second "No" is about a seizure, which nobody has answered.
        page.press_role(Role::Radio, "No");
        page.no_longer_sees(WARNING);
        page.press_role(Role::Radio, "Nicotine");
        page.lacks(Role::Radiogroup, "On most days at present?");
        page.press_role(Role::Radio, "Alcohol");
        page.press_role(Role::Radio, "Yes");
        page.sees(WARNING);
        page.press("Save");
        page.has(Role::Heading, "Alcohol");
    });
}

#[test]
fn figures_are_of_recorded_days_and_no_run_reads_nought() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.go_to_settings();
        page.press("Goals");
        page.press("New goal");
        let name = story.canaries().word("goal");
        page.fill("Name", &name);
        page.press_role(Role::Radio, "Stop");
        page.paste("Since when it counts", &days_ago(&page, 3));
        page.press_role(Role::Checkbox, "Longest run");
        page.press_role(Role::Checkbox, "Current run");
        page.press("Save");
        page.has(Role::Heading, &name);
        page.sees("Nothing recorded yet.");
        for (day, answer) in [(None, "Some"), (Some("Yesterday"), "None")] {
            page.press_role(Role::Button, "Today");
            page.press("Check in");
            if let Some(day) = day {
                page.press("For another day");
                page.press_role(Role::Radio, day);
            }
            page.press_role(Role::Radio, answer);
            page.press("Save");
            page.has(Role::Button, "Log an urge");
        }
        page.go_to_settings();
        page.press("Goals");
        page.sees("1 of 2 days recorded");
        page.sees("A new run since Today");
        assert!(!page.text().contains("0 days"), "no run reads nought");
        assert!(!page.text().contains('%'), "no percentage of two days");
        let mut wrong = Vec::new();
        look(story, &axe, "Goals", &mut wrong);
        measure(story, "Goals", &mut wrong);
        page.press("How ready am I?");
        page.has(Role::Radiogroup, "How important is it to me?");
        look(story, &axe, "Ruler", &mut wrong);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        page.press("Save");
        page.sees("Please choose at least one number.");
        page.press_role(Role::Radio, "7");
        page.press_until("Save", "Today: important 7, sure –, ready –");
    });
}
