//! Whatever is written stays words: in every field of the journal's pages, shown everywhere it is shown.

use stories::{Device, Page, Role, Story, Writing};

const MARKUP: [&str; 3] = [
    "<script>window.storyRan = 1</script>",
    "<img src=x onerror=\"window.storyRan = 2\">",
    "[x](javascript:storyRan=3)",
];

/// Nothing ran, and nothing on the page is more than words.
fn is_words(page: &Page, screen: &str) {
    let found = page.script(
        "return [window.storyRan ?? '', document.querySelectorAll('main script, main img, main a, main iframe').length].join()",
        Vec::new(),
    );
    assert_eq!(found, ",0", "{screen}");
}

#[test]
fn markup_and_scripts_are_shown_as_they_were_written_and_never_run() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        for markup in MARKUP {
            let title = format!("{} {markup}", story.canaries().word("title"));
            page.begin_entry(&Writing::default());
            page.paste("Title", &title);
            page.paste("Entry", &format!("{markup}\n\n> {markup}\n\n- {markup}"));
            page.paste("Tags", markup);
            page.press("Show formatted");
            is_words(&page, "the editor");
            page.save();
            is_words(&page, "the list");
            page.paste("Search", markup);
            page.sees("1 entry found.");
            is_words(&page, "the search");
            page.empty("Search");
            page.press_about(&title);
            page.has(Role::Heading, &title);
            page.press("Edit");
            page.paste("Entry", "other");
            page.save();
            page.press("Earlier wordings (1)");
            page.has(Role::Button, "Copy into the editor");
            is_words(&page, "the record and its history");
            page.press("Back");
        }
        page.sees("<script>window.storyRan = 1</script>");
        page.press("Filter");
        page.press_role(Role::Checkbox, MARKUP[0]);
        page.has(Role::Button, &format!("Take off {}", MARKUP[0]));
        is_words(&page, "a filter");
        page.press("All tags");
        page.press(&format!("Rename {}", MARKUP[1]));
        page.paste("New name", MARKUP[0]);
        page.press("Rename");
        page.sees("There is a tag");
        is_words(&page, "the tags");
        page.press("Back");
        page.press("Start from…");
        page.press("Add your own");
        page.paste("Name", MARKUP[0]);
        page.paste("Text", MARKUP[1]);
        page.press("Save");
        page.press_about(MARKUP[0]);
        page.holds("Entry", MARKUP[1]);
        page.press("Back");
        page.press("Put it down");
        page.paste("Words to put down", MARKUP[0]);
        is_words(&page, "what is put down");
    });
}

#[test]
fn five_hundred_tags_a_very_long_line_and_letters_from_right_to_left_are_kept() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        let word = story.canaries().word("long");
        let tags: Vec<String> = (0..500).map(|number| format!("tag{number}")).collect();
        let line = format!("{word} {}", "מילה 😀 ".repeat(10_000));
        page.begin_entry(&Writing::default());
        page.paste("Entry", &line);
        page.paste("Tags", &tags.join(", "));
        page.save();
        page.press_about(&word);
        page.press("Edit");
        page.until("the whole line", || Ok((page.value("Entry").len() == line.len()).then_some(())));
        assert_eq!(page.value("Tags").split(", ").count(), 500);
        page.paste("Tags", &(tags.join(", ") + ", one more"));
        page.press("Save");
        page.sees("There are more tags than an entry can carry.");
    });
}
