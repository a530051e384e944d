//! Upright bars: how often each number of a scale occurred.

use super::{Anchor, Drawing, GAP, WORDS, along, box_path};

const HEIGHT: i32 = 1_300;

/// Bars side by side.
pub struct BarChart {
    /// How wide it may be.
    pub width: i32,
    /// What stands below each bar, and how many it counts.
    pub bars: Vec<(String, u32)>,
}

impl BarChart {
    /// Draws it.
    #[must_use]
    pub fn drawn(&self) -> Drawing {
        let mut drawing = Drawing { width: self.width, height: HEIGHT, shapes: Vec::new() };
        let step = self.width / (self.bars.len().max(1) as i32);
        let (top, bottom) = (WORDS + GAP, HEIGHT - WORDS - GAP);
        let most = self.bars.iter().map(|(_, count)| *count).max().unwrap_or(0);
        for (at, (name, count)) in self.bars.iter().enumerate() {
            let left = at as i32 * step;
            let y = along((*count).into(), (0.0, most.into()), (bottom, top));
            if *count > 0 {
                drawing.path("bar", box_path(left + GAP / 2, y, step - GAP, bottom - y));
                let place = (left + step / 2, y - GAP / 2);
                drawing.words("chart-words", place, Anchor::Middle, &count.to_string());
            }
            drawing.words("chart-words", (left + step / 2, HEIGHT - GAP / 2), Anchor::Middle, name);
        }
        drawing
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;

    #[test]
    fn every_number_has_its_name_and_what_occurred_its_bar() {
        let bars = [0, 3, 1].map(|count| (String::new(), count)).to_vec();
        let drawing = BarChart { width: 3_000, bars }.drawn();
        let bars = drawing.shapes.iter().filter(|shape| matches!(shape, Shape::Path { .. }));
        let names = drawing.shapes.iter().filter(|shape| matches!(shape, Shape::Words { .. }));
        assert_eq!((bars.count(), names.count()), (2, 5));
        assert!(BarChart { width: 3_000, bars: Vec::new() }.drawn().shapes.is_empty());
    }
}
