//! A backup, and a page that was handed over, opened from the disk by the reader alone: no site, no connection.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use stories::{Role, Story};

/// What the frozen files hold, and what opens them.
const WORDS: [&str; 4] = ["abacus abdomen", "Called Zoë after.", "A quiet Tuesday", "Craving went from 6"];
const WRONG: &str = "That passphrase did not open this backup.";

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/reader/fixtures").join(name)
}

/// The reader as the site has it, saved into the browser's folder with what goes into its place for data.
fn save_reader(story: &Story, name: &str, container: &[u8]) -> String {
    let folder = std::fs::read_dir(Story::site()).expect("the built site");
    let names = folder.filter_map(|entry| Some(entry.ok()?.path()));
    let built = names
        .into_iter()
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("reader-")));
    let page = std::fs::read_to_string(built.expect("a reader in the site")).expect("the reader");
    let place = "id=\"container\">";
    assert_eq!(page.matches(place).count(), 1);
    let page = page.replace(place, &format!("{place}{}", STANDARD.encode(container)));
    let path = story.profile().join(name);
    std::fs::write(&path, page).expect("room for the reader");
    format!("file://{}", path.display())
}

fn begin(story: &mut Story, container: &[u8]) {
    WORDS.iter().for_each(|words| story.canaries().watch(words));
    // Where the reader lies, and where its worker comes from: the disk and the page itself.
    story.tolerate("request: GET file://");
    story.tolerate("request: GET blob:");
    let reader = save_reader(story, "reader.html", container);
    story.new_tab();
    story.go(&reader);
}

#[test]
fn a_backup_is_opened_from_the_disk_listed_searched_and_read() {
    Story::tell(|story| {
        begin(story, b"");
        let page = story.page();
        page.choose_file("Backup file", Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml").as_path());
        page.sees("This is not a backup of Trestle.");
        page.choose_file("Backup file", &fixture("backup.trestle"));
        page.fill("Passphrase", "abacus abacus");
        page.press("Open");
        page.sees(WRONG);
        page.empty("Passphrase");
        // As a phone types it.
        page.fill("Passphrase", "Abacus abdomen ");
        page.press("Open");
        page.has(Role::Heading, "In this backup");
        page.no_longer_sees(WRONG);
        page.sees("The file is whole.");
        page.sees("2 entries");
        page.fill("Search", "zoe");
        page.sees("1 found");
        page.no_longer_sees("Outside the shop.");
        page.press_about("A quiet Tuesday");
        page.has(Role::Heading, "A quiet Tuesday");
        // As it was typed, and no markup.
        page.sees("Long **walk** by the river.");
        page.sees("<b>It held.</b>");
        page.press("Back to the list");
        page.press("Close");
        page.has(Role::Heading, "Open a backup");
        page.no_longer_sees("A quiet Tuesday");
        story.tab(0);
    });
}

#[test]
fn photos_are_seen_and_voice_notes_heard_from_the_file_alone() {
    Story::tell(|story| {
        begin(story, b"");
        let page = story.page();
        story.canaries().watch("By the water");
        page.choose_file("Backup file", &fixture("media.trestle"));
        page.fill("Passphrase", "abacus abdomen");
        page.press("Open");
        page.sees("Photos and voice notes stand with their entries.");
        page.press_about("By the water");
        assert_eq!(page.script("return document.querySelectorAll('img, audio').length", Vec::new()), 0);
        page.press("Show 2 photos and 1 voice note");
        page.sees("This one is not whole in the file.");
        let shown =
            "const [image, audio] = document.querySelectorAll('#record-body img, #record-body audio');
            return [image?.naturalWidth ?? 0, audio?.readyState ?? 0];";
        page.until("a photo that is seen and a voice note that can be heard", || {
            let [width, ready] = [0, 1].map(|at| page.script(shown, Vec::new())[at].as_u64());
            Ok((width == Some(24) && ready >= Some(1)).then_some(()))
        });
        page.press("Back to the list");
        page.press("Close");
        assert_eq!(page.script("return document.querySelectorAll('img, audio').length", Vec::new()), 0);
        story.tab(0);
    });
}

#[test]
fn a_page_that_was_handed_over_opens_itself_and_runs_and_loads_nothing() {
    Story::tell(|story| {
        begin(story, &std::fs::read(fixture("document.trestle")).expect("the frozen page"));
        let page = story.page();
        page.fill("Passphrase", "abacus abacus");
        page.press("Open");
        page.sees(WRONG);
        page.empty("Passphrase");
        page.fill("Passphrase", "abacus abdomen");
        page.press("Open");
        page.has(Role::Button, "Print");
        let inside = "const root = document.getElementById('page').shadowRoot;
            return [root.textContent.includes('Craving went from 6 to 3.'), root.querySelectorAll('script, img, a[href], [onclick], foreignObject').length,
                getComputedStyle(root.querySelector('h1')).color, document.title];";
        let found = page.script(inside, Vec::new());
        assert_eq!(found, serde_json::json!([true, 0, "rgb(20, 89, 95)", "Trestle reader"]));
        page.press("Close");
        page.has(Role::Button, "Open");
        assert_eq!(
            page.script("return document.getElementById('page').shadowRoot.textContent", Vec::new()),
            ""
        );
        // What the browser says of the handler that the page carries, which the policy keeps from running.
        story.tolerate("Executing inline event handler violates");
        story.tab(0);
    });
}
