//! What the reader makes of two frozen files, and of what is wrong with a file or a secret.
#![expect(clippy::unwrap_used, reason = "tests")]

use reading::{Answer, Desk};
use serde_json::{Value, json};

const BACKUP: &[u8] = include_bytes!("../fixtures/backup.trestle");
const MEDIA: &[u8] = include_bytes!("../fixtures/media.trestle");
const PHOTO: &[u8] = include_bytes!("../fixtures/photo.jpg");
const VOICE: &[u8] = include_bytes!("../fixtures/voice.webm");
const DOCUMENT: &[u8] = include_bytes!("../fixtures/document.trestle");

fn ask(desk: &mut Desk, asked: char, content: &[u8]) -> Value {
    let message = [&[asked as u8], content].concat();
    serde_json::to_value(desk.answer(message)).unwrap()
}

/// Opens a file by what is typed, in pieces of that many bytes; the last answer.
fn open(desk: &mut Desk, file: &[u8], (way, typed): (char, &str), piece: usize) -> Value {
    let closed = ask(desk, 'h', &file[..file.len().min(512)]);
    if closed["said"] == "refused" {
        return closed;
    }
    let unlocked = ask(desk, way, typed.as_bytes());
    if unlocked["said"] == "refused" {
        return unlocked;
    }
    for piece in file[512.min(file.len())..].chunks(piece) {
        let taken = ask(desk, 'f', piece);
        if taken["said"] == "refused" {
            return taken;
        }
    }
    ask(desk, 'e', b"")
}

const WORDS: (char, &str) = ('p', "abacus abdomen");

fn opened() -> Desk {
    let mut desk = Desk::default();
    assert_eq!(open(&mut desk, BACKUP, WORDS, 1 << 20)["said"], "open");
    desk
}

fn list(desk: &mut Desk, words: &str) -> Value {
    ask(desk, 'l', json!({ "words": words, "from": 0 }).to_string().as_bytes())
}

#[test]
fn a_backup_opens_by_its_words_in_any_case_or_by_its_sheet_and_says_what_is_in_it() {
    let sheet = keeper::protocol::Sheet::from_secret(keeper::protocol::SecretBytes::new(
        b"twenty bytes, a key.".to_vec(),
    ));
    // EXPOSE: the sheet of the vault's tests is no secret.
    let lines: Vec<String> = (0..4).map(|line| sheet.as_ref().unwrap().expose_line(line)).collect();
    for way in [WORDS, ('p', " Abacus-ABDOMEN "), ('s', &lines.join("\n"))] {
        for piece in [1, 1000, 1 << 20] {
            let open = open(&mut Desk::default(), BACKUP, way, piece);
            assert_eq!(open["said"], "open", "{open}");
            assert_eq!(open["made"], "2026-11-20T18:40:00Z");
            let counts = json!([["entry", 2], ["attachment", 1], ["kind_200", 1], ["urge", 1]]);
            assert_eq!(open["counts"], counts);
            assert_eq!(open["left_out"], json!([1, 1]));
            assert_eq!(open["document"], Value::Null);
        }
    }
}

#[test]
fn the_list_goes_back_in_time_and_a_search_looks_at_every_word() {
    let mut desk = opened();
    let all = list(&mut desk, "");
    let titles: Vec<&str> =
        all["lines"].as_array().unwrap().iter().map(|line| line["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["", "Outside the shop.", "Two wordings", "A quiet Tuesday"]);
    assert_eq!(all["lines"][1]["when"], "2026-11-19T13:06:40+01:00");
    for (words, found) in [
        ("zoe river", 1),
        ("COMPUTER", 1),
        ("cafe", 1),
        ("lamp hall", 1),
        ("written", 1),
        ("nowhere", 0),
        ("title", 0),
    ] {
        assert_eq!(list(&mut desk, words)["total"], found, "{words}");
    }
}

#[test]
fn a_record_says_all_its_fields_and_both_wordings_of_a_conflict() {
    let mut desk = opened();
    let all = list(&mut desk, "");
    let mut read = |line: usize| ask(&mut desk, 'r', all["lines"][line]["number"].to_string().as_bytes());
    let entry = read(3);
    let wording = &entry["wordings"][0];
    assert_eq!(wording["text"], "Long **walk** by the river.\n\nCalled Zoë after. <b>It held.</b>");
    assert_eq!(wording["earlier"], json!(["Long walk."]));
    let fields = json!([
        { "name": "favourite", "says": "yes" },
        { "name": "kept back", "says": "no" },
        { "name": "mood", "says": "7" },
        { "name": "tags", "says": "sleep, Café" },
    ]);
    assert_eq!(wording["fields"], fields);
    let texts: Vec<Value> =
        read(2)["wordings"].as_array().unwrap().iter().map(|wording| wording["text"].clone()).collect();
    assert_eq!(texts.len(), 2);
    assert!(
        texts.contains(&json!("Written on the phone.")) && texts.contains(&json!("Written on the computer."))
    );
    let urge = read(1)["wordings"][0]["fields"].clone();
    assert!(urge.as_array().unwrap().contains(&json!({ "name": "amount", "says": "2.5" })), "{urge}");
    assert!(
        urge.as_array()
            .unwrap()
            .contains(&json!({ "name": "triggers", "says": "leaf: ashamed, root: feeling" })),
        "{urge}"
    );
    let newer = read(0)["wordings"][0]["fields"].clone();
    assert_eq!(newer[1], json!({ "name": "seen", "says": "2026-11-19T14:53:20Z" }), "{newer}");
}

#[test]
fn everything_is_given_in_the_clear() {
    let mut desk = opened();
    let mut file = |asked: u8| match desk.answer(vec![asked]) {
        reading::Answer::File(text) => text,
        other => panic!("{other:?}"),
    };
    let json: Value = serde_json::from_str(&file(b'j')).unwrap();
    assert_eq!(json["records"].as_array().unwrap().len(), 5);
    let markdown = file(b'm');
    for words in
        ["Called Zoë after.", "Written on the phone.", "Written on the computer.", "A lamp for the hall."]
    {
        assert!(markdown.contains(words) && json.to_string().contains(words), "{words}");
    }
}

#[test]
fn a_page_that_was_handed_over_is_given_as_it_is() {
    let open = open(&mut Desk::default(), DOCUMENT, WORDS, 1 << 20);
    assert!(open["document"].as_str().unwrap().contains("Four weeks, in short"), "{open}");
}

#[test]
fn what_is_wrong_is_named_and_nothing_is_shown() {
    let changed = |at: usize| {
        let mut file = BACKUP.to_vec();
        file[at] ^= 1;
        file
    };
    type Case<'a> = (&'a [u8], (char, &'a str), &'a str, Value);
    let cases: [Case<'_>; 10] = [
        (BACKUP, ('p', "abacus  abdomen."), "does-not-open", Value::Null),
        (BACKUP, ('p', ""), "no-passphrase", Value::Null),
        (BACKUP, ('s', "0000 0000 0\n0000 0000 1"), "sheet-line", json!(2)),
        (BACKUP, ('s', "0000 0000 0\n0000 0000 0\n0000 0000 0\n0000 0000 0"), "does-not-open", Value::Null),
        (b"PK\x03\x04", WORDS, "not-a-backup", Value::Null),
        (b"", WORDS, "not-a-backup", Value::Null),
        (&changed(13), WORDS, "too-new", Value::Null),
        (&changed(16), WORDS, "costs-too-much", Value::Null),
        (&BACKUP[..BACKUP.len() - 1], WORDS, "cut", json!(568)),
        (&changed(512), WORDS, "damaged", Value::Null),
    ];
    for (file, way, why, number) in cases {
        let mut desk = Desk::default();
        let answer = open(&mut desk, file, way, 1 << 20);
        assert_eq!((&answer["said"], &answer["why"]), (&json!("refused"), &json!(why)), "{answer}");
        assert_eq!(answer["number"], number, "{why}");
        assert_eq!(list(&mut desk, "")["said"], "refused", "{why}");
    }
}

#[test]
fn what_is_asked_out_of_its_order_is_refused() {
    let mut desk = Desk::default();
    for asked in ['p', 's', 'f', 'e', 'l', 'r', 'j', 'm', '?'] {
        assert_eq!(ask(&mut desk, asked, b"1")["why"], "order", "{asked}");
    }
    assert_eq!(serde_json::to_value(desk.answer(Vec::new())).unwrap()["why"], "order");
    let mut desk = opened();
    assert_eq!(ask(&mut desk, 'r', b"400")["why"], "order");
    assert_eq!(ask(&mut desk, 'r', b"{")["why"], "order");
}

#[test]
fn photos_and_voice_notes_come_in_a_pass_of_their_own_and_only_if_they_are_those_described() {
    for piece in [1, 200, 1 << 20] {
        let mut desk = Desk::default();
        assert_eq!(open(&mut desk, MEDIA, WORDS, 1 << 20)["left_out"], json!([0, 3]));
        let lines = list(&mut desk, "");
        let number = lines["lines"][0]["number"].to_string();
        let (photo, voice) = (
            json!({ "media_type": "image/jpeg", "bytes": PHOTO.len() }),
            json!({ "media_type": "audio/webm", "bytes": VOICE.len() }),
        );
        let carried = json!([photo, voice, photo]);
        assert_eq!(ask(&mut desk, 'r', number.as_bytes())["media"], carried);
        let bytes = |desk: &mut Desk, place: &str| match desk.answer([b"b", place.as_bytes()].concat()) {
            Answer::Bytes(bytes) => Some(bytes),
            _ => None,
        };
        assert_eq!(bytes(&mut desk, "0"), None, "nobody has asked for them");
        assert_eq!(ask(&mut desk, 'a', number.as_bytes())["media"], carried);
        assert_eq!(bytes(&mut desk, "0"), None, "they have not come");
        for piece in MEDIA[512..].chunks(piece) {
            assert_eq!(ask(&mut desk, 'g', piece)["said"], "gathered");
        }
        assert_eq!(ask(&mut desk, 'i', b"")["whole"], true, "in pieces of {piece}");
        assert_eq!(bytes(&mut desk, "1").as_deref(), Some(VOICE));
        assert_eq!(bytes(&mut desk, "0").as_deref(), Some(PHOTO));
        assert_eq!(bytes(&mut desk, "0"), None, "handed out once");
        assert_eq!(ask(&mut desk, 'b', b"2")["why"], "medium", "another hash");
        assert_eq!(ask(&mut desk, 'b', b"3")["why"], "medium", "there is no fourth");
    }
}
