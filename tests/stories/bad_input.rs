//! Input at and beyond the limits gets a clear answer and loses nothing.

use stories::{Device, Role, Story, Writing};

/// A body's limit, 4 MiB of JSON, where the end of a line takes two bytes and the other fields take some.
const LIMIT: usize = 4 * 1024 * 1024;
/// A text that fits into it.
const FITTING: usize = LIMIT - LIMIT / 81 - 2_048;
/// Longer by 4 KiB: refused. (The very byte is tested where the body is made, in `journal`.)
const TOO_LONG: usize = LIMIT - LIMIT / 81 + 2_048;

#[test]
fn an_empty_passphrase_is_asked_for_again() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let passphrase = story.passphrase();
        page.create_journal(&passphrase, Device::Mine);
        page.lock();
        page.press("Unlock");
        page.sees("No passphrase was given.");
        page.sees("Type your passphrase first.");
        page.lacks(Role::Button, "New entry");
        page.unlock(&passphrase);
    });
}

#[test]
fn a_passphrase_of_1024_bytes_is_taken_and_one_byte_more_is_not() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let unit = story.passphrase();
        let longest: String = unit.chars().cycle().take(1_024).collect();
        page.press("Create a journal");
        page.press("Mine");
        page.press_role(Role::Checkbox, "Nobody can reset this for me");
        for label in ["Passphrase", "Passphrase again"] {
            page.paste(label, &format!("{longest}x"));
        }
        page.press("Create journal");
        page.sees("That is longer than 1,024 bytes.");
        for label in ["Passphrase", "Passphrase again"] {
            page.paste(label, &longest);
        }
        page.press("Create journal");
        page.has(Role::Button, "New entry");
        page.lock();
        page.paste("Passphrase", &format!("{longest}x"));
        page.press("Unlock");
        page.sees("1,024");
        page.paste("Passphrase", &longest);
        page.press("Unlock");
        page.has(Role::Button, "New entry");
    });
}

#[test]
fn a_passphrase_opens_however_its_letters_are_composed() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let rest = story.passphrase();
        let (composed, decomposed) = (format!("caf\u{e9} 😀 {rest}"), format!("cafe\u{301} 😀 {rest}"));
        page.press("Create a journal");
        page.press("Mine");
        page.press_role(Role::Checkbox, "Nobody can reset this for me");
        page.paste("Passphrase", &composed);
        page.paste("Passphrase again", &decomposed);
        page.press("Create journal");
        page.has(Role::Button, "New entry");
        for typed in [&decomposed, &composed] {
            page.lock();
            page.paste("Passphrase", typed);
            page.press("Unlock");
            page.has(Role::Button, "New entry");
        }
    });
}

#[test]
fn an_entry_of_4_mib_is_saved_and_a_longer_one_stays_on_the_screen() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        let word = story.canaries().word("long");
        // Lines as people write them: a browser takes a minute to lay out 4 MiB without a line's end.
        let text = |bytes: usize| {
            let line = format!("{}\n", "walking ".repeat(10));
            format!("{word} {}", line.repeat(bytes / line.len() + 1))[..bytes].to_owned()
        };

        page.begin_entry(&Writing::default());
        page.paste("Entry", &text(TOO_LONG));
        page.press("Save");
        page.sees("Not saved yet. Your words are still here.");
        assert_eq!(page.value("Entry").len(), TOO_LONG);
        page.paste("Entry", &text(FITTING));
        page.save();
        page.lock();
        page.unlock(&passphrase);
        page.press_about(&word);
        page.press("Edit");
        page.until("the whole text", || Ok((page.value("Entry").len() == FITTING).then_some(())));
    });
}

#[test]
fn an_entry_with_nothing_in_it_is_not_saved() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.begin_entry(&Writing::default());
        page.press("Save");
        page.sees("There is nothing to save yet.");
    });
}

/// In Berlin: far back, far ahead, the hour that a clock skipped, and the hour that came twice.
#[test]
fn moments_far_away_and_hours_that_clocks_skip_or_repeat_are_kept_as_they_were_told() {
    const MOMENTS: [(&str, &str, &str); 4] = [
        ("1901-03-04", "05:06", "5:06"),
        ("2199-12-30", "23:59", "11:59"),
        ("2026-03-29", "02:30", "3:30"),
        ("2025-10-26", "02:30", "2:30"),
    ];
    Story::tell_in_chromium(|story| {
        story.devtools("Emulation.setTimezoneOverride", serde_json::json!({ "timezoneId": "Europe/Berlin" }));
        let page = story.page();
        let passphrase = story.passphrase();
        page.create_journal(&passphrase, Device::Mine);
        page.begin_entry(&Writing::default());
        page.paste("Date", "1875-03-04");
        page.paste("Entry", "-");
        page.press("Save");
        page.sees("That date or time is not a real one");
        page.paste("Date", "1900-01-01");
        page.press_until("Save", "Saved");
        page.has(Role::Button, "New entry");
        let written = MOMENTS.map(|(date, time, shown)| {
            let writing = story.writing();
            page.begin_entry(&writing);
            page.paste("Date", date);
            page.paste("Time", time);
            page.save();
            page.has(Role::Button, "New entry");
            (writing.title, date, shown)
        });
        page.lock();
        page.unlock(&passphrase);
        for (title, date, shown) in written {
            page.sees(&title);
            let rows = page.names(Role::Button);
            let row = rows.iter().find(|name| name.contains(&title)).expect("its row");
            assert!(row.contains(shown), "{date}: {row}");
            page.press_about(&title);
            page.press("Edit");
            page.holds("Date", date);
            page.save();
            page.press_role(Role::Button, "Journal");
        }
    });
}
