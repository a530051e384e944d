//! A wrong passphrase says so, changes nothing, and the right one still opens.

use stories::{Device, Role, Story};

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
