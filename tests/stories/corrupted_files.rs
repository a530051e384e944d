//! Files of the browser's database with random bytes in them: whatever the browser makes of it, the page never begins anew
//! as if there had been no journal, never says "wrong passphrase", and shows what can be read or says what cannot.

use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};

use stories::{Device, Page, Role, Story, cases, proved};

/// The files of the database, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let all = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut all: Vec<PathBuf> = all.flatten().map(|entry| entry.path()).collect();
    all.sort();
    all.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn random(seed: usize, count: usize) -> Vec<u8> {
    let state = RandomState::new();
    (0..count).map(|at| state.hash_one((seed, at)) as u8).collect()
}

/// Puts random bytes into a file: all of it, or a piece from anywhere.
fn corrupt(file: &Path, round: usize) {
    let mut bytes = std::fs::read(file).unwrap_or_default();
    let len = bytes.len().max(64);
    bytes.resize(len, 0);
    let (from, count) = match round % 3 {
        0 => (0, len),
        _ => (usize::from(random(round, 1)[0]) * (len - 16) / 256, 16 + len / 50),
    };
    let end = (from + count).min(len);
    bytes[from..end].copy_from_slice(&random(round, end - from));
    std::fs::write(file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

/// What the page says where no journal can be opened.
const RECOVERY: &[&str] =
    &["A journal was here", "This journal is damaged", "The browser's storage answered with an error."];

/// Waits until the page says how it is with the journal, then opens it where that can be tried. Gives what came of it.
fn outcome(page: &Page, passphrase: &str, title: &str) -> &'static str {
    let locked = page.until("a lock screen or a recovery screen", || {
        let first_run = page.count(Role::Button, "Create a journal")?;
        let text = page.text();
        let recovery = RECOVERY.iter().any(|words| text.contains(words));
        assert!(first_run == 0 || recovery, "a first run:\n{text}");
        let locked = page.count(Role::Button, "Unlock")? > 0;
        Ok((locked || recovery).then_some(locked))
    });
    if !locked {
        return "recovery screen";
    }
    page.try_unlock(passphrase);
    page.until("the journal, or why it does not open", || {
        let text = page.text();
        assert!(!text.contains("did not open"), "damage is no wrong passphrase:\n{text}");
        if text.contains("damaged") || RECOVERY.iter().any(|words| text.contains(words)) {
            return Ok(Some("said to be damaged"));
        }
        if page.count(Role::Button, "Journal")? > 0 && page.count(Role::Heading, "Journal")? == 0 {
            page.press_role(Role::Button, "Journal");
        }
        if text.contains(title) {
            return Ok(Some("whole"));
        }
        Ok((text.contains("cannot be read") || text.contains("older")).then_some("said to miss something"))
    })
}

#[test]
fn random_bytes_in_the_files_of_the_database_never_make_a_first_run() {
    Story::tell_in_chromium(|story| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&writing);
        // Closed in good order once, so that all of it rests.
        story.restart();
        let mut sound = Vec::new();
        let mut outcomes = std::collections::BTreeMap::<&str, usize>::new();
        let rounds = cases(4, 200);
        for round in 0..rounds {
            story.restart_after(|profile| {
                let folder = profile.join("Default/IndexedDB");
                if sound.is_empty() {
                    let read = |file: PathBuf| (file.clone(), std::fs::read(file).expect("a file"));
                    sound = files(&folder).into_iter().map(read).collect();
                    assert!(sound.len() > 3, "the database is there");
                }
                std::fs::remove_dir_all(&folder).expect("a folder that goes");
                for (file, bytes) in &sound {
                    std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
                    std::fs::write(file, bytes).expect("a file put back");
                }
                corrupt(&sound[round % sound.len()].0, round);
            });
            let came = outcome(&story.page(), &passphrase, &writing.title);
            if came == "recovery screen" {
                // The browser may have thrown the damaged database away by now: still no first run.
                story.reload();
                outcome(&story.page(), &passphrase, &writing.title);
            }
            *outcomes.entry(came).or_default() += 1;
        }
        println!("{outcomes:?}");
        assert!(outcomes.len() > 1, "the damage reached the journal: {outcomes:?}");
        proved(15, "files with random bytes", rounds);
    });
}
