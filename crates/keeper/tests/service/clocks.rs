//! A clock that is set at will, between any two steps: by years, back, to nothing and to the end of time. Nothing written
//! is harmed, and nothing waits for a moment that does not come.

use keeper::protocol::{Kept, Written};

use crate::{
    machine::NOON_MS,
    proved::proved,
    tab::{PASSPHRASE, Tab, cases, entry, words},
};

const YEAR_MS: u64 = 365 * 86_400_000;

/// Where a clock may stand.
fn clocks() -> [u64; 10] {
    let (ten, hour) = (10 * YEAR_MS, 3_600_000);
    // Ten years either way, an hour of daylight saving either way, a day of the date line, none at all, absurd.
    [
        NOON_MS,
        NOON_MS + ten,
        NOON_MS - ten,
        NOON_MS + hour,
        NOON_MS - hour,
        NOON_MS + 24 * hour,
        0,
        1,
        1 << 53,
        u64::MAX,
    ]
}

#[test]
fn a_clock_set_at_will_between_any_two_steps_harms_nothing() {
    let rounds = cases(200, 5_000);
    let mut state: u64 = 0xc10c;
    let (mut tab, mut kept) = (Tab::created(), Vec::new());
    for n in 0..rounds {
        let mut set = |tab: &Tab| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            tab.machine.now_ms.set(clocks()[(state >> 33) as usize % 10]);
        };
        set(&tab);
        let draft = tab.begin(&format!("entry {n}"));
        set(&tab);
        tab.post(&draft);
        set(&tab);
        let due = tab.keeper.drafts_due_in_ms();
        assert!(due.is_some_and(|ms| ms <= 5_000), "a draft is due in {due:?} ms");
        if n % 2 == 0 {
            tab.seal().unwrap();
        }
        set(&tab);
        let id = tab.save(&draft).unwrap().entry.id;
        set(&tab);
        let text = format!("changed {n}");
        assert!(!tab.revise(id, &text).changed_elsewhere);
        set(&tab);
        if n % 5 == 4 {
            tab.delete(id).unwrap();
            set(&tab);
            tab.undelete(id).unwrap();
        }
        kept.push((id, text));
        if n % 20 == 19 {
            let next = Tab { name: tab.name.clone(), ..Tab::closed(tab.shelf()) };
            set(&next);
            next.unlock(PASSPHRASE, tab.machine.witness().as_deref()).unwrap();
            tab = next;
            assert_eq!(tab.check_says(), []);
        }
    }
    assert_eq!(tab.list("").total as usize, kept.len());
    for (id, text) in &kept {
        assert_eq!(tab.wordings(*id), std::slice::from_ref(text));
    }
    proved(17, "entries written while the clock jumps", kept.len());
}

#[test]
fn an_entry_keeps_its_moment_and_its_offset_whatever_the_zone_is_later() {
    let tab = Tab::created();
    let moments = [
        (1_774_747_799, 60),
        (1_774_747_800, 120),
        (1_792_889_999, 120),
        (1_792_890_000, 60),
        (0, -720),
        (4_102_444_800, 840),
    ];
    let mut kept = Vec::new();
    for (happened_at_s, offset_min) in moments {
        let mut draft = tab.begin("");
        draft.text =
            Written::Entry(keeper::protocol::EntryText { happened_at_s, offset_min, ..entry("a day") });
        kept.push((tab.save(&draft).unwrap().entry.id, draft.text));
    }
    let other = tab.another();
    for (id, text) in kept {
        assert_eq!(other.read(id).unwrap().wordings, [text]);
    }
}

#[test]
fn a_journal_made_before_time_began_opens_and_is_written_in() {
    for now_ms in clocks() {
        let mut tab = Tab::closed(&store::MemoryShelf::new());
        tab.machine.now_ms.set(now_ms);
        tab.name = tab.create_kept(PASSPHRASE, Kept::OnDevice).unwrap().name;
        let id = tab.write("at some time");
        tab.machine.now_ms.set(NOON_MS);
        assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().live, 1);
        assert_eq!(tab.read(id).unwrap().wordings, [words("at some time")]);
        tab.reseal(Some(PASSPHRASE), "another one entirely").unwrap();
    }
}
