//! Notes written while locked.

use keeper::protocol::{Failure, NoteText, Reply, Request, Saved, WaitingNote};
use store::{Place, Store};
use vault::{Header, Note, seal_note};

use crate::{
    running::{pause, run, run_mixed},
    tab::{PASSPHRASE, Tab, carried, cases, reseal_request, text_of, urge},
};

pub fn seal(tab: &Tab, strength: u8, line: &str) -> Result<u32, Failure> {
    let request = Request::SealNote { name: tab.name.clone(), strength, line: line.into() };
    match tab.ask(request) {
        Ok(Reply::NoteSealed { waiting }) => Ok(waiting),
        Ok(other) => panic!("{other:?}"),
        Err(failure) => Err(failure),
    }
}

pub fn notes(tab: &Tab) -> Vec<WaitingNote> {
    carried!(tab.ask(Request::Notes), Notes).unwrap()
}

fn keep(tab: &Tab, key: u64) -> Result<Saved, Failure> {
    let request = Request::KeepNote { key, offset_min: 60, zone: "Europe/Berlin".into() };
    carried!(tab.ask(request), Saved)
}

fn discard(tab: &Tab, key: u64) -> Result<(), Failure> {
    tab.ask(Request::DiscardNote { key }).map(|reply| assert_eq!(reply, Reply::Done))
}

fn locked() -> Tab {
    let tab = Tab::created();
    tab.lock().unwrap();
    tab
}

#[test]
fn a_note_sealed_while_locked_waits_and_becomes_an_urge_or_goes() {
    let tab = locked();
    let now_s = (tab.machine.now_ms.get() / 1_000) as i64;
    assert_eq!(seal(&tab, 9, " by the\nstation "), Ok(1));
    tab.machine.wait_ms(60_000);
    assert_eq!(seal(&tab, 0, ""), Ok(2));
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().notes_waiting, 2);
    let [first, second] = &notes(&tab)[..] else { panic!("two notes") };
    let text = NoteText { written_at_s: now_s, strength: 9, line: "by the station".into() };
    assert_eq!(first.note.as_ref(), Some(&text));
    assert_eq!(second.note.as_ref().map(|note| note.written_at_s), Some(now_s + 60));
    let saved = keep(&tab, first.key).unwrap();
    let keeper::protocol::Written::Urge(kept) = &saved.entry.wordings[0] else { panic!("an urge") };
    assert_eq!((kept.strength, kept.line.as_str()), (Some(9), "by the station"));
    assert_eq!((kept.happened_at_s, kept.offset_min, kept.zone.as_str()), (now_s, 60, "Europe/Berlin"));
    discard(&tab, second.key).unwrap();
    assert_eq!(notes(&tab), []);
    assert_eq!(keep(&tab, first.key).err(), Some(Failure::NotFound));
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().notes_waiting, 0);
    assert_eq!(tab.titles(""), ["by the station"]);
}

#[test]
fn notes_outside_their_range_are_refused_and_fifty_are_the_most() {
    let tab = locked();
    let before = tab.dump();
    assert_eq!(seal(&tab, 11, "").err(), Some(Failure::StrengthOutOfRange));
    let long = "a".repeat(281);
    assert_eq!(seal(&tab, 1, &long).err(), Some(Failure::LineTooLong { bytes: 281, limit: 280 }));
    let nowhere =
        Request::SealNote { name: "trestle-0000000000000000".into(), strength: 1, line: String::new() };
    assert_eq!(tab.ask(nowhere).err(), Some(Failure::JournalGone));
    assert_eq!(tab.dump(), before);
    for waiting in 1..=50 {
        assert_eq!(seal(&tab, 1, &long[1..]), Ok(waiting));
    }
    assert_eq!(seal(&tab, 1, ""), Err(Failure::InboxFull));
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().notes_waiting, 50);
    assert!(notes(&tab).iter().all(|note| note.note.as_ref().is_some_and(|note| note.line == long[1..])));
}

#[test]
fn forged_and_damaged_notes_are_shown_as_unreadable_and_can_only_be_discarded() {
    let tab = locked();
    seal(&tab, 5, "sound").unwrap();
    seal(&tab, 5, "damaged").unwrap();
    // Written by another program: a strength that no scale has.
    let header = Header::parse(&tab.store().raw(Place::Header).unwrap()).unwrap();
    let forged = Note { written_at_ms: 1, strength: 200, text: "canary".into() };
    let forged = seal_note(&header, &forged, &mut Counting(9)).unwrap();
    run(tab.store().put_note(&forged, &tab.store().raw(Place::Header).unwrap())).unwrap();
    tab.store().flip_bit(Place::Note(2), 500);
    tab.unlock(PASSPHRASE, None).unwrap();
    let waiting = notes(&tab);
    assert_eq!(waiting.iter().map(|note| note.note.is_some()).collect::<Vec<_>>(), [true, false, false]);
    for note in &waiting[1..] {
        assert_eq!(keep(&tab, note.key).err(), Some(Failure::EntryDamaged));
        discard(&tab, note.key).unwrap();
    }
    assert_eq!(notes(&tab), waiting[..1]);
    assert_eq!(tab.list("").total, 0);
}

struct Counting(u8);

impl vault::Random for Counting {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), vault::RandomnessUnavailable> {
        self.0 += 1;
        bytes.fill(self.0);
        Ok(())
    }
}

#[test]
fn a_note_kept_in_two_tabs_becomes_one_urge() {
    let tab = locked();
    seal(&tab, 5, "once").unwrap();
    tab.unlock(PASSPHRASE, None).unwrap();
    let other = tab.another();
    tab.machine.shelf.disk.slow.set(true);
    other.machine.shelf.disk.slow.set(true);
    run_mixed(
        7,
        [&tab, &other]
            .map(|tab| {
                Box::pin(async move {
                    let request = Request::KeepNote { key: 1, offset_min: 0, zone: String::new() };
                    let outcome = tab.keeper.answer(1, request).await;
                    assert!(matches!(outcome, Ok(Reply::Saved(_)) | Err(Failure::NotFound)), "{outcome:?}");
                }) as std::pin::Pin<Box<dyn Future<Output = ()>>>
            })
            .into(),
    );
    tab.refresh();
    let listed = tab.list("");
    assert_eq!(listed.total, 1);
    let read = tab.read(listed.rows[0].id).unwrap();
    assert_eq!(read.wordings.iter().map(text_of).collect::<Vec<_>>(), ["once"]);
    assert_eq!(notes(&tab), []);
}

#[test]
fn a_note_sealed_while_the_key_changes_is_never_lost() {
    const NEW: &str = "fern gravel harbour island juniper";
    for seed in 0..cases(60, 2_000) {
        let tab = Tab::created();
        tab.write("an entry");
        let other = Tab { name: tab.name.clone(), ..Tab::closed(tab.shelf()) };
        for one in [&tab, &other] {
            one.machine.shelf.disk.slow.set(true);
        }
        tab.unlock(PASSPHRASE, None).unwrap();
        let changes = async {
            let outcome = tab.keeper.answer(1, reseal_request(Some(PASSPHRASE), NEW)).await;
            assert!(matches!(outcome, Ok(Reply::Opened(_))), "{outcome:?}");
        };
        let notes = async {
            for n in 0..12 {
                let request =
                    Request::SealNote { name: other.name.clone(), strength: 1, line: n.to_string() };
                let outcome = other.keeper.answer(n, request).await;
                assert!(matches!(outcome, Ok(Reply::NoteSealed { .. })), "{outcome:?}");
                // Now and then a good while passes between two of them.
                for _ in 0..seed * n % 40 {
                    pause().await;
                }
            }
        };
        run_mixed(seed.into(), vec![Box::pin(changes), Box::pin(notes)]);
        tab.unlock(NEW, None).unwrap();
        let mut lines: Vec<u32> = notes_of(&tab).into_iter().map(|line| line.parse().unwrap()).collect();
        lines.sort_unstable();
        assert_eq!(lines, (0..12).collect::<Vec<_>>(), "seed {seed}");
    }
}

/// The lines of all notes that wait, each of which opens.
fn notes_of(tab: &Tab) -> Vec<String> {
    notes(tab).into_iter().map(|note| note.note.expect("a note that opens").line).collect()
}

#[test]
fn a_death_while_a_note_is_kept_leaves_the_note_or_the_urge() {
    use store::Failure as Fault;
    for (fault, kept) in [(Fault::KilledBefore, false), (Fault::KilledAfter, true)] {
        let tab = locked();
        seal(&tab, 5, "once").unwrap();
        tab.unlock(PASSPHRASE, None).unwrap();
        tab.store().fail_next_write(fault);
        assert_eq!(keep(&tab, 1).err(), Some(Failure::StorageClosed));
        tab.unlock(PASSPHRASE, None).unwrap();
        assert_eq!((notes(&tab).len(), tab.list("").total), if kept { (0, 1) } else { (1, 0) });
    }
}

#[test]
fn notes_can_be_written_with_the_journal_open_and_say_nothing_in_clear() {
    let tab = Tab::created();
    seal(&tab, 5, "quandongle").unwrap();
    assert_eq!(notes(&tab).len(), 1);
    assert!(tab.dump().iter().all(|value| !value.windows(10).any(|window| window == b"quandongle")));
    assert_eq!(text_of(&urge(5, "quandongle")), "quandongle");
}
