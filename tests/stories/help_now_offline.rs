//! Help now opens without a connection, and without a journal.

use stories::Story;

#[test]
fn help_now_opens_without_a_connection() {
    Story::tell_in_chromium(|story| {
        story.page().works_offline();
        story.stop_server();
        story.reload();
        let page = story.page();
        page.press("Help now");
        page.until("an emergency number", || {
            let text = page.text();
            Ok(["112", "911", "999", "000"].iter().any(|number| text.contains(number)).then_some(()))
        });
    });
}
