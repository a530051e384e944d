//! Weekdays by parts of the day: a field for each, with its counts in it, shaded by how many days had an urge then.

use journal::insights::{Cell, Heat, PARTS};

use super::{Anchor, Drawing, GAP, WORDS, box_path};

const LEFT: i32 = 480;
const ROW: i32 = 300;
const TOP: i32 = WORDS + GAP;
const SPACE: i32 = 24;
const SHADES: [&str; 5] = ["heat-none", "heat-1", "heat-2", "heat-3", "heat-4"];
const ON_SHADES: [&str; 5] = ["heat-on-none", "heat-on-1", "heat-on-2", "heat-on-3", "heat-on-4"];
const FEW: &str = "heat-few";
const ON_FEW: &str = "heat-on-few";

/// A heat map with its names.
pub struct HeatChart<'a> {
    /// How wide it may be.
    pub width: i32,
    /// What it shows.
    pub heat: &'a Heat,
    /// Weekdays, Monday first.
    pub rows: [String; 7],
    /// Parts of the day.
    pub columns: [String; PARTS],
}

impl HeatChart<'_> {
    /// Draws it.
    #[must_use]
    pub fn drawn(&self) -> Drawing {
        let column = (self.width - LEFT) / PARTS as i32;
        let x = |part: usize| LEFT + part as i32 * column;
        let mut drawing = Drawing { width: self.width, height: TOP + 7 * ROW, shapes: Vec::new() };
        for (part, name) in self.columns.iter().enumerate() {
            drawing.words("chart-words", (x(part) + column / 2, WORDS), Anchor::Middle, name);
        }
        let most = self.most();
        for (weekday, cells) in self.heat.cells.iter().enumerate() {
            let y = TOP + weekday as i32 * ROW;
            drawing.words("chart-words", (0, y + ROW / 2 + WORDS / 3), Anchor::Start, &self.rows[weekday]);
            for (part, cell) in cells.iter().enumerate() {
                let (class, on_it) = looks(*cell, most);
                drawing.path(class, box_path(x(part), y, column - SPACE, ROW - SPACE));
                let place = (x(part) + (column - SPACE) / 2, y + (ROW - SPACE) / 2 + WORDS / 3);
                drawing.words(on_it, place, Anchor::Middle, &counts(*cell));
            }
        }
        drawing
    }

    /// Of the fields that have a shade.
    fn most(&self) -> u32 {
        let shaded = self.heat.cells.iter().flatten().filter(|cell| !cell.is_grey());
        shaded.map(|cell| cell.urge_days).max().unwrap_or(0)
    }
}

fn looks(cell: Cell, most: u32) -> (&'static str, &'static str) {
    if cell.is_grey() {
        return (FEW, ON_FEW);
    }
    let shade = (cell.urge_days * 4).div_ceil(most.max(1)) as usize;
    (SHADES[shade], ON_SHADES[shade])
}

/// Days with an urge, of days on which anything was logged.
fn counts(cell: Cell) -> String {
    match cell.logged_days {
        0 => String::new(),
        logged => cell.urge_days.to_string() + "/" + &logged.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;

    #[test]
    fn fields_are_shaded_by_days_and_few_are_grey() {
        let mut heat = Heat::default();
        let cell = |urge_days, logged_days| Cell { urges: urge_days * 2, urge_days, logged_days };
        let row = [cell(0, 0), cell(2, 2), cell(0, 3), cell(1, 9), cell(5, 9), cell(8, 8)];
        heat.cells[2] = row;
        let chart =
            HeatChart { width: 3_400, heat: &heat, rows: Default::default(), columns: Default::default() };
        let drawing = chart.drawn();
        let field = |shape: &Shape| match shape {
            Shape::Path { class, .. } => Some(*class),
            Shape::Words { .. } => None,
        };
        let fields: Vec<_> = drawing.shapes.iter().filter_map(field).collect();
        assert_eq!(fields[12..18], [FEW, FEW, "heat-none", "heat-1", "heat-3", "heat-4"]);
        assert_eq!(fields.len(), 42);
        assert_eq!(row.map(counts), ["", "2/2", "0/3", "1/9", "5/9", "8/8"]);
    }
}
