//! Imports: records come in one step, a second time not at all, and can be taken back; what is given up leaves nothing.

use keeper::protocol::{
    BackupReply, BackupRequest, Bytes, Failure, Id, ImportKey, ImportReply, ImportRequest, ImportSaid,
    MediaType, Reply, Request, ToImport, Written,
};

use store::Place;
use vault::{Record, RecordId};

use crate::tab::{PASSPHRASE, Tab, entry};

fn resting(tab: &Tab, id: Id) -> Record {
    tab.resting(Place::Root).records[&RecordId::from_bytes(id)].clone()
}

fn foreign(name: &str) -> ImportKey {
    ImportKey::Foreign(name.to_owned())
}

pub fn of(name: &str, text: &str) -> ToImport {
    let said = ImportSaid::Entry { text: entry(text), from: "daylio".into(), mood: Some("rad".into()) };
    ToImport { key: foreign(name), changed_at_ms: 0, said, media: Vec::new() }
}

pub fn ask(tab: &Tab, request: ImportRequest) -> Result<ImportReply, Failure> {
    match tab.ask(Request::Import(request))? {
        Reply::Import(reply) => Ok(reply),
        other => panic!("{other:?}"),
    }
}

pub fn begin(tab: &Tab) -> u32 {
    match ask(tab, ImportRequest::Begin { room: 0 }).unwrap() {
        ImportReply::Begun { import } => import,
        other => panic!("{other:?}"),
    }
}

pub fn put(tab: &Tab, import: u32, records: Vec<ToImport>) -> (u32, u32, u32) {
    match ask(tab, ImportRequest::Put { import, records }).unwrap() {
        ImportReply::Taken { new, here, left } => (new, here, left),
        other => panic!("{other:?}"),
    }
}

pub fn finish(tab: &Tab, import: u32) -> u32 {
    match ask(tab, ImportRequest::Finish { import }).unwrap() {
        ImportReply::Imported { changed, .. } => changed,
        other => panic!("{other:?}"),
    }
}

pub fn import(tab: &Tab, records: Vec<ToImport>) -> (u32, u32, u32) {
    let number = begin(tab);
    let taken = put(tab, number, records);
    finish(tab, number);
    taken
}

pub fn undo(tab: &Tab) -> Reply {
    tab.ask(Request::Backup(BackupRequest::Undo)).unwrap()
}

pub fn id_of(tab: &Tab, title: &str) -> Id {
    tab.list("").rows.iter().find(|row| row.title == title).unwrap().id
}

#[test]
fn nothing_is_there_before_the_one_step_and_everything_after_it() {
    let tab = Tab::created();
    tab.write("mine");
    let before = tab.dump();
    let number = begin(&tab);
    let records = (0..100).map(|number| of(&format!("k{number}"), &format!("Entry {number}"))).collect();
    assert_eq!(put(&tab, number, records), (100, 0, 0));
    assert_eq!(tab.titles(""), ["mine"]);
    assert_eq!(finish(&tab, number), 100);
    assert_eq!(tab.list("").total, 101);
    assert_eq!(tab.titles("Entry 42"), ["Entry 42"]);
    assert!(before.len() < tab.dump().len());
    tab.lock().unwrap();
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.check();
    assert_eq!((tab.list("").total, tab.check_says().len()), (101, 0));
}

#[test]
fn a_second_import_does_nothing_and_brings_nothing_back_that_was_deleted() {
    let tab = Tab::created();
    assert_eq!(import(&tab, vec![of("a", "A"), of("b", "B"), of("a", "A again")]), (2, 1, 0));
    tab.delete(id_of(&tab, "A")).unwrap();
    let known = ask(&tab, ImportRequest::Known { keys: vec![foreign("a"), foreign("b"), foreign("c")] });
    assert_eq!(known.unwrap(), ImportReply::Known(vec![true, true, false]));
    assert_eq!(import(&tab, vec![of("a", "A"), of("b", "B")]), (0, 2, 0));
    assert_eq!(tab.titles(""), ["B"]);
}

#[test]
fn it_can_be_taken_back_until_the_next_save() {
    let tab = Tab::created();
    tab.write("mine");
    import(&tab, vec![of("a", "A")]);
    assert_eq!(undo(&tab), Reply::Backup(BackupReply::Done));
    assert_eq!(tab.titles(""), ["mine"]);
    assert_eq!(import(&tab, vec![of("a", "A")]), (1, 0, 0), "what was taken back can come again");
    tab.write("since");
    assert_ne!(undo(&tab), Reply::Backup(BackupReply::Done));
    assert_eq!(tab.list("").total, 3);
}

#[test]
fn what_is_given_up_leaves_no_row() {
    let tab = Tab::created();
    tab.write("mine");
    let before = tab.dump().len();
    let number = begin(&tab);
    put(&tab, number, vec![of("a", "A")]);
    assert!(tab.dump().len() > before);
    tab.ask(Request::Backup(BackupRequest::Drop)).unwrap();
    assert_eq!((tab.dump().len(), tab.titles("")), (before, vec!["mine".to_owned()]));
    assert_eq!(ask(&tab, ImportRequest::Finish { import: number }), Ok(ImportReply::NotInHand));
    tab.lock().unwrap();
    assert_eq!(ask(&tab, ImportRequest::Begin { room: 0 }), Err(Failure::Locked));
}

#[test]
fn too_little_room_for_an_import_is_said_with_figures_before_anything_is_staged() {
    let tab = Tab::created();
    tab.write("mine");
    let before = tab.dump();
    tab.machine.free_bytes.set(Some(99_999));
    let refused = ask(&tab, ImportRequest::Begin { room: 100_000 });
    assert_eq!(refused, Err(Failure::NotEnoughRoom { needed: 100_000, free: 99_999 }));
    assert_eq!(tab.dump(), before);
    tab.machine.free_bytes.set(Some(100_000));
    let begun = ask(&tab, ImportRequest::Begin { room: 100_000 });
    assert!(matches!(begun, Ok(ImportReply::Begun { .. })), "{begun:?}");
}

#[test]
fn photos_come_with_their_entry_and_one_that_is_missing_is_left_out() {
    let tab = Tab::created();
    let number = begin(&tab);
    let bytes = vec![7_u8; 600_000];
    let media_type = MediaType::Jpeg;
    let photo =
        ImportRequest::Media { import: number, key: foreign("p"), media_type, bytes: Bytes(bytes.clone()) };
    ask(&tab, photo).unwrap();
    let media = vec![foreign("p"), foreign("gone")];
    put(&tab, number, vec![ToImport { media, ..of("a", "A") }]);
    // Three parts, what describes them, and the entry.
    assert_eq!(finish(&tab, number), 5);
    let read = tab.read(id_of(&tab, "A")).unwrap();
    let Written::Entry(text) = &read.wordings[0] else { panic!("{read:?}") };
    assert_eq!(text.attachments.len(), 1);
    match tab.ask(Request::Attachment { id: text.attachments[0] }).unwrap() {
        Reply::Attached(attached) => assert_eq!((attached.media_type, attached.bytes), (media_type, bytes)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn two_devices_that_import_the_same_file_hold_one_wording() {
    let (one, other) = (Tab::created(), Tab::created());
    import(&one, vec![of("a", "A")]);
    import(&other, vec![of("a", "A")]);
    let id = id_of(&one, "A");
    assert_eq!(id, id_of(&other, "A"));
    let records = [&one, &other].map(|tab| resting(tab, id));
    assert_eq!(records[0], records[1], "byte for byte");
    one.revise(id, "A, changed");
    let changed = resting(&one, id);
    assert_eq!(changed.clone().merged(records[1].clone()), changed, "a change goes before what was imported");
}

#[test]
fn the_old_mood_rests_beside_the_entry_and_outlasts_a_change() {
    let tab = Tab::created();
    import(&tab, vec![of("a", "A")]);
    let id = id_of(&tab, "A");
    for _ in 0..2 {
        let record = resting(&tab, id);
        let body: serde_json::Value = serde_json::from_slice(&record.versions[0].body).unwrap();
        assert_eq!(body["imported"], serde_json::json!({ "from": "daylio", "mood": "rad" }));
        tab.revise(id, "A, changed");
    }
}

#[test]
fn records_of_ours_keep_their_ids_and_what_is_not_of_the_form_is_counted() {
    let tab = Tab::created();
    let own = |id: u8, kind: u8, schema: u16, body: &str| ToImport {
        key: ImportKey::Own([id; 16]),
        changed_at_ms: 5,
        said: ImportSaid::Own { kind, schema, body: body.to_owned() },
        media: Vec::new(),
    };
    let entry = r#"{"title":"Ours","text":"","tags":[],"happened_at_s":5,"offset_min":0,"zone":"","favourite":true,
        "kept_back":false,"attachments":[[9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9]],"earlier":[],"zz":1}"#;
    let urge = r#"{"strength":7,"happened_at_s":6,"offset_min":0,"zone":"","logged_at_ms":1}"#;
    let records = vec![
        own(1, 1, 2, entry),
        own(2, 4, 2, urge),
        own(3, 1, 2, "{}"),
        own(4, 5, 1, "{}"),
        own(5, 99, 1, "{}"),
        own(6, 1, 900, entry),
    ];
    assert_eq!(import(&tab, records), (2, 0, 4));
    let read = tab.read([1; 16]).unwrap();
    let Written::Entry(text) = &read.wordings[0] else { panic!("{read:?}") };
    assert_eq!((text.title.as_str(), text.favourite, text.attachments.len()), ("Ours", true, 0));
    assert!(matches!(tab.read([2; 16]).unwrap().wordings[0], Written::Urge(_)));
}
