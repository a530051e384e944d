//! The proof of SECURITY 3 (19): after scripted days of use, no word is in any file of the browser's profile, while
//! a plain page in the same profile leaks into it.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use stories::{Device, Role, Story, cases, proved};
use xtask::serve::Server;

/// Entries of the scripted days; each holds three canaries and some more are written when one is changed. The full
/// number makes the 200 of the proof.
fn entries() -> usize {
    cases(8, 64)
}

fn control() -> Server {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages/control");
    Server::start(&page, 0).unwrap_or_else(|error| panic!("{error:#}"))
}

#[test]
fn days_of_use_leave_no_word_on_the_disk_where_a_plain_page_leaves_one() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        story.page().create_journal(&passphrase, Device::Mine);
        for number in 0..entries() {
            let writing = story.writing();
            story.page().write_entry(&writing);
            match number % 4 {
                0 => search_and_read(story, &writing.tags, &writing.title),
                1 => {
                    story.page().lock();
                    story.page().unlock(&passphrase);
                }
                2 => change(story, &writing.title),
                _ => {
                    story.restart();
                    story.page().unlock(&passphrase);
                }
            }
        }
        // Left unsaved in the fields, where Chromium looks for what to write down; and a search word.
        let sought = story.canaries().word("sought");
        story.page().fill("Search", &sought);
        story.page().begin_entry(&story.writing());

        // The same browser, a plain page: once its word is on the disk, ours had the same time to get there.
        let control = control();
        let leak = story.leak_in_new_tab(&control.origin(), "Leaky");
        story.tab(0);
        story.kill_and_restart();
        let findings = story.scan_profile();
        assert!(findings.is_empty(), "{findings:?}");
        let places = stories::Scan::new(&[leak]).folder(story.profile());
        assert!(!places.is_empty(), "the scan finds what is there, after the browser was killed too");
        proved(19, "canaries sought in all files of the profile", story.canaries().words().len());
        story.page().unlock_into_draft(&passphrase);
        remembers_one_page(story);
    });
}

/// Addresses and titles in the browser's own history.
const VISITED: &str = "
import sqlite3, sys
history = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True)
for address, title in history.execute('select url, title from urls'):
    print(address, title)";

/// Proof 22: after all of that, the browser's history knows one address of the site and one title.
fn remembers_one_page(story: &mut Story) {
    let origin = story.origin().to_owned();
    story.restart_after(|profile| {
        let history = profile.join("Default/History");
        let mut command = Command::new("python3");
        let told = command.args(["-c", VISITED]).arg(history).output().expect("python3");
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        let told = String::from_utf8_lossy(&told.stdout).into_owned();
        let ours: Vec<&str> = told.lines().filter(|line| line.starts_with(&origin)).collect();
        assert_eq!(ours, [format!("{origin}/ Trestle")], "{told}");
        proved(22, "addresses with titles in the browser's history", ours.len());
    });
}

fn search_and_read(story: &Story, word: &str, title: &str) {
    let page = story.page();
    page.fill("Search", word);
    page.sees("1 entry found.");
    page.press_about(title);
    page.has(Role::Button, "Edit");
    page.press("Back");
    page.empty("Search");
}

fn change(story: &Story, title: &str) {
    let page = story.page();
    page.press_about(title);
    page.press("Edit");
    page.fill("Entry", &format!(" {}", story.canaries().word("more")));
    page.save();
    page.press("Back");
}

#[test]
fn a_plain_textarea_is_written_down_by_the_browser() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages/control");
    Story::tell_at(&page, |story| {
        if story.browser() != stories::Browser::Chromium {
            return;
        }
        let word = story.canaries().word("leak");
        story.page().fill("Leaky", &word);
        story.page().until_within(Duration::from_secs(60), "the browser to write the textarea down", || {
            Ok((!story.scan_profile().is_empty()).then_some(()))
        });
        story.tolerate("in clear");
    });
}
