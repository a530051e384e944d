//! Create, write, revise, read, unlock again.

use keeper::protocol::{Base, Draft, EntryText, Event, Failure, FoundState, Reply, Request, Stage, Written};

use crate::tab::{PASSPHRASE, Tab, assert_side_by_side, entry, texts};

#[test]
fn what_was_written_is_there_after_unlocking_again() {
    let tab = Tab::created();
    let text = Written::Entry(EntryText {
        title: "Ein Tag 🌉".into(),
        text: "Long walk.\n\nThen *tea*.".into(),
        mood: Some(7),
        tags: vec!["Walking".into(), "tea".into()],
        happened_at_s: 1_700_000_000,
        offset_min: -330,
        zone: "Asia/Kolkata".into(),
        favourite: true,
        kept_back: true,
        never_share: true,
        attachments: vec![[3; 16]],
    });
    let draft = Draft { text: text.clone(), ..tab.begin("") };
    let saved = tab.save(&draft).unwrap();
    assert!(!saved.changed_elsewhere);
    assert_eq!(saved.entry.wordings, std::slice::from_ref(&text));
    tab.lock().unwrap();
    let opened = tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!((opened.live, opened.damaged_pages, opened.older_than_seen), (1, 0, false));
    assert_eq!(opened.sequence, saved.sequence);
    assert_eq!(opened.last_save_ms, tab.machine.now_ms.get());
    let read = tab.read(draft.id).unwrap();
    assert_eq!(read, saved.entry);
    assert!(!read.also_deleted && !read.newer);
    assert_eq!(tab.titles(""), ["Ein Tag 🌉"]);
}

#[test]
fn creating_measures_then_derives_then_writes_and_unlocking_derives_then_reads() {
    let tab = Tab::created();
    let stages: Vec<_> = tab.machine.stages.take().into_iter().map(|(_, stage)| stage).collect();
    assert_eq!(stages, [Stage::Measuring, Stage::Deriving, Stage::Writing]);
    tab.unlock(PASSPHRASE, None).unwrap();
    let stages: Vec<_> = tab.machine.stages.take().into_iter().map(|(_, stage)| stage).collect();
    assert_eq!(stages, [Stage::Deriving, Stage::Reading]);
}

#[test]
fn a_new_journal_is_empty_sound_and_found() {
    let tab = Tab::created();
    assert_eq!(tab.titles(""), Vec::<String>::new());
    assert_eq!(tab.check_says(), []);
    let Ok(Reply::Found(found)) = tab.ask(Request::Find { witnesses: Vec::new() }) else { panic!() };
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0].name, found[0].state), (&tab.name, FoundState::Sound));
}

#[test]
fn a_revision_takes_the_place_of_what_its_writer_saw() {
    let tab = Tab::created();
    let id = tab.write("first");
    let saved = tab.revise(id, "second");
    assert!(!saved.changed_elsewhere);
    assert_eq!(tab.wordings(id), ["second"]);
    assert_eq!(tab.titles(""), ["second"]);
    assert_eq!(tab.rows(3).len(), 1, "the row of the first wording is gone");
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.revise(id, "third");
    assert_eq!(tab.wordings(id), ["third"]);
}

#[test]
fn a_save_tells_the_screen_that_the_journal_has_changed() {
    let tab = Tab::created();
    tab.machine.take_events();
    let draft = tab.begin("a");
    let sequence = tab.save(&draft).unwrap().sequence;
    assert_eq!(tab.machine.take_events(), [Event::Changed { sequence }]);
}

#[test]
fn an_editor_left_open_while_the_entry_was_saved_elsewhere_in_this_tab_keeps_both_wordings() {
    let tab = Tab::created();
    let id = tab.write("first");
    let left_open = tab.edit(id, "from the editor left open");
    tab.revise(id, "second");
    tab.revise(id, "third");
    let saved = tab.save(&left_open).unwrap();
    assert!(saved.changed_elsewhere);
    assert_eq!(texts(&saved.entry), ["from the editor left open", "third"]);
    assert_side_by_side(&tab.opened().1[0]);
    let saved = tab.revise(id, "both");
    assert!(!saved.changed_elsewhere);
    assert_eq!(texts(&saved.entry), ["both"]);
}

#[test]
fn saving_the_same_words_from_an_old_base_makes_no_second_wording() {
    let tab = Tab::created();
    let draft = tab.begin("once");
    tab.save(&draft).unwrap();
    let saved = tab.save(&draft).unwrap();
    assert!(!saved.changed_elsewhere);
    assert_eq!(texts(&saved.entry), ["once"]);
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(texts(&tab.save(&draft).unwrap().entry), ["once"]);
    assert_eq!(tab.list("").total, 1);
}

#[test]
fn a_base_that_cannot_be_read_keeps_what_is_there() {
    let tab = Tab::created();
    let id = tab.write("there");
    let draft = Draft { base: Base(vec![1, 2, 3]), ..tab.edit(id, "typed") };
    assert_eq!(texts(&tab.save(&draft).unwrap().entry), ["there", "typed"]);
}

#[test]
fn what_is_not_there_is_not_found() {
    let tab = Tab::created();
    let id = [9; 16];
    assert_eq!(tab.read(id).err(), Some(Failure::NotFound));
    assert_eq!(tab.ask(Request::BeginEdit { id }), Err(Failure::NotFound));
    assert_eq!(tab.delete(id), Err(Failure::NotFound));
    assert_eq!(tab.undelete(id).err(), Some(Failure::NotFound));
}

#[test]
fn moods_and_tags_outside_their_range_are_refused_and_nothing_is_written() {
    let tab = Tab::created();
    let before = tab.dump();
    let draft = tab.begin("");
    let moody = Draft { text: Written::Entry(EntryText { mood: Some(11), ..entry("a") }), ..draft.clone() };
    assert_eq!(tab.save(&moody).err(), Some(Failure::MoodOutOfRange));
    let tags = (0..501).map(|number| format!("t{number}")).collect();
    let tagged = Draft { text: Written::Entry(EntryText { tags, ..entry("a") }), ..draft };
    assert_eq!(tab.save(&tagged).err(), Some(Failure::TooManyTags { tags: 501, limit: 500 }));
    assert_eq!(tab.dump(), before);
}

#[test]
fn each_sealing_makes_another_row_and_another_root() {
    let tab = Tab::created();
    let id = tab.write("same");
    let before = tab.dump();
    tab.revise(id, "same");
    let after = tab.dump();
    let shared = after.iter().filter(|value| before.contains(value)).count();
    assert_eq!((before.len(), after.len(), shared), (67, 67, 64), "63 pages and the header");
}

#[test]
fn a_new_journal_never_takes_the_name_of_one_that_is_there() {
    let tab = Tab::created();
    let id = tab.write("here first");
    // A machine restored from an image draws what it drew before.
    let again = Tab { keeper: keeper::Keeper::new(tab.machine.same_again()), ..Tab::closed(tab.shelf()) };
    assert_eq!(again.create(PASSPHRASE).err(), Some(Failure::RandomnessUnavailable));
    assert_eq!(tab.wordings(id), ["here first"]);
    tab.revise(id, "and still");
}
