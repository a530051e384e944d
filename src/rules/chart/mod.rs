//! Charts as plain shapes, drawn without a browser: the screen and a printed page show the same ones. Whole numbers
//! throughout, in tenths of a sixteenth of the text's size, so that a chart grows with the words around it. Colours,
//! strokes and dashes belong to the classes.

mod bars;
mod heat;
mod lines;
mod marker;
mod strips;
mod svg;

pub use bars::BarChart;
pub use heat::HeatChart;
pub use lines::{Line, LineChart};
pub use strips::{Strip, StripChart};
pub use svg::{paper_chart, svg};

/// The height of a line of small words.
const WORDS: i32 = 130;
/// Space between things.
const GAP: i32 = 60;

/// A drawing with its origin at the top left.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Drawing {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// What is on it, the lowest first.
    pub shapes: Vec<Shape>,
}

/// Where words stand relative to their place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// They begin there.
    Start,
    /// Their middle is there.
    Middle,
    /// They end there.
    End,
}

/// One thing on a drawing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A path of SVG.
    Path {
        /// Its commands.
        d: String,
        /// How it looks.
        class: &'static str,
    },
    /// A line of words; `y` is that of its feet.
    Words {
        /// Its place.
        x: i32,
        /// Its place.
        y: i32,
        /// Where it stands from there.
        anchor: Anchor,
        /// How it looks.
        class: &'static str,
        /// The words.
        words: String,
    },
}

impl Drawing {
    fn path(&mut self, class: &'static str, d: String) {
        if !d.is_empty() {
            self.shapes.push(Shape::Path { d, class });
        }
    }

    fn words(&mut self, class: &'static str, (x, y): (i32, i32), anchor: Anchor, words: &str) {
        self.shapes.push(Shape::Words { x, y, anchor, class, words: words.to_owned() });
    }
}

/// One command of a path: its letter and its numbers.
fn command(d: &mut String, letter: char, numbers: &[i32]) {
    d.push(letter);
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            d.push(' ');
        }
        d.push_str(&number.to_string());
    }
}

/// A box with upright sides.
fn box_path(x: i32, y: i32, width: i32, height: i32) -> String {
    let mut d = String::new();
    command(&mut d, 'M', &[x, y]);
    command(&mut d, 'h', &[width]);
    command(&mut d, 'v', &[height]);
    command(&mut d, 'h', &[-width]);
    d.push('Z');
    d
}

/// Where a value lies on the way from `from` to `to`, as the values go from `low` to `high`.
fn along(value: f64, (low, high): (f64, f64), (from, to): (i32, i32)) -> i32 {
    let share = if high > low { ((value - low) / (high - low)).clamp(0.0, 1.0) } else { 0.0 };
    from + (share * f64::from(to - from)).round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lie_where_their_scale_puts_them_and_never_beside_it() {
        for (value, expected) in [(0.0, 900), (10.0, 100), (5.0, 500), (-3.0, 900), (99.0, 100)] {
            assert_eq!(along(value, (0.0, 10.0), (900, 100)), expected);
        }
        assert_eq!(along(3.0, (3.0, 3.0), (10, 20)), 10);
    }

    #[test]
    fn a_box_closes() {
        assert_eq!(box_path(1, 2, 30, 40), "M1 2h30v40h-30Z");
    }
}
