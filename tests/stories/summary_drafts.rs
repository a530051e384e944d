//! What was typed for a summary outlasts a lock and a death, until it went out or its owner starts over.

use stories::{Device, Role, Story};

use crate::summary_print::page_reads;

#[test]
fn what_was_typed_outlasts_a_lock_and_a_death_until_it_went_out_or_is_started_over() {
    Story::tell(|story| {
        let passphrase = story.passphrase();
        let [question, change, later] =
            ["question", "change", "later"].map(|name| story.canaries().word(name));
        story.page().create_to_today(&passphrase, Device::Mine);
        let page = story.page();
        page.press("Insights");
        page.press("Make a summary");
        page.fill("Questions I want to ask", &question);
        page.lock();
        page.try_unlock(&passphrase);
        page.has(Role::Heading, "Make a summary");
        page.holds("Questions I want to ask", &question);
        page.fill("Changes since last time, and homework", &change);
        page.sees("Draft kept on this device.");
        story.kill_and_restart();
        let page = story.page();
        page.try_unlock(&passphrase);
        page.has(Role::Heading, "Make a summary");
        page.holds("Questions I want to ask", &question);
        page.holds("Changes since last time, and homework", &change);
        page.press("Preview");
        page_reads(&page, &change, true);
        // Shown, it is done with: unlocking leads to Today, and it is there for another way out.
        page.press("Show on this screen");
        page.press("Close and stay locked");
        page.unlock_to_today(&passphrase);
        page.press("Insights");
        page.press("Make a summary");
        page.holds("Questions I want to ask", &question);
        page.press("Start over");
        page.press("Make a summary");
        page.holds("Questions I want to ask", "");
        page.fill("Questions I want to ask", &later);
        page.press("Start over");
        page.press("Undo");
        page.holds("Questions I want to ask", &later);
    });
}
