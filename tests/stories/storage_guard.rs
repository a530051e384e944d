//! The storage guard: the browser is asked to keep the journal once there is something to lose and not before, and
//! Settings say its answer, how much room there is, and what helps where it does not promise.

use serde_json::{Value, json};
use stories::{Device, Role, Story};

/// Counts how often the browser is asked.
const COUNT: &str = "
    const { persist } = StorageManager.prototype;
    globalThis.asked = 0;
    StorageManager.prototype.persist = function () { globalThis.asked += 1; return persist.call(this); };";

fn asked(story: &Story) -> u64 {
    story.page().script("return globalThis.asked", Vec::new()).as_u64().unwrap_or(u64::MAX)
}

/// What stands beside a name in the facts.
fn fact(story: &Story, name: &str) -> String {
    story.page().until(name, || {
        let script = "const name = [...document.querySelectorAll('dt')].find((one) => one.textContent === arguments[0]);
            return name ? name.nextElementSibling.textContent : '';";
        let value = story.page().script(script, vec![json!(name)]);
        Ok(value.as_str().filter(|value| !value.is_empty()).map(str::to_owned))
    })
}

/// As the browser does where the site is installed or much used.
fn promise_from_now_on(story: &Story) {
    let permissions = json!({ "origin": story.origin(), "permissions": ["durableStorage"] });
    assert_eq!(story.devtools("Browser.grantPermissions", permissions), Value::Object(Default::default()));
}

#[test]
fn the_browser_is_asked_after_the_first_entry_and_its_answer_is_told() {
    Story::tell_in_chromium(|story| {
        story.page().script(COUNT, Vec::new());
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        assert_eq!(asked(story), 0, "there is nothing to lose yet");
        page.write_entry(&story.writing());
        page.until("the browser to be asked", || Ok((asked(story) == 1).then_some(())));

        page.go_to_settings();
        assert_eq!(fact(story, "Entries in this journal"), "1");
        assert!(fact(story, "Used on this device").starts_with("about "));
        let left = fact(story, "Room left");
        assert!(left.starts_with("about ") && left != "about 0 MB", "{left}");
        assert!(fact(story, "Protected from clearing").starts_with("No."));
        page.sees("If the browser clears this site's data, the journal is gone.");
        page.sees("To install:");
        page.press("Ask the browser to keep it");
        page.sees("The browser did not promise it.");
        assert_eq!(asked(story), 2);

        promise_from_now_on(story);
        page.press_until("Ask the browser to keep it", "The browser promised to keep this site's data.");
        assert!(fact(story, "Protected from clearing").starts_with("Yes."));
        page.lacks(Role::Button, "Ask the browser to keep it");
        assert!(!page.text().contains("the journal is gone"), "no risk is named where there is none");
    });
}
