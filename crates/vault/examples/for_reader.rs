//! Writes the frozen files of the HTML reader's tests into `crates/reader/fixtures`: a backup with a record of each sort
//! that a reader meets, a page as it is handed to a therapist, and a backup with a photo and a voice note. All open by
//! "abacus abdomen"; the backups by the sheet of the vault's tests too.
#![allow(clippy::unwrap_used, dead_code, reason = "a tool beside the tests, of whose world it uses a part")]

#[path = "../tests/proofs/world.rs"]
mod world;

use sha2::{Digest as _, Sha256};
use vault::*;
use world::{Fixed, kdf, recovery, version};

const ENTRY: &str = r#"{"title":"A quiet Tuesday","text":"Long **walk** by the river.\n\nCalled Zoë after. <b>It held.</b>","mood":7,"tags":["sleep","Café"],"happened_at_s":1795000000,"offset_min":-300,"zone":"America/New_York","favourite":true,"kept_back":false,"attachments":[[9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9]],"earlier":[{"title":"","text":"Long walk.","tags":[],"replaced_at_ms":1795000000000}]}"#;
const URGE: &str = r#"{"strength":7,"line":"Outside the shop.","happened_at_s":1795090000,"offset_min":60,"zone":"Europe/Paris","triggers":[{"root":"feeling","leaf":"ashamed","name":""}],"place":null,"amount_tenths":25,"logged_at_ms":1795090060000}"#;
const NEWER: &str = r#"{"happened_at_s":1795100000,"offset_min":0,"promised":"A lamp for the hall.","seen_at_ms":1795100000000}"#;
const FIRST: &str = r#"{"title":"Two wordings","text":"Written on the phone.","happened_at_s":1795000060,"offset_min":0,"zone":"","earlier":[]}"#;
const SECOND: &str = r#"{"title":"Two wordings","text":"Written on the computer.","happened_at_s":1795000060,"offset_min":0,"zone":"","earlier":[]}"#;
const PHOTO: &str =
    r#"{"media_type":"image/jpeg","bytes":5,"sha256":[],"parts":[[8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8]]}"#;
const PAGE: &str = r#"<!doctype html><html><head><title>x</title><style>h1 { color: rgb(20, 89, 95); } p { background: url(https://elsewhere.example/a.png); }</style></head>
<body><h1 onclick="steal()">Four weeks, in short</h1><p>Craving went from 6 to <b>3</b>.</p><script>document.title = "ran"</script><img src="https://elsewhere.example/b.png" onerror="steal()"><a href="https://elsewhere.example/">a link</a><table><tr><th scope="row">Mood</th><td colspan="2">5</td></tr></table><svg viewBox="0 0 10 10" width="10" height="10"><path d="M0 0L10 10"/><foreignObject><p>inside</p></foreignObject></svg></body></html>"#;

fn main() {
    let random = &mut Fixed::new(8);
    let passphrase = Passphrase::from_nfc_bytes(b"abacus abdomen".to_vec()).unwrap();
    let key = WaySecret::passphrase(derive(&passphrase, &kdf()).unwrap(), kdf()).backup_key();
    let sheet = recovery().backup_key();

    let one = |kind, body: &str, random: &mut Fixed| Record {
        kind,
        versions: vec![version(random, body.as_bytes())],
    };
    let raw = |kind, body: &[u8], random: &mut Fixed| Record {
        kind,
        versions: vec![Version { codec: Codec::Raw, ..version(random, body) }],
    };
    let mut gone = one(1, "", random);
    gone.versions[0].deleted = true;
    let both = one(1, FIRST, random).merged(one(1, SECOND, random));
    let records = vec![
        one(1, ENTRY, random),
        one(4, URGE, random),
        one(200, NEWER, random),
        both,
        gone,
        one(2, PHOTO, random),
        raw(3, b"\xff\xd8abc", random),
    ];
    let ways = [key.of_way(Way::Passphrase), sheet.of_way(Way::Recovery)];
    let about = BackupAbout {
        lineage_id: LineageId::from_bytes([7; 16]),
        sequence: 7,
        made_at_ms: 1_795_200_000_000,
        records: 7,
    };
    write("backup.trestle", &ways, &about, &records, random);

    let about = BackupAbout { lineage_id: LineageId::from_bytes([0; 16]), sequence: 0, records: 1, ..about };
    let records = vec![raw(34, PAGE.as_bytes(), random)];
    write("document.trestle", &ways[..1], &about, &records, random);

    let of = |kind, body: &[u8], codec, random: &mut Fixed| Record {
        kind,
        versions: vec![Version { codec, ..version(random, body) }],
    };
    let about = BackupAbout { lineage_id: LineageId::from_bytes([7; 16]), sequence: 9, records: 7, ..about };
    let records = with_media(of, random);
    write("media.trestle", &ways, &about, &records, random);
}

/// A photo in two parts, a voice note in one, and a photo that is not the one described.
fn with_media(one: impl Fn(u8, &[u8], Codec, &mut Fixed) -> Record, random: &mut Fixed) -> Vec<Record> {
    let photo = include_bytes!("../../reader/fixtures/photo.jpg");
    let voice = include_bytes!("../../reader/fixtures/voice.webm");
    let about = |media_type: &str, bytes: &[u8], hash: [u8; 32], parts: &[u8]| {
        let parts: Vec<[u8; 16]> = parts.iter().map(|part| [*part; 16]).collect();
        format!(
            r#"{{"media_type":"{media_type}","bytes":{},"sha256":{hash:?},"parts":{parts:?}}}"#,
            bytes.len()
        )
    };
    let carries: Vec<[u8; 16]> = [3, 6, 7].map(|id| [id; 16]).to_vec();
    let entry = format!(
        r#"{{"title":"By the water","text":"The light on it.","tags":[],"happened_at_s":1795000000,"offset_min":0,"zone":"","attachments":{carries:?},"earlier":[]}}"#
    );
    let hash = |bytes: &[u8]| Sha256::digest(bytes).into();
    let mut json = |kind, body: &str| one(kind, body.as_bytes(), Codec::Json, random);
    let entry = json(1, &entry);
    let described = json(2, &about("image/jpeg", photo, hash(photo), &[2, 4]));
    let heard = json(2, &about("audio/webm", voice, hash(voice), &[5]));
    let other = json(2, &about("image/jpeg", photo, [0; 32], &[2, 4]));
    let mut part = |bytes: &[u8]| one(3, bytes, Codec::Raw, random);
    vec![entry, part(&photo[..300]), described, part(&photo[300..]), part(voice), heard, other]
}

fn write(name: &str, ways: &[BackupWay<'_>], about: &BackupAbout, records: &[Record], random: &mut Fixed) {
    let mut out = Vec::new();
    let mut writer = BackupWriter::begin(kdf(), ways, about, random, &mut out).unwrap();
    for (number, record) in (1..).zip(records) {
        writer.push(RecordId::from_bytes([number; 16]), record, &mut out).unwrap();
    }
    while !writer.finish(100_000, &mut out) {}
    std::fs::write(format!("{}/../reader/fixtures/{name}", env!("CARGO_MANIFEST_DIR")), out).unwrap();
}
