//! Every screen from 320 pixels to a wide one: nothing scrolls sideways, everything that is pressed is big enough.

use serde_json::{Value, json};
use stories::{Device, Role, Story, Writing};

const WIDTHS: [u32; 3] = [320, 390, 1280];

/// What is too wide for the page, and what is pressed and smaller than 48 pixels each way (links in running text and
/// what is not drawn apart).
const MEASURE: &str = "
    const wide = document.documentElement.scrollWidth > innerWidth
        ? [...document.querySelectorAll('body *')].filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5) && box.bottom > 0;
        }).map((element) => `too wide: ${element.tagName} ${element.className} to ${element.getBoundingClientRect().right}`)
        : [];
    const pressed = 'button, [role=button], [role=radio], [role=tab], select, summary, input:not([type=hidden]), textarea';
    const small = [...document.querySelectorAll(pressed)].filter((element) => {
        const target = element.matches('[type=checkbox], [type=radio]') && element.labels.length ? element.labels[0] : element;
        const box = target.getBoundingClientRect();
        return box.width > 1 && (box.width < 47.5 || box.height < 47.5);
    }).map((element) => {
        const box = element.getBoundingClientRect();
        return `too small: ${element.tagName} \"${element.textContent.trim().slice(0, 30) || element.id}\" ${box.width} × ${box.height}`;
    });
    return [...wide, ...small];";

/// Adds what is wrong with the screen as it stands, at each width.
pub fn measure(story: &Story, screen: &str, wrong: &mut Vec<String>) {
    for width in WIDTHS {
        let size = json!({ "width": width, "height": 844, "deviceScaleFactor": 1, "mobile": false });
        story.devtools("Emulation.setDeviceMetricsOverride", size);
        let found = story.page().script(MEASURE, Vec::new());
        let found = found.as_array().cloned().unwrap_or_default();
        wrong.extend(
            found.iter().filter_map(Value::as_str).map(|fault| format!("{screen} at {width}: {fault}")),
        );
    }
}

#[test]
fn no_screen_scrolls_sideways_and_every_target_is_48_pixels() {
    Story::tell_in_chromium(|story| {
        let mut wrong = Vec::new();
        let page = story.page();
        let (passphrase, writing) = (story.passphrase(), story.writing());
        page.has(Role::Button, "Create a journal");
        measure(story, "Start", &mut wrong);
        page.press("Create a journal");
        page.has(Role::Button, "Create journal");
        measure(story, "Create", &mut wrong);
        page.fill_create(&passphrase, Device::Mine);
        page.press("Create journal");
        page.has(Role::Button, "Log an urge");
        measure(story, "Today, first day", &mut wrong);
        page.press("Log an urge");
        page.press_role(Role::Radio, "5");
        measure(story, "Urge", &mut wrong);
        page.press("Save");
        page.sees("Urge, 5 of 10");
        measure(story, "Today", &mut wrong);
        page.go_to_journal();
        page.begin_entry(&writing);
        measure(story, "Editor", &mut wrong);
        page.save();
        let unbroken = Writing { title: "x".repeat(200), text: "y".repeat(400), ..story.writing() };
        page.write_entry(&unbroken);
        measure(story, "Journal", &mut wrong);
        page.press_about(&unbroken.title[..40]);
        page.has(Role::Button, "Edit");
        measure(story, "Entry", &mut wrong);
        page.tour_of_urges(&story.canaries().word("person"), |screen| measure(story, screen, &mut wrong));
        page.go_to_settings();
        measure(story, "Settings", &mut wrong);
        page.tour_of_the_ways_in(|screen| measure(story, screen, &mut wrong));
        page.press("Front card");
        page.has(Role::Heading, "Front card");
        measure(story, "Front card", &mut wrong);
        page.press("Back");
        page.press("When someone may make you open it");
        measure(story, "Made to open", &mut wrong);
        page.lock();
        measure(story, "Lock screen", &mut wrong);
        page.tour_of_the_lock_screen(|screen| measure(story, screen, &mut wrong));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

const TAB: char = '\u{e004}';

/// What has the focus, when something else lies over its middle (WCAG 2.2, 2.4.11).
const HIDDEN_FOCUS: &str = "
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const box = focused.getBoundingClientRect();
    const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const seen = above && (focused.contains(above) || above.contains(focused) || [...(focused.labels ?? [])].some((label) => label.contains(above)));
    return seen ? null : `${focused.tagName} ${focused.id} is under ${above?.tagName} ${above?.className}`;";

#[test]
fn nothing_lies_over_what_has_the_focus() {
    Story::tell_in_chromium(|story| {
        let mut wrong = Vec::new();
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.begin_entry(&story.writing());
        for (width, height) in [(390, 844), (1280, 800)] {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            story.devtools("Emulation.setDeviceMetricsOverride", size);
            for _ in 0..24 {
                page.key(TAB);
                let hidden = page.script(HIDDEN_FOCUS, Vec::new());
                wrong.extend(hidden.as_str().map(|fault| format!("editor at {width} × {height}: {fault}")));
            }
        }
        wrong.sort();
        wrong.dedup();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
