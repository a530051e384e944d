//! The protocol on its way: every message survives postcard, every failure has a number of its own.

use journal::insights::{DayFact, Facts, Insights, Moment, Period, UrgeFact};
use journal::summary::Part;
use journal::support::medical::Outcome;
use journal::{Day, DayStart};
use keeper::protocol::{
    BackupRefused, BackupReply, BackupRequest, BackupSecret, BackupSeen, BackupStanding, Base, Bytes,
    CheckInWords, Choices, Compared, Coping, CopingFamily, DamagedEntry, DayCount, Draft, DrawnSheet,
    EarlierWording, Ending, EntryRead, EntryText, Event, Failure, Filter, Found, FoundState, FromKeeper,
    InsightsShown, Kept, KindCount, Listed, Mark, NoteText, Opened, PROTOCOL, Range, Recalled, Reply,
    Request, Row, RowKind, Saved, Settings, SettingsChange, Stage, StoredWitness, Suggestion, SummaryAsk,
    TagCount, TagRenamed, ToKeeper, Trigger, TriggerRoot, UrgeWords, WaitingNote, WayKind, WayShown, Wish,
    Written,
};
use serde::{Serialize, de::DeserializeOwned};
use std::fmt::Debug;

use crate::tab::secret;

fn survives<T: Serialize + DeserializeOwned + Debug>(message: &T) {
    let bytes = postcard::to_allocvec(message).unwrap();
    let read: T = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(format!("{read:?}"), format!("{message:?}"));
    assert_eq!(postcard::to_allocvec(&read).unwrap(), bytes);
}

fn text() -> Written {
    Written::Entry(EntryText {
        title: "Über".into(),
        text: "🌉\0\n".into(),
        mood: Some(0),
        tags: vec!["a".into(), "b".into()],
        happened_at_s: i64::MIN,
        offset_min: -720,
        zone: "Europe/London".into(),
        favourite: true,
        kept_back: true,
        never_share: true,
        attachments: vec![[9; 16]],
    })
}

fn draft() -> Draft {
    Draft { draft_id: [1; 16], id: [2; 16], base: Base(vec![0, 1]), text: text() }
}

fn entry() -> EntryRead {
    EntryRead {
        id: [3; 16],
        base: Base(vec![9]),
        wordings: vec![text(), Written::Urge(UrgeWords { strength: Some(10), ..UrgeWords::default() })],
        also_deleted: true,
        newer: false,
        changed_at_ms: u64::MAX,
        earlier: 5,
    }
}

/// One with something in each of its parts.
fn insights() -> Insights {
    let at = |day: i64| Moment { second: day * 86_400, offset_min: 60 };
    let urge = |day: i64| {
        let coping = vec![Coping { family: CopingFamily::Wait, name: String::new() }];
        let trigger = Trigger { root: TriggerRoot::Cue, leaf: None, name: "ü".into() };
        let words = UrgeWords {
            strength: Some(if day % 2 == 0 { 9 } else { 3 }),
            happened_at_s: at(day).second,
            after: Some(1),
            minutes: Some(9),
            triggers: if day % 2 == 0 { vec![trigger] } else { Vec::new() },
            coping,
            ending: Some(Ending::Passed),
            ..UrgeWords::default()
        };
        UrgeFact::of(&words).unwrap()
    };
    let said =
        |day: i32| CheckInWords { day, mood: Some(4), sleep_minutes: Some(400), ..CheckInWords::default() };
    let facts = Facts {
        urges: (0..40).map(urge).collect(),
        days: (0..40).filter_map(|day| DayFact::said(&said(day))).collect(),
        moments: (0..40).map(at).collect(),
        doses: vec![(Day::new(3).unwrap(), Outcome::Late)],
        marks: vec![(Day::new(4).unwrap(), [7; 16])],
        ..Facts::default()
    };
    let (from, to) = (Day::new(0).unwrap(), Day::new(39).unwrap());
    let found = Insights::of(&facts, Period { from, to }, DayStart::Midnight);
    assert!(!found.patterns.found.is_empty() && !found.daily.beside.is_empty() && !found.helped.is_empty());
    found
}

/// Every failure there is: variants are read by their number until there is none. Fields read as 1 and 2.
fn failures() -> Vec<Failure> {
    let read = |variant: u8| {
        let bytes = [variant, 1, 2];
        postcard::take_from_bytes(&bytes).ok().map(|(failure, _): (Failure, _)| failure)
    };
    (0..128).map_while(read).collect()
}

#[test]
fn every_request_survives() {
    let witness = StoredWitness { name: "trestle-0123456789abcdef".into(), value: "AA==".into() };
    let requests = [
        Request::Find { witnesses: vec![witness] },
        Request::Create { passphrase: secret("päss 🌉"), kept: Kept::InMemory },
        Request::LookAround { content: vec![([3; 16], text())] },
        Request::Unlock { name: "n".into(), passphrase: secret("p"), witness: Some("w".into()) },
        Request::UnlockWithSheet { name: "n".into(), secret: secret("s"), witness: None },
        Request::UnlockWithPasskey { name: "n".into(), secret: secret("s"), witness: None },
        Request::AddPasskey { secret: secret("s") },
        Request::TouchPasskey { secret: secret("s"), going: Some(7) },
        Request::DropTouched,
        Request::DeriveDearer,
        Request::RaiseCost,
        Request::SealNote { name: "n".into(), strength: 10, line: "l".into() },
        Request::Ways,
        Request::DrawSheet,
        Request::KeepSheet,
        Request::DropSheet,
        Request::Reseal { current: None, passphrase: secret("p"), without: vec![[8; 16]] },
        Request::Damaged,
        Request::DeleteDamaged { id: [7; 16] },
        Request::Notes,
        Request::KeepNote { key: u64::MAX, offset_min: -1, zone: "z".into() },
        Request::DiscardNote { key: 1 },
        Request::Settings,
        Request::ChangeSettings(SettingsChange::Wish(Wish::NotSure)),
        Request::ChangeSettings(SettingsChange::PutAway(Suggestion::StorageAtRisk)),
        Request::List {
            filter: Filter {
                search: "s".into(),
                kinds: vec![RowKind::Urge],
                tag: Some("t".into()),
                from_day: Some(-1),
                to_day: Some(2),
                mood: Some((3, 4)),
                favourites: true,
                other_years_of: Some(-7),
                shareable: true,
            },
            offset: 1,
            limit: u32::MAX,
        },
        Request::Insights { range: Range::All, now_s: i64::MIN, offset_min: -1 },
        Request::Summary(SummaryAsk {
            from: -1,
            to: i32::MAX,
            parts: Part::ALL.to_vec(),
            passages: vec![[9; 16]],
        }),
        Request::Mark { id: [4; 16], mark: Mark::NeverShare(true) },
        Request::All { kind: RowKind::Goal },
        Request::Read { id: [4; 16] },
        Request::DayCounts { from_day: -1, to_day: i32::MAX },
        Request::History { id: [4; 16] },
        Request::Tags,
        Request::RenameTag { old: "a".into(), new: "ä".into() },
        Request::Mark { id: [4; 16], mark: Mark::Favourite(true) },
        Request::Mark { id: [4; 16], mark: Mark::KeptBack(false) },
        Request::BeginEntry,
        Request::BeginEdit { id: [5; 16] },
        Request::PostDraft(draft()),
        Request::SealDrafts,
        Request::DropDraft { draft_id: [6; 16] },
        Request::Drafts,
        Request::Save(draft()),
        Request::Delete { id: [7; 16] },
        Request::Undelete { id: [8; 16] },
        Request::Lock,
        Request::Backup(BackupRequest::Make { passphrase: Some(secret("p")) }),
        Request::Backup(BackupRequest::Next { backup: 1 }),
        Request::Backup(BackupRequest::Look {
            beginning: Bytes(vec![0; 512]),
            key: BackupSecret::Sheet(secret("s")),
        }),
        Request::Backup(BackupRequest::Push { backup: 1, bytes: Bytes(vec![255; 70_000]) }),
        Request::Backup(BackupRequest::Seen { backup: 1 }),
        Request::Backup(BackupRequest::Proven { backup: 1 }),
        Request::Backup(BackupRequest::Apply {
            backup: 1,
            across: true,
            kept: Kept::InMemory,
            passphrase: None,
        }),
        Request::Backup(BackupRequest::Finish { backup: 1 }),
        Request::Backup(BackupRequest::Undo),
        Request::Backup(BackupRequest::Drop),
        Request::Backup(BackupRequest::Standing),
    ];
    for (number, request) in (1..).zip(requests) {
        survives(&ToKeeper::Ask { number, request });
    }
    survives(&ToKeeper::Hello { protocol: PROTOCOL, build: "b".into() });
    survives(&ToKeeper::Cancel { number: u32::MAX });
}

#[test]
fn every_answer_survives() {
    let row = Row {
        after: Some(0),
        ending: Some(Ending::UsedALittle),
        id: [1; 16],
        day: -1,
        happened_at_s: -1,
        offset_min: 840,
        title: "t".into(),
        preview: "p".into(),
        kind: RowKind::Urge,
        mood: None,
        strength: Some(0),
        tags: vec![],
        favourite: true,
        damaged: true,
    };
    let opened = Opened {
        name: "n".into(),
        live: 1,
        sequence: 2,
        last_save_ms: 3,
        older_than_seen: true,
        damaged_pages: 64,
        derivation_ms: 4,
        kept: Kept::OnDevice,
        opened_by: WayKind::Sheet,
        has_sheet: true,
        header_was_altered: true,
        notes_waiting: 50,
        passkey_salt: [8; 32],
        cost_may_rise: true,
    };
    let states = [
        FoundState::Sound,
        FoundState::HeaderFromWitness,
        FoundState::Damaged,
        FoundState::Gone,
        FoundState::TooNew,
        FoundState::CostOutOfRange,
    ];
    let replies = [
        Reply::Found(
            states
                .map(|state| Found {
                    name: "n".into(),
                    state,
                    kept: Kept::InMemory,
                    passkey_salt: Some([9; 32]),
                })
                .to_vec(),
        ),
        Reply::Opened(opened),
        Reply::Listed(Listed { rows: vec![row], total: 1, complete: true, sequence: 5 }),
        Reply::Entry(entry()),
        Reply::DayCounts(vec![DayCount { day: -1, rows: 2 }]),
        Reply::History(vec![EarlierWording {
            title: "t".into(),
            text: "x".into(),
            mood: Some(3),
            tags: vec!["a".into()],
            replaced_at_ms: u64::MAX,
        }]),
        Reply::Tags(vec![TagCount { tag: "a".into(), entries: 2 }], true),
        Reply::TagRenamed(TagRenamed { changed: 1, left: 2 }),
        Reply::Begun { id: [1; 16], draft_id: [2; 16] },
        Reply::Drafts(vec![draft()]),
        Reply::Saved(Saved { entry: entry(), changed_elsewhere: true, sequence: 6 }),
        Reply::NoteSealed { waiting: 1 },
        Reply::Touched { slot: 7 },
        Reply::Ways(vec![WayShown { slot: 7, kind: WayKind::Passkey, created_at_ms: 1 }]),
        Reply::Sheet(DrawnSheet { secret: secret("s"), replaces: true }),
        Reply::Notes(vec![
            WaitingNote { key: 1, note: None },
            WaitingNote { key: 2, note: Some(NoteText { written_at_s: -1, strength: 1, line: "l".into() }) },
        ]),
        Reply::Insights(Box::new(InsightsShown { insights: insights(), complete: true })),
        Reply::Settings(Settings {
            choices: Choices { day_starts_at_four: true, ..Choices::default() },
            wish: Some(Wish::JustWrite),
            put_away: [(Suggestion::RecoverySheet, (2, 3))].into(),
            recalled: Some(Recalled { at_ms: u64::MAX, times: 1 }),
        }),
        Reply::Deleted { sequence: u64::MAX },
        Reply::Done,
        Reply::Backup(BackupReply::Begun {
            backup: 1,
            records: 2,
            left_out: 3,
            damaged_pages: 4,
            made_at_ms: 5,
        }),
        Reply::Backup(BackupReply::Part { bytes: Bytes(vec![0, 255]), records_left: 1, done: true }),
        Reply::Backup(BackupReply::Reading { backup: 1 }),
        Reply::Backup(BackupReply::Taken { records: 1, total: 2 }),
        Reply::Backup(BackupReply::Seen(BackupSeen {
            kinds: vec![KindCount { kind: RowKind::Other, live: 1, deleted: 2 }],
            first_s: Some(-1),
            compared: Some(Compared { only_here: 9, ..Compared::default() }),
            ..BackupSeen::default()
        })),
        Reply::Backup(BackupReply::Merged { changed: 1, sequence: 2 }),
        Reply::Backup(BackupReply::Standing(BackupStanding { proven_at_ms: 1, changes: Some(2) })),
        Reply::Backup(BackupReply::Done),
        Reply::Backup(BackupReply::Refused(BackupRefused::Damaged { at: u64::MAX })),
    ];
    for (number, reply) in (1..).zip(replies) {
        survives(&FromKeeper::Reply { number, outcome: Ok(reply) });
    }
    for failure in failures() {
        survives(&FromKeeper::Reply { number: 0, outcome: Err(failure) });
    }
}

#[test]
fn everything_else_the_keeper_says_survives() {
    let damaged = DamagedEntry { id: [1; 16], day: 2, title: "t".into(), missing: true };
    let events = [
        Event::Changed { sequence: 1 },
        Event::Witness(StoredWitness { name: "n".into(), value: "v".into() }),
        Event::Checking { done: 1, total: 2 },
        Event::Checked { damaged: vec![damaged] },
        Event::StorageLow,
        Event::DraftSealed { draft_id: [2; 16] },
        Event::DraftNotSealed { draft_id: [3; 16], failure: Failure::StorageFull },
        Event::PassphraseChangedElsewhere,
    ];
    events.into_iter().map(FromKeeper::Event).for_each(|event| survives(&event));
    for stage in
        [Stage::Measuring, Stage::Deriving, Stage::Reading, Stage::Writing, Stage::Resealing, Stage::Renaming]
    {
        survives(&FromKeeper::Progress { number: 1, stage, done: 2, total: 3 });
    }
    survives(&FromKeeper::Hello { protocol: 1, build: "b".into() });
    survives(&FromKeeper::Beat);
    survives(&FromKeeper::Died { file: "src/lib.rs".into(), line: 7 });
}

#[test]
fn every_failure_has_a_number_of_its_own() {
    let failures = failures();
    assert!(failures.len() >= 29, "{} failures", failures.len());
    assert!(failures.contains(&Failure::Locked) && failures.contains(&Failure::KeeperDied));
    let mut numbers: Vec<u16> = failures.iter().map(Failure::number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), failures.len());
    for failure in &failures {
        // Helps with nothing in particular, but is said for each.
        let _ = failure.help();
    }
}

#[test]
fn a_passphrase_is_never_printed() {
    let request = Request::Create { passphrase: secret("canary-7391"), kept: Kept::OnDevice };
    assert!(!format!("{request:?}").contains("canary"));
    let drawn = DrawnSheet { secret: secret("canary-7391"), replaces: false };
    assert!(!format!("{:?}", Reply::Sheet(drawn)).contains("canary"));
}
