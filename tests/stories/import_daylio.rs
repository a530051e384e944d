//! A table of Daylio: its moods have names of their own, and the person says where each stands.

use stories::{Device, Story};

use crate::import_day_one::choose;

#[test]
fn moods_of_daylio_stand_where_the_person_says() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.press("Settings");
        page.press("Import");
        choose(story, "daylio.csv");
        page.sees("This file comes from Daylio.");
        page.press("What does not come over, or not as it was");
        page.sees("Line 5: it has other columns than the first line. It is left out.");
        page.press("Fill in the usual places");
        page.press("Bring it over");
        page.sees("New here: 4.");
        page.press("Go to the Journal");
        page.press_about("A \"good\" day");
        page.sees("Second & last, with bold.");
        // The old name is a tag, the number is the one that was chosen.
        page.sees("rad");
    });
}
