//! Small checks that every kind uses: scales, lines, texts, lists of names.

use crate::noted::{CHOICES_LIMIT, SaidError, TEXT_LIMIT};
use crate::{Day, Line, plain};

/// Most bytes of a title in the list (FORMAT 4).
const TITLE_BYTES: usize = 64;

/// Each answer on a scale of 0 to 10, where there is one.
pub(crate) fn scales(answers: &[(&'static str, Option<u8>)]) -> Result<(), SaidError> {
    match answers.iter().find(|(_, answer)| answer.is_some_and(|number| number > 10)) {
        Some((field, _)) => Err(SaidError::OutOfRange { field }),
        None => Ok(()),
    }
}

/// Each of some lines.
pub(crate) fn lines(lines: &[(&'static str, &str)]) -> Result<(), SaidError> {
    fitting(lines, Line::LIMIT)
}

/// Each of some longer texts.
pub(crate) fn texts(texts: &[(&'static str, &str)]) -> Result<(), SaidError> {
    fitting(texts, TEXT_LIMIT)
}

fn fitting(words: &[(&'static str, &str)], limit: usize) -> Result<(), SaidError> {
    match words.iter().find(|(_, words)| words.len() > limit) {
        Some((field, words)) => Err(SaidError::TooLong { field, bytes: words.len(), limit }),
        None => Ok(()),
    }
}

/// Each of some days since 1970-01-01, where there is one: it must be in the calendar.
pub(crate) fn days(days: &[(&'static str, Option<i32>)]) -> Result<(), SaidError> {
    match days.iter().find(|(_, day)| day.is_some_and(|day| Day::new(day).is_err())) {
        Some((field, _)) => Err(SaidError::OutOfRange { field }),
        None => Ok(()),
    }
}

/// How many were chosen.
pub(crate) fn count(field: &'static str, count: usize) -> Result<(), SaidError> {
    match count > CHOICES_LIMIT {
        true => Err(SaidError::TooMany { field, count, limit: CHOICES_LIMIT }),
        false => Ok(()),
    }
}

/// Own names: how many, and how long each is.
pub(crate) fn names(field: &'static str, names: &[String]) -> Result<(), SaidError> {
    count(field, names.len())?;
    names.iter().try_for_each(|name| lines(&[(field, name)]))
}

/// On one line, trimmed, control characters gone; never cut.
pub(crate) fn one_line(words: &str) -> String {
    words.replace("\r\n", " ").replace(char::is_control, " ").trim().to_owned()
}

/// Names on one line each, none of them empty or twice.
pub(crate) fn tidy_names(names: Vec<String>) -> Vec<String> {
    let mut tidy: Vec<String> = Vec::with_capacity(names.len());
    for name in names.iter().map(|name| one_line(name)) {
        if !name.is_empty() && !tidy.contains(&name) {
            tidy.push(name);
        }
    }
    tidy
}

/// Each thing once, in the order given.
pub(crate) fn each_once<T: PartialEq>(things: Vec<T>) -> Vec<T> {
    let mut once = Vec::with_capacity(things.len());
    for thing in things {
        if !once.contains(&thing) {
            once.push(thing);
        }
    }
    once
}

/// How words begin, as a title of the list.
pub(crate) fn title(words: &str) -> String {
    words[..plain::end_within(words, TITLE_BYTES)].trim_end().to_owned()
}
