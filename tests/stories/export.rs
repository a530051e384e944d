//! A journal in the clear, as each of the three forms: what leaves is shown first, what it leaves behind is named, and the
//! files on the disk hold what was written, with no cell that a spreadsheet would run.

use std::io::{Cursor, Read};
use std::path::Path;

use serde_json::Value;
use stories::{Device, Role, Story, Writing};
use zip::ZipArchive;

/// From any room to a file of that form; its bytes. The file goes at once: it is in the clear.
fn exported(story: &Story, folder: &Path, form: &str, ending: &str, shown: &[&str]) -> Vec<u8> {
    let page = story.page();
    page.go_to_settings();
    page.press("Export");
    page.sees("The file is not locked: whoever finds it can read it.");
    page.press_role(Role::Radio, form);
    page.press("Preview");
    page.sees("This is how the first files begin, exactly as they are.");
    page.sees("Nothing has left yet.");
    for words in shown {
        page.sees(words);
    }
    assert!(std::fs::read_dir(folder).expect("the folder").next().is_none(), "nothing has left");
    page.press("Save the file");
    page.sees("It lies in Downloads, in the clear.");
    let file = story.downloaded(folder, ending, "exported");
    let bytes = std::fs::read(&file).expect("the file");
    std::fs::remove_file(&file).expect("a file to remove");
    bytes
}

/// The files of an archive, by name.
fn files(archive: Vec<u8>) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).expect("an archive");
    let count = archive.len();
    let read = |place| {
        let mut file = archive.by_index(place).expect("a file of it");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("a text");
        (file.name().expect("a name").into_owned(), text)
    };
    (0..count).map(read).collect()
}

#[test]
fn what_leaves_in_the_clear_is_what_was_shown_and_written() {
    Story::tell_in_chromium(|story| {
        let folder = story.keep_downloads();
        let (first, formula) = (story.writing(), story.canaries().word("formula"));
        let second = Writing { title: format!("=HYPERLINK(\"{formula}\")"), ..story.writing() };
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.write_entry(&first);
        page.write_entry(&second);

        let json = exported(story, &folder, "JSON", "json", &["journal.json", &first.text]);
        let json: Value = serde_json::from_slice(&json).expect("JSON");
        let bodies = json["records"].as_array().expect("records").iter();
        let entries: Vec<&Value> = bodies
            .filter(|record| record["kind"] == "entry")
            .map(|record| &record["versions"][0]["body"])
            .collect();
        let holds = |title: &str, text: &str| {
            entries.iter().any(|body| body["title"] == title && body["text"] == text)
        };
        assert_eq!(entries.len(), 2);
        assert!(holds(&first.title, &first.text) && holds(&second.title, &second.text));

        let pages = files(exported(story, &folder, "Pages", "zip", &["entry/", &first.text]));
        let page_of = |text: &str| pages.iter().find(|(_, page)| page.ends_with(&format!("---\n\n{text}\n")));
        let (name, page) = page_of(&first.text).expect("a page of the first");
        assert!(name.starts_with("entry/") && name.ends_with(".md"), "{name}");
        assert!(page.starts_with("---\nid: ") && page.contains(&format!("title: \"{}\"", first.title)));
        assert!(page_of(&second.text).is_some());

        let tables = files(exported(story, &folder, "Tables", "zip", &["entry.csv"]));
        let (_, table) = tables.iter().find(|(name, _)| name == "entry.csv").expect("a table of entries");
        assert!(table.starts_with("\u{feff}id,date,changed,"), "spreadsheets know it for UTF-8");
        assert!(table.contains(&first.text) && table.contains(&first.title));
        // In quotes of its own, with an apostrophe before it: words, and nothing that runs.
        assert!(table.contains(&format!("\"'=HYPERLINK(\"\"{formula}\"\")\"")), "{table}");
        assert!(
            !table.split([',', '\n']).any(|cell| cell.trim_start_matches('"').starts_with('=')),
            "{table}"
        );
    });
}
