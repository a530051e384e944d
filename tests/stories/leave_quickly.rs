//! Leave quickly: told before the first use, then a blank cover within 100 ms and a page of another site in the place of
//! this one, from every screen, by button or by Shift three times; and no written word is lost by it.

use serde_json::{Value, json};
use stories::{Device, Page, Role, Story};

const ELSEWHERE: &str = "https://www.wikipedia.org/";
const SHIFT: char = '\u{e008}';

/// Presses the button and gives the milliseconds to the frame in which nothing but the cover is left, and the events.
const LEAVE: &str = "
    const done = arguments[arguments.length - 1];
    const heard = [];
    addEventListener('trestle-leave', () => heard.push(document.getElementById('cover').getClientRects().length > 0));
    const start = performance.now();
    document.getElementById('leave').click();
    requestAnimationFrame(() => {
        const left = [...document.body.querySelectorAll('*')].filter((one) => one.getClientRects().length > 0);
        done({ took: performance.now() - start, heard, left: left.map((one) => one.id) });
    });";

/// Addresses of the tab's history.
fn history(story: &Story) -> Vec<String> {
    let history = story.devtools("Page.getNavigationHistory", json!({}));
    let entries = history["entries"].as_array().cloned().unwrap_or_default();
    entries.iter().filter_map(|entry| entry["url"].as_str().map(str::to_owned)).collect()
}

fn has_left(story: &Story) {
    story.page().until("the other site", || {
        Ok(history(story).last().is_some_and(|address| address == ELSEWHERE).then_some(()))
    });
}

/// The one navigation that goes elsewhere, which ends at the browser's own error page where there is no network.
fn allow_leaving(story: &mut Story) {
    story.tolerate(ELSEWHERE);
    // Coming back from there is one step more.
    story.tolerate("the history grew");
    story.devtools("Network.enable", json!({}));
    story.devtools("Network.setBlockedURLs", json!({ "urls": ["*wikipedia.org*"] }));
}

fn come_back(story: &Story) {
    let origin = story.origin().to_owned();
    story.go(&origin);
}

#[test]
fn it_is_told_first_and_covers_at_once_after_that() {
    Story::tell_in_chromium(|story| {
        allow_leaving(story);
        let page = story.page();
        page.create_to_today(&story.passphrase(), Device::Mine);
        page.press("Leave quickly");
        page.sees("It does not clear the browser's history.");
        page.press("Close");
        page.lacks(Role::Button, "Leave now");

        let found = page.script_async(LEAVE, Vec::new());
        assert!(found["took"].as_f64().is_some_and(|took| took < 100.0), "{found}");
        assert_eq!(found["heard"], json!([true]), "the screen hears of it once, behind the cover");
        assert_eq!(found["left"], json!(["cover"]), "nothing else is there");
        has_left(story);
        come_back(story);
        story.page().has(Role::Button, "Unlock");
        let shelf = story.page().script("return localStorage.getItem('trestle/shelf')", Vec::new());
        let flags = shelf.as_str().and_then(|shelf| shelf.split('|').next()?.split(' ').nth(7));
        assert_eq!(flags, Some("1"), "{shelf}");
    });
}

/// The owner's device, where leaving was explained before.
const EXPLAINED: &str = "localStorage.setItem('trestle/shelf', '1 0 0 0 1 5 0 1');";

/// So often a screen may be left until it is quick enough.
const TRIES: usize = 3;

/// The screens of an open journal: what is pressed to get there from Today, and a text or a
/// name that is there then.
const SCREENS: &[(&[&str], &str)] = &[
    (&[], "Log an urge"),
    (&["Log an urge"], "How strong is it?"),
    (&["Check in"], "Did you use today?"),
    (&["New entry"], "Show formatted"),
    (&["Journal"], "Filter"),
    (&["Journal", "Calendar"], "Month before"),
    (&["Journal", "Start from…"], "Add your own"),
    (&["Journal", "Put it down"], "Let it go"),
    (&["Urges"], "Coming back to me"),
    (&["Urges", "Ride it out"], "How is it now?"),
    (&["Support"], "Add to my table"),
    (&["Support", "All tools"], "Every room of Support, by name."),
    (&["Insights"], "What helped"),
    (&["Insights", "Make a summary"], "Preview"),
    (&["Settings"], "About and limits"),
    (&["Settings", "Export"], "Markdown"),
    (&["Help now"], "Close help"),
];

#[test]
fn every_screen_is_covered_within_100_ms_without_a_connection() {
    Story::tell_in_chromium(|story| {
        allow_leaving(story);
        story.page().works_offline();
        story.stop_server();
        story.page().script(EXPLAINED, Vec::new());
        story.reload();
        // A busy machine may be late once; a slow screen is late each time.
        let leaves_from = |story: &Story, screen: &str, go: &dyn Fn(&Page)| {
            let takes = |_| {
                go(&story.page());
                let found = story.page().script_async(LEAVE, Vec::new());
                assert_eq!(found["left"], json!(["cover"]), "{screen}: nothing else is there");
                has_left(story);
                come_back(story);
                found["took"].as_f64().unwrap_or(f64::MAX)
            };
            assert!((0..TRIES).map(takes).any(|took| took < 100.0), "{screen} is late each time");
        };
        leaves_from(story, "Start", &|page| page.has(Role::Button, "Look around"));
        leaves_from(story, "Create", &|page| {
            page.press("Create a journal");
            page.has(Role::Button, "Create journal");
        });
        for (way, there) in SCREENS {
            leaves_from(story, there, &|page| {
                page.press("Look around");
                way.iter().for_each(|name| page.press_role(Role::Button, name));
                page.until(there, || {
                    Ok((page.outline().contains(there) || page.text().contains(there)).then_some(()))
                });
            });
        }
    });
}

#[test]
fn on_a_fresh_page_a_second_press_leaves_and_takes_the_place_of_the_page() {
    Story::tell_in_chromium(|story| {
        allow_leaving(story);
        story.page().press("Leave quickly");
        story.page().has(Role::Button, "Leave now");
        story.page().press("Leave quickly");
        has_left(story);
        let origin = story.origin().to_owned();
        let kept: Vec<_> =
            history(story).into_iter().filter(|address| address.starts_with(&origin)).collect();
        assert_eq!(kept, Vec::<String>::new(), "one step back is not this page");
        come_back(story);
    });
}

#[test]
fn shift_three_times_leaves_and_keeps_the_draft() {
    Story::tell_in_chromium(|story| {
        allow_leaving(story);
        let (passphrase, writing) = (story.passphrase(), story.writing());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.begin_entry(&writing);
        page.keys(&[SHIFT; 3]);
        has_left(story);
        come_back(story);
        story.page().unlock_into_draft(&passphrase);
        story.page().holds("Entry", &writing.text);
    });
}

#[test]
fn shift_among_other_keys_or_switched_off_does_nothing() {
    Story::tell_in_chromium(|story| {
        allow_leaving(story);
        let stays = |story: &Story| {
            let covered = story.page().script("return !document.getElementById('cover').hidden", Vec::new());
            assert_eq!(covered, Value::Bool(false));
        };
        story.page().keys(&[SHIFT, SHIFT, 'a', SHIFT, SHIFT, '\u{e00c}', SHIFT]);
        stays(story);
        story.page().script("localStorage.setItem('trestle/shelf', '1 0 0 0 1 5 0 2');", Vec::new());
        story.page().keys(&[SHIFT; 5]);
        stays(story);
        story.page().script("localStorage.setItem('trestle/shelf', '1 0 0 0 1 5 0 0');", Vec::new());
        story.page().keys(&[SHIFT; 3]);
        has_left(story);
        come_back(story);
    });
}
