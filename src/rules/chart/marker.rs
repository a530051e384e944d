//! A mark for each series, told apart by its form.

use super::command;

/// Half the width of a mark.
const HALF: i32 = 26;

/// The marks of a series at those places, as one path: round, square, three-cornered.
pub(super) fn marks(series: usize, places: impl Iterator<Item = (i32, i32)>) -> String {
    let mut d = String::new();
    for (x, y) in places {
        mark(&mut d, series, x, y);
    }
    d
}

fn mark(d: &mut String, series: usize, x: i32, y: i32) {
    match series {
        0 => {
            command(d, 'M', &[x - HALF, y]);
            command(d, 'a', &[HALF, HALF, 0, 1, 0, 2 * HALF, 0]);
            command(d, 'a', &[HALF, HALF, 0, 1, 0, -2 * HALF, 0]);
        }
        1 => {
            command(d, 'M', &[x - HALF, y - HALF]);
            command(d, 'h', &[2 * HALF]);
            command(d, 'v', &[2 * HALF]);
            command(d, 'h', &[-2 * HALF]);
        }
        _ => {
            command(d, 'M', &[x, y - HALF - 6]);
            command(d, 'l', &[HALF + 6, 2 * HALF]);
            command(d, 'h', &[-2 * (HALF + 6)]);
        }
    }
    d.push('Z');
}
