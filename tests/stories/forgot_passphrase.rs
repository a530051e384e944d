//! Forgetting the passphrase: a recovery sheet is made and copied by hand, opens the journal with slips located on
//! their line, and leads to a new passphrase and a new sheet. The old ones open nothing then.

use stories::{Device, Page, Role, Story};

const WRONG: &str = "That passphrase did not open this journal.";

/// The four lines of the sheet that is shown. From here on they are watched for as a word of the journal is.
pub fn lines_shown(story: &Story) -> Vec<String> {
    let lines = story.page().until("the four lines of a sheet", || {
        let text = story.page().text();
        let lines: Vec<String> =
            text.lines().map(str::trim).filter(|line| is_line(line)).map(str::to_owned).collect();
        Ok((lines.len() == 4).then_some(lines))
    });
    for line in &lines {
        story.canaries().watch(line);
        story.canaries().watch(&line.replace(' ', ""));
    }
    lines
}

/// "ABCD EFGH C".
fn is_line(text: &str) -> bool {
    let groups: Vec<&str> = text.split(' ').collect();
    let sized = matches!(groups[..], [first, second, check] if first.len() == 4 && second.len() == 4 && check.len() == 1);
    sized && text.chars().all(|letter| !letter.is_ascii_lowercase())
}

pub fn type_lines(page: &Page<'_>, lines: &[String]) {
    for (at, line) in lines.iter().enumerate() {
        page.fill(&format!("Line {}", at + 1), line);
    }
}

/// The line with its first character taken for another one.
fn slipped(line: &str) -> String {
    let other = if line.starts_with('7') { '8' } else { '7' };
    format!("{other}{}", &line[1..])
}

/// The line as a tired person types it: small letters, o for 0, l for 1.
fn careless(line: &str) -> String {
    line.to_lowercase().replace('0', "o").replace('1', "l")
}

fn miss_three_times(story: &Story) {
    for _ in 0..3 {
        story.page().try_unlock(&story.passphrase());
        story.page().sees(WRONG);
    }
}

#[test]
fn the_sheet_opens_the_journal_and_new_words_and_a_new_sheet_take_its_place() {
    Story::tell_in_chromium(|story| {
        let (old, new, writing) = (story.passphrase(), story.passphrase(), story.writing());
        let page = story.page();
        page.create_journal(&old, Device::Mine);
        page.write_entry(&writing);

        page.go_to_settings();
        page.press("Make a recovery sheet");
        page.sees("Alone it opens nothing.");
        page.press("Show the sheet");
        let sheet = lines_shown(story);
        page.press("Copy by hand");
        assert!(!page.text().contains(&sheet[0]), "the sheet is covered while it is typed back");
        type_lines(&page, &sheet[..2]);
        page.fill("Line 3", &slipped(&sheet[2]));
        page.sees("Look again at line 3.");
        page.empty("Line 3");
        page.fill("Line 3", &sheet[2]);
        page.sees("Line 3 fits.");
        page.fill("Line 4", &sheet[0]);
        page.sees("Look again at line 4.");
        page.empty("Line 4");
        page.fill("Line 4", &careless(&sheet[3]));
        page.sees("All four lines fit.");
        page.press("I have kept it");
        page.sees("The sheet works from now on.");
        page.press("Done");
        page.has(Role::Button, "Make a new recovery sheet");

        page.lock();
        page.has(Role::Button, "Use the recovery sheet");
        miss_three_times(story);
        page.sees("Is Caps Lock on?");
        page.press("What if I have none");
        page.sees("Nobody can reset the passphrase.");
        page.press("Back");
        page.press("Use the recovery sheet");
        let careless: Vec<String> = sheet.iter().map(|line| careless(line)).collect();
        type_lines(&page, &careless);
        page.empty("Line 2");
        page.fill("Line 2", &slipped(&careless[1]));
        page.sees("Look again at line 2.");
        page.press("Open the journal");
        assert_eq!(page.focused().map(|(_, name)| name).as_deref(), Some("Line 2"));
        page.empty("Line 2");
        page.fill("Line 2", &careless[1]);
        page.press_until("Open the journal", "Choose a new passphrase");

        page.has(Role::Heading, "Choose a new passphrase");
        page.press("Later");
        page.sees("The sheet opened your journal");
        page.press("Choose a new passphrase");
        page.fill("New passphrase", &new);
        page.fill("New passphrase again", &new);
        page.press("Go on");
        let next = lines_shown(story);
        assert!(next.iter().zip(&sheet).all(|(next, old)| next != old), "another secret");
        page.press("Change passphrase");
        page.sees("Your new passphrase works.");
        page.sees("The old one and the old sheet do not.");
        page.sees("A copy of this device's disk made before still opens with the old ones.");
        page.press("Done");

        page.lock();
        page.try_unlock(&old);
        page.sees(WRONG);
        page.press("Use the recovery sheet");
        type_lines(&page, &sheet);
        page.press("Open the journal");
        page.sees("That sheet did not open this journal.");
        page.press("Back");
        page.unlock(&new);
        page.sees(&writing.title);
        page.lock();
        page.press("Use the recovery sheet");
        type_lines(&page, &next);
        page.press("Open the journal");
        page.has(Role::Heading, "Choose a new passphrase");
    });
}

#[test]
fn a_sheet_that_was_only_looked_at_opens_nothing() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.go_to_settings();
        page.press("Make a recovery sheet");
        page.press("Show the sheet");
        let sheet = lines_shown(story);
        page.press("Back");
        page.sees("Nothing changed. That sheet opens nothing.");
        page.has(Role::Button, "Make a recovery sheet");
        page.press("Lock");
        page.press("Use the recovery sheet");
        type_lines(&page, &sheet);
        page.press("Open the journal");
        page.sees("That sheet did not open this journal.");
    });
}

#[test]
fn locking_takes_the_sheet_off_the_screen() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.go_to_settings();
        page.press("Make a recovery sheet");
        page.press("Show the sheet");
        let sheet = lines_shown(story);
        page.lock();
        let document = page.script("return document.documentElement.outerHTML", Vec::new());
        let document = document.as_str().unwrap_or_default();
        assert!(document.contains("Unlock"), "the document was read");
        for line in sheet {
            assert!(!document.contains(&line), "a line is still in the document");
        }
    });
}

#[test]
fn a_new_sheet_takes_the_place_of_the_one_there_is() {
    Story::tell_in_chromium(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.write_entry(&writing);
        page.go_to_settings();
        page.press("Make a recovery sheet");
        page.press("Show the sheet");
        let first = lines_shown(story);
        page.press("I have kept it");
        page.press("Done");
        page.press("Make a new recovery sheet");
        page.press("Show the sheet");
        let second = lines_shown(story);
        page.fill("Current passphrase", &story.passphrase());
        page.press("Put the new sheet in force");
        page.sees(WRONG);
        page.fill("Current passphrase", &passphrase);
        page.press("Put the new sheet in force");
        page.sees("The sheet before it does not work any longer.");
        page.press("Done");
        page.press("Lock");
        page.press("Use the recovery sheet");
        type_lines(&page, &first);
        page.press("Open the journal");
        page.sees("That sheet did not open this journal.");
        page.press("Back");
        page.press("Use the recovery sheet");
        type_lines(&page, &second);
        page.press("Open the journal");
        page.has(Role::Heading, "Choose a new passphrase");
        page.press("Later");
        page.go_to_journal();
        page.sees(&writing.title);
        page.lock();
        page.unlock(&passphrase);
    });
}
