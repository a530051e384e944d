//! Rows of medians: for each a name, a bar over the middle half, and a mark at the median; what it is compared with
//! stands thinner below.

use journal::insights::Spread;

use super::{Anchor, Drawing, GAP, WORDS, along, box_path, command};

const ROW: i32 = WORDS + 330;
const BAR: i32 = 100;
const THIN: i32 = 40;
/// The width of a character, to know where a name must end.
const CHARACTER: i32 = 72;

/// One row.
pub struct Strip {
    /// What it is about.
    pub name: String,
    /// How many stand behind it.
    pub note: String,
    /// Its own figures; `None` where too few to show.
    pub own: Option<Spread>,
    /// What they are beside.
    pub others: Option<Spread>,
}

/// Rows on one scale.
pub struct StripChart {
    /// How wide it may be.
    pub width: i32,
    /// The ends of the scale.
    pub scale: (f64, f64),
    /// Values with a line down, and what stands below it.
    pub rules: Vec<(f64, String)>,
    /// The rows.
    pub strips: Vec<Strip>,
}

impl StripChart {
    /// Draws it.
    #[must_use]
    pub fn drawn(&self) -> Drawing {
        let bottom = self.strips.len() as i32 * ROW;
        let mut drawing = Drawing { width: self.width, height: bottom + WORDS + GAP, shapes: Vec::new() };
        self.draw_rules(&mut drawing, bottom);
        for (at, strip) in self.strips.iter().enumerate() {
            self.draw_strip(&mut drawing, at as i32 * ROW, strip);
        }
        drawing
    }

    fn x(&self, value: f64) -> i32 {
        along(value, self.scale, (GAP, self.width - GAP))
    }

    fn draw_rules(&self, drawing: &mut Drawing, bottom: i32) {
        for (value, words) in &self.rules {
            let x = self.x(*value);
            let mut d = String::new();
            for top in (0..self.strips.len() as i32).map(|at| at * ROW + WORDS + GAP / 2) {
                command(&mut d, 'M', &[x, top]);
                command(&mut d, 'v', &[BAR + THIN + 80]);
            }
            drawing.path("chart-rule", d);
            drawing.words("chart-words", (x, bottom + WORDS), Anchor::Middle, words);
        }
    }

    fn draw_strip(&self, drawing: &mut Drawing, top: i32, strip: &Strip) {
        let room = self.width - strip.note.chars().count() as i32 * CHARACTER - GAP;
        drawing.words("chart-name", (0, top + WORDS), Anchor::Start, &cut(&strip.name, room / CHARACTER));
        drawing.words("chart-words", (self.width, top + WORDS), Anchor::End, &strip.note);
        let bar = top + WORDS + GAP;
        if let Some(own) = strip.own {
            self.draw_spread(drawing, ["strip-own", "strip-own-median"], (bar, BAR), own);
        }
        if let Some(others) = strip.others.filter(|_| strip.own.is_some()) {
            self.draw_spread(
                drawing,
                ["strip-others", "strip-others-median"],
                (bar + BAR + 20, THIN),
                others,
            );
        }
    }

    fn draw_spread(
        &self,
        drawing: &mut Drawing,
        looks: [&'static str; 2],
        (y, height): (i32, i32),
        spread: Spread,
    ) {
        let (low, high) = (self.x(spread.low), self.x(spread.high));
        // A spread of nothing is still a sliver to be seen.
        drawing.path(looks[0], box_path(low - 8, y, high - low + 16, height));
        let mut d = String::new();
        command(&mut d, 'M', &[self.x(spread.median), y - 12]);
        command(&mut d, 'v', &[height + 24]);
        drawing.path(looks[1], d);
    }
}

/// The name as far as there is room; its table has all of it.
fn cut(name: &str, most: i32) -> String {
    let most = usize::try_from(most).unwrap_or_default().max(8);
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let kept: String = name.chars().take(most - 1).collect();
    kept.trim_end().to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;

    fn drawn(own: Option<Spread>, others: Option<Spread>) -> Vec<&'static str> {
        let strip = Strip { name: "Work".into(), note: "n = 9".into(), own, others };
        let rules = vec![(0.0, "0".into()), (10.0, "10".into())];
        let chart = StripChart { width: 3_400, scale: (0.0, 10.0), rules, strips: vec![strip] };
        let path = |shape: Shape| match shape {
            Shape::Path { class, .. } => Some(class),
            Shape::Words { .. } => None,
        };
        let shapes = chart.drawn().shapes.into_iter().filter_map(path);
        shapes.filter(|class| *class != "chart-rule").collect()
    }

    #[test]
    fn a_row_without_figures_has_no_bar() {
        let some = Some(Spread { n: 9, low: 3.0, median: 5.0, high: 7.0 });
        assert_eq!(drawn(some, some).len(), 4);
        assert_eq!(drawn(some, None), ["strip-own", "strip-own-median"]);
        assert!(drawn(None, some).is_empty());
    }

    #[test]
    fn long_names_end_in_time() {
        assert_eq!(cut("short", 9), "short");
        assert_eq!(cut("a name that is long", 9), "a name t…");
        assert_eq!(cut("ünïcödé is counted by its letters", 8), "ünïcödé…");
    }
}
