//! Locking: from the press to nothing on the page and to the end of the keeper, with and without a draft; and how late a
//! rest locks.

use serde_json::{Value, json};

use super::Bench;
use super::figures::Figures;

const RUNS: usize = 7;
/// Of a device that nobody has called theirs.
const REST_MS: u32 = 60_000;

/// With the journal of each size.
pub(super) fn measure(origin: &str, sizes: &[u32], figures: &mut Figures) {
    for size in sizes {
        let bench = Bench::start(origin);
        bench.seed(*size);
        bench.locks(*size, Value::Null, "no draft", figures);
        let text = "A quiet day by the water. ".repeat(40);
        bench.locks(*size, json!(text), "a draft", figures);
        let late: Vec<f64> = (0..RUNS).map(|_| bench.rests()).collect();
        figures.median(&format!("rest over to nothing on the page, {size} entries"), "ms", &late);
        figures.worst(&format!("rest over to nothing on the page, worst, {size} entries"), "ms", &late);
    }
}

impl Bench {
    fn locks(&self, size: u32, text: Value, with: &str, figures: &mut Figures) {
        let (mut frames, mut gone, mut ended) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..RUNS {
            self.open();
            let told = self.run(include_str!("lock.js"), text.clone());
            let figure = |place: usize| told[place].as_f64().unwrap_or_else(|| panic!("no figures: {told}"));
            frames.push(figure(0));
            gone.push(figure(1));
            ended.push(figure(2));
        }
        figures.worst(
            &format!("frames until nothing is on the page, {with}, worst, {size} entries"),
            "",
            &frames,
        );
        figures.median(&format!("lock to nothing on the page, {with}, {size} entries"), "ms", &gone);
        figures.median(&format!("lock to the end of the keeper, {with}, {size} entries"), "ms", &ended);
        figures.worst(&format!("lock to the end of the keeper, {with}, worst, {size} entries"), "ms", &ended);
    }

    fn rests(&self) -> f64 {
        self.open();
        self.number(include_str!("rest.js"), json!(REST_MS))
    }
}
