//! A summary as plain text, for a message or a portal.

use journal::summary::{Body, Section, Summary};

/// The text, in lines that end in a line feed.
#[must_use]
pub fn text(summary: &Summary) -> String {
    let mut text = summary.title.clone();
    text.push('\n');
    for line in &summary.head {
        put(&mut text, "", &line.body);
    }
    summary.all_sections().for_each(|section| put_section(&mut text, section));
    text
}

fn put_section(text: &mut String, section: &Section) {
    text.push('\n');
    text.push_str(&section.title);
    text.push('\n');
    if !section.columns.is_empty() {
        put(text, "  ", &Body::Row(section.columns.clone()));
    }
    section.lines.iter().for_each(|line| put(text, "- ", &line.body));
}

fn put(text: &mut String, before: &str, body: &Body) {
    text.push_str(before);
    text.push_str(&body.text().replace('\n', "\n  "));
    text.push('\n');
}
