//! The importers over files of our own making: every program once, and everything that can be wrong with a file.
#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "../../../tests/src/proved.rs"]
mod proved;

use std::io::{Cursor, Write as _};

use base64::Engine as _;
use exchange::import::{
    Clock, Found, Incoming, Key, Looked, MediaForm, NoMedia, Place, Plain, Program, Refused, Said, What, look,
};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Two hours before UTC in "Here" and in "Europe/Test", five after in "America/Test".
struct Fixed;

impl Clock for Fixed {
    fn now_s(&self) -> i64 {
        1_800_000_000
    }

    fn here(&self) -> String {
        "Here".into()
    }

    fn offset_min(&self, zone: &str, _: i64) -> Option<i16> {
        match zone {
            "" | "Here" | "Europe/Test" => Some(120),
            "America/Test" => Some(-300),
            _ => None,
        }
    }
}

type Read = Looked<Cursor<Vec<u8>>>;

fn looked(bytes: impl Into<Vec<u8>>) -> Result<Read, Refused> {
    look(Cursor::new(bytes.into()), &Fixed, &mut |_, _| ())
}

fn all(bytes: impl Into<Vec<u8>>) -> (Found, Vec<Incoming>) {
    let mut looked = looked(bytes).unwrap();
    (looked.found().clone(), looked.next_records(usize::MAX))
}

fn refused(bytes: impl Into<Vec<u8>>) -> Refused {
    looked(bytes).err().unwrap()
}

fn plain(incoming: &Incoming) -> &Plain {
    match &incoming.said {
        Said::Plain(plain) => plain,
        Said::Own { .. } => panic!("a record of ours"),
    }
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn whats(found: &Found) -> Vec<(Place, What)> {
    found.warnings.iter().map(|warning| (warning.place.clone(), warning.what.clone())).collect()
}

const DAY_ONE: &[u8] = include_bytes!("../fixtures/day-one.json");
const TABLE: &[u8] = include_bytes!("../fixtures/daylio.csv");
const DAYLIO: &[u8] = include_bytes!("../fixtures/daylio.json");
const JOURNEY: &[u8] = include_bytes!("../fixtures/journey.json");
const NOTES: &[u8] = include_bytes!("../fixtures/standard-notes.json");
const JRNL: &[u8] = include_bytes!("../fixtures/jrnl.json");
const PAGE: &[u8] = include_bytes!("../fixtures/page.md");
const JPEG: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 1, 2, 3];

fn daylio() -> Vec<u8> {
    let packed = base64::engine::general_purpose::STANDARD.encode(DAYLIO);
    let lines: Vec<&str> =
        packed.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect();
    zipped(&[("assets/photos/2024/2/abcd", JPEG), ("backup.daylio", lines.join("\n").as_bytes())])
}

#[test]
fn day_one_comes_with_its_photos_zones_and_stars() {
    let file = zipped(&[("Journal.json", DAY_ONE), ("photos/aaaa.jpeg", JPEG), ("photos/zzzz.jpeg", JPEG)]);
    let mut looked = looked(file).unwrap();
    let found = looked.found().clone();
    assert_eq!((found.program, found.records(), found.media), (Program::DayOne, 4, 2));
    assert_eq!((found.first_s, found.last_s), (Some(0), Some(1_800_000_000)));
    let records = looked.next_records(10);
    let first = plain(&records[0]);
    assert_eq!(
        (first.title.as_str(), first.text.as_str()),
        ("Morning", "Walked to the sea. It was cold!\nHome again.")
    );
    assert_eq!(
        (first.favourite, first.tags.as_slice()),
        (true, ["walk".to_owned(), "sea".to_owned()].as_slice())
    );
    assert_eq!(
        (first.happened_at_s, first.offset_min, first.zone.as_str()),
        (1_709_278_200, 120, "Europe/Test")
    );
    assert_eq!(records[0].key, Key::Foreign("day-one:A1".into()));
    assert_eq!(records[0].changed_at_ms, 1_709_366_400_000);
    let second = plain(&records[1]);
    assert_eq!((second.happened_at_s, second.offset_min), (0, -300));
    assert_eq!(second.text, "The same picture:  and one that is gone");
    assert_eq!(records[0].media, records[1].media, "a photo that is listed in its first entry alone");
    assert_eq!(looked.media(&records[0].media[0].file).unwrap().form, MediaForm::Picture);
    assert_eq!(looked.media("photos/none.jpeg"), Err(NoMedia::Unreadable));
    let expected = [
        (Place::Whole, What::MediaLeftOut(1)),
        (Place::Whole, What::PlacesLeftOut(1)),
        (Place::Entry(2), What::MediaMissing(1)),
        (Place::Entry(3), What::UnknownZone),
        (Place::Entry(4), What::Malformed),
        (Place::Entry(5), What::NothingSaid),
        (Place::Entry(6), What::NoDate),
    ];
    assert_eq!(whats(&found), expected);
}

#[test]
fn a_second_reading_gives_the_same_keys() {
    for file in [
        DAY_ONE.to_vec(),
        TABLE.to_vec(),
        daylio(),
        JOURNEY.to_vec(),
        NOTES.to_vec(),
        JRNL.to_vec(),
        PAGE.to_vec(),
    ] {
        let keys = |file: Vec<u8>| all(file).1.into_iter().map(|record| record.key).collect::<Vec<_>>();
        let once = keys(file.clone());
        assert_eq!(once, keys(file));
        let different: std::collections::HashSet<_> = once.iter().collect();
        assert_eq!(different.len(), once.len(), "no two records are one");
    }
}

#[test]
fn the_table_of_daylio_is_read_row_by_row() {
    let (found, records) = all(TABLE);
    assert_eq!((found.program, found.records()), (Program::DaylioTable, 4));
    let first = plain(&records[0]);
    assert_eq!(first.title, "A \"good\" day");
    assert_eq!(first.text, "First line.\nSecond & last, with **bold**.");
    assert_eq!(first.tags, ["walking", "\"tea\" with Sam"]);
    // 22:04 on the wall, two hours ahead of UTC.
    assert_eq!((first.happened_at_s, first.offset_min), (1_709_237_040, 120));
    assert_eq!(plain(&records[1]).happened_at_s, first.happened_at_s);
    assert_eq!(plain(&records[2]).title, "Title");
    let moods: Vec<_> =
        found.moods.iter().map(|mood| (mood.name.as_str(), mood.entries, mood.usual)).collect();
    assert_eq!(moods, [("rad", 2, Some(9)), ("bad", 1, Some(3)), ("so-so", 1, None)]);
    let expected =
        [(Place::Whole, What::NoZone), (Place::Line(5), What::OtherColumns), (Place::Line(6), What::NoDate)];
    assert_eq!(whats(&found), expected);
}

#[test]
fn the_backup_of_daylio_comes_with_its_own_moods() {
    let (found, records) = all(daylio());
    assert_eq!((found.program, found.records(), found.media), (Program::Daylio, 3, 1));
    let moods: Vec<_> = found.moods.iter().map(|mood| (mood.name.as_str(), mood.usual)).collect();
    assert_eq!(moods, [("Foggy", Some(3)), ("awful", Some(1)), ("rad", Some(9))]);
    let first = plain(&records[0]);
    assert_eq!(
        (first.title.as_str(), first.text.as_str(), first.favourite),
        ("Calm", "Tea\nby the window", true)
    );
    assert_eq!((first.happened_at_s, first.offset_min), (1_709_197_440, 60));
    assert_eq!(first.tags, ["walking", "tea"]);
    assert_eq!(plain(&records[1]).offset_min, -300);
    let expected = [(Place::Whole, What::RestLeftOut(1)), (Place::Entry(1), What::MediaMissing(1))];
    assert_eq!(whats(&found), expected);
}

#[test]
fn journey_is_read_alone_and_in_an_archive() {
    let (found, records) = all(JOURNEY);
    assert_eq!((found.program, found.records(), found.media), (Program::Journey, 1, 0));
    let entry = plain(&records[0]);
    assert_eq!((entry.text.as_str(), entry.mood.as_deref()), ("A new bike!\n\nIt is *grey*.", Some("5")));
    assert_eq!((entry.happened_at_s, entry.offset_min, entry.favourite), (1_700_000_000, -300, true));
    assert_eq!(found.moods[0].usual, None, "what its numbers mean is not known");
    let file = zipped(&[("2023/1.json", JOURNEY), ("2023/1700000000000-abc-x.jpg", JPEG)]);
    assert_eq!(all(file).0.media, 1);
}

#[test]
fn notes_and_their_tags_are_read_and_sealed_ones_refused() {
    let (found, records) = all(NOTES);
    assert_eq!((found.program, found.records()), (Program::StandardNotes, 2));
    assert_eq!(plain(&records[0]).tags, ["home"]);
    assert_eq!(plain(&records[1]).text, "Rich words");
    assert_eq!(plain(&records[1]).happened_at_s, 1_706_832_000, "1970 says nothing");
    let sealed = r#"{"version":"004","items":[{"uuid":"a","content_type":"Note","content":"004:a:b:c"}]}"#;
    assert_eq!(refused(sealed), Refused::Encrypted);
}

#[test]
fn entries_of_one_minute_all_come() {
    let (found, records) = all(JRNL);
    assert_eq!((found.program, found.records()), (Program::Jrnl, 3));
    assert_eq!(plain(&records[0]).tags, ["work"]);
    assert_eq!(plain(&records[0]).happened_at_s, 1_704_733_200);
    assert_ne!(records[0].key, records[1].key);
}

#[test]
fn pages_of_markdown_are_read_with_their_front_matter() {
    let file =
        zipped(&[("d/page.md", PAGE), ("d/2024-05-07 Walk.md", b"Only words."), ("d/x.md", b"\xff\xff")]);
    let (found, records) = all(file);
    assert_eq!((found.program, found.records()), (Program::Markdown, 2));
    let (walk, page) = (plain(&records[0]), plain(&records[1]));
    assert_eq!((walk.title.as_str(), walk.happened_at_s), ("Walk", 1_715_076_000));
    assert_eq!((page.title.as_str(), page.mood.as_deref()), ("A page", Some("calm")));
    assert_eq!((page.happened_at_s, page.offset_min), (1_714_972_089, 120));
    assert_eq!((page.text.as_str(), page.tags.len()), ("Words **below**.", 2));
    assert_eq!(whats(&found), [(Place::File("d/x.md".into()), What::NotText)]);
}

#[test]
fn what_is_wrong_with_a_file_is_named_with_its_place() {
    let cut = &DAY_ONE[..DAY_ONE.len() / 2];
    let cases: Vec<(Vec<u8>, Refused)> = vec![
        (Vec::new(), Refused::Empty),
        (b" \n".to_vec(), Refused::Empty),
        (b"hello".to_vec(), Refused::Unknown),
        (b"[1,2]".to_vec(), Refused::Unknown),
        (b"{\"a\":1}".to_vec(), Refused::Unknown),
        (b"TRSTLBK1....".to_vec(), Refused::OurBackup),
        (b"gAAAAABl".to_vec(), Refused::Encrypted),
        (b"\0\x01\x02".to_vec(), Refused::Unknown),
        (b"full_date\n\xff".to_vec(), Refused::NotText { line: 2 }),
        (b"mood,activities\nrad,".to_vec(), Refused::NoColumn { name: "full_date".into() }),
        (b"{\"entries\":\n[,]}".to_vec(), Refused::NotJson { name: String::new(), line: 2, column: 2 }),
        (cut.to_vec(), Refused::Cut { name: String::new(), line: 3 }),
        (zipped(&[("a/Journal.json", cut)]), Refused::Cut { name: "a/Journal.json".into(), line: 3 }),
        (zipped(&[]), Refused::Unknown),
        (zipped(&[("inner.zip", b"PK")]), Refused::ArchiveInside),
        (zipped(&[("a.json", DAY_ONE)])[..200].to_vec(), Refused::ArchiveDamaged),
        (zipped(&[("backup.daylio", b"!!!")]), Refused::Cut { name: "backup.daylio".into(), line: 1 }),
    ];
    for (bytes, expected) in cases {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(40)]).into_owned();
        assert_eq!(refused(bytes), expected, "{shown}");
    }
}

#[test]
fn names_that_lead_out_links_and_archives_inside_are_left_aside() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for name in ["../../evil.json", "C:\\evil.json", "inner.zip", "Journal.json"] {
        zip.start_file(name, options).unwrap();
        zip.write_all(DAY_ONE).unwrap();
    }
    zip.add_symlink("link.json", "/etc/passwd", options).unwrap();
    let (found, records) = all(zip.finish().unwrap().into_inner());
    assert_eq!(records.len(), 4, "once, out of the one that is in its place");
    let files: Vec<_> =
        whats(&found).into_iter().filter(|(place, _)| matches!(place, Place::File(_))).collect();
    let file = |name: &str, what| (Place::File(name.into()), what);
    for expected in [
        file("../../evil.json", What::NameLeadsOut),
        file("C:\\evil.json", What::NameLeadsOut),
        file("inner.zip", What::ArchiveInside),
        file("link.json", What::Link),
    ] {
        assert!(files.contains(&expected), "{expected:?} is not in {files:?}");
    }
}

#[test]
fn what_grows_beyond_measure_is_refused() {
    let bomb = zipped(&[("Journal.json", &[b"{".as_slice(), &vec![b' '; 64 << 20]].concat())]);
    assert!(bomb.len() < 100_000);
    assert_eq!(refused(bomb.clone()), Refused::Bomb { name: "Journal.json".into() });
    // One that lies about its size gives no more than it is allowed.
    let at = bomb.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
    let mut lying = bomb;
    lying[at + 24..at + 28].copy_from_slice(&1_000_u32.to_le_bytes());
    assert!(matches!(refused(lying), Refused::Bomb { .. } | Refused::ArchiveDamaged));
    let media = zipped(&[("Journal.json", DAY_ONE), ("photos/aaaa.jpeg", &vec![0; 30 << 20])]);
    let mut looked = looked(media).unwrap();
    assert_eq!(looked.media("photos/aaaa.jpeg"), Err(NoMedia::Unreadable));
}

#[test]
fn our_own_json_keeps_ids_kinds_and_bodies() {
    let body =
        r#"{"title":"a","text":"b","tags":[],"happened_at_s":5,"offset_min":0,"zone":"","zz":{"n":1e400}}"#;
    let file = format!(
        r#"{{"format":"trestle-journal","version":1,"lineage":"00","sequence":1,"made_at_ms":1,"records":[
        {{"id":"000000000000000000000000000000ff","kind":"entry","kind_number":1,"files":["attachments/{photo}.jpg"],"versions":[{{"schema":2,"changed_at_ms":7,"deleted":false,"body":{body}}}]}},
        {{"id":"00","kind_number":1}},
        {{"id":"000000000000000000000000000000fe","kind_number":99,"versions":[]}},
        {{"id":"000000000000000000000000000000fd","kind_number":4,"versions":[{{"schema":2,"changed_at_ms":7,"deleted":true}}]}},
        {{"id":"000000000000000000000000000000fc","kind_number":5,"versions":[]}}]}}"#,
        photo = "0".repeat(32)
    );
    let (found, records) = all(file);
    assert_eq!((found.program, found.records(), found.first_s), (Program::Trestle, 1, Some(5)));
    assert_eq!(records[0].key, Key::Own(0xff_u128.to_be_bytes()));
    assert_eq!(records[0].said, Said::Own { kind: 1, schema: 2, body: body.into() });
    let expected = [
        (Place::Entry(1), What::MediaMissing(1)),
        (Place::Entry(2), What::Malformed),
        (Place::Entry(3), What::OtherKind),
        (Place::Entry(4), What::Deleted),
    ];
    assert_eq!(whats(&found), expected);
}

#[test]
fn our_own_pages_become_what_they_were() {
    use exchange::clear::{ClearBody, ClearRecord, ClearWording, markdown};
    let body =
        r#"{"happened_at_s":5,"id":"theirs","kind":3,"line":"x: \"y\"","n":1e400,"text":"One\n---\ntwo\n"}"#;
    let wording =
        ClearWording { schema: 2, changed_at_ms: 7_000, deleted: false, body: ClearBody::Json(body) };
    let record = ClearRecord {
        id: [7; 16],
        kind: "urge",
        kind_number: 4,
        title: "",
        happened_at_s: 5,
        offset_min: 0,
        files: &[],
        wordings: vec![wording],
    };
    let (found, records) = all(zipped(&[("urge/a.md", markdown(&record, &wording, 1, 1).as_bytes())]));
    assert_eq!((found.program, found.kinds[0].kind), (Program::Markdown, 4));
    let Said::Own { kind: 4, schema: 2, body: read } = &records[0].said else { panic!("{records:?}") };
    let (read, written): (serde_json::Value, serde_json::Value) = (
        serde_json::from_str(&read.replace("1e400", "1")).unwrap(),
        serde_json::from_str(&body.replace("1e400", "1")).unwrap(),
    );
    assert_eq!(read, written);
    assert_eq!((&records[0].key, records[0].changed_at_ms), (&Key::Own([7; 16]), 7_000));
}

#[test]
fn ten_thousand_entries_are_read_in_seconds() {
    let entry = |number: u32| {
        format!(
            r#"{{"uuid":"E{number}","creationDate":"2024-03-01T07:30:00Z","timeZone":"Europe/Test","text":"{}","richText":"{}"}}"#,
            "Walked to the sea. ".repeat(30),
            "x".repeat(600)
        )
    };
    let entries: Vec<String> = (0..10_000).map(entry).collect();
    let file = format!(r#"{{"metadata":{{"version":"1.0"}},"entries":[{}]}}"#, entries.join(","));
    let began = std::time::Instant::now();
    assert_eq!(all(zipped(&[("Journal.json", file.as_bytes())])).0.records(), 10_000);
    println!("10,000 entries: {} ms", began.elapsed().as_millis());
    assert!(began.elapsed().as_secs() < 60, "in a debug build; in a release one far less");
}

fn any_file() -> impl Strategy<Value = Vec<u8>> {
    let whole = prop_oneof![
        Just(DAY_ONE.to_vec()),
        Just(TABLE.to_vec()),
        Just(DAYLIO.to_vec()),
        Just(daylio()),
        Just(JOURNEY.to_vec()),
        Just(NOTES.to_vec()),
        Just(JRNL.to_vec()),
        Just(PAGE.to_vec()),
        Just(zipped(&[("Journal.json", DAY_ONE), ("photos/aaaa.jpeg", JPEG)])),
        Just(zipped(&[("d/page.md", PAGE), ("d/b.md", b"words")])),
    ];
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6);
    (whole, changes, any::<prop::sample::Index>(), any::<bool>()).prop_map(
        |(mut bytes, changes, end, cut)| {
            changes.iter().for_each(|(at, byte)| *at.get_mut(&mut bytes) = *byte);
            if cut {
                bytes.truncate(end.index(bytes.len()));
            }
            bytes
        },
    )
}

/// Files that are tried: a part of the proof with every test, all of it with `TRESTLE_PROOFS=full`.
fn tries() -> u32 {
    if std::env::var("TRESTLE_PROOFS").as_deref() == Ok("full") { 50_000 } else { 400 }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(tries()) })]

    fn changed_and_cut_files(bytes in any_file()) {
        if let Ok(mut looked) = looked(bytes) {
            for record in looked.next_records(usize::MAX) {
                for media in record.media {
                    let _ = looked.media(&media.file);
                }
            }
        }
    }

    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600), head in 0..6_usize) {
        let heads: [&[u8]; 6] = [b"", b"PK\x03\x04", b"{\"entries\":[", b"full_date,mood\n", b"---\n", b"\xff\xfe"];
        let _ = looked([heads[head], &bytes].concat());
    }
}

#[test]
fn changed_and_cut_files_never_panic() {
    changed_and_cut_files();
    proved::proved(10, "changed and cut files of other programs", tries() as usize);
}

#[test]
fn any_bytes_never_panic() {
    any_bytes();
    proved::proved(10, "any bytes as files of other programs", tries() as usize);
}
