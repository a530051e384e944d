//! Several journals in one browser: told apart by signs alone, each with its own lock; and a removed one is gone.

use serde_json::json;
use stories::{Device, Page, Role, Story};

const SECOND: &str = "another passphrase entirely";

/// What the lock screen calls the journals.
fn signs(page: &Page) -> Vec<String> {
    page.has(Role::Button, "Unlock");
    let script = "return [...document.querySelectorAll('[role=radio][id^=which]')]
        .map((choice) => choice.textContent.trim());";
    serde_json::from_value(page.script(script, Vec::new())).expect("words")
}

/// Whether the journal with that sign opens by these words.
fn opens(page: &Page, sign: &str, words: &str) -> bool {
    // By way of the others: nothing of an earlier try is left.
    for other in signs(page).iter().filter(|other| *other != sign) {
        page.press_role(Role::Radio, other);
    }
    page.press_role(Role::Radio, sign);
    page.fill("Passphrase", words);
    page.press("Unlock");
    page.until("open or refused", || {
        let refused =
            page.count(Role::Button, "Unlock")? > 0 && page.text().contains("did not open this journal");
        let open = page.count(Role::Button, "Log an urge")? > 0;
        Ok((open || refused).then_some(open))
    })
}

/// Two journals with an entry each: the title of each.
fn two_journals(story: &Story, passphrase: &str) -> (String, String) {
    let (first, second) = (story.writing(), story.writing());
    let page = story.page();
    page.create_journal(passphrase, Device::Shared);
    page.write_entry(&first);
    page.lock();
    assert!(signs(&page).is_empty(), "one journal needs no sign");
    page.press("Create another journal");
    page.fill_create(SECOND, Device::Shared);
    page.press("Create journal");
    page.has(Role::Button, "Log an urge");
    page.go_to_journal();
    page.write_entry(&second);
    page.lock();
    (first.title, second.title)
}

#[test]
fn two_journals_carry_signs_and_open_by_their_own_words() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let (first, second) = two_journals(story, &passphrase);
        let page = story.page();
        let signs = signs(&page);
        assert_eq!(signs.len(), 2, "{signs:?}");
        assert_ne!(signs[0], signs[1]);
        let kept = page.script("return JSON.stringify(localStorage);", Vec::new()).to_string();
        assert!(signs.iter().all(|sign| !kept.contains(sign.as_str())), "a sign rests as a number");
        let mut opened = Vec::new();
        for sign in &signs {
            for (words, title) in [(passphrase.as_str(), &first), (SECOND, &second)] {
                if opens(&page, sign, words) {
                    page.go_to_journal();
                    page.sees(title);
                    let other = if title == &first { &second } else { &first };
                    assert!(!page.text().contains(other.as_str()), "one sees into the other");
                    opened.push(title.clone());
                    page.lock();
                    break;
                }
            }
        }
        opened.sort();
        let mut both = vec![first, second];
        both.sort();
        assert_eq!(opened, both, "each opened by its own words, and by no others");
    });
}

#[test]
fn a_removed_journal_is_gone_from_the_list_and_the_other_stays() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let (first, second) = two_journals(story, &passphrase);
        let page = story.page();
        assert!(signs(&page).iter().any(|sign| opens(&page, sign, SECOND)));
        page.go_to_settings();
        page.press("Remove this journal");
        page.fill("Passphrase of this journal", &passphrase);
        page.press("Remove it for good");
        page.sees("That passphrase did not open this journal.");
        page.press_until("Remove it for good", "No passphrase was given.");
        page.fill("Passphrase of this journal", SECOND);
        // The room's own words stand on the lock screen alone.
        page.press_until("Remove it for good", "Create another journal");
        page.has(Role::Button, "Unlock");
        assert!(signs(&page).is_empty(), "one is left");
        let databases = "const done = arguments[arguments.length - 1];
            indexedDB.databases().then((all) => done(all.length));";
        assert_eq!(page.script_async(databases, Vec::new()), json!(1));
        let kept = "return Object.keys(localStorage).filter((key) => key.startsWith('trestle/1/')).length;";
        assert_eq!(page.script(kept, Vec::new()), json!(1), "nor is its witness kept");
        page.unlock_to_today(&passphrase);
        page.go_to_journal();
        page.sees(&first);
        assert!(!page.text().contains(&second));
    });
}
