//! Rooms that take much in: Insights over many records, and a photo of twelve megapixels.

use serde_json::json;

use super::Bench;
use super::figures::Figures;

/// Runs of each.
const RUNS: usize = 7;

/// Every size.
pub(super) fn measure(origin: &str, sizes: &[u32], figures: &mut Figures) {
    for size in sizes {
        let bench = Bench::opened(origin, *size);
        bench.longest_task();
        let name = |what: &str| format!("{what}, {size} records");
        // The first time, its part of the screen is fetched too.
        let charts: Vec<f64> = (0..=RUNS).map(|_| bench.first_chart()).collect();
        figures.median(&name("Insights, press to the first chart"), "ms", &charts[1..]);
        figures.worst(&name("Insights, press to the first chart, the first time"), "ms", &charts[..1]);
        figures.worst(&name("longest task while Insights is opened"), "ms", &[bench.longest_task()]);
        let photos: Vec<f64> =
            (0..RUNS).map(|_| bench.number(include_str!("photo.js"), json!([4_000, 3_000]))).collect();
        figures.median(&name("a photo of 12 megapixels, chosen to sealed"), "ms", &photos);
        figures.worst(&name("longest task while a photo is added"), "ms", &[bench.longest_task()]);
    }
}

impl Bench {
    fn first_chart(&self) -> f64 {
        self.number(include_str!("insights.js"), json!(null))
    }
}
