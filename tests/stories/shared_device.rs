//! A shared device remembers nothing that was chosen on it: no look, no receipt, no front card; and its passphrase field is
//! none that browsers offer to save.

use serde_json::json;
use stories::{Device, Role, Story};

const SHELF: &str = "return localStorage.getItem('trestle/shelf').split('|')[0]";
const FIELD: &str = "const field = document.getElementById('passphrase');
    return [field.type, getComputedStyle(field).webkitTextSecurity, field.name, field.autocomplete];";

#[test]
fn nothing_that_was_chosen_is_remembered() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_to_today(&passphrase, Device::Shared);
        page.go_to_settings();
        page.press_role(Role::Radio, "Dark");
        page.press_role(Role::Radio, "Larger");
        page.press("Insights");
        page.press("Make a summary");
        page.press("Preview");
        page.sees("On a shared device no receipt is kept.");
        assert_eq!(page.count(Role::Checkbox, "Keep a receipt in the journal"), Ok(0));
        assert_eq!(page.script(SHELF, Vec::new()), json!("1 0 0 0 0 5 0 0 30"));
        story.reload();
        let page = story.page();
        page.has(Role::Button, "Unlock");
        let look = "return [document.documentElement.dataset.look ?? null, document.documentElement.dataset.size ?? null]";
        assert_eq!(page.script(look, Vec::new()), json!([null, null]));
        assert_eq!(page.script(FIELD, Vec::new()), json!(["text", "disc", "", "off"]));
        page.unlock_to_today(&passphrase);
        page.go_to_settings();
        page.press_role(Role::Radio, "Mine");
        page.has(Role::Button, "Front card");
        page.script("localStorage.setItem('trestle/card', 'call somebody')", Vec::new());
        page.press_role(Role::Radio, "Shared");
        page.lacks(Role::Button, "Front card");
        assert!(page.script("return localStorage.getItem('trestle/card')", Vec::new()).is_null());
        page.press_role(Role::Radio, "Mine");
        page.has(Role::Button, "Front card");
        page.lock();
        assert_eq!(page.script(FIELD, Vec::new()), json!(["password", "disc", "", "off"]));
    });
}
