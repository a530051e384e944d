//! A new version comes, waits, says what changed, and takes over only when somebody says so.

use stories::{Deployed, Device, Page, Role, Story};

const READY: &str = "A new version is ready.";
const NEWS: &str = "The list is quicker.";

/// A worker as an older version might have had it: its own names, and no word of what the page says.
const OLDER_WORKER: &str = "
    addEventListener('install', (event) => event.waitUntil(caches.open('older').then((cache) => cache.add('./'))));
    addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    addEventListener('fetch', (event) => event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request))));
    addEventListener('message', () => { throw new Error('not understood'); });";

/// Asks for a newer version and gives how many are left once it is installed or refused.
const LOOK_FOR_NEWER: &str = "
    const done = arguments[arguments.length - 1];
    navigator.serviceWorker.getRegistration()
        .then((registration) => registration.update().catch(() => registration))
        .then((registration) => {
            const look = () => registration.installing ? setTimeout(look, 20) : done(registration.waiting ? 1 : 0);
            look();
        });";

const CACHES: &str = "const done = arguments[arguments.length - 1]; caches.keys().then(done);";

fn caches(page: &Page) -> Vec<String> {
    let names = page.script_async(CACHES, Vec::new());
    names.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

fn tell(story: impl FnOnce(&mut Story, &Deployed)) {
    if stories::Browser::chosen() == stories::Browser::Chromium {
        let site = Deployed::fresh();
        Story::tell_at(site.path(), |told| story(told, &site));
    }
}

#[test]
fn the_old_version_goes_on_until_somebody_says_so_and_the_draft_comes_along() {
    tell(|story, site| {
        let (passphrase, saved, writing) = (story.passphrase(), story.writing(), story.writing());
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&saved);
        story.page().works_offline();
        assert!(!story.page().text().contains(READY), "the first version waits for nobody");
        site.becomes("second", NEWS);
        story.reload();
        story.page().sees(READY);
        story.page().sees(NEWS);
        assert_eq!(story.page().edition(), "");
        story.page().press("Later");
        story.page().no_longer_sees(READY);
        story.reload();
        story.page().sees(READY);
        assert_eq!(story.page().edition(), "", "reloading is no consent");
        story.page().unlock(&passphrase);
        story.page().begin_entry(&writing);
        story.page().go_to_settings();
        story.page().sees("The journal locks first.");
        story.check_page();
        story.page().press("Load it now");
        story.page().is_of("second");
        story.page().unlock_into_draft(&passphrase);
        story.page().holds("Title", &writing.title);
        story.page().holds("Entry", &writing.text);
        story.page().save();
        story.page().sees(&saved.title);
        story.page().no_longer_sees(READY);
        story.reload();
        story.page().is_of("second");
        story.page().until("the first version's files to go", || {
            Ok((caches(&story.page()).len() == 1).then_some(()))
        });
        story.stop_server();
        story.reload();
        story.page().unlock(&passphrase);
        story.page().sees(&writing.title);
    });
}

#[test]
fn another_tab_with_an_open_journal_goes_on_and_follows_when_it_is_locked() {
    tell(|story, site| {
        let (passphrase, writing) = (story.passphrase(), story.writing());
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().works_offline();
        site.becomes("second", NEWS);
        story.new_tab();
        story.page().sees(NEWS);
        story.page().press("Load it now");
        story.page().is_of("second");
        story.tab(0);
        story.page().sees(READY);
        assert_eq!(story.page().edition(), "");
        story.page().write_entry(&writing);
        story.page().press("Lock");
        story.page().is_of("second");
        story.page().unlock(&passphrase);
        story.page().sees(&writing.title);
    });
}

#[test]
fn a_journal_in_memory_is_never_left_for_a_new_version() {
    const STATE: &str = "return globalThis.trestleUpdate.state";
    tell(|story, site| {
        let passphrase = story.passphrase();
        story.page().works_offline();
        story.page().create_to_today(&passphrase, Device::Borrowed);
        site.becomes("second", NEWS);
        assert_eq!(story.page().script_async(LOOK_FOR_NEWER, Vec::new()), 1);
        let page = story.page();
        page.until("the page to know", || Ok((page.script(STATE, Vec::new()) == "waiting").then_some(())));
        assert!(!page.text().contains(READY));
        page.lock();
        assert!(!page.text().contains(READY), "locked, it is still in memory alone");
        page.unlock_to_today(&passphrase);
        page.press("Save to a file and end");
        page.press("End it and lose everything in it");
        page.sees(READY);
        page.press("Load it now");
        page.is_of("second");
    });
}

#[test]
fn a_version_that_is_not_whole_is_never_taken() {
    tell(|story, site| {
        story.page().works_offline();
        site.becomes("second", NEWS);
        site.replace("index.html", "half of a page");
        assert_eq!(story.page().script_async(LOOK_FOR_NEWER, Vec::new()), 0, "it is refused");
        assert_eq!(caches(&story.page()).len(), 1, "and nothing of it stays");
        story.reload();
        story.page().has(Role::Button, "Create a journal");
        assert!(!story.page().text().contains(READY));
        site.becomes("second", NEWS);
        assert_eq!(story.page().script_async(LOOK_FOR_NEWER, Vec::new()), 1, "the whole one is taken");
        story.page().press("Load it now");
        story.page().is_of("second");
    });
}

#[test]
fn a_worker_of_an_older_version_gives_its_place_when_somebody_says_so() {
    let site = Deployed::fresh();
    let todays = std::fs::read_to_string(site.path().join(xtask::build::WORKER)).expect("the worker");
    site.replace(xtask::build::WORKER, OLDER_WORKER);
    Story::tell_at(site.path(), |story| {
        story.page().works_offline();
        site.replace(xtask::build::WORKER, &todays);
        story.reload();
        story.page().press("Load it now");
        story.page().until("today's worker to have its own files", || {
            Ok(caches(&story.page()).iter().any(|name| name.starts_with("trestle:")).then_some(()))
        });
        story.page().no_longer_sees(READY);
        story.page().works_offline();
        story.stop_server();
        story.reload();
        story.page().create_journal(&story.passphrase(), Device::Mine);
    });
}

#[test]
fn a_worker_that_understands_nothing_is_left_waiting_and_the_page_goes_on() {
    tell(|story, site| {
        let passphrase = story.passphrase();
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().works_offline();
        site.replace(xtask::build::WORKER, OLDER_WORKER);
        story.reload();
        story.page().script("window.isBefore = true", Vec::new());
        story.page().press("Load it now");
        story.page().until("the page to be loaded again", || {
            Ok((story.page().script("return window.isBefore ?? false", Vec::new()) == false).then_some(()))
        });
        story.page().unlock(&passphrase);
    });
}
