//! Everything sealed anew: a changed passphrase, from the last press to the word that the new one works.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::figures::Figures;
use super::{Bench, PASSPHRASE};
use crate::page::POLL;

/// Runs at each size: the passphrase goes to and fro.
const RUNS: usize = 3;
/// Past this it has not ended.
const PATIENCE: Duration = Duration::from_secs(600);
/// The other passphrase.
const OTHER: &str = "seven green lamps hum softly";

/// Every size.
pub(super) fn measure(origin: &str, sizes: &[u32], figures: &mut Figures) {
    for size in sizes {
        let bench = Bench::opened(origin, *size);
        bench.reseal_to_and_fro(*size, figures);
    }
}

impl Bench {
    fn reseal_to_and_fro(&self, size: u32, figures: &mut Figures) {
        let (mut all, mut past_key, mut tasks) = (Vec::new(), Vec::new(), Vec::new());
        let mut passphrases = [PASSPHRASE, OTHER];
        for _ in 0..RUNS {
            let (whole, past) = self.reseal(passphrases);
            all.push(whole);
            past_key.push(past);
            tasks.push(self.longest_task());
            passphrases.reverse();
        }
        let name = |what: &str| format!("{what}, {size} entries");
        figures.median(&name("change of passphrase, press to works"), "ms", &all);
        figures.median(&name("change of passphrase past the keys"), "ms", &past_key);
        figures.worst(&name("longest task while the passphrase changes"), "ms", &tasks);
    }

    /// Milliseconds from the press to "Your new passphrase works", and of them those after both derivations.
    fn reseal(&self, [current, next]: [&str; 2]) -> (f64, f64) {
        let begun = self.run(include_str!("reseal.js"), json!([current, next]));
        assert_eq!(begun, json!(true), "the change did not begin");
        let deadline = Instant::now() + PATIENCE;
        loop {
            let times = self.driver.run("return bench.resealed", vec![]).expect("the page");
            if let [Value::Number(whole), Value::Number(past)] =
                times.as_array().map_or(&[][..], Vec::as_slice)
            {
                return (whole.as_f64().unwrap_or(f64::NAN), past.as_f64().unwrap_or(f64::NAN));
            }
            assert!(Instant::now() < deadline, "the change has not ended within {PATIENCE:?}: {times}");
            std::thread::sleep(POLL);
        }
    }
}
