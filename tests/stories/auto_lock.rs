//! The journal locks by itself, by every rule: after rest, out of sight, while the app itself sent somebody out, after
//! sleep, when the page goes or is frozen, whatever the clock is set to; and in every tab when its owner locks it. Each time
//! nothing is left on the page, and what was being written is there again.

use std::time::Duration;

use serde_json::json;
use stories::{Device, PUT_CLOCK_FORWARD, Page, Role, Story, Writing};

const TAB: char = '\u{e004}';
const TEN_YEARS: Duration = Duration::from_secs(10 * 365 * 86_400);

/// The page as far as it can be seen or typed, every field included.
const EVERYTHING: &str = "
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
    return [document.documentElement.outerHTML, document.title, ...fields].join('\\n');";

/// Says that the page goes, and looks at it when all that was started by that in the same task has ended. (The browser
/// runs those parts before it goes on; between two tasks it may show or keep the page.)
const GO: &str = "
    const [event] = arguments;
    const done = arguments[arguments.length - 1];
    const look = () => { EVERYTHING };
    if (event === 'freeze') document.dispatchEvent(new Event('freeze'));
    else dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    let turns = 0;
    const wait = () => (turns += 1) > 1000 ? done(look()) : Promise.resolve().then(wait);
    wait();";

/// A look at the clock, and what locking takes; much shorter than the times that are told apart here.
const SOON: Duration = Duration::from_secs(15);

/// How often each rule is tried: all the hundred of the proof by command.
fn rounds() -> usize {
    if std::env::var("TRESTLE_PROOFS").as_deref() == Ok("full") { 100 } else { 1 }
}

fn holds_none(story: &Story, everything: &str) {
    assert!(everything.len() > 1_000, "the page was looked at");
    for word in story.canaries().words() {
        assert!(!everything.contains(&word), "{word} is still on the page");
    }
}

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

/// A clock that is put forward further and further.
struct Clock<'a> {
    page: Page<'a>,
    passed: Duration,
}

impl Clock<'_> {
    fn passes(&mut self, time: Duration) {
        self.passed += time;
        self.page.put_clock_forward(self.passed);
    }

    /// Not yet, then over.
    fn opens_until(&mut self, before: Duration, over: Duration) {
        self.passes(before);
        self.page.looks_at_its_clocks();
        is_open(&self.page);
        self.passes(over - before);
    }
}

/// A rule: how it is brought about, in an open journal whose clock is given.
type Rule = fn(&Story, &mut Clock);

const RULES: &[(&str, Rule)] = &[
    ("rest", |_, clock| clock.opens_until(Duration::from_secs(4 * 60 + 30), Duration::from_secs(5 * 60))),
    ("out of sight", |_, clock| {
        clock.page.hide(true);
        clock.opens_until(Duration::from_secs(20), Duration::from_secs(30));
    }),
    ("shortly out of sight, then rest", |_, clock| {
        clock.page.hide(true);
        clock.passes(Duration::from_secs(20));
        clock.page.hide(false);
        clock.opens_until(Duration::from_secs(40), Duration::from_secs(5 * 60));
    }),
    ("a chooser", |_, clock| {
        clock.page.press("Add a photo");
        clock.page.sees("Trestle is covered");
        clock.page.hide(true);
        clock.opens_until(Duration::from_secs(4 * 60 + 50), Duration::from_secs(5 * 60));
    }),
    ("a touch that comes too late", |_, clock| {
        // In one task, as after a sleep of the device: nobody has looked at the clock in between.
        let script =
            format!("{PUT_CLOCK_FORWARD} dispatchEvent(new KeyboardEvent('keydown', {{ key: 'a' }}));");
        clock.passed += Duration::from_secs(60 * 60);
        clock.page.script(&script, vec![json!(clock.passed.as_millis() as u64)]);
    }),
    ("coming back from a chooser too late", |_, clock| {
        clock.page.press("Add a photo");
        clock.page.sees("Trestle is covered");
        let script = format!(
            "{PUT_CLOCK_FORWARD} document.querySelector('main input[type=file]').dispatchEvent(new Event('cancel'));"
        );
        clock.passed += Duration::from_secs(60 * 60);
        clock.page.script(&script, vec![json!(clock.passed.as_millis() as u64)]);
    }),
    ("a clock ten years ahead", |_, clock| clock.passes(TEN_YEARS)),
    ("a clock ten years back", |_, clock| {
        // From here on only the monotonic clock tells.
        clock.page.set_wall_clock(-i64::try_from(TEN_YEARS.as_millis()).unwrap_or_default());
        clock.page.looks_at_its_clocks();
        is_open(&clock.page);
        clock.page.put_monotonic_clock_forward(Duration::from_secs(5 * 60));
        clock
            .page
            .until("the lock screen", || Ok((clock.page.count(Role::Button, "Unlock")? > 0).then_some(())));
        clock.page.put_monotonic_clock_forward(Duration::ZERO);
        clock.page.put_clock_forward(clock.passed);
    }),
    ("a page that goes", |story, clock| goes(story, &clock.page, "pagehide")),
    ("a page that is frozen", |story, clock| goes(story, &clock.page, "freeze")),
];

/// A headless browser gives up its chooser at once.
fn keep_choosers_open(story: &Story) {
    story.devtools("Page.setInterceptFileChooserDialog", json!({ "enabled": true }));
}

/// The page goes, and holds no word in the same moment; when it comes back it is loaded anew.
fn goes(story: &Story, page: &Page, event: &str) {
    let left = page.script_async(&GO.replace("EVERYTHING", EVERYTHING), vec![json!(event)]);
    holds_none(story, left.as_str().unwrap_or_default());
    page.script("window.storyOfBefore = true", Vec::new());
    page.script(
        "arguments[0] === 'freeze' ? document.dispatchEvent(new Event('resume'))
            : dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
        vec![json!(event)],
    );
    page.until("the page to be loaded anew", || {
        Ok((page.script("return window.storyOfBefore ?? null", Vec::new()).is_null()).then_some(()))
    });
}

#[test]
fn every_rule_locks_at_its_time_and_gives_the_draft_back() {
    Story::tell_in_chromium(|story| {
        let (passphrase, read, written) = (story.passphrase(), story.writing(), story.writing());
        keep_choosers_open(story);
        let mut clock = Clock { page: story.page(), passed: Duration::ZERO };
        clock.page.create_journal(&passphrase, Device::Mine);
        clock.page.write_entry(&read);
        clock.page.begin_entry(&written);
        for round in 0..rounds() {
            for (name, rule) in RULES {
                println!("{round}: {name}");
                clock.page.holds("Entry", &written.text);
                rule(story, &mut clock);
                is_locked(story);
                clock.page.hide(false);
                clock.page.unlock_into_draft(&passphrase);
            }
        }
        clock.page.holds("Entry", &written.text);
    });
}

#[test]
fn ones_own_device_counts_down_before_and_any_key_stays_it() {
    Story::tell_in_chromium(|story| {
        open_with_words(story, Device::Mine);
        let page = story.page();
        page.put_clock_forward(Duration::from_secs(4 * 60 + 30));
        page.looks_at_its_clocks();
        is_open(&page);
        assert!(!page.text().contains("Trestle locks in 20 seconds."), "not yet");
        page.put_clock_forward(Duration::from_secs(4 * 60 + 41));
        page.sees("Trestle locks in 20 seconds.");
        let heard = "return document.querySelector('.toasts[role=alert]').textContent";
        assert!(
            page.script(heard, Vec::new()).as_str().is_some_and(|said| said.contains("Any key or touch"))
        );
        page.key(TAB);
        page.no_longer_sees("Trestle locks in 20 seconds.");
        page.put_clock_forward(Duration::from_secs(4 * 60 + 41 + 4 * 60 + 30));
        page.looks_at_its_clocks();
        is_open(&page);
        page.put_clock_forward(Duration::from_secs(4 * 60 + 41 + 5 * 60));
        is_locked(story);
    });
}

#[test]
fn times_that_were_chosen_count_on_ones_own_device_and_not_on_a_shared_one() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let mut clock = Clock { page: story.page(), passed: Duration::ZERO };
        clock.page.create_to_today(&passphrase, Device::Mine);
        clock.page.go_to_settings();
        clock.page.press_role(Role::Radio, "10 minutes");
        clock.page.press_role(Role::Radio, "2 minutes");
        clock.page.press_role(Role::Radio, "10 minutes");
        // Beside "1 minute" of rest there is one out of sight.
        clock.page.script("document.getElementById('hidden-3').click()", Vec::new());
        clock.opens_until(Duration::from_secs(9 * 60), Duration::from_secs(10 * 60));
        is_locked(story);
        clock.page.unlock_to_today(&passphrase);
        clock.page.hide(true);
        clock.opens_until(Duration::from_secs(110), Duration::from_secs(120));
        is_locked(story);
        clock.page.hide(false);
        clock.page.unlock_to_today(&passphrase);
        clock.page.go_to_settings();
        clock.page.press_role(Role::Radio, "Shared");
        clock.page.sees("On a shared device it locks after 1 minute of rest");
        for _ in 0..rounds() {
            clock.opens_until(Duration::from_secs(30), Duration::from_secs(60));
            is_locked(story);
            clock.page.unlock_to_today(&passphrase);
            clock.page.hide(true);
            clock.passes(Duration::from_secs(30));
            is_locked(story);
            clock.page.hide(false);
            clock.page.unlock_to_today(&passphrase);
        }
    });
}

/// Whether the page shows anything at all.
fn shows(page: &Page) -> bool {
    page.script("return getComputedStyle(document.body).opacity", Vec::new()) != json!("0")
}

#[test]
fn out_of_sight_it_is_covered_and_what_the_app_opens_covers_it_too() {
    Story::tell_in_chromium(|story| {
        let writing = story.writing();
        keep_choosers_open(story);
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.begin_entry(&writing);
        page.hide(true);
        assert!(!shows(&page), "covered in the same moment");
        page.hide(false);
        assert!(shows(&page));
        page.press("Add a photo");
        page.sees("Trestle is covered");
        assert_eq!(page.count(Role::Textbox, "Entry"), Ok(0), "nothing of the journal is there");
        let cancel = "document.querySelector('main input[type=file]').dispatchEvent(new Event('cancel'))";
        page.script(cancel, Vec::new());
        page.has(Role::Textbox, "Entry");
        page.press("Add a photo");
        story.choose_file(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/with_gps.jpg"));
        page.has(Role::Button, "Take it off");
        page.has(Role::Textbox, "Entry");
        prints_covered(story);
    });
}

/// Printing covers the screen and not the paper, and uncovers when the browser's window closes.
fn prints_covered(story: &Story) {
    let page = story.page();
    page.go_to_settings();
    page.press("Make a recovery sheet");
    page.press("Show the sheet");
    page.script("window.print = () => { window.storyPrints = true; }", Vec::new());
    page.press("Print");
    page.until("the browser's window", || {
        Ok((page.script("return window.storyPrints === true", Vec::new()) == json!(true)).then_some(()))
    });
    page.sees("Trestle is covered");
    assert_eq!(page.count(Role::Heading, "Recovery sheet"), Ok(0));
    story.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let on_paper = page.text();
    assert!(on_paper.contains("1. ") || on_paper.contains("Recovery sheet"), "{on_paper}");
    assert!(!on_paper.contains("Trestle is covered"), "{on_paper}");
    story.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
    page.script("dispatchEvent(new Event('afterprint'))", Vec::new());
    page.no_longer_sees("Trestle is covered");
    page.has(Role::Button, "Print");
}

#[test]
fn locked_by_its_owner_it_is_locked_in_every_tab() {
    Story::tell_in_chromium(|story| {
        let (passphrase, written) = (story.passphrase(), story.writing());
        story.page().create_journal(&passphrase, Device::Mine);
        story.new_tab();
        story.page().unlock(&passphrase);
        story.page().begin_entry(&written);
        story.tab(0);
        // By itself it locks alone: somebody may be writing in the other one.
        story.page().put_clock_forward(Duration::from_secs(5 * 60));
        is_locked(story);
        story.page().put_clock_forward(Duration::ZERO);
        story.tab(1);
        story.page().holds("Entry", &written.text);
        story.tab(0);
        story.page().unlock_into_draft(&passphrase);
        story.page().lock();
        story.tab(1);
        is_locked(story);
        story.page().unlock_into_draft(&passphrase);
        story.page().holds("Entry", &written.text);
    });
}
