//! Writing, finding, changing and deleting entries.

use stories::{Device, Role, Story, Writing};

#[test]
fn an_entry_is_saved_and_read_again_after_the_browser_was_closed() {
    Story::tell(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&writing);
        if story.browser().keeps_its_profile() {
            story.restart();
            story.page().unlock(&passphrase);
        }
        let page = story.page();
        page.press_about(&writing.title);
        page.sees(&writing.text);
        page.sees(&writing.tags);
        page.sees("Mood 7 of 10");
    });
}

#[test]
fn an_entry_is_found_by_a_word_of_its_text_and_by_no_other() {
    Story::tell(|story| {
        let (one, other) = (story.writing(), story.writing());
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.write_entry(&one);
        page.write_entry(&other);
        page.has(Role::Searchbox, "Search");
        page.fill("Search", &other.tags);
        page.sees("1 entry found.");
        page.sees(&other.title);
        page.no_longer_sees(&one.title);
        page.empty("Search");
        page.sees(&one.title);
        let sought = story.canaries().word("sought");
        page.fill("Search", &sought);
        page.sees("Nothing found.");
    });
}

#[test]
fn an_entry_is_changed_deleted_and_brought_back() {
    Story::tell(|story| {
        let writing = story.writing();
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.write_entry(&writing);
        page.press_about(&writing.title);
        page.press("Edit");
        page.holds("Entry", &writing.text);
        let more = story.canaries().word("more");
        page.fill("Entry", &format!(" {more}"));
        page.press("Save");
        page.sees(&more);
        page.press("Delete");
        page.sees("Entry deleted.");
        page.no_longer_sees(&writing.title);
        page.press("Undo");
        page.sees(&writing.title);
    });
}

/// Counts what is said aloud: texts that come into live regions.
const LISTEN: &str = "
    window.storySaid = [];
    new MutationObserver((changes) => {
        const regions = changes.map(({ target }) => (target.closest ? target : target.parentElement)?.closest('[role=status], [aria-live]'));
        for (const region of new Set(regions)) if (region) window.storySaid.push(region.textContent.trim());
    }).observe(document.body, { subtree: true, childList: true, characterData: true });";

#[test]
fn each_save_is_announced_once() {
    Story::tell(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.script(LISTEN, Vec::new());
        for saves in 1..=3 {
            page.write_entry(&story.writing());
            page.until(&format!("\"Saved\" to be announced {saves} times"), || {
                let said = page
                    .script("return window.storySaid.filter((said) => said === 'Saved').length", Vec::new());
                Ok((said.as_u64() == Some(saves)).then_some(()))
            });
        }
    });
}

#[test]
fn words_of_every_script_come_back_as_they_were_written() {
    Story::tell(|story| {
        let passphrase = story.passphrase();
        let written =
            format!("# Ümläut, žluťoučký, 日本語, עברית 😀👩‍🚀\n\n{}", story.canaries().word("script"));
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().begin_entry(&Writing::default());
        story.page().paste("Entry", &written);
        story.page().save();
        story.page().press_about("Ümläut");
        story.page().press("Edit");
        story.page().holds("Entry", &written);
    });
}

#[test]
fn a_text_is_shown_formatted_and_goes_on_being_written() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let (title, text) = (story.canaries().word("heading"), story.canaries().word("item"));
        let written = format!("# {title}\n\n- *{text}*");
        page.create_journal(&story.passphrase(), Device::Mine);
        page.begin_entry(&Writing::default());
        page.paste("Entry", &written);
        page.press("Show formatted");
        page.has(Role::Heading, &title);
        page.sees(&text);
        assert!(!page.text().contains('#') && !page.text().contains('*'), "marks are not shown");
        assert_eq!(page.count(Role::Textbox, "Entry"), Ok(0));
        // A second press right after the first counts as one with it, so it is pressed until it does.
        page.until("the text to be written on", || {
            page.press("Show formatted");
            Ok((page.count(Role::Textbox, "Entry")? > 0).then_some(()))
        });
        page.holds("Entry", &written);
        page.save();
    });
}

#[test]
fn an_entry_about_an_earlier_day_stands_on_that_day() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let (today, earlier) = (story.writing(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.begin_entry(&earlier);
        page.paste("Date", "2019-02-28");
        page.paste("Time", "07:45");
        page.save();
        page.write_entry(&today);
        page.lock();
        page.unlock(&passphrase);
        page.sees(&earlier.title);
        let days = page.names(Role::Heading);
        let day = days.iter().position(|name| name.contains("2019")).unwrap_or_else(|| panic!("{days:?}"));
        assert_eq!(day, days.len() - 1, "the earliest day comes last: {days:?}");
        assert!(days[day].contains("28"), "{days:?}");
        let rows = page.names(Role::Button);
        let row = rows.iter().find(|name| name.contains(&earlier.title)).expect("its row");
        assert!(row.contains("7:45"), "{row}");
        page.press_about(&earlier.title);
        page.press("Edit");
        page.holds("Date", "2019-02-28");
        page.paste("Date", "");
        page.press("Save");
        page.sees("That date or time is not a real one, or lies before 1900.");
    });
}
