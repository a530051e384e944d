//! A wrong passphrase says so, changes nothing, and the right one still opens; after many there is a pause, which is in
//! memory only, and nothing else.

use std::time::Duration;

use stories::{Device, Role, Story};

const KEPT: &str = "return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])";

/// Enough for a pause; all the hundred by command.
fn tries() -> u64 {
    if std::env::var("TRESTLE_PROOFS").as_deref() == Ok("full") { 100 } else { 7 }
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_the_right_one_still_does() {
    Story::tell_in_chromium(|story| {
        let (passphrase, wrong) = (story.passphrase(), story.passphrase());
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.lock();
        for _ in 0..3 {
            page.try_unlock(&wrong);
            page.sees("That passphrase did not open this journal.");
            page.holds("Passphrase", "");
            page.lacks(Role::Button, "New entry");
        }
        page.sees("Is Caps Lock on?");
        for near in [passphrase.to_uppercase(), format!(" {passphrase}"), format!("{passphrase} ")] {
            page.try_unlock(&near);
            page.sees("That passphrase did not open this journal.");
        }
        page.unlock(&passphrase);
    });
}

#[test]
fn many_wrong_passphrases_bring_a_pause_and_nothing_that_is_kept() {
    Story::tell_in_chromium(|story| {
        let (passphrase, wrong) = (story.passphrase(), story.passphrase());
        let page = story.page();
        page.create_to_today(&passphrase, Device::Mine);
        page.lock();
        let kept = page.script(KEPT, Vec::new());
        for nth in 1..=tries() {
            page.try_unlock(&wrong);
            page.sees("That passphrase did not open this journal.");
            if nth > 4 {
                page.sees("A short pause. Then you can try again.");
                // The longest is ten seconds, however many there were.
                page.put_clock_forward(Duration::from_secs(10 * nth));
            }
            page.has(Role::Button, "Unlock");
        }
        assert_eq!(page.script(KEPT, Vec::new()), kept);
        page.unlock_to_today(&passphrase);
        page.lock();
        page.try_unlock(&wrong);
        page.sees("That passphrase did not open this journal.");
        page.has(Role::Button, "Unlock");
        assert!(!page.text().contains("A short pause"), "opening it begins anew");
    });
}
