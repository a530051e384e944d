//! "Save encrypted copy": one file that opens offline from the disk in somebody else's browser, with its own passphrase.

use std::path::{Path, PathBuf};

use stories::{Browser, Device, Role, Story};

use crate::summary_print::to_preview;

const WORDS: &str = "return document.querySelector('.summary-words')?.textContent ?? '';";
const INSIDE: &str = "return document.getElementById('page').shadowRoot?.textContent ?? '';";
/// Bytes of the reader alone, in a build for release (`xtask/src/build/reader.rs` holds it to that).
const READER: u64 = 350_000;

/// What one story makes and another opens, in a folder of neither.
struct Copy {
    file: PathBuf,
    words: String,
    question: String,
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.file);
    }
}

fn make(story: &mut Story, name: &str) -> Copy {
    let question = story.canaries().word("question");
    story.page().create_to_today(&story.passphrase(), Device::Mine);
    let downloads = story.keep_downloads();
    let page = story.page();
    to_preview(&page, &question);
    page.press_about("Save encrypted copy");
    page.press("Suggest one");
    let words = page.until("offered words", || {
        let words = page.script(WORDS, Vec::new()).as_str().unwrap_or_default().to_owned();
        Ok((!words.is_empty()).then_some(words))
    });
    story.canaries().watch(&words);
    page.press("Save the copy");
    page.sees("Saved to downloads.");
    let saved = story.downloaded(&downloads, "html", "copy.html");
    let file = std::env::temp_dir().join(format!("trestle-copy-{}-{name}.html", std::process::id()));
    std::fs::copy(saved, &file).expect("room for the copy");
    Copy { file, words, question }
}

/// In another browser than it was made in: its profile is clean.
fn open(story: &mut Story, file: &Path) {
    story.tolerate("request: GET file://");
    story.tolerate("request: GET blob:");
    story.new_tab();
    story.go(&format!("file://{}", file.display()));
}

fn content(copy: &Copy) -> u64 {
    let reader = std::fs::read_dir(Story::site()).expect("the built site").flatten();
    let reader = reader.into_iter().find(|entry| entry.file_name().to_string_lossy().starts_with("reader-"));
    let reader = reader.and_then(|entry| entry.metadata().ok()).expect("a reader in the site").len();
    assert!(reader <= READER || cfg_of_site_is_quick(), "the reader has {reader} bytes");
    std::fs::metadata(&copy.file).expect("the copy").len() - reader
}

/// A quick build is not made small.
fn cfg_of_site_is_quick() -> bool {
    let list = std::fs::read_to_string(Story::site().join("files.json")).expect("the list of the site");
    list.contains("\"brotli\": null")
}

#[test]
fn the_copy_opens_from_the_disk_in_a_clean_browser_with_its_own_words_and_nothing_else() {
    let mut made = None;
    let engine = Browser::chosen();
    if engine == Browser::Webkit {
        return println!("told where downloads can be kept");
    }
    Story::tell(|story| made = Some(make(story, "whole")));
    let copy = made.expect("a copy");
    // A page of four weeks, sealed, in base64.
    let content = content(&copy);
    println!("the copy holds {content} bytes beside the reader");
    assert!(content < 64 * 1024, "{content}");
    Story::tell(|story| {
        story.canaries().watch(&copy.words);
        story.canaries().watch(&copy.question);
        open(story, &copy.file);
        let page = story.page();
        page.fill("Passphrase", "other words entirely");
        page.press("Open");
        page.sees("That passphrase did not open this backup.");
        page.empty("Passphrase");
        page.fill("Passphrase", &copy.words);
        let began = std::time::Instant::now();
        page.press("Open");
        page.has(Role::Button, "Print");
        println!("opened within {:.1} s, the derivation included", began.elapsed().as_secs_f32());
        let inside = page.script(INSIDE, Vec::new());
        assert!(inside.as_str().unwrap_or_default().contains(&copy.question));
        story.tab(0);
    });
}

#[test]
fn a_copy_cut_short_says_so_wherever_it_is_cut() {
    let mut made = None;
    if Browser::chosen() != Browser::Chromium {
        return println!("told in Chromium only");
    }
    Story::tell(|story| made = Some(make(story, "cut")));
    let copy = made.expect("a copy");
    let whole = std::fs::read_to_string(&copy.file).expect("the copy");
    let container = whole.find("id=\"container\">").expect("the container") + "id=\"container\">".len();
    let end = container + whole[container..].find('<').expect("its end");
    Story::tell(|story| {
        story.tolerate("request: GET file://");
        story.tolerate("request: GET blob:");
        story.new_tab();
        let path = story.profile().join("cut.html");
        // Inside of the sealed page, and inside of the program.
        for at in [container + (end - container) / 2, whole.len() - 1_000] {
            std::fs::write(&path, &whole[..at]).expect("room for a file");
            story.go(&format!("file://{}", path.display()));
            let page = story.page();
            page.sees("the file is cut short");
            page.lacks(Role::Button, "Open");
        }
        // The end of the container is gone, and the file around it whole.
        let cut = end - 4 - (end - container) / 8 * 4;
        std::fs::write(&path, whole[..cut].to_owned() + &whole[end..]).expect("room for a file");
        story.go(&format!("file://{}", path.display()));
        let page = story.page();
        page.fill("Passphrase", &copy.words);
        page.press("Open");
        page.sees("The file ends early");
        story.tab(0);
    });
}
