//! Every room of Support by keyboard, from the picture of the table to the last tool: at 320 pixels and wider, in both
//! looks, and on paper where a page is made for it.

use serde_json::{Value, json};
use stories::{Page, Role, Story};

use crate::accessibility::{axe, look};
use crate::layout::measure;
use crate::worksheet::printed_pages;

const ENTER: char = '\u{e007}';

/// Names of the doors on a page, in order.
const DOORS: &str = "return [...document.querySelectorAll('.doors .door')].map((door) => door.querySelector('.door-name').textContent.trim());";
/// Puts the focus on the door at a place.
const FOCUS: &str = "document.querySelectorAll('.doors .door')[arguments[0]].focus();";
/// What axe says of contrast alone: the only thing that another look changes.
const CONTRAST: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { runOnly: { type: 'rule', values: ['color-contrast'] } }).then(
        ({ violations }) => done(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 160)))),
        (error) => done([String(error)]));";
/// Tools that lie outside of Support: other stories look at them.
const ELSEWHERE: [&str; 4] = ["Make a summary", "Goals", "Coming back to me", "Reminders"];
/// Pages that are made for paper, each on one of it.
const ON_PAPER: [&str; 3] = ["How to help me", "The table, month by month", "Ask before I stop"];

fn doors(page: &Page) -> Vec<String> {
    let found = page.script(DOORS, Vec::new());
    let found = found.as_array().cloned().unwrap_or_default();
    found.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// So tall that nothing lies below the bar at the bottom.
fn tall(story: &Story, width: u32) {
    let size = json!({ "width": width, "height": 4000, "deviceScaleFactor": 1, "mobile": false });
    story.devtools("Emulation.setDeviceMetricsOverride", size);
}

fn prefer(story: &Story, scheme: &str) {
    let still = json!({ "name": "prefers-reduced-motion", "value": "reduce" });
    let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }, still] });
    story.devtools("Emulation.setEmulatedMedia", media);
}

fn look_all(story: &Story, axe: &str, screen: &str, wrong: &mut Vec<String>) {
    measure(story, screen, wrong);
    tall(story, 320);
    look(story, axe, screen, wrong);
    prefer(story, "dark");
    let found = story.page().script_async(CONTRAST, Vec::new());
    let found = found.as_array().cloned().unwrap_or_default();
    wrong.extend(found.iter().map(|fault| format!("{screen}, dark: {fault}")));
    prefer(story, "light");
}

/// Opens the door at a place by the keyboard alone.
fn open(page: &Page, at: usize, from: &str) {
    page.script(FOCUS, vec![at.into()]);
    page.key(ENTER);
    page.lacks(Role::Heading, from);
    page.until("the room behind the door", || {
        let opened = !page.text().contains("Opening…") && page.count(Role::Button, "Back")? > 0;
        Ok(opened.then_some(()))
    });
}

fn to_support(page: &Page) {
    page.press_role(Role::Button, "Support");
    page.has(Role::Heading, "The legs");
}

#[test]
fn every_room_of_support_is_open_to_everyone() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let mut wrong = Vec::new();
        let page = story.page();
        page.press("Look around");
        page.sees("You are looking around");
        to_support(&page);
        look_all(story, &axe, "Support", &mut wrong);
        let legs = page.script(
            "return document.querySelectorAll('section[aria-labelledby=legs] .door').length",
            Vec::new(),
        );
        for at in 0..legs.as_u64().unwrap_or_default() as usize {
            open(&page, at, "The legs");
            look_all(story, &axe, &format!("The leg at {at}"), &mut wrong);
            to_support(&page);
        }
        page.press("All tools");
        let tools = doors(&page);
        assert!(tools.len() > 20, "{tools:?}");
        for (at, tool) in tools.iter().enumerate().filter(|(_, tool)| !ELSEWHERE.contains(&tool.as_str())) {
            open(&page, at, "All tools");
            look_all(story, &axe, tool, &mut wrong);
            if ON_PAPER.contains(&tool.as_str()) && printed_pages(story) != 1 {
                wrong.push(format!("{tool}: {} pages on paper", printed_pages(story)));
            }
            to_support(&page);
            page.press("All tools");
            page.has(Role::Heading, "All tools");
        }
        page.press("Plans");
        page.press_about("Plan for hard moments");
        page.press("Write it");
        look_all(story, &axe, "Plan for hard moments, form", &mut wrong);
        page.fill("What I do first, step by step, 1", "Call somebody");
        page.press("Save");
        page.has(Role::Button, "Edit");
        if printed_pages(story) != 1 {
            wrong.push("the plan for hard moments does not fit a page".to_owned());
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
