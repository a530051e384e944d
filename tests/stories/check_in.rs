//! A check-in: seven rows by keyboard alone, a day filled in later, an ordinary day in one tap.

use serde_json::json;
use stories::{Device, Page, Role, Story};

use crate::accessibility::{axe, look};
use crate::layout::measure;

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const SPACE: char = ' ';

/// Nobody needs a minute for so few keys beside the line itself.
const FEW_KEYS: usize = 40;

const ROWS: [&str; 6] = ["Mood", "Craving", "Sleep", "Confidence", "Connection", "Did you use today?"];

fn is_at(page: &Page, name: &str) {
    page.until(&format!("the focus on {name:?}"), || {
        Ok(page.focused().filter(|(_, focused)| focused == name))
    });
}

/// From the row above to the one that begins with this choice; then these keys.
fn row(page: &Page, first: &str, keys: &str, pressed: &mut usize) {
    page.key(TAB);
    is_at(page, first);
    page.keys(&keys.chars().collect::<Vec<_>>());
    *pressed += 1 + keys.chars().count();
}

#[test]
fn seven_rows_need_no_pointer_and_few_keys() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Mine);
        let line = story.canaries().word("line");
        page.press("Check in");
        for name in ROWS {
            page.has(Role::Radiogroup, name);
        }
        page.has(Role::Textbox, "One line");
        let mut wrong = Vec::new();
        look(story, &axe, "Check-in", &mut wrong);
        measure(story, "Check-in", &mut wrong);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let mut pressed = 0;
        is_at(&page, "Check in");
        row(&page, "0, very low", "7", &mut pressed);
        row(&page, "0, none", "10", &mut pressed);
        row(&page, "0, very badly", "6", &mut pressed);
        row(&page, "Hours of sleep", "7:30", &mut pressed);
        row(&page, "0, none", "5", &mut pressed);
        row(&page, "0, alone", "8", &mut pressed);
        row(&page, "None", &SPACE.to_string(), &mut pressed);
        row(&page, "When someone may make you open it", "", &mut pressed);
        row(&page, "One line", "", &mut pressed);
        line.chars().for_each(|char| page.key(char));
        while page.focused().is_some_and(|(_, name)| name != "Save") && pressed < FEW_KEYS {
            page.key(TAB);
            pressed += 1;
        }
        page.key(ENTER);
        assert!(pressed < FEW_KEYS, "{pressed} keys");
        page.sees("Saved");
        page.press_about(&line);
        for said in ["7 of 10", "10 of 10", "6 of 10", "7:30 hours", "5 of 10", "8 of 10", "None"] {
            page.sees(said);
        }
        look(story, &axe, "Check-in, read", &mut wrong);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        page.press_role(Role::Button, "Today");
        page.press("Check in");
        page.has(Role::Heading, "Edit check-in");
        page.holds("One line", &line);
    });
}

#[test]
fn save_is_in_sight_on_a_phone_and_every_row_can_be_skipped() {
    Story::tell_in_chromium(|story| {
        let size = json!({ "width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true });
        story.devtools("Emulation.setDeviceMetricsOverride", size);
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press("Check in");
        page.has(Role::Radiogroup, "Mood");
        let script = "const save = [...document.querySelectorAll('button')].find((one) => one.innerText.trim() === 'Save');
            const box = save.getBoundingClientRect();
            return scrollY === 0 && box.top >= 0 && box.bottom <= innerHeight;";
        assert_eq!(
            page.script(script, Vec::new()),
            json!(true),
            "Save is in view before anything is scrolled"
        );
        page.press("Save");
        page.sees("There is nothing to save yet. One row is enough.");
        page.fill("Hours of sleep", "many");
        page.press_until("Save", "Hours of sleep: a number up to 24, please.");
        page.empty("Hours of sleep");
        page.press_role(Role::Radio, "Rather not say");
        page.press_until("Save", "Saved");
        page.press_about("Check-in");
        page.sees("Rather not say");
    });
}

#[test]
fn a_day_of_the_last_seven_is_filled_in_and_marked() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press("Check in");
        page.press("For another day");
        let days = page.names(Role::Radio).into_iter().skip_while(|name| name != "Today").count();
        assert_eq!(days, 8, "today and the last seven days, none older");
        page.press_role(Role::Radio, "Yesterday");
        page.sees("For Yesterday. Written later.");
        let line = story.canaries().word("late");
        page.fill("One line", &line);
        page.press("Save");
        page.press_about(&line);
        page.sees("For Yesterday. Written later.");
        page.press_role(Role::Button, "Today");
        page.press("Check in");
        page.has(Role::Heading, "Check in");
        page.press("For another day");
        page.press_role(Role::Radio, "Yesterday, already there");
        page.has(Role::Heading, "Edit check-in");
        page.holds("One line", &line);
        page.press("For another day");
        page.press_role(Role::Radio, "Today");
        page.has(Role::Heading, "Check in");
    });
}

#[test]
fn an_ordinary_day_is_one_tap_and_says_nothing_of_use() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press("An ordinary day");
        page.sees("An ordinary day. Noted.");
        page.lacks(Role::Button, "An ordinary day");
        page.press("Undo");
        page.has(Role::Button, "An ordinary day");
        page.press("An ordinary day");
        page.lacks(Role::Button, "An ordinary day");
        page.press_about("Check-in");
        page.has(Role::Heading, "Check-in");
        page.sees("An ordinary day.");
        assert!(!page.text().contains("Did you use"), "nothing about use");
    });
}

#[test]
fn what_is_tracked_adds_rows_and_a_hidden_scale_keeps_its_answers() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let (scale, low) = (story.canaries().word("scale"), story.canaries().word("low"));
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.go_to_settings();
        page.press("What I track");
        page.press_role(Role::Checkbox, "Pain");
        page.press("Add a scale");
        page.press("Keep");
        page.sees("A scale needs a name.");
        page.fill("Name of the scale", &scale);
        page.fill("What 0 means", &low);
        page.press_until("Keep", &format!("0: {low}"));
        let mut wrong = Vec::new();
        look(story, &axe, "What I track", &mut wrong);
        measure(story, "What I track", &mut wrong);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        page.press_role(Role::Button, "Today");
        page.press("Check in");
        page.has(Role::Radiogroup, "Pain");
        page.has(Role::Radiogroup, &scale);
        page.press_role(Role::Radio, &format!("0, {low}"));
        page.press("Save");
        page.go_to_settings();
        page.press("What I track");
        page.press("Hide");
        page.sees("Hidden. What you wrote with it stays.");
        page.press_role(Role::Button, "Today");
        page.press_about("Check-in");
        page.sees(&scale);
        page.sees("0 of 10");
    });
}
