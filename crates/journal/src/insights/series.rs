//! A line through days: every recorded value as a point, and the mean of seven days over them, never drawn where too
//! little stands behind it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Day;

/// Days of the trailing mean, and the fewest of them that must be recorded.
const WINDOW: i32 = 7;
const NEEDED: usize = 4;
/// So many blank days in a row break the line.
const GAP: i32 = 3;

/// A value of a day.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Point {
    /// Days since 1970-01-01.
    pub day: i32,
    /// On the scale of its series.
    pub value: f64,
}

/// A series of days.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
pub struct Series {
    /// Every recorded day.
    pub points: Vec<Point>,
    /// The mean of the seven days that end on each recorded day, of which at least four are recorded; in pieces,
    /// broken where three or more days in a row are blank or where there is no mean.
    pub means: Vec<Vec<Point>>,
}

impl Series {
    pub(crate) fn of(values: &BTreeMap<Day, f64>) -> Self {
        let points: Vec<Point> =
            values.iter().map(|(day, value)| Point { day: day.days(), value: *value }).collect();
        Self { means: means_of(&points), points }
    }
}

fn means_of(points: &[Point]) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut last = None;
    for (index, point) in points.iter().enumerate() {
        let mean = mean_at(points, index);
        if let Some(mean) = mean {
            let joins = last.is_some_and(|last| point.day - last <= GAP);
            match pieces.last_mut().filter(|_| joins) {
                Some(piece) => piece.push(mean),
                None => pieces.push(vec![mean]),
            }
        }
        last = mean.map(|mean| mean.day);
    }
    pieces
}

fn mean_at(points: &[Point], index: usize) -> Option<Point> {
    let day = points[index].day;
    let from = points[..index].partition_point(|point| point.day <= day - WINDOW);
    let window = &points[from..=index];
    let sum: f64 = window.iter().map(|point| point.value).sum();
    (window.len() >= NEEDED).then(|| Point { day, value: sum / window.len() as f64 })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn series(values: &[(i32, u8)]) -> Series {
        Series::of(&values.iter().map(|(day, value)| (Day::new(*day).unwrap(), f64::from(*value))).collect())
    }

    fn days_of(series: &Series) -> Vec<Vec<i32>> {
        series.means.iter().map(|piece| piece.iter().map(|point| point.day).collect()).collect()
    }

    #[test]
    fn a_mean_needs_four_of_seven_days() {
        let found = series(&[(1, 2), (2, 4), (3, 6), (4, 8), (5, 10)]);
        assert_eq!(found.points.len(), 5);
        assert_eq!(found.means, [[Point { day: 4, value: 5.0 }, Point { day: 5, value: 6.0 }]]);
        // Every other day is four of seven; every third is not.
        assert_eq!(days_of(&series(&[(1, 0), (3, 0), (5, 0), (7, 0), (9, 0)])), [[7, 9]]);
        assert!(series(&[(1, 0), (4, 0), (7, 0), (10, 0), (13, 0)]).means.is_empty());
    }

    #[test]
    fn the_mean_looks_back_seven_days_and_no_further() {
        let found = series(&[(1, 10), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0)]);
        let last_two: Vec<f64> = found.means[0].iter().rev().take(2).map(|point| point.value).collect();
        assert_eq!(last_two, [0.0, 10.0 / 7.0]);
    }

    #[test]
    fn the_line_breaks_at_three_blank_days_and_not_at_two() {
        let two_blank = series(&[(1, 5), (2, 5), (3, 5), (4, 5), (7, 5), (8, 5)]);
        assert_eq!(days_of(&two_blank), [[4, 7, 8]]);
        // The seven days to day 9 hold 3, 4, 5 and 9: there is a mean, but no line from 5 to it.
        let three_blank = series(&[(2, 5), (3, 5), (4, 5), (5, 5), (9, 5), (10, 5)]);
        assert_eq!(days_of(&three_blank), [vec![5], vec![9, 10]]);
    }

    #[test]
    fn the_line_breaks_where_there_is_no_mean() {
        // Day 9 has only 3, 6 and 9.
        let thin = series(&[(0, 5), (1, 5), (2, 5), (3, 5), (6, 5), (9, 5), (10, 5), (11, 5)]);
        assert_eq!(days_of(&thin), [vec![3, 6], vec![11]]);
    }

    #[test]
    fn nothing_recorded_is_no_line() {
        assert_eq!(series(&[]), Series::default());
    }
}
