//! Writes the frozen files of the HTML reader's tests into `crates/reader/fixtures`: a backup with a record of each sort
//! that a reader meets, and a page as it is handed to a therapist. Both open by "abacus abdomen"; the backup by the sheet
//! of the vault's tests too.
#![allow(clippy::unwrap_used, dead_code, reason = "a tool beside the tests, of whose world it uses a part")]

#[path = "../tests/proofs/world.rs"]
mod world;

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
