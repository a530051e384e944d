//! An urge: two taps, a number, "Save" from any room; then everything else, filled in later and read again after a lock.

use stories::{Device, Page, Role, Story};

const ENTER: char = '\u{e007}';

/// Opens a row of the form that is folded away, or closes it.
fn turn(page: &Page, row: &str) {
    page.press_about(row);
}

fn add_name(page: &Page, label: &str, name: &str) {
    page.fill(label, name);
    page.key(ENTER);
    page.has(Role::Button, &format!("Take off {name}"));
}

#[test]
fn two_taps_a_number_and_save_log_an_urge_from_every_room() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Mine);
        for (number, room) in [("3", "Journal"), ("5", "Insights"), ("7", "Today")] {
            page.press_role(Role::Button, room);
            page.lacks(Role::Button, "Ride it out");
            page.press_role(Role::Button, "Urges");
            page.press("Log an urge");
            page.press_role(Role::Radio, number);
            page.press("Save");
            page.has(Role::Heading, "Urges");
            page.sees(&format!("Urge, {number} of 10"));
        }
    });
}

#[test]
fn without_a_number_it_says_so_and_keeps_the_words() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let line = story.canaries().word("line");
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press("Log an urge");
        page.fill("One line", &line);
        page.press("Save");
        page.sees("Please choose a number first.");
        page.holds("One line", &line);
    });
}

#[test]
fn everything_can_be_filled_in_later_and_is_read_again_after_a_lock() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let (passphrase, canaries) = (story.passphrase(), story.canaries());
        let word = |name: &str| canaries.word(name);
        let (line, trigger, did, about) = (word("line"), word("trigger"), word("did"), word("about"));
        let (felt, thought, helped, next) = (word("felt"), word("thought"), word("helped"), word("next"));
        page.create_to_today(&passphrase, Device::Mine);
        page.press("Log an urge");
        page.press_role(Role::Radio, "7");
        page.press("Save");
        page.press_about("Urge, 7 of 10");
        page.press("Edit");

        page.fill("One line", &line);
        turn(&page, "What set it off?");
        page.press_role(Role::Checkbox, "Out of nowhere");
        page.press_role(Role::Checkbox, "The body");
        page.press_role(Role::Checkbox, "Tired");
        add_name(&page, "Own words", &trigger);
        turn(&page, "What set it off?");
        page.sees(&format!("Out of nowhere, Tired, {trigger}"));

        turn(&page, "What did you do?");
        page.press_role(Role::Checkbox, "Moved");
        page.press_role(Role::Checkbox, "Waited");
        page.fill("Moved", &did);
        turn(&page, "What did you do?");
        page.sees(&format!("Moved: {did}, Waited"));

        turn(&page, "How strong is it now?");
        page.until("the scale of the second number", || {
            Ok((page.count(Role::Radio, "Skip")? == 1).then_some(()))
        });
        page.script("document.getElementById('after-3').click()", Vec::new());
        turn(&page, "How strong is it now?");
        page.sees("3 of 10");

        turn(&page, "How did it end?");
        page.press_role(Role::Radio, "It passed");
        turn(&page, "How did it end?");

        turn(&page, "More");
        add_name(&page, "What for?", &about);
        page.press_role(Role::Checkbox, "Lonely");
        add_name(&page, "Other feelings", &felt);
        page.press_role(Role::Checkbox, "Restless");
        page.press_role(Role::Radio, "On the way");
        page.press_role(Role::Checkbox, "Strangers");
        page.fill("The thought that came with it", &thought);
        page.fill("How long, in minutes", "a while");
        page.fill("What helped?", &helped);
        page.script("document.getElementById('confidence-6').click()", Vec::new());
        page.fill("A line to next time", &next);
        page.press("Save");
        page.sees("The length is a whole number of minutes");
        page.empty("How long, in minutes");
        page.fill("How long, in minutes", "25");
        page.press_until("Save", "Urge, 7 of 10");
        page.has(Role::Button, "Edit");
        page.lock();
        page.unlock_to_today(&passphrase);
        page.press_about("Urge, 7 of 10");
        page.has(Role::Button, "Edit");
        let all = [
            "Out of nowhere, Tired, ",
            "Moved: ",
            ", Waited",
            "3 of 10",
            "It passed",
            "Lonely, ",
            "Restless",
            "On the way",
            "Strangers",
            "25 min",
            "6 of 10",
        ];
        for words in all {
            page.sees(words);
        }
        for words in [line, trigger, did, about.clone(), felt, thought, helped, next] {
            page.sees(&words);
        }

        // What was named once is offered the next time, and needs no typing.
        page.press_role(Role::Button, "Urges");
        page.press("Log an urge");
        page.press_role(Role::Radio, "4");
        turn(&page, "More");
        page.press_role(Role::Button, &about);
        page.has(Role::Button, &format!("Take off {about}"));
    });
}
