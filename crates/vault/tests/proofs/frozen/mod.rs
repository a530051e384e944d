//! Owns the frozen fixtures: files whose head says what is expected and why, and the check that the vault does exactly
//! that.

mod backup_cases;
pub mod cases;
mod row_cases;
pub mod second;

use std::collections::BTreeMap;
use std::path::PathBuf;

use vault::*;

use crate::world::{read_backup, recovery};

/// One file: a structure, what is expected of it and why, where it belongs, its bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fixture {
    pub name: String,
    pub structure: String,
    /// `opens: …` with what is inside, or `refused: …` with the class.
    pub expect: String,
    pub why: String,
    /// Page number, record id or draft id.
    pub identity: Vec<u8>,
    /// What page or root say of it.
    pub commitment: Vec<u8>,
    pub bytes: Vec<u8>,
}

pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

impl Fixture {
    pub fn file_name(&self) -> String {
        format!("{}.txt", self.name)
    }

    pub fn to_text(&self) -> String {
        let Self { structure, expect, why, .. } = self;
        let (identity, commitment) = (hex(&self.identity), hex(&self.commitment));
        let head = format!(
            "structure: {structure}\nexpect: {expect}\nwhy: {why}\nidentity: {identity}\ncommitment: {commitment}\n\n"
        );
        self.bytes.chunks(48).map(hex).fold(head, |text, line| text + &line + "\n")
    }

    fn parse(name: &str, text: &str) -> Self {
        let (head, body) = text.split_once("\n\n").unwrap();
        let field = |key: &str| {
            let line = head.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
            line.unwrap_or_else(|| panic!("{name} has no {key}")).to_string()
        };
        Self {
            name: name.into(),
            structure: field("structure"),
            expect: field("expect"),
            why: field("why"),
            identity: unhex(&field("identity")),
            commitment: unhex(&field("commitment")),
            bytes: unhex(&body.split_whitespace().collect::<String>()),
        }
    }

    /// What the vault makes of it, in the words of `expect`.
    pub fn outcome(&self, keys: &VaultKeys) -> String {
        let commitment = <[u8; 32]>::try_from(self.commitment.as_slice());
        let commitment = Commitment::from_bytes(commitment.unwrap_or([0; 32]));
        let identity = || <[u8; 16]>::try_from(self.identity.as_slice()).unwrap();
        let bytes = &self.bytes;
        match self.structure.as_str() {
            "header" => match Header::parse(bytes) {
                Err(error) => format!("refused: HeaderError::{error:?}"),
                Ok(header) => match header.unlock(&recovery()) {
                    Err(error) => format!("refused: UnlockError::{error:?}"),
                    Ok(unlocked) => format!("opens: {}, slot {}", told_header(&header), unlocked.slot),
                },
            },
            "record" => {
                told(keys.open_record(RecordId::from_bytes(identity()), commitment, bytes), told_record)
            }
            "page" => {
                let number = PageNumber::new(self.identity[0]).unwrap();
                told(keys.open_page(number, commitment, bytes), told_page)
            }
            "root" => told(keys.open_root(bytes), told_root),
            "draft" => {
                let opened = keys.open_draft(DraftId::from_bytes(identity()), commitment, bytes);
                told(opened, |text| format!("{:?}", String::from_utf8(text).unwrap()))
            }
            "note" => told(keys.open_note(bytes), |note| {
                format!("at {} ms, strength {}, {:?}", note.written_at_ms, note.strength, note.text)
            }),
            "backup" => match read_backup(bytes) {
                Err(error) => format!("refused: BackupError::{error:?}"),
                Ok((about, records)) => {
                    let lineage = hex(about.lineage_id.as_bytes());
                    let records = records
                        .into_iter()
                        .map(|(id, record)| format!("; {}: {}", hex(id.as_bytes()), told_record(record)));
                    let (sequence, made_at) = (about.sequence, about.made_at_ms);
                    format!(
                        "opens: lineage {lineage}, sequence {sequence}, at {made_at} ms{}",
                        records.collect::<String>()
                    )
                }
            },
            "witness" => match Witness::parse(std::str::from_utf8(bytes).unwrap()) {
                None => "refused".into(),
                Some(witness) => {
                    let header = told_header(&witness.header);
                    format!("opens: {:?}, sequence {}, {header}", witness.state, witness.sequence)
                }
            },
            other => panic!("unknown structure {other}"),
        }
    }
}

fn told<T>(opened: Result<T, SealedError>, told: impl Fn(T) -> String) -> String {
    match opened {
        Ok(inside) => format!("opens: {}", told(inside)),
        Err(error) => format!("refused: SealedError::{error:?}"),
    }
}

fn told_header(header: &Header) -> String {
    let (id, cost) = (hex(header.vault_id().as_bytes()), header.kdf().cost);
    let (memory, passes) = (cost.memory_kib(), cost.passes());
    format!("vault {id}, generation {}, {memory} KiB, {passes} passes", header.generation())
}

fn told_record(record: Record) -> String {
    let version = |version: &Version| {
        let clock = version.clock.entries().iter();
        let clock: Vec<String> =
            clock.map(|(device, count)| format!("{} {count}", hex(device.as_bytes()))).collect();
        let Version { codec, schema, deleted, changed_at_ms, body, .. } = version;
        let body = match body.len() {
            0..=64 => hex(body),
            len => format!("{len} bytes"),
        };
        let clock = clock.join(" ");
        format!(
            "({codec:?}, schema {schema}, deleted {deleted}, {changed_at_ms} ms, seen {clock}, body {body})"
        )
    };
    let versions: Vec<String> = record.versions.iter().map(version).collect();
    format!("kind {}, {}", record.kind, versions.join(", "))
}

fn told_page(page: Page) -> String {
    let entry = |entry: &PageEntry| {
        let (id, commitment) = (hex(entry.record_id.as_bytes()), hex(entry.commitment.as_bytes()));
        let PageEntry { state, kind, happened_at_s, offset_min, title, .. } = entry;
        format!(
            "({id}, {commitment}, {state:?}, kind {kind}, {happened_at_s} s, {offset_min} min, {title:?})"
        )
    };
    let entries: Vec<String> = page.entries().iter().map(entry).collect();
    format!("{} entries {}", entries.len(), entries.join(", "))
}

fn told_root(root: Root) -> String {
    let way = |way: &Option<WayRecord>| match way {
        None => "free".into(),
        Some(WayRecord { way, created_at_ms, label }) => format!("{way:?} {created_at_ms} ms {label:?}"),
    };
    let ways: Vec<String> = root.ways.iter().map(way).collect();
    // EXPOSE: a fixture says all that is in it; its secrets are of no journal.
    let key = |key: &Option<BackupKey>| key.as_ref().map_or("none".into(), |key| hex(key.expose_bytes()));
    let draft = |draft: &DraftRef| {
        let (id, record) = (hex(draft.draft_id.as_bytes()), hex(draft.record_id.as_bytes()));
        format!("{id} of {record} from {} at {}", hex(draft.base.as_bytes()), hex(draft.row.as_bytes()))
    };
    let drafts: Vec<String> = root.drafts.iter().map(draft).collect();
    let pages: String = root.pages.iter().map(|page| hex(&page.as_bytes()[..2])).collect();
    let (lineage, device) = (hex(root.lineage_id.as_bytes()), hex(root.device_id.as_bytes()));
    format!(
        "sequence {}, lineage {lineage}, device {device}, live {}, deleted {}, pages {pages}, ways [{}], backup keys \
         {} {}, drafts [{}], saved {}, proven {} {}, marks {}",
        root.sequence,
        root.live,
        root.deleted,
        ways.join("; "),
        key(&root.passphrase_backup_key),
        key(&root.recovery_backup_key),
        drafts.join("; "),
        root.last_save_ms,
        root.proven_backup_ms,
        root.proven_backup_sequence,
        root.marks
    )
}

/// All frozen files, by their names.
pub fn frozen() -> BTreeMap<String, Fixture> {
    let files = std::fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path());
    let read = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_string();
        (name.clone(), Fixture::parse(&name, &std::fs::read_to_string(path).unwrap()))
    };
    files.map(read).collect()
}

/// The keys of the frozen journal, come by through its own frozen header.
pub fn keys(frozen: &BTreeMap<String, Fixture>) -> VaultKeys {
    Header::parse(&frozen["header_opens"].bytes).unwrap().unlock(&recovery()).unwrap().keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::read_backup_with;

    #[test]
    fn every_frozen_fixture_opens_or_fails_with_exactly_its_class() {
        let frozen = frozen();
        let keys = keys(&frozen);
        for (name, fixture) in &frozen {
            assert_eq!(fixture.outcome(&keys), fixture.expect, "{name}: {}", fixture.why);
        }
    }

    #[test]
    fn the_frozen_journal_opens_by_its_passphrase() {
        let header = Header::parse(&frozen()["header_opens"].bytes).unwrap();
        let passphrase = Passphrase::from_nfc_bytes(b"correct horse".to_vec()).unwrap();
        let secret = WaySecret::passphrase(derive(&passphrase, &header.kdf()).unwrap(), header.kdf());
        assert_eq!(header.unlock(&secret).map(|unlocked| unlocked.slot).ok(), Some(5));
    }

    #[test]
    fn the_frozen_backup_opens_by_its_passphrase() {
        let fixture = &frozen()["backup_opens"];
        let header = BackupHeader::parse(&fixture.bytes).unwrap();
        let passphrase = Passphrase::from_nfc_bytes(b"correct horse".to_vec()).unwrap();
        let secret = WaySecret::passphrase(derive(&passphrase, &header.kdf()).unwrap(), header.kdf());
        let (_, records) = read_backup_with(&fixture.bytes, &secret).unwrap();
        assert_eq!(records.len(), 3);
    }

    #[test]
    fn freezing_again_gives_the_same_bytes() {
        let again = cases::all();
        assert_eq!(again.len(), frozen().len());
        for fixture in again {
            let frozen = std::fs::read_to_string(folder().join(fixture.file_name())).unwrap();
            assert!(fixture.to_text() == frozen, "{} freezes to other bytes", fixture.name);
        }
    }

    #[test]
    fn every_class_has_a_frozen_fixture() {
        let frozen = frozen();
        for class in [
            "HeaderError::Length",
            "HeaderError::Magic",
            "HeaderError::Damaged",
            "HeaderError::TooNew",
            "HeaderError::UnknownSuite",
            "HeaderError::Reserved",
            "HeaderError::CostOutOfRange",
            "UnlockError::NoMatch",
            "UnlockError::Tampered",
            "UnlockError::Slot",
            "SealedError::TooShort",
            "SealedError::UnknownVersion",
            "SealedError::UnknownSuite",
            "SealedError::UnknownType",
            "SealedError::Reserved",
            "SealedError::Generation",
            "SealedError::Commitment",
            "SealedError::Damaged",
            "SealedError::Content",
            "BackupError::NotABackup",
            "BackupError::TooNew",
            "BackupError::UnknownSuite",
            "BackupError::CostOutOfRange",
            "BackupError::HeaderDamaged",
            "BackupError::NoMatch",
            "BackupError::Damaged",
            "BackupError::Cut",
            "BackupError::TooMany",
            "BackupError::Record",
            "BackupError::Stream",
        ] {
            let refused = format!("refused: {class}");
            assert!(frozen.values().any(|fixture| fixture.expect.starts_with(&refused)), "{class}");
        }
        for structure in ["header", "record", "page", "root", "draft", "note", "witness", "backup"] {
            for outcome in ["opens", "refused"] {
                let covers =
                    |fixture: &Fixture| fixture.structure == structure && fixture.expect.starts_with(outcome);
                assert!(frozen.values().any(covers), "{structure} {outcome}");
            }
        }
    }
}
