//! What is hidden, replaced or marked leaves the page, and nothing is replaced unseen.

use stories::{Device, Role, Story, Writing};

use crate::summary_print::{page_reads, to_preview};

#[test]
fn lines_are_hidden_names_are_replaced_when_asked_and_marked_entries_are_not_offered() {
    Story::tell_in_chromium(|story| {
        let (question, written) = (story.canaries().word("question"), story.writing());
        let written = Writing { text: "Then my sister Anna rang from 07700 900 123.".into(), ..written };
        story.page().create_to_today(&story.passphrase(), Device::Mine);
        let page = story.page();
        page.write_entry(&written);
        page.press("Insights");
        page.press("Make a summary");
        page.press("Passages I pick");
        page.press_about(&written.title);
        page.fill("Questions I want to ask", &question);
        page.press("Preview");
        page_reads(&page, "Anna", true);
        page.sees("Anna: looks like a name");
        page.sees("07700 900 123: looks like a number");
        page.press("Write A. instead of Anna");
        page_reads(&page, "Anna", false);
        page_reads(&page, "sister A. rang", true);
        page.press("Write Anna again");
        page_reads(&page, "Anna", true);
        page.press_about("Hide single lines");
        page.press(&format!("Hide: {question}"));
        page_reads(&page, &question, false);

        page.press("Journal");
        page.press_about(&written.title);
        page.press("Never share");
        page.sees("Left out of every summary.");
        page.press("Insights");
        page.press("Make a summary");
        page.sees("No entry in these days.");
        page.press("Preview");
        page.has(Role::Heading, "Preview");
        page_reads(&page, "Anna", false);
    });
}

#[test]
fn an_empty_range_says_so() {
    Story::tell_in_chromium(|story| {
        story.page().create_to_today(&story.passphrase(), Device::Mine);
        let page = story.page();
        to_preview(&page, "Only this");
        page_reads(&page, "Nothing in these days.", true);
        page.press("Back");
        page.paste("To", "1999-01-01");
        page.press("Preview");
        page.sees("These days are not in order.");
    });
}
