//! What is told of a backup, and what is written of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use keeper::protocol::{EntryText, MediaType, Written};

use crate::files::{Journal, PASSPHRASE, entry, saved, written};
use crate::program::trestle;

/// Every file under a folder, by its path in it.
fn all(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        for there in fs::read_dir(inside).unwrap() {
            let path = there.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), text);
            }
        }
    }
    found
}

#[test]
fn a_backup_is_verified_told_of_and_listed() {
    let (_, file) = saved("verified", &written().back_up());
    let file = file.to_str().unwrap();
    let verified = trestle(["verify", file], PASSPHRASE);
    assert_eq!(verified.code, 0, "{verified:?}");
    assert_eq!(verified.out, "The file is whole. Made 2026-03-01T12:00:00Z, 7 records.\n");
    let told = trestle(["info", file], PASSPHRASE).out;
    for line in [
        "made        2026-03-01T12:00:00Z",
        "opens with  Argon2id, 64 MiB, 3 passes",
        "first       2026-03-01T12:00:00Z",
        "last        2026-03-01T12:02:00Z",
        "entry       4 (1 deleted)",
        "urge        1",
        "check_in    1",
    ] {
        assert!(told.lines().any(|told| told == line), "{line} in {told}");
    }
    let listed = trestle(["list", file], &format!("{PASSPHRASE}\r\n"));
    let lines: Vec<&str> = listed.out.lines().collect();
    assert_eq!(lines.len(), 6, "{listed:?}");
    assert!(lines.contains(&"2026-03-01T07:00:00-05:00  entry         A quiet day"));
    assert!(lines[5].starts_with("2026-03-01T12:02:00+00:00  check_in"), "the last of all: {lines:?}");
    assert!(!listed.out.contains(['\u{1b}', '\u{7}']), "no title acts on the terminal");
}

#[test]
fn a_backup_is_opened_into_a_folder_of_markdown() {
    let (place, file) = saved("markdown", &written().back_up());
    let to = place.join("in the clear");
    let opened = trestle([Path::new("open"), &file, Path::new("--to"), &to], PASSPHRASE);
    assert_eq!(opened.code, 0, "{opened:?}");
    assert!(opened.out.contains("1 check_in, 4 entry, 1 urge."), "{opened:?}");
    let files = all(&to);
    assert_eq!(files.len(), 6, "{:?}", files.keys());
    let named = |part: &str| {
        let found: Vec<_> = files.iter().filter(|(path, _)| path.to_str().unwrap().contains(part)).collect();
        assert_eq!(found.len(), 1, "{part} in {:?}", files.keys());
        found[0].1.as_str()
    };
    let page = named("entry/2026-03-01-a-quiet-day-");
    assert!(page.starts_with("---\nid: \"") && page.contains("\nmood: 7\n"), "{page}");
    assert!(page.contains("\ndate: \"2026-03-01T07:00:00-05:00\"\n"), "{page}");
    assert!(page.contains("\ntags: [\"sleep\"]\n") && page.contains("\ntitle: \"A quiet day\"\n"), "{page}");
    assert!(page.ends_with("---\n\nLong **walk**.\n\n---\nZoë called. 😀\n"), "{page}");
    assert!(named("entry/2026-03-01-outside-").ends_with("path tricks\n"));
    assert!(named("urge/2026-03-01-").contains("\nline: \"outside the shop\"\n"));
    assert!(!files.values().any(|text| text.contains("deleted words")));
    // Outside of the folder nothing came.
    assert_eq!(fs::read_dir(&place).unwrap().count(), 2);
}

#[test]
fn a_backup_is_opened_into_one_json_file() {
    let (place, file) = saved("json", &written().back_up());
    let to = place.join("new/folder");
    let opened = trestle([Path::new("open"), &file, "--to".as_ref(), &to, "--json".as_ref()], PASSPHRASE);
    assert_eq!(opened.code, 0, "{opened:?}");
    let text = fs::read_to_string(to.join("journal.json")).unwrap();
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    let records = read["records"].as_array().unwrap();
    assert_eq!((records.len(), &read["format"], &read["version"]), (7, &"trestle-journal".into(), &1.into()));
    let quiet: Vec<_> =
        records.iter().filter(|record| record["versions"][0]["body"]["title"] == "A quiet day").collect();
    assert_eq!(quiet.len(), 1);
    assert_eq!(quiet[0]["versions"][0]["body"]["text"], "Long **walk**.\n\n---\nZoë called. 😀");
    let deleted = records.iter().filter(|record| record["versions"][0]["deleted"] == true);
    assert_eq!(deleted.count(), 1);
    assert_eq!(fs::read_dir(&to).unwrap().count(), 1);
}

/// Bytes that no other place in the file has.
fn photo(len: usize) -> Vec<u8> {
    (0..len).map(|at| (at * 7 + at / 256 * 13) as u8).collect()
}

#[test]
fn photos_and_voice_notes_are_put_together_from_their_parts() {
    let journal = Journal::new(PASSPHRASE);
    // Parts have 256 KiB: one of several, one whose last is full, one of one.
    let photos = [photo(900_000), photo(512 * 1024), photo(10)];
    let [first, second, third] = [0, 1, 2].map(|number: usize| {
        let media_type = [MediaType::Jpeg, MediaType::WebmAudio, MediaType::Mp4Audio][number];
        journal.attach(media_type, photos[number].clone())
    });
    let carrying = |title: &str, attachments: Vec<[u8; 16]>| match entry(title, "with photos") {
        Written::Entry(text) => Written::Entry(EntryText { attachments, ..text }),
        other => other,
    };
    journal.write(carrying("Carries two", vec![second, first]));
    let (place, file) = saved("attachments", &journal.back_up());
    let hex = |id: [u8; 16]| id.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let names =
        [(first, "jpg"), (second, "webm"), (third, "m4a")].map(|(id, end)| format!("{}.{end}", hex(id)));
    for (form, json) in [("markdown", false), ("json", true)] {
        let to = place.join(form);
        let mut arguments = vec![Path::new("open"), &file, Path::new("--to"), &to];
        arguments.extend(json.then_some(Path::new("--json")));
        let opened = trestle(arguments, PASSPHRASE);
        assert!(opened.code == 0 && opened.err.is_empty(), "{opened:?}");
        assert!(opened.out.contains("3 attachment, 1 entry."), "{opened:?}");
        for (name, photo) in names.iter().zip(&photos) {
            assert!(fs::read(to.join("attachments").join(name)).unwrap() == *photo, "{name} in {form}");
        }
        assert_eq!(fs::read_dir(&to).unwrap().count(), 2, "nothing else in {form}");
    }
    let page = fs::read_dir(place.join("markdown/entry")).unwrap().next().unwrap().unwrap().path();
    let files = format!("\nfiles: [\"attachments/{}\",\"attachments/{}\"]\n", names[1], names[0]);
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains(&files), "{page}");
    let json = fs::read_to_string(place.join("json/journal.json")).unwrap();
    let read: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(read["records"].as_array().unwrap().len(), 4, "parts are in their files");
}

#[test]
fn the_recovery_sheet_opens_it_as_it_was_copied() {
    let journal = Journal::new(PASSPHRASE);
    journal.write(entry("One", "one"));
    let sheet = journal.sheet();
    let (_, file) = saved("sheet", &journal.back_up());
    let arguments = ["verify", "--recovery", file.to_str().unwrap()];
    let typed = sheet.to_lowercase().replace(' ', "").replace('\n', "\r\n\n");
    for input in [&sheet, &typed] {
        let verified = trestle(arguments, input);
        assert_eq!(verified.code, 0, "{verified:?}");
    }
    let swapped: String = sheet.lines().rev().map(|line| format!("{line}\n")).collect();
    assert_eq!(trestle(arguments, &swapped).code, 3, "lines in the wrong order");
    let slipped =
        trestle(arguments, &sheet.replacen(&sheet[..1], if &sheet[..1] == "7" { "8" } else { "7" }, 1));
    assert_eq!(slipped.code, 3);
    assert!(slipped.err.contains("line 1 of the sheet"), "{slipped:?}");
    let short = trestle(arguments, "");
    assert!(short.code == 3 && short.err.contains("line 1"), "{short:?}");
}

#[test]
fn a_passphrase_is_composed_and_words_of_ours_may_be_typed_as_they_are_said() {
    let (_, file) = saved("composed", &Journal::new(PASSPHRASE).back_up());
    // The accent as a letter of its own, as some keyboards send it.
    let decomposed = PASSPHRASE.replace('á', "a\u{301}");
    assert_ne!(decomposed, PASSPHRASE);
    assert_eq!(trestle(["verify", file.to_str().unwrap()], &decomposed).code, 0);
    let (_, file) = saved("words", &Journal::new("abacus abdomen abdominal").back_up());
    for typed in ["abacus abdomen abdominal", "Abacus-Abdomen  ABDOMINAL"] {
        assert_eq!(trestle(["verify", file.to_str().unwrap()], typed).code, 0, "{typed}");
    }
    assert_eq!(trestle(["verify", file.to_str().unwrap()], "abacus abdomen abacus").code, 3);
}
