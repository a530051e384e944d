//! The bench in the browser: the built site in headless Chromium with made-up journals. Gives figures, judges none.

mod figures;
mod first_page;
mod journals;
mod locking;
mod resealing;
mod rooms;

use std::path::Path;

use serde_json::{Value, json};
use xtask::serve::Server;

use crate::Browser;
use crate::driver::Driver;
use crate::profile::Profile;
use figures::{Figure, Figures};

/// The passphrase of every made-up journal.
const PASSPHRASE: &str = "amber bridge cedar delta ember";

/// Measures one part of the site in `dist`: `journals`, `resealing`, `locking` and `rooms` with the journals
/// `seed-<entries>.bin` that lie in
/// it, `first-page` with none.
///
/// # Panics
/// When the site does not do what is measured, or no part is called so.
#[must_use]
pub fn measure(dist: &Path, part: &str, sizes: &[u32]) -> Vec<Figure> {
    let server = Server::start(dist, 0).expect("a served site");
    let mut figures = Figures::default();
    match part {
        "journals" => journals::measure(&server.origin(), sizes, &mut figures),
        "resealing" => resealing::measure(&server.origin(), sizes, &mut figures),
        "rooms" => rooms::measure(&server.origin(), sizes, &mut figures),
        "locking" => locking::measure(&server.origin(), sizes, &mut figures),
        "first-page" => first_page::measure(&server.origin(), &mut figures),
        other => panic!("no part is called {other}"),
    }
    figures.into_vec()
}

struct Bench {
    driver: Driver,
    origin: String,
    _profile: Profile,
}

impl Bench {
    /// A browser that has been nowhere yet.
    fn at_rest(origin: &str) -> Self {
        let profile = Profile::fresh();
        let driver = Driver::start(Browser::Chromium, &profile);
        Self { driver, origin: origin.to_owned(), _profile: profile }
    }

    fn start(origin: &str) -> Self {
        let bench = Self::at_rest(origin);
        bench.watch(include_str!("watch.js"));
        bench.go();
        bench
    }

    fn go(&self) {
        self.driver.go(&self.origin).expect("the site");
    }

    /// Has a script run before the app's own.
    fn watch(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    fn devtools(&self, method: &str, parameters: Value) {
        self.driver.devtools(method, parameters).expect("what DevTools can do");
    }

    fn run(&self, script: &str, argument: Value) -> Value {
        self.driver.run_async(script, vec![argument]).expect("a script that ends")
    }

    fn number(&self, script: &str, argument: Value) -> f64 {
        let answer = self.run(script, argument);
        answer.as_f64().unwrap_or_else(|| panic!("no figure: {answer}"))
    }

    fn seed(&self, size: u32) {
        let loaded = self.run(include_str!("seed.js"), json!(format!("/seed-{size}.bin")));
        assert_eq!(loaded, json!(true), "the journal of {size} entries was not loaded");
    }

    /// Milliseconds from the keeper's word that the key is derived to the list on the screen.
    fn unlock(&self) -> f64 {
        let script = "const [words, done] = arguments; const field = document.querySelector('#passphrase'); \
            field.value = words; field.dispatchEvent(new Event('input', { bubbles: true })); \
            Array.from(document.querySelectorAll('button')).find((b) => b.textContent.trim() === 'Unlock').click(); \
            const look = () => { const read = bench.messages.find(([, b]) => b[0] === 2 && b[2] === 2); \
            if (bench.list && read) done(bench.list - read[0]); else setTimeout(look, 5); }; look();";
        self.number(script, json!(PASSPHRASE))
    }

    /// From the lock screen to the list.
    fn open(&self) {
        self.go();
        self.first_screen();
        self.unlock();
    }

    /// With that made-up journal open, and every row of it looked at.
    fn opened(origin: &str, size: u32) -> Self {
        let bench = Self::start(origin);
        bench.seed(size);
        bench.open();
        bench.settle();
        bench
    }

    /// Waits until the background check of every row has ended.
    fn settle(&self) {
        // An event (3) that says Checked (3).
        let script = "const done = arguments[0]; const look = () => bench.messages.some(([, b]) => b[0] === 3 && \
            b[1] === 3) ? done(true) : setTimeout(look, 20); look();";
        self.driver.run_async(script, vec![]).expect("a checked journal");
    }

    /// The longest task on the screen's thread since this was last asked, ms; 0 when none took 50.
    fn longest_task(&self) -> f64 {
        let longest = self.driver.run("return bench.longest()", vec![]).expect("the longest task");
        longest.as_f64().unwrap_or(f64::NAN)
    }
}
