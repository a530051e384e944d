//! The journal locks by itself: after rest, when hidden, when the page goes. Time passes by the page's wall clock, which
//! the story puts forward: of the two clocks, the one that says more counts.

use std::time::Duration;

use serde_json::json;
use stories::{Device, PUT_CLOCK_FORWARD, Page, Role, Story, Writing};

const TAB: char = '\u{e004}';

/// The page as far as it can be seen or typed, every field included.
const EVERYTHING: &str = "
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
    return [document.documentElement.outerHTML, document.title, ...fields].join('\\n');";

const HIDE: &str = "
    const [hidden] = arguments;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => hidden ? 'hidden' : 'visible' });
    document.dispatchEvent(new Event('visibilitychange'));";

/// Says that the page goes, and looks at it when all that was started by that in the same task has ended. (The browser
/// runs those parts before it goes on; between two tasks it may show or keep the page.)
const GO: &str = "
    const done = arguments[arguments.length - 1];
    const look = () => { EVERYTHING };
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    let turns = 0;
    const wait = () => (turns += 1) > 1000 ? done(look()) : Promise.resolve().then(wait);
    wait();";

/// Until the page has looked at its clock: it does so once a second.
fn look_twice(page: &Page) {
    let clock = || page.script("return performance.now()", Vec::new()).as_f64().expect("a clock");
    let then = clock() + 2_200.0;
    page.until("two looks of the page at its clock", || Ok((clock() > then).then_some(())));
}

fn holds_none(story: &Story, everything: &str) {
    assert!(everything.len() > 1_000, "the page was looked at");
    for word in story.canaries().words() {
        assert!(!everything.contains(&word), "{word} is still on the page");
    }
}

/// A look at the clock, and what locking takes; much shorter than the times that are told apart here.
const SOON: Duration = Duration::from_secs(15);

fn is_locked(story: &Story) {
    let page = story.page();
    page.until_within(
        SOON,
        "the lock screen",
        || Ok((page.count(Role::Button, "Unlock")? > 0).then_some(())),
    );
    holds_none(story, page.script(EVERYTHING, Vec::new()).as_str().unwrap_or_default());
}

fn is_open(page: &Page) {
    assert_eq!(page.count(Role::Button, "Lock"), Ok(1), "{}", page.outline());
    assert_eq!(page.count(Role::Button, "Unlock"), Ok(0));
}

/// An open journal, with something read on the screen and something in the fields.
fn open_with_words(story: &Story, device: Device) -> Writing {
    let writing = story.writing();
    let page = story.page();
    page.create_journal(&story.passphrase(), device);
    page.write_entry(&writing);
    writing
}

#[test]
fn ones_own_device_locks_after_five_minutes_and_counts_down_before() {
    Story::tell_in_chromium(|story| {
        open_with_words(story, Device::Mine);
        let page = story.page();
        page.put_clock_forward(Duration::from_secs(4 * 60 + 30));
        look_twice(&page);
        is_open(&page);
        assert!(!page.text().contains("Trestle locks in 20 seconds."), "not yet");
        page.put_clock_forward(Duration::from_secs(4 * 60 + 41));
        page.sees("Trestle locks in 20 seconds.");
        page.key(TAB);
        page.no_longer_sees("Trestle locks in 20 seconds.");
        look_twice(&page);
        is_open(&page);
        page.put_clock_forward(Duration::from_secs(4 * 60 + 41 + 4 * 60 + 30));
        look_twice(&page);
        is_open(&page);
        page.put_clock_forward(Duration::from_secs(4 * 60 + 41 + 5 * 60));
        is_locked(story);
    });
}

#[test]
fn a_shared_device_locks_after_a_minute() {
    Story::tell_in_chromium(|story| {
        let writing = open_with_words(story, Device::Shared);
        let page = story.page();
        page.press_about(&writing.title);
        page.sees(&writing.text);
        page.put_clock_forward(Duration::from_secs(30));
        look_twice(&page);
        is_open(&page);
        page.put_clock_forward(Duration::from_secs(60));
        is_locked(story);
    });
}

#[test]
fn a_touch_that_comes_after_the_time_locks_and_opens_nothing() {
    Story::tell_in_chromium(|story| {
        open_with_words(story, Device::Mine);
        let page = story.page();
        // In one task, as after a sleep of the device: nobody has looked at the clock in between.
        let script =
            format!("{PUT_CLOCK_FORWARD} dispatchEvent(new KeyboardEvent('keydown', {{ key: 'a' }}));");
        page.script(&script, vec![json!(60 * 60 * 1_000)]);
        is_locked(story);
    });
}

#[test]
fn a_hidden_page_locks_after_thirty_seconds() {
    Story::tell_in_chromium(|story| {
        open_with_words(story, Device::Mine);
        let page = story.page();
        page.script(HIDE, vec![json!(true)]);
        page.put_clock_forward(Duration::from_secs(20));
        look_twice(&page);
        is_open(&page);
        page.put_clock_forward(Duration::from_secs(30));
        is_locked(story);
    });
}

#[test]
fn a_page_that_was_hidden_shortly_stays_open() {
    Story::tell_in_chromium(|story| {
        open_with_words(story, Device::Mine);
        let page = story.page();
        page.script(HIDE, vec![json!(true)]);
        page.put_clock_forward(Duration::from_secs(20));
        page.script(HIDE, vec![json!(false)]);
        page.put_clock_forward(Duration::from_secs(40));
        look_twice(&page);
        is_open(&page);
    });
}

#[test]
fn a_page_that_goes_holds_no_word_and_loads_anew_when_it_comes_back() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let (read, written) = (story.writing(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.write_entry(&read);
        page.begin_entry(&written);
        page.holds("Entry", &written.text);
        let left = page.script_async(&GO.replace("EVERYTHING", EVERYTHING), Vec::new());
        holds_none(story, left.as_str().unwrap_or_default());

        page.script("window.storyOfBefore = true", Vec::new());
        page.script("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))", Vec::new());
        page.until("the page to be loaded anew", || {
            Ok((page.script("return window.storyOfBefore ?? null", Vec::new()).is_null()).then_some(()))
        });
        is_locked(story);
        // The words that were in the fields were sealed on the way.
        page.unlock_into_draft(&passphrase);
        page.holds("Entry", &written.text);
    });
}

fn history(page: &Page) -> u64 {
    page.script("return history.length", Vec::new()).as_u64().expect("a number")
}

#[test]
fn a_shared_device_gets_no_entry_in_the_history() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.has(Role::Button, "Create a journal");
        let before = history(&page);
        let writing = open_with_words(story, Device::Shared);
        page.press_about(&writing.title);
        page.has(Role::Button, "Edit");
        page.press("Back");
        page.go_to_settings();
        assert_eq!(history(&page), before);
        page.lock();
        assert_eq!(history(&page), before);
    });
}

#[test]
fn on_ones_own_device_back_goes_to_the_screen_before_and_stays_in_the_journal() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.has(Role::Button, "Create a journal");
        let before = history(&page);
        let writing = open_with_words(story, Device::Mine);
        for _ in 0..2 {
            page.press_about(&writing.title);
            page.has(Role::Button, "Edit");
            page.script("history.back()", Vec::new());
            page.lacks(Role::Button, "Edit");
            page.has(Role::Heading, "Journal");
            is_open(&page);
        }
        assert_eq!(history(&page), before + 1, "one guard, however often Back was pressed");
    });
}
