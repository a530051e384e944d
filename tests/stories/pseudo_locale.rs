//! A made-up language, longer than English and written from right to left: nothing is cut off, nothing scrolls
//! sideways, nothing is left in English.

use std::path::PathBuf;

use serde_json::{Value, json};
use stories::{Page, Role, Story};

/// The site built with the feature `pseudo-locale`.
fn site() -> PathBuf {
    std::env::var_os("TRESTLE_DIST_PSEUDO")
        .map(PathBuf::from)
        .expect("TRESTLE_DIST_PSEUDO is set by `cargo xtask e2e`")
}

/// A name in the made-up language: marks over the vowels, 40 % more behind (`build.rs`).
fn pseudo(name: &str) -> String {
    let marked = name.chars().map(|letter| match letter {
        'a' => 'á',
        'e' => 'ë',
        'i' => 'ï',
        'o' => 'ö',
        'u' => 'ü',
        other => other,
    });
    let more: String = "ابجد هوز ".chars().cycle().take((name.chars().count() * 2).div_ceil(5)).collect();
    format!("{} {}", marked.collect::<String>(), more.trim())
}

const MEASURE: &str = "
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    const cut = [...document.querySelectorAll('body *')].filter((element) => {
        const style = getComputedStyle(element);
        return ['hidden', 'clip'].includes(style.overflowX) && element.clientWidth > 2
            && element.scrollWidth > element.clientWidth + 1 && !element.querySelector('input, textarea');
    }).map((element) => `cut off: ${element.tagName} ${element.className}`);
    const english = /^[\\x20-\\x7e]*[a-z]{3}[\\x20-\\x7e]*$/;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const left = [];
    while (texts.nextNode()) {
        const text = texts.currentNode.data.trim();
        const around = texts.currentNode.parentElement;
        // The row on top stands in the page, in the languages there are (docs/decisions/0007).
        const isStatic = around.closest('#bar') && !around.closest('#bar-app');
        const shown = around.getClientRects().length > 0 && !isStatic;
        if (shown && english.test(text) && !arguments[0].some((known) => text.includes(known))) left.push(`in English: ${text}`);
    }
    return [
        ...(document.documentElement.dir === 'rtl' ? [] : ['not from right to left']),
        ...(wide ? ['scrolls sideways'] : []), ...cut, ...left,
    ];";

fn measure(story: &Story, screen: &str, wrong: &mut Vec<String>) {
    // What people wrote, and what is the same in every language.
    let mut known = story.canaries().words();
    known.push("Trestle".to_owned());
    for width in [320, 390, 1280] {
        let size = json!({ "width": width, "height": 844, "deviceScaleFactor": 1, "mobile": false });
        story.devtools("Emulation.setDeviceMetricsOverride", size);
        let found = story.page().script(MEASURE, vec![json!(known)]);
        let found = found.as_array().cloned().unwrap_or_default();
        wrong.extend(
            found.iter().filter_map(Value::as_str).map(|fault| format!("{screen} at {width}: {fault}")),
        );
    }
}

fn press(page: &Page, name: &str) {
    page.press(&pseudo(name));
}

#[test]
fn a_longer_language_from_right_to_left_fits_every_screen() {
    if stories::Browser::chosen() != stories::Browser::Chromium {
        return;
    }
    Story::tell_at(&site(), |story| {
        let mut wrong = Vec::new();
        let page = story.page();
        let (passphrase, word) = (story.passphrase(), story.canaries().word("written"));
        page.has(Role::Button, &pseudo("Create a journal"));
        measure(story, "Start", &mut wrong);
        press(&page, "Create a journal");
        press(&page, "Shared");
        page.fill(&pseudo("Passphrase"), &passphrase);
        page.fill(&pseudo("Passphrase again"), &passphrase);
        page.press_role(Role::Checkbox, &pseudo("Nobody can reset this for me"));
        measure(story, "Create", &mut wrong);
        press(&page, "Create journal");
        page.has(Role::Button, &pseudo("New entry"));
        measure(story, "Today, first day", &mut wrong);
        press(&page, "Log an urge");
        measure(story, "Urge", &mut wrong);
        press(&page, "Back");
        press(&page, "Journal");
        page.has(Role::Heading, &pseudo("Journal"));
        measure(story, "Journal, empty", &mut wrong);
        page.press_role(Role::Button, &pseudo("New entry"));
        page.fill(&pseudo("Entry"), &word);
        measure(story, "Editor", &mut wrong);
        press(&page, "Save");
        page.lacks(Role::Textbox, &pseudo("Entry"));
        measure(story, "Journal", &mut wrong);
        page.press_about(&word);
        page.has(Role::Button, &pseudo("Edit"));
        measure(story, "Entry", &mut wrong);
        press(&page, "Today");
        press(&page, "Settings");
        page.has(Role::Heading, &pseudo("Settings"));
        measure(story, "Settings", &mut wrong);
        press(&page, "Make a recovery sheet");
        press(&page, "Show the sheet");
        press(&page, "Copy by hand");
        page.has(Role::Textbox, &pseudo("Line {{ number }}").replace("{{ nümbër }}", "1"));
        measure(story, "Recovery sheet, typed back", &mut wrong);
        press(&page, "Back");
        press(&page, "Change passphrase");
        page.has(Role::Button, &pseudo("Go on"));
        measure(story, "Change passphrase", &mut wrong);
        press(&page, "Lock");
        page.has(Role::Button, &pseudo("Unlock"));
        measure(story, "Lock screen", &mut wrong);
        press(&page, "Use the recovery sheet");
        page.has(Role::Textbox, &pseudo("Line {{ number }}").replace("{{ nümbër }}", "1"));
        measure(story, "Use the recovery sheet", &mut wrong);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
