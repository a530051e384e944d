//! A worksheet: a notice first, put away and gone on with, saved, read, and on one page of paper.

use serde_json::{Value, json};
use stories::{Device, Page, Role, Story};

use crate::accessibility::{axe, look};
use crate::layout::measure;

/// From any room to a tool of Support.
pub fn go_to(page: &Page, tool: &str) {
    page.press_role(Role::Button, "Support");
    page.press("All tools");
    page.press_role(Role::Button, tool);
}

/// Pages that the browser would print just now.
pub fn printed_pages(story: &Story) -> u64 {
    let printed = story.devtools("Page.printToPDF", json!({}));
    let count = "return (atob(arguments[0]).match(/\\/Type\\s*\\/Page[^s]/g) ?? []).length";
    let pages = story.page().script(count, vec![printed["data"].clone()]);
    pages.as_u64().filter(|pages| *pages > 0).expect("something is printed")
}

#[test]
fn a_heavy_sheet_asks_first_is_put_away_gone_on_with_saved_and_printed() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let (situation, feeling) = (story.canaries().word("situation"), story.canaries().word("feeling"));
        let mut wrong = Vec::new();
        page.create_to_today(&story.passphrase(), Device::Mine);
        go_to(&page, "Worksheets");
        page.has(Role::Heading, "Plans and worksheets");
        look(story, &axe, "Worksheets", &mut wrong);
        measure(story, "Worksheets", &mut wrong);
        page.press_about("Thought record");
        page.press("Fill one in");
        page.sees("This sheet looks closely at something hard.");
        assert_eq!(page.count(Role::Textbox, "What was the situation?"), Ok(0), "nothing is asked yet");
        look(story, &axe, "Notice of a sheet", &mut wrong);
        page.press("Go on");
        page.fill("What was the situation?", &situation);
        page.fill("What did I feel, and how strongly?, 1", &feeling);
        page.fill("What did I feel, and how strongly?, 1: 0 to 100", "101");
        look(story, &axe, "Sheet", &mut wrong);
        measure(story, "Sheet", &mut wrong);
        page.press("Steady me first");
        page.sees("That can be more than panic.");
        page.press("Close help");

        page.press("Put it away");
        page.sees("Put away. Your words are kept.");
        page.has(Role::Heading, "Put away for now");
        page.press_about(&situation);
        page.press("Go on");
        page.holds("What was the situation?", &situation);
        page.press("Save");
        page.sees("A number from 0 to 100, please, or nothing.");
        page.empty("What did I feel, and how strongly?, 1: 0 to 100");
        page.fill("What did I feel, and how strongly?, 1: 0 to 100", "70");
        page.press_until("Save", "Filled in");
        page.lacks(Role::Heading, "Put away for now");

        page.press_about(&situation);
        page.sees("70 of 100");
        assert!(!page.text().contains("What will I do?"), "what is empty is not shown");
        look(story, &axe, "Sheet, read", &mut wrong);
        measure(story, "Sheet, read", &mut wrong);
        assert_eq!(printed_pages(story), 1);
        page.press_role(Role::Button, "Journal");
        page.press_about("Thought record");
        page.press("Edit");
        page.holds("What did I feel, and how strongly?, 1", &feeling);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn lines_are_kept_in_the_order_they_are_put_in() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let areas = ["first", "second", "third"].map(|area| story.canaries().word(area));
        let asked = "Areas that matter to me, the weightiest first";
        page.create_to_today(&story.passphrase(), Device::Mine);
        go_to(&page, "Worksheets");
        page.press_about("What matters");
        page.press("Fill one in");
        for (area, number) in areas.iter().zip(1..) {
            page.fill(&format!("{asked}, {number}"), area);
        }
        page.press("Move up: 3");
        page.press("Take off: 1");
        page.holds(&format!("{asked}, 1"), &areas[2]);
        page.holds(&format!("{asked}, 2"), &areas[1]);
        page.press("Save");
        page.press_about(&areas[2]);
        page.has(Role::Button, "Print");
        let text = page.text();
        assert!(text.find(&areas[2]) < text.find(&areas[1]), "{text}");
        assert!(text.contains(&areas[2]) && !text.contains(&areas[0]), "{text}");
        assert_eq!(page.script("return document.title", Vec::new()), Value::from("Trestle"));
    });
}
