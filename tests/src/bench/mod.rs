//! The bench in the browser: the built site in headless Chromium with made-up journals. Gives figures, judges none.

mod figures;

use std::path::Path;

use serde_json::{Value, json};
use xtask::serve::Server;

use crate::Browser;
use crate::driver::Driver;
use crate::profile::Profile;
use figures::{Figure, Figures};

/// The passphrase of every made-up journal.
const PASSPHRASE: &str = "amber bridge cedar delta ember";
/// Runs of what is quick.
const RUNS: usize = 7;
/// Saves for a median and a 95th percentile.
const SAVES: usize = 60;
/// Typed letter by letter; its last letters occur nowhere, so that every text is looked at to its end.
const TYPED: &str = "harbour quay";

/// Measures the site in `dist` with the journals `seed-<entries>.bin` that lie in it.
///
/// # Panics
/// When the site does not do what is measured.
#[must_use]
pub fn measure(dist: &Path, sizes: &[u32]) -> Vec<Figure> {
    let server = Server::start(dist, 0).expect("a served site");
    let mut figures = Figures::default();
    let first = Bench::start(&server.origin());
    figures.median("Argon2id 64 MiB, 3 passes, in wasm", "ms", &first.derivations());
    for size in sizes {
        let bench = Bench::start(&server.origin());
        bench.seed(*size);
        bench.rounds(*size, 1, &mut figures);
        if *size == 10_000 {
            bench.rounds(*size, 6, &mut figures);
        }
    }
    figures.into_vec()
}

struct Bench {
    driver: Driver,
    origin: String,
    _profile: Profile,
}

impl Bench {
    fn start(origin: &str) -> Self {
        let profile = Profile::fresh();
        let driver = Driver::start(Browser::Chromium, &profile);
        driver
            .devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": include_str!("watch.js") }))
            .expect("a watched page");
        driver.go(origin).expect("the site");
        Self { driver, origin: origin.to_owned(), _profile: profile }
    }

    fn run(&self, script: &str, argument: Value) -> Value {
        self.driver.run_async(script, vec![argument]).expect("a script that ends")
    }

    fn number(&self, script: &str, argument: Value) -> f64 {
        let answer = self.run(script, argument);
        answer.as_f64().unwrap_or_else(|| panic!("no figure: {answer}"))
    }

    fn derivations(&self) -> Vec<f64> {
        // Order: the passphrase after its length; B of docs/format.md after its own: kdf 1, suite 1, p 1, 0, m, t, salt.
        let mut order = vec![PASSPHRASE.len() as u8];
        order.extend(PASSPHRASE.bytes());
        order.extend([28, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 3]);
        order.extend([7; 16]);
        (0..RUNS).map(|_| self.number(include_str!("derive.js"), json!(order))).collect()
    }

    fn seed(&self, size: u32) {
        let loaded = self.run(include_str!("seed.js"), json!(format!("/seed-{size}.bin")));
        assert_eq!(loaded, json!(true), "the journal of {size} entries was not loaded");
    }

    fn rounds(&self, size: u32, slow_down: u32, figures: &mut Figures) {
        let name = |what: &str| match slow_down {
            1 => format!("{what}, {size} entries"),
            _ => format!("{what}, {size} entries, CPU slowed {slow_down} times"),
        };
        let mut unlocks = Vec::new();
        let (mut paints, mut fields, mut tasks) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..RUNS {
            self.driver.go(&self.origin).expect("the site");
            self.driver
                .devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slow_down }))
                .expect("a rate");
            let (paint, field) = self.first_screen();
            paints.push(paint);
            fields.push(field);
            self.longest_task();
            unlocks.push(self.unlock());
            self.settle();
            tasks.push(self.longest_task());
        }
        figures.median(&name("unlock to list past the key"), "ms", &unlocks);
        figures.median(&name("first paint"), "ms", &paints);
        figures.median(&name("passphrase field"), "ms", &fields);
        figures.median(&name("longest task while unlocking, p50"), "ms", &tasks);
        figures.worst(&name("longest task while unlocking, worst"), "ms", &tasks);
        if slow_down == 1 {
            let keys: Vec<f64> = (1..=TYPED.len()).map(|typed| self.key(&TYPED[..typed])).collect();
            figures.median(&name("search, a key"), "ms", &keys);
            figures.worst(&name("search, worst key"), "ms", &keys);
            figures.worst(&name("longest task while searching"), "ms", &[self.longest_task()]);
            self.key("");
        }
        let text = "A quiet day by the water. ".repeat(40);
        let (mut saves, mut tasks) = (Vec::new(), Vec::new());
        for _ in 0..SAVES {
            saves.push(self.number(include_str!("save.js"), json!(text)));
            tasks.push(self.longest_task());
        }
        figures.median(&name("save, press to Saved, p50"), "ms", &saves);
        figures.percentile_95(&name("save, press to Saved, p95"), "ms", &saves);
        figures.percentile_95(&name("longest task while writing and saving, p95"), "ms", &tasks);
        figures.worst(&name("longest task while writing and saving, worst"), "ms", &tasks);
    }

    /// First paint and the passphrase field, ms from the start of the load.
    fn first_screen(&self) -> (f64, f64) {
        let script = "const done = arguments[0]; const look = () => bench.password ? done([performance\
            .getEntriesByName('first-contentful-paint')[0].startTime, bench.password]) : setTimeout(look, 5); look();";
        let times = self.driver.run_async(script, vec![]).expect("the lock screen");
        let time = |place: usize| times[place].as_f64().unwrap_or(f64::NAN);
        (time(0), time(1))
    }

    /// Milliseconds from the keeper's word that the key is derived to the list on the screen.
    fn unlock(&self) -> f64 {
        let script = "const [words, done] = arguments; const field = document.querySelector('input[type=password]'); \
            field.value = words; field.dispatchEvent(new Event('input', { bubbles: true })); \
            Array.from(document.querySelectorAll('button')).find((b) => b.textContent.trim() === 'Unlock').click(); \
            const look = () => { const read = bench.messages.find(([, b]) => b[0] === 2 && b[2] === 2); \
            if (bench.list && read) done(bench.list - read[0]); else setTimeout(look, 5); }; look();";
        self.number(script, json!(PASSPHRASE))
    }

    /// Waits until the background check of every row has ended.
    fn settle(&self) {
        // An event (3) that says Checked (3).
        let script = "const done = arguments[0]; const look = () => bench.messages.some(([, b]) => b[0] === 3 && \
            b[1] === 3) ? done(true) : setTimeout(look, 20); look();";
        self.driver.run_async(script, vec![]).expect("a checked journal");
    }

    fn key(&self, typed: &str) -> f64 {
        self.number(include_str!("search.js"), json!(typed))
    }

    /// The longest task on the screen's thread since this was last asked, ms; 0 when none took 50.
    fn longest_task(&self) -> f64 {
        let longest = self.driver.run("return bench.longest()", vec![]).expect("the longest task");
        longest.as_f64().unwrap_or(f64::NAN)
    }
}
