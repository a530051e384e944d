//! From a fresh browser to an open journal.

use stories::{Device, Role, Story};

#[test]
fn a_journal_is_made_and_is_there_after_the_browser_was_closed() {
    Story::tell(|story| {
        let passphrase = story.passphrase();
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().sees("A sentence is enough.");
        story.restart();
        story.page().has(Role::Button, "Unlock");
        story.page().lacks(Role::Button, "Create a journal");
        story.page().unlock(&passphrase);
    });
}

#[test]
fn five_words_are_offered_and_open_the_journal_in_any_case() {
    Story::tell(|story| {
        let page = story.page();
        page.press("Create a journal");
        page.press("Shared");
        page.press("Suggest one");
        page.has(Role::Button, "Suggest another");
        let offered = page.until("five words", || {
            let words = page.value("Passphrase");
            Ok((words.split(' ').count() == 5).then_some(words))
        });
        story.canaries().watch(&offered);
        page.holds("Passphrase again", &offered);
        page.press_role(Role::Checkbox, "Nobody can reset this for me");
        page.press("Create journal");
        page.has(Role::Button, "New entry");
        page.lock();
        page.unlock(&offered.to_uppercase().replace(' ', "-"));
    });
}

#[test]
fn nothing_is_made_until_the_form_is_complete() {
    Story::tell(|story| {
        let page = story.page();
        let passphrase = story.passphrase();
        page.press("Create a journal");
        page.press("Create journal");
        page.sees("Please choose a passphrase first.");
        page.fill("Passphrase", &passphrase);
        page.fill("Passphrase again", "another");
        page.press("Create journal");
        page.sees("The two do not match yet.");
        page.paste("Passphrase again", &passphrase);
        page.press("Create journal");
        page.sees("Please tick the box once you have read it.");
        page.press_role(Role::Checkbox, "Nobody can reset this for me");
        page.press("Create journal");
        page.has(Role::Button, "New entry");
    });
}

#[test]
fn a_passphrase_that_is_easily_guessed_is_refused_and_said_why() {
    Story::tell(|story| {
        let page = story.page();
        page.press("Create a journal");
        page.fill_create("password123456", Device::Mine);
        page.sees("Many people use words like these. Try less usual ones.");
        page.press("Create journal");
        page.has(Role::Heading, "Create a journal");
        page.lacks(Role::Button, "Log an urge");
        for label in ["Passphrase", "Passphrase again"] {
            page.empty(label);
        }
        let passphrase = story.passphrase();
        page.fill("Passphrase", &passphrase);
        page.sees("Strong enough.");
        page.fill("Passphrase again", &passphrase);
        page.press("Create journal");
        page.has(Role::Button, "Log an urge");
    });
}
