//! "Put it down": a page that is never stored. Whatever is typed there is a canary, so that each story ends by looking
//! for it in all that the browser kept.

use std::path::Path;

use stories::{Device, Role, Story};
use xtask::serve::Server;

#[test]
fn what_is_put_down_is_gone_and_is_never_a_draft() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        let passphrase = story.passphrase();
        page.create_journal(&passphrase, Device::Mine);
        page.press("Put it down");
        page.fill("Words to put down", &story.canaries().word("down"));
        page.press("Let it go");
        page.sees("It is down. Nothing of it was kept.");
        assert_eq!(page.value("Words to put down"), "");
        page.fill("Words to put down", &story.canaries().word("back"));
        page.press("Back");
        page.sees("It is down. Nothing of it was kept.");
        page.has(Role::Heading, "Journal");
        page.press("Put it down");
        assert_eq!(page.value("Words to put down"), "");
        page.fill("Words to put down", &story.canaries().word("locked"));
        page.lock();
        page.unlock(&passphrase);
        page.sees("A sentence is enough.");
        page.lacks(Role::Button, "Go on writing");
    });
}

#[test]
fn not_a_byte_of_it_is_in_the_profile_where_a_plain_page_leaves_one() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.press("Put it down");
        // Left in the field, where Chromium looks for what to write down.
        page.fill("Words to put down", &story.canaries().word("down"));
        let control = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages/control");
        let control = Server::start(&control, 0).unwrap_or_else(|error| panic!("{error:#}"));
        story.leak_in_new_tab(&control.origin(), "Leaky");
        story.tab(0);
        story.kill_and_restart();
        let findings = story.scan_profile();
        assert!(findings.is_empty(), "{findings:?}");
    });
}
