//! What the first page does before and beside the screen: Help now and Leave quickly.

use serde_json::json;

use super::Bench;
use super::figures::Figures;
use crate::page::POLL;

/// Runs of what is quick.
const RUNS: usize = 7;
/// First visits, each in a browser that has been nowhere.
const VISITS: usize = 3;

/// Opens Help now and leaves, many times; then some first visits on a slow phone.
pub(super) fn measure(origin: &str, figures: &mut Figures) {
    let bench = Bench::start(origin);
    let opens: Vec<f64> = (0..RUNS).map(|_| bench.help_opens()).collect();
    figures.median("Help now opens", "ms", &opens);
    bench.devtools("Network.enable", json!({}));
    bench.devtools("Network.setBlockedURLs", json!({ "urls": ["*wikipedia.org*"] }));
    let covers: Vec<f64> = (0..RUNS).map(|_| bench.leaves()).collect();
    figures.median("Leave quickly, press to cover", "ms", &covers);
    let visits: Vec<f64> = (0..VISITS).map(|_| Bench::at_rest(origin).first_visit()).collect();
    figures.median("Help now open on a first visit, slow 4G, CPU slowed 6 times", "ms", &visits);
}

impl Bench {
    /// Milliseconds from the press to the second frame in which Help now stands open.
    fn help_opens(&self) -> f64 {
        self.go();
        self.number(include_str!("help_opens.js"), json!(null))
    }

    /// Milliseconds from the press to the frame in which nothing but the cover is left.
    fn leaves(&self) -> f64 {
        self.go();
        let took = self.number(include_str!("leave.js"), json!(null));
        // The other site is not reached: the browser's own page of errors stands in its place a moment later.
        let is_left = || self.driver.run("return location.protocol", vec![]) == Ok(json!("chrome-error:"));
        while !is_left() {
            std::thread::sleep(POLL);
        }
        took
    }

    /// Milliseconds from the first byte asked for to Help now open and drawn, pressed as soon as it can be.
    fn first_visit(&self) -> f64 {
        self.watch(include_str!("first_visit.js"));
        self.devtools("Network.enable", json!({}));
        self.devtools(
            "Network.emulateNetworkConditions",
            json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 }),
        );
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 6 }));
        self.go();
        self.number("const done = arguments[1]; globalThis.helped.then(done)", json!(null))
    }
}
