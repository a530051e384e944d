//! A summary as rows for a spreadsheet (RFC 4180): a figure or a line a row, days as ISO 8601, and what each kind of row
//! means at the end. A cell that a spreadsheet could take for a formula begins with an apostrophe.

use journal::summary::{Datum, Of, Section, Summary};

use super::{iso, number};

const HEAD: [&str; 6] = ["date", "kind", "name", "value", "of", "words"];

/// The rows, each ended by CR LF, after the mark that says it is UTF-8.
#[must_use]
pub fn csv(summary: &Summary) -> String {
    let mut rows = String::from('\u{feff}');
    put(&mut rows, HEAD.map(str::to_owned));
    for line in &summary.head {
        line.data.iter().for_each(|datum| put_datum(&mut rows, datum));
        put_words(&mut rows, &summary.title, &line.body.text());
    }
    summary.all_sections().for_each(|section| put_section(&mut rows, section));
    for (kind, means) in dictionary() {
        let cells = ["", "dictionary", kind, "", "", means];
        put(&mut rows, cells.map(str::to_owned));
    }
    rows
}

fn put_section(rows: &mut String, section: &Section) {
    for line in &section.lines {
        line.data.iter().for_each(|datum| put_datum(rows, datum));
        put_words(rows, &section.title, &line.body.text());
    }
}

fn put_datum(rows: &mut String, datum: &Datum) {
    let day = datum.day.map(iso).unwrap_or_default();
    let of = datum.whole.map(|whole| whole.to_string()).unwrap_or_default();
    let cells = [day, kind(datum.of).to_owned(), datum.name.clone(), number(datum.value), of, String::new()];
    put(rows, cells);
}

fn put_words(rows: &mut String, title: &str, words: &str) {
    let cells = ["", "line", title, "", "", words];
    put(rows, cells.map(str::to_owned));
}

fn put(rows: &mut String, cells: [String; 6]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            rows.push(',');
        }
        rows.push_str(&quoted(&guarded(cell)));
    }
    rows.push_str("\r\n");
}

/// Numbers below nought stay numbers.
fn guarded(cell: &str) -> String {
    let looks_like_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    match looks_like_formula && cell.parse::<f64>().is_err() {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

fn quoted(cell: &str) -> String {
    match cell.contains(['"', ',', '\r', '\n']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

const fn kind(of: Of) -> &'static str {
    match of {
        Of::DaysRecorded => "days_recorded",
        Of::Craving => "craving",
        Of::Mood => "mood",
        Of::SleepMinutes => "sleep_minutes",
        Of::DaysInLine => "days_in_line",
        Of::Use => "use",
        Of::Urges => "urges",
        Of::Trigger => "trigger",
        Of::Coping => "coping",
        Of::Support => "support",
        Of::Told => "told",
        Of::Score(_) => "score",
        Of::Urge => "urge",
    }
}

/// What each kind of row means. Column names and kinds are for machines, so that they read the same in every language.
fn dictionary() -> impl Iterator<Item = (&'static str, &'static str)> {
    let means = |of| match of {
        Of::DaysRecorded => "days with anything recorded, of the days of the period",
        Of::Craving => "craving of the day, 0 none to 10 strongest, self-reported",
        Of::Mood => "mood of the day, 0 very low to 10 very good, self-reported",
        Of::SleepMinutes => "minutes of sleep of the night before the day, self-reported",
        Of::DaysInLine => "days in line with the goal of that number, of days recorded for it",
        Of::Use => "a day with use; the amount in the goal's own unit, 1 where none is told",
        Of::Urges => "urges logged in the period",
        Of::Trigger => "urges with this trigger, of urges with any trigger",
        Of::Coping => "urges that passed, of urges met in this way",
        Of::Support => "how a kind of support holds, 0 to 3, self-reported",
        Of::Told => "told in own words; how often of how often",
        Of::Score(_) => "score of a questionnaire",
        Of::Urge => "strength of one urge, 0 to 10, self-reported",
    };
    Of::ALL.into_iter().map(move |of| (kind(of), means(of))).chain([("line", "a line as the page reads it")])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_guarded_and_quoted() {
        for (cell, expected) in [
            ("plain", "plain"),
            ("=1+1", "'=1+1"),
            ("+44 7700", "'+44 7700"),
            ("-2", "-2"),
            ("-cmd", "'-cmd"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("a,\"b\"", "\"a,\"\"b\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("\t=1", "'\t=1"),
        ] {
            assert_eq!(quoted(&guarded(cell)), expected);
        }
    }
}
