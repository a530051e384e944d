//! Help now where the screen cannot come: without WebAssembly, and without any script at all.

use serde_json::json;
use stories::{Role, Story};

#[test]
fn it_works_where_webassembly_is_switched_off() {
    Story::tell_in_chromium(|story| {
        let source = "delete globalThis.WebAssembly;";
        story.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }));
        story.reload();
        story.page().sees("This browser cannot open Trestle");
        story.page().press("Help now");
        story.page().press("Someone will not wake up");
        story.page().sees("Shake their shoulders.");
        story.page().has(Role::Link, "Call 911");
        story.page().press("Close help");
        story.page().sees("This browser cannot open Trestle");
        story.page().press("Leave quickly");
        story.page().has(Role::Button, "Leave now");
    });
}

#[test]
fn it_works_without_any_script() {
    Story::tell_in_chromium(|story| {
        // Nothing fetches it then, and Chromium says so.
        story.tolerate("was preloaded using link preload but not used");
        story.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        story.reload();
        let page = story.page();
        page.sees("Trestle needs JavaScript");
        page.press("Help now");
        page.has(Role::Link, "Call 112");
        page.press("Ride out a hard moment");
        page.sees("Decide nothing yet.");
        page.press("Breathe with a line");
        page.has(Role::Radio, "Longer out: in 4, out 6");
        // Without a script the link of Leave quickly leaves by itself.
        page.has(Role::Button, "Leave quickly");
        story.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false }));
        story.reload();
    });
}
