//! Figures: medians and percentiles of several runs.

use serde_json::{Value, json};

/// One figure.
pub struct Figure {
    what: String,
    unit: &'static str,
    value: f64,
}

impl Figure {
    /// As `xtask bench` reads it.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({ "what": self.what, "unit": self.unit, "value": (self.value * 10.0).round() / 10.0 })
    }
}

/// Figures in the order they were measured.
#[derive(Default)]
pub(super) struct Figures(Vec<Figure>);

impl Figures {
    pub(super) fn median(&mut self, what: &str, unit: &'static str, values: &[f64]) {
        self.at(what, unit, values, 0.5);
    }

    pub(super) fn percentile_95(&mut self, what: &str, unit: &'static str, values: &[f64]) {
        self.at(what, unit, values, 0.95);
    }

    pub(super) fn worst(&mut self, what: &str, unit: &'static str, values: &[f64]) {
        self.at(what, unit, values, 1.0);
    }

    pub(super) fn into_vec(self) -> Vec<Figure> {
        self.0
    }

    /// The value below which this share of the values lies (nearest rank).
    fn at(&mut self, what: &str, unit: &'static str, values: &[f64], share: f64) {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let rank = (share * sorted.len() as f64).ceil().max(1.0) as usize;
        let value = sorted.get(rank - 1).copied().unwrap_or(f64::NAN);
        self.0.push(Figure { what: what.to_owned(), unit, value });
    }
}
