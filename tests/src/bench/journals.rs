//! Opening, searching and saving, at several sizes.

use serde_json::json;

use super::figures::Figures;
use super::{Bench, PASSPHRASE};

/// Runs of what is quick.
const RUNS: usize = 7;
/// Saves for a median and a 95th percentile.
const SAVES: usize = 60;
/// Typed letter by letter; its last letters occur nowhere, so that every text is looked at to its end.
const TYPED: &str = "harbour quay";

/// Every size, and one of them with the processor slowed down.
pub(super) fn measure(origin: &str, sizes: &[u32], figures: &mut Figures) {
    let first = Bench::start(origin);
    figures.median("Argon2id 64 MiB, 3 passes, in wasm", "ms", &first.derivations());
    for size in sizes {
        let bench = Bench::start(origin);
        bench.seed(*size);
        bench.rounds(*size, 1, figures);
        if *size == 10_000 {
            bench.rounds(*size, 6, figures);
        }
    }
}

impl Bench {
    fn derivations(&self) -> Vec<f64> {
        // Order: the passphrase after its length; B of docs/format.md after its own: kdf 1, suite 1, p 1, 0, m, t, salt.
        let mut order = vec![PASSPHRASE.len() as u8];
        order.extend(PASSPHRASE.bytes());
        order.extend([28, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 3]);
        order.extend([7; 16]);
        (0..RUNS).map(|_| self.number(include_str!("derive.js"), json!(order))).collect()
    }

    fn rounds(&self, size: u32, slow_down: u32, figures: &mut Figures) {
        let name = |what: &str| match slow_down {
            1 => format!("{what}, {size} entries"),
            _ => format!("{what}, {size} entries, CPU slowed {slow_down} times"),
        };
        let mut unlocks = Vec::new();
        let (mut paints, mut fields, mut tasks) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..RUNS {
            self.go();
            self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slow_down }));
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
        if slow_down == 1 {
            let summary = || self.number(include_str!("summary.js"), json!(null));
            let previews: Vec<f64> = (0..RUNS).map(|_| summary()).collect();
            figures.median(&name("summary of 90 days, press to page"), "ms", &previews);
        }
    }

    /// First paint and the passphrase field, ms from the start of the load.
    pub(super) fn first_screen(&self) -> (f64, f64) {
        let script = "const done = arguments[0]; const look = () => bench.password ? done([performance\
            .getEntriesByName('first-contentful-paint')[0].startTime, bench.password]) : setTimeout(look, 5); look();";
        let times = self.driver.run_async(script, vec![]).expect("the lock screen");
        let time = |place: usize| times[place].as_f64().unwrap_or(f64::NAN);
        (time(0), time(1))
    }

    fn key(&self, typed: &str) -> f64 {
        self.number(include_str!("search.js"), json!(typed))
    }
}
