//! Days from left to right: every recorded value as a mark, the mean of seven days as a line over them.

use journal::insights::{Point, Series};

use super::marker::marks;
use super::{Anchor, Drawing, GAP, WORDS, along, command};

const HEIGHT: i32 = 1_900;
/// Room for the numbers of the scale.
const LEFT: i32 = 260;
/// Room for a character of a label at the end of a line.
const CHARACTER: i32 = 68;
const MARKS: [&str; 3] = ["chart-mark chart-first", "chart-mark chart-second", "chart-mark chart-third"];
const MEANS: [&str; 3] = ["chart-line chart-first", "chart-line chart-second", "chart-line chart-third"];
const ENDS: [&str; 3] = ["chart-end chart-first", "chart-end chart-second", "chart-end chart-third"];

/// One series and what stands at its end.
pub struct Line<'a> {
    /// Its values.
    pub series: &'a Series,
    /// Its name.
    pub name: String,
}

/// Up to three series over the same days and scale.
pub struct LineChart<'a> {
    /// How wide it may be.
    pub width: i32,
    /// The first and the last day.
    pub days: (i32, i32),
    /// The ends of the scale.
    pub scale: (f64, f64),
    /// Values with a line across, and what stands beside it.
    pub rules: Vec<(f64, String)>,
    /// Days with a line upright through them.
    pub uprights: Vec<i32>,
    /// Days that are named below.
    pub dates: Vec<(i32, String)>,
    /// The series; at most three.
    pub lines: Vec<Line<'a>>,
}

impl LineChart<'_> {
    /// Draws it.
    #[must_use]
    pub fn drawn(&self) -> Drawing {
        let mut drawing = Drawing { width: self.width, height: HEIGHT, shapes: Vec::new() };
        self.draw_rules(&mut drawing);
        self.draw_uprights(&mut drawing);
        self.draw_dates(&mut drawing);
        let lines = || self.lines.iter().enumerate();
        for (at, line) in lines() {
            let places = line.series.points.iter().map(|point| self.place(point));
            drawing.path(MARKS[at], marks(at, places));
        }
        for (at, line) in lines() {
            drawing.path(MEANS[at], self.pieces(&line.series.means));
        }
        self.draw_ends(&mut drawing);
        drawing
    }

    fn bottom(&self) -> i32 {
        HEIGHT - WORDS - GAP
    }

    fn right(&self) -> i32 {
        let longest = self.lines.iter().map(|line| line.name.chars().count()).max().unwrap_or(0);
        (self.width - GAP - longest as i32 * CHARACTER).max(self.width / 2)
    }

    fn x(&self, day: i32) -> i32 {
        let days = (f64::from(self.days.0), f64::from(self.days.1));
        along(day.into(), days, (LEFT + GAP / 2, self.right() - GAP / 2))
    }

    fn y(&self, value: f64) -> i32 {
        along(value, self.scale, (self.bottom(), WORDS))
    }

    fn place(&self, point: &Point) -> (i32, i32) {
        (self.x(point.day), self.y(point.value))
    }

    fn draw_rules(&self, drawing: &mut Drawing) {
        for (value, words) in &self.rules {
            let y = self.y(*value);
            let mut d = String::new();
            command(&mut d, 'M', &[LEFT, y]);
            command(&mut d, 'H', &[self.right()]);
            drawing.path("chart-rule", d);
            drawing.words("chart-words", (LEFT - GAP, y + WORDS / 3), Anchor::End, words);
        }
    }

    fn draw_uprights(&self, drawing: &mut Drawing) {
        let mut d = String::new();
        for day in self.uprights.iter().filter(|day| (self.days.0..=self.days.1).contains(day)) {
            command(&mut d, 'M', &[self.x(*day), WORDS]);
            command(&mut d, 'V', &[self.bottom()]);
        }
        if !d.is_empty() {
            drawing.path("chart-upright", d);
        }
    }

    fn draw_dates(&self, drawing: &mut Drawing) {
        let last = self.dates.len().saturating_sub(1);
        for (at, (day, words)) in self.dates.iter().enumerate() {
            let (x, anchor) = match at {
                0 => (LEFT, Anchor::Start),
                at if at == last => (self.right(), Anchor::End),
                _ => (self.x(*day), Anchor::Middle),
            };
            drawing.words("chart-words", (x, HEIGHT - GAP / 2), anchor, words);
        }
    }

    /// A piece of one day is a short dash, so that it is seen.
    fn pieces(&self, pieces: &[Vec<Point>]) -> String {
        let mut d = String::new();
        for piece in pieces {
            for (at, point) in piece.iter().enumerate() {
                let (x, y) = self.place(point);
                if at == 0 {
                    command(&mut d, 'M', &[x - if piece.len() == 1 { GAP / 2 } else { 0 }, y]);
                }
                if at > 0 || piece.len() == 1 {
                    command(&mut d, 'L', &[x + if piece.len() == 1 { GAP / 2 } else { 0 }, y]);
                }
            }
        }
        d
    }

    /// The height at which a line ends.
    fn end(&self, line: &Line<'_>) -> Option<i32> {
        let last = line.series.means.last().and_then(|piece| piece.last()).or(line.series.points.last());
        Some(self.y(last?.value))
    }

    /// Each name at the height of its line's end, moved where two would touch.
    fn draw_ends(&self, drawing: &mut Drawing) {
        let mut ends: Vec<(i32, usize)> =
            self.lines.iter().enumerate().filter_map(|(at, line)| Some((self.end(line)?, at))).collect();
        ends.sort_unstable();
        let (step, mut free) = (WORDS + GAP / 2, 0);
        for (after, (y, at)) in ends.iter().enumerate() {
            let lowest = self.bottom() - (ends.len() - 1 - after) as i32 * step;
            let y = (*y + WORDS / 3).max(free).min(lowest);
            let place = (self.right() + GAP / 2, y);
            drawing.words(ENDS[*at], place, Anchor::Start, &self.lines[*at].name);
            free = y + step;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;

    fn series(values: &[(i32, f64)], means: &[&[(i32, f64)]]) -> Series {
        let points = |values: &[(i32, f64)]| -> Vec<Point> {
            values.iter().map(|(day, value)| Point { day: *day, value: *value }).collect()
        };
        Series { points: points(values), means: means.iter().map(|piece| points(piece)).collect() }
    }

    fn drawn(all: &[&Series]) -> Drawing {
        LineChart {
            width: 3_400,
            days: (100, 127),
            scale: (0.0, 10.0),
            rules: vec![(0.0, "0".into()), (10.0, "10".into())],
            uprights: vec![99, 100, 113],
            dates: vec![(100, "1 May".into()), (127, "28 May".into())],
            lines: all.iter().map(|series| Line { series, name: "Mood".into() }).collect(),
        }
        .drawn()
    }

    fn paths<'a>(drawing: &'a Drawing, class: &str) -> Vec<&'a str> {
        let path = |shape: &'a Shape| match shape {
            Shape::Path { d, class: of } if *of == class => Some(d.as_str()),
            _ => None,
        };
        drawing.shapes.iter().filter_map(path).collect()
    }

    #[test]
    fn every_value_has_its_mark_and_the_line_keeps_its_gaps() {
        let values = [(100, 0.0), (101, 10.0), (127, 5.0)];
        let found = drawn(&[&series(&values, &[&[(100, 1.0), (101, 2.0)], &[(126, 3.0), (127, 4.0)]])]);
        let marks = paths(&found, MARKS[0]);
        assert_eq!(marks[0].matches('Z').count(), 3);
        let line = paths(&found, MEANS[0])[0];
        assert_eq!((line.matches('M').count(), line.matches('L').count()), (2, 2));
    }

    #[test]
    fn days_within_have_their_upright_line() {
        let found = drawn(&[&Series::default()]);
        let uprights = paths(&found, "chart-upright");
        assert_eq!((uprights.len(), uprights[0].matches('V').count()), (1, 2));
    }

    #[test]
    fn a_line_of_one_day_is_a_dash() {
        let found = drawn(&[&series(&[(100, 5.0)], &[&[(100, 5.0)]])]);
        let line = paths(&found, MEANS[0])[0];
        assert_eq!((line.matches('M').count(), line.matches('L').count()), (1, 1));
    }

    #[test]
    fn nothing_recorded_leaves_the_scale_alone() {
        let found = drawn(&[&Series::default()]);
        assert!(paths(&found, MARKS[0]).is_empty() && paths(&found, MEANS[0]).is_empty());
        assert_eq!(paths(&found, "chart-rule").len(), 2);
    }

    #[test]
    fn names_at_the_ends_never_touch_and_stay_on_the_drawing() {
        for value in [0.0, 5.0, 10.0] {
            let one = series(&[(127, value)], &[]);
            let found = drawn(&[&one, &one, &one]);
            let end = |shape: &Shape| match shape {
                Shape::Words { y, class, .. } if ENDS.contains(class) => Some(*y),
                _ => None,
            };
            let ends: Vec<i32> = found.shapes.iter().filter_map(end).collect();
            assert_eq!(ends.len(), 3);
            assert!(ends.windows(2).all(|pair| pair[1] - pair[0] >= WORDS), "{ends:?}");
            assert!(ends.iter().all(|y| *y <= HEIGHT), "{ends:?}");
        }
    }
}
