//! One search over everything, narrowed by filters, with what was found marked.

use stories::{Device, Page, Role, Story, Writing};

/// Texts of everything that is marked as found, in order.
fn marked(page: &Page) -> Vec<String> {
    let found = page
        .script("return [...document.querySelectorAll('mark')].map((mark) => mark.textContent)", Vec::new());
    found.as_array().into_iter().flatten().filter_map(|word| word.as_str().map(str::to_owned)).collect()
}

#[test]
fn what_is_found_is_marked_whatever_its_case_and_diacritics() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        let canary = story.canaries().word("cafe");
        let written = canary.replacen("cafe", "Café", 1);
        story.canaries().watch(&written);
        page.write_entry(&Writing {
            text: format!("Before {written} after"),
            title: "T".into(),
            ..Writing::default()
        });
        page.fill("Search", &canary.to_uppercase());
        page.sees("1 entry found.");
        page.until("the word to be marked", || Ok((marked(&page) == [written.as_str()]).then_some(())));
        page.empty("Search");
        page.until("no mark", || Ok(marked(&page).is_empty().then_some(())));
        page.paste("Search", "<mark>");
        page.sees("Nothing found.");
    });
}

#[test]
fn filters_narrow_the_list_together_and_each_is_taken_off_by_its_chip() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press("Log an urge");
        page.press_role(Role::Radio, "5");
        page.press("Save");
        page.sees("Urge, 5 of 10");
        page.go_to_journal();
        let (low, high) =
            (Writing { mood: Some(2), ..story.writing() }, Writing { mood: Some(8), ..story.writing() });
        page.write_entry(&low);
        page.write_entry(&high);
        page.press("Filter");
        page.press_role(Role::Checkbox, "Entries");
        page.sees("2 entries found.");
        page.no_longer_sees("Urge, 5 of 10");
        page.press_role(Role::Radio, "7 to 10");
        page.sees("1 entry found.");
        page.no_longer_sees(&low.title);
        page.press("Take off Mood 7 to 10");
        page.sees("2 entries found.");
        page.press_role(Role::Checkbox, &low.tags);
        page.sees("1 entry found.");
        page.paste("Until", "2001-01-31");
        page.sees("Nothing found. Take a filter off to see more.");
        page.press_about("Take off Until");
        page.sees("1 entry found.");
        assert_eq!(page.value("Until"), "");
        page.press(&format!("Take off {}", low.tags));
        page.press("Take off Entries");
        page.sees("Urge, 5 of 10");
        page.sees(&high.title);
        page.no_longer_sees("found.");
    });
}

#[test]
fn a_favourite_is_marked_by_one_tap_found_and_taken_back() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        let (one, other) = (story.writing(), story.writing());
        page.write_entry(&one);
        page.write_entry(&other);
        let star = format!("Favourite: {}", one.title);
        page.press(&star);
        page.sees("A favourite now.");
        assert_eq!(page.focused(), Some(("button".into(), star.clone())), "the star keeps the focus");
        page.lock();
        page.unlock(&passphrase);
        page.press("Filter");
        page.press("Favourites");
        page.sees("1 entry found.");
        page.no_longer_sees(&other.title);
        page.press(&star);
        page.sees("Nothing found.");
        page.press("Undo");
        page.sees("1 entry found.");
        page.press_about(&one.title);
        page.press("Favourite");
        page.sees("No longer a favourite.");
    });
}
