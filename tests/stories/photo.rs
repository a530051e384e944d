//! A photo in an entry: drawn anew without what lay in the file, sealed, and shown again after unlocking.

use std::path::{Path, PathBuf};

use serde_json::Value;
use stories::{Device, Role, Scan, Story};

/// What the file names as the maker of the camera, beside the place where it was taken.
const IN_THE_FILE: &str = "TRESTLEGPSCANARY";

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Width and height of the photo shown, and how many there are, once all are drawn.
fn shown(story: &Story) -> (u64, u64, u64) {
    let script = "const all = [...document.querySelectorAll('main img')];
        if (all.length === 0 || !all.every((one) => one.complete && one.naturalWidth > 0)) return null;
        return [all[0].naturalWidth, all[0].naturalHeight, all.length];";
    let figures = story.page().until("the photo", || Ok(some(story.page().script(script, Vec::new()))));
    let figure = |at: usize| figures[at].as_u64().unwrap_or_default();
    (figure(0), figure(1), figure(2))
}

fn some(value: Value) -> Option<Value> {
    (!value.is_null()).then_some(value)
}

#[test]
fn a_photo_is_kept_small_and_without_what_lay_in_its_file() {
    Story::tell_in_chromium(|story| {
        let original = std::fs::read(file("fixtures/with_gps.jpg")).unwrap_or_default();
        let scan = Scan::new(&[IN_THE_FILE.to_owned()]);
        assert!(!scan.bytes("the file", &original).is_empty(), "the file carries what must not be kept");
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.press("New entry");
        page.sees("Photos and voice");
        story.choose_file(&file("fixtures/with_gps.jpg"));
        // Three thousand pixels wide, lying on its side by what the file says.
        assert_eq!(shown(story), (1_365, 2_048, 1));
        // It alone is an entry.
        page.press("Save");
        page.press_about("No title");
        assert_eq!(shown(story), (1_365, 2_048, 1));
        page.lock();
        page.unlock(&passphrase);
        page.press_about("No title");
        assert_eq!(shown(story), (1_365, 2_048, 1));
        let script = "const done = arguments[arguments.length - 1];
            const image = document.querySelector('main img');
            const canvas = document.createElement('canvas');
            canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;
            const pixels = canvas.getContext('2d', { willReadFrequently: true });
            pixels.drawImage(image, 0, 0);
            const [top] = pixels.getImageData(4, 4, 1, 1).data;
            const [bottom] = pixels.getImageData(canvas.width - 4, 4, 1, 1).data;
            done([top, bottom]);";
        let pixels = page.script_async(script, Vec::new());
        // The file's upper edge is dark: turned, it lies on the right.
        let (left, right) = (pixels[0].as_u64().unwrap_or(0), pixels[1].as_u64().unwrap_or(255));
        assert!(left > 200 && right < 60, "it stands as it was taken: {pixels}");
        story.kill_and_restart();
        assert_eq!(scan.folder(story.profile()).len(), 0, "nothing of the file is in the profile");
        story.page().unlock(&passphrase);
    });
}

#[test]
fn what_is_no_photo_is_said_and_a_photo_can_be_taken_off() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.press("New entry");
        page.sees("Photos and voice");
        story.choose_file(&file("Cargo.toml"));
        page.sees("This browser cannot read that file as a photo.");
        // Not a byte of it on the disk: it is refused by its length.
        let large = std::env::temp_dir().join(format!("trestle-large-{}.jpg", std::process::id()));
        std::fs::File::create(&large).and_then(|file| file.set_len(60 << 20)).expect("a sparse file");
        story.choose_file(&large);
        page.sees("That file is larger than 50 MB.");
        std::fs::remove_file(large).expect("it was made above");
        story.choose_file(&file("fixtures/with_gps.jpg"));
        shown(story);
        page.press("Take it off");
        page.until("no photo", || {
            let none = page.script("return document.querySelector('main img') === null", Vec::new());
            Ok((none == Value::Bool(true)).then_some(()))
        });
        page.press("Save");
        page.sees("There is nothing to save yet.");
    });
}

#[test]
fn a_picture_to_come_back_to_is_there_while_an_urge_is_ridden_out() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_to_today(&passphrase, Device::Mine);
        page.press_role(Role::Button, "Urges");
        page.press("Coming back to me");
        page.press("Add one");
        page.sees("Picture");
        story.choose_file(&file("fixtures/with_gps.jpg"));
        shown(story);
        page.lacks(Role::Button, "Add a photo");
        page.press("Save");
        page.has(Role::Button, "A picture");
        assert_eq!(shown(story), (1_365, 2_048, 1));
        page.lock();
        page.unlock_to_today(&passphrase);
        page.press_role(Role::Button, "Urges");
        page.press("Ride it out");
        page.press_about("Coming back to me");
        assert_eq!(shown(story), (1_365, 2_048, 1));
    });
}
