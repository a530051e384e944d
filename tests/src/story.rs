//! One story: its own server, driver, browser and profile; and what is asserted after it whatever it was about.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

use xtask::serve::{Seen, Server};

use crate::driver::Driver;
use crate::profile::Profile;
use crate::traces::{self, Constants};
use crate::{Browser, Canaries, Page, Scan};

/// Chromium writes fields down within half a minute.
const LEAK: Duration = Duration::from_secs(90);

/// A browser at the start page of the built site.
///
/// Whatever is written in a story comes from [`Story::canaries`] (or is watched by it): at the end, none of it may be
/// found in clear.
pub struct Story {
    browser: Browser,
    // Before the profile: the browser ends before its folder goes.
    driver: Option<Driver>,
    constants: Constants,
    // None while the story has it stopped.
    server: Option<Server>,
    // What servers were asked that the story has stopped.
    asked: Vec<Seen>,
    profile: Profile,
    canaries: Canaries,
    tolerated: Vec<&'static str>,
    wrong: Vec<String>,
    _turn: Turn,
}

impl Story {
    /// Tells a story in the browser asked for.
    ///
    /// # Panics
    /// When the story does, or when something written in it is found, or when anything else that no story may do
    /// was done.
    pub fn tell(story: impl FnOnce(&mut Self)) {
        Self::tell_at(&dist(), story);
    }

    /// As [`Story::tell`], for what only Chromium's driver can do. Elsewhere it says so and passes.
    pub fn tell_in_chromium(story: impl FnOnce(&mut Self)) {
        if Browser::chosen() == Browser::Chromium {
            Self::tell(story);
        } else {
            println!("told in Chromium only");
        }
    }

    /// As [`Story::tell`], about another site than the built one.
    ///
    /// # Panics
    /// As [`Story::tell`].
    pub fn tell_at(site: &Path, story: impl FnOnce(&mut Self)) {
        Self::tell_by(Server::start(site, 0), "", story);
    }

    /// As [`Story::tell_in_chromium`], on a host that sets no header of ours and has the site in a folder beside others.
    ///
    /// # Panics
    /// As [`Story::tell`].
    pub fn tell_in_folder_of_plain_host(root: &Path, folder: &str, story: impl FnOnce(&mut Self)) {
        if Browser::chosen() == Browser::Chromium {
            Self::tell_by(Server::start_plain(root, 0), &format!("/{folder}"), story);
        }
    }

    /// As [`Story::tell_in_chromium`], under a name: an address of numbers has no passkeys.
    ///
    /// # Panics
    /// As [`Story::tell`].
    pub fn tell_on_localhost(story: impl FnOnce(&mut Self)) {
        if Browser::chosen() == Browser::Chromium {
            let server = Server::start(&dist(), 0).unwrap_or_else(|error| panic!("{error:#}"));
            let origin = format!("http://localhost:{}", server.address().port());
            Self::tell_of(server, origin, story);
        }
    }

    fn tell_by(server: Result<Server, impl std::fmt::Display>, folder: &str, story: impl FnOnce(&mut Self)) {
        let server = server.unwrap_or_else(|error| panic!("{error:#}"));
        let origin = server.origin() + folder;
        Self::tell_of(server, origin, story);
    }

    fn tell_of(server: Server, origin: String, story: impl FnOnce(&mut Self)) {
        let mut told = Self::begin(server, origin);
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| story(&mut told))) {
            told.keep_picture();
            resume_unwind(panic);
        }
        told.end();
    }

    fn begin(server: Server, origin: String) -> Self {
        let turn = Turn::wait();
        let browser = Browser::chosen();
        let profile = Profile::fresh();
        let driver = Driver::start(browser, &profile);
        driver.go(&format!("{origin}/")).unwrap_or_else(|refusal| panic!("opening the page: {refusal}"));
        let constants = Constants::of_fresh_page(&driver, origin);
        let (canaries, tolerated, wrong) = (Canaries::default(), Vec::new(), Vec::new());
        Self {
            browser,
            driver: Some(driver),
            constants,
            server: Some(server),
            asked: Vec::new(),
            profile,
            canaries,
            tolerated,
            wrong,
            _turn: turn,
        }
    }

    /// The folder of the built site.
    pub fn site() -> PathBuf {
        dist()
    }

    /// Words to write.
    pub fn canaries(&self) -> &Canaries {
        &self.canaries
    }

    /// The browser it is told in.
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// The address of the site.
    pub fn origin(&self) -> &str {
        &self.constants.origin
    }

    /// The browser's folder, its temporary files included.
    pub fn profile(&self) -> &Path {
        self.profile.everything()
    }

    /// The driver, for what only some browsers can do.
    pub(crate) fn driver(&self) -> &Driver {
        self.driver.as_ref().expect("a browser runs until the end of the story")
    }

    /// The page in the current tab.
    pub fn page(&self) -> Page<'_> {
        Page::new(self.driver())
    }

    /// A fault that this story brings about on purpose, by a part of its message; tolerated to the end.
    pub fn tolerate(&mut self, part: &'static str) {
        self.tolerated.push(part);
    }

    /// Loads the page anew.
    pub fn reload(&mut self) {
        self.check_page();
        self.driver().reload().unwrap_or_else(|refusal| panic!("reloading: {refusal}"));
        traces::begin_notes(self.driver());
    }

    /// Closes the browser and opens it again with the same profile. WebKitGTK keeps nothing when it is closed: the
    /// page is loaded anew there.
    pub fn restart(&mut self) {
        if !self.browser.keeps_its_profile() {
            return self.reload();
        }
        self.check_page();
        self.take_driver().close();
        self.open();
    }

    /// Ends the browser as a power cut would and opens it again with the same profile.
    pub fn kill_and_restart(&mut self) {
        self.check_page();
        self.take_driver().kill();
        self.open();
    }

    /// As [`Story::kill_and_restart`], in the middle of what `work` began in the page and did not wait for.
    pub fn kill_amid(&mut self, work: impl FnOnce(&Page)) {
        self.check_page();
        work(&self.page());
        self.take_driver().kill();
        self.open();
    }

    /// Ends the browser as a power cut would, lets something be done to its profile, and opens it again.
    pub fn restart_after(&mut self, work: impl FnOnce(&Path)) {
        self.check_page();
        self.take_driver().kill();
        work(&self.profile.path());
        self.open();
    }

    /// All that the console said since it was last read.
    pub fn console(&self) -> String {
        let log =
            self.driver().log("browser").unwrap_or_else(|refusal| panic!("the console's log: {refusal}"));
        log.iter().map(|entry| entry.to_string() + "\n").collect()
    }

    /// Opens the page in another tab and goes there.
    pub fn new_tab(&mut self) {
        self.driver().new_tab().unwrap_or_else(|refusal| panic!("another tab: {refusal}"));
        self.driver()
            .go(&format!("{}/", self.constants.origin))
            .unwrap_or_else(|refusal| panic!("opening the page: {refusal}"));
        let opened = Constants::of_fresh_page(self.driver(), self.constants.origin.clone());
        self.constants.history = self.constants.history.max(opened.history);
    }

    /// Goes to a tab by its place in the order of opening.
    pub fn tab(&self, place: usize) {
        self.driver().tab(place).unwrap_or_else(|refusal| panic!("tab {place}: {refusal}"));
    }

    /// Goes to another address in the current tab.
    pub fn go(&self, address: &str) {
        self.driver().go(address).unwrap_or_else(|refusal| panic!("{address}: {refusal}"));
    }

    /// Chromium: a command of the DevTools protocol to the current tab.
    ///
    /// # Panics
    /// When it is refused.
    pub fn devtools(&self, method: &str, parameters: serde_json::Value) -> serde_json::Value {
        self.driver().devtools(method, parameters).unwrap_or_else(|refusal| panic!("{method}: {refusal}"))
    }

    /// Names of all databases the site has here.
    ///
    /// # Panics
    /// When the browser does not tell.
    pub fn databases(&self) -> Vec<String> {
        let script = "const done = arguments[arguments.length - 1];
            indexedDB.databases().then((all) => done(all.map(({ name }) => name)), (error) => done(String(error)));";
        let names = self.page().script_async(script, Vec::new());
        let names = names.as_array().unwrap_or_else(|| panic!("no list of databases: {names}"));
        names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
    }

    /// Whether what was written is found in a file of the profile just now.
    pub fn scan_profile(&self) -> Vec<crate::Finding> {
        Scan::new(&self.canaries.words()).folder(self.profile.everything())
    }

    /// Types a word into a plain page in another tab, waits until the browser has written it into its profile, and
    /// gives the word, which is no canary of this story.
    pub fn leak_in_new_tab(&mut self, address: &str, label: &str) -> String {
        self.check_page();
        self.driver().new_tab().unwrap_or_else(|refusal| panic!("another tab: {refusal}"));
        self.go(address);
        let word = Canaries::default().word("leak");
        self.page().fill(label, &word);
        let scan = Scan::new(std::slice::from_ref(&word));
        self.page().until_within(LEAK, "the browser to write a plain textarea down", || {
            Ok((!scan.folder(self.profile.everything()).is_empty()).then_some(()))
        });
        // The other page's requests are not this story's.
        traces::of_logs(self.browser, self.driver(), &[]);
        word
    }

    /// Takes the server away: from here on there is no connection.
    pub fn stop_server(&mut self) {
        if let Some(server) = self.server.take() {
            self.asked.extend(server.requests());
            server.stop();
        }
    }

    /// All that the site's server was asked so far.
    fn asked(&self) -> Vec<Seen> {
        let now = self.server.as_ref().map(Server::requests).unwrap_or_default();
        self.asked.iter().cloned().chain(now).collect()
    }

    fn take_driver(&mut self) -> Driver {
        self.driver.take().expect("a browser runs until the end of the story")
    }

    fn open(&mut self) {
        let driver = Driver::start(self.browser, &self.profile);
        let origin = self.constants.origin.clone();
        driver.go(&format!("{origin}/")).unwrap_or_else(|refusal| panic!("opening the page: {refusal}"));
        self.constants.history = Constants::of_fresh_page(&driver, origin).history;
        self.driver = Some(driver);
    }

    /// Asserts of the current tab what every story asserts; at the end this is done by itself.
    pub fn check_page(&mut self) {
        let wrong = self.faults();
        self.wrong.extend(wrong);
    }

    /// What is wrong with the current tab just now, and in the browser's logs since they were last read; and with
    /// all that the server was asked.
    pub fn faults(&self) -> Vec<String> {
        let scan = Scan::new(&self.canaries.words());
        let mut wrong = traces::of_page(self.driver(), &self.constants, &scan);
        wrong.extend(traces::of_logs(
            self.browser,
            self.driver(),
            std::slice::from_ref(&self.constants.origin),
        ));
        wrong.extend(traces::of_server(&self.asked()));
        wrong
    }

    fn end(mut self) {
        self.check_page();
        let picture = self.driver().screenshot();
        self.take_driver().close();
        let mut wrong = std::mem::take(&mut self.wrong);
        wrong.extend(self.scan_profile().into_iter().map(|finding| format!("in clear: {finding:?}")));
        wrong.extend(traces::of_server(&self.asked()));
        wrong.retain(|fault| !self.tolerated.iter().any(|part| fault.contains(part)));
        wrong.sort();
        wrong.dedup();
        if !wrong.is_empty() {
            keep(picture);
            panic!("after the story:\n{}", wrong.join("\n"));
        }
    }

    fn keep_picture(&self) {
        if let Some(driver) = &self.driver {
            keep(driver.screenshot());
        }
    }
}

/// Keeps a picture of a failure where TRESTLE_PICTURES says.
fn keep(picture: Result<Vec<u8>, String>) {
    let Some(folder) = std::env::var_os("TRESTLE_PICTURES").map(PathBuf::from) else { return };
    let name = std::thread::current().name().unwrap_or("story").replace("::", "-");
    let _ = std::fs::create_dir_all(&folder);
    if let Ok(picture) = picture {
        let _ = std::fs::write(folder.join(format!("{name}.png")), picture);
    }
}

/// The built site: TRESTLE_DIST, else `dist/` of the repository.
pub(crate) fn dist() -> PathBuf {
    let set = std::env::var_os("TRESTLE_DIST").filter(|path| !path.is_empty()).map(PathBuf::from);
    set.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"))
}

/// Three stories at a time, however many cores there are: each is a whole browser, and waits for a third of its time.
struct Turn;

static RUNNING: (Mutex<u8>, Condvar) = (Mutex::new(0), Condvar::new());
const AT_ONCE: u8 = 3;

impl Turn {
    fn wait() -> Self {
        let (count, freed) = &RUNNING;
        let count = count.lock().expect("no holder panics");
        let mut count = freed.wait_while(count, |count| *count >= AT_ONCE).expect("no holder panics");
        *count += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let (count, freed) = &RUNNING;
        *count.lock().expect("no holder panics") -= 1;
        freed.notify_one();
    }
}
