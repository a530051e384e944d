//! The lines a summary reads: in sections, in a fixed order, each one small enough to be hidden by itself.

use std::collections::BTreeSet;

use super::datum::Datum;
use super::wording::Heading;
use crate::insights::Series;

/// A summary, every word as it goes out.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Summary {
    /// Its title.
    pub title: String,
    /// The language of our words, as the browser names it.
    pub language: String,
    /// The name it carries, may be empty.
    pub name: String,
    /// The first day and the last, days since 1970-01-01.
    pub days: (i32, i32),
    /// The day it was made on.
    pub made_on: i32,
    /// What stands on top.
    pub head: Vec<Line>,
    /// The first page.
    pub sections: Vec<Section>,
    /// The second page; empty unless it was asked for.
    pub second: Vec<Section>,
}

/// A section.
#[derive(Clone, PartialEq, Debug)]
pub struct Section {
    /// Which.
    pub heading: Heading,
    /// What stands above it.
    pub title: String,
    /// What stands above the columns of its rows; empty where it has none.
    pub columns: Vec<String>,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// One line.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// Names it as long as it reads the same.
    pub key: u64,
    /// What it reads.
    pub body: Body,
    /// What of it its owner wrote; empty where all of it is ours.
    pub own: String,
    /// The figures behind it.
    pub data: Vec<Datum>,
}

/// What a line reads.
#[derive(Clone, PartialEq, Debug)]
pub enum Body {
    /// A sentence of ours.
    Words(String),
    /// Words of its owner.
    Own(String),
    /// A row of a table; the first cell names it.
    Row(Vec<String>),
    /// A chart.
    Chart(Chart),
}

/// Values of days, 0 to 10, as a chart and in words.
#[derive(Clone, PartialEq, Debug)]
pub struct Chart {
    /// The first day and the last.
    pub days: (i32, i32),
    /// What stands below them.
    pub dates: (String, String),
    /// Its series and their names.
    pub lines: Vec<(String, Series)>,
    /// Days that are marked.
    pub marks: Vec<i32>,
    /// The same in words.
    pub words: String,
}

impl Body {
    /// All it reads, its cells one after the other.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Words(words) | Self::Own(words) => words.clone(),
            Self::Row(cells) => cells.join(" · "),
            Self::Chart(chart) => chart.words.clone(),
        }
    }
}

impl Line {
    pub(crate) fn new(heading: Heading, body: Body) -> Self {
        let own = match &body {
            Body::Own(words) => words.clone(),
            _ => String::new(),
        };
        Self { key: key_of(heading, &body.text()), body, own, data: Vec::new() }
    }

    pub(crate) fn owned(self, own: &str) -> Self {
        Self { own: own.to_owned(), ..self }
    }

    pub(crate) fn with(mut self, data: impl IntoIterator<Item = Datum>) -> Self {
        self.data.extend(data);
        self
    }
}

impl Summary {
    /// All sections of both pages.
    pub fn all_sections(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().chain(&self.second)
    }

    /// All lines.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.head.iter().chain(self.all_sections().flat_map(|section| &section.lines))
    }

    /// Without the lines of these keys. A section that has none left goes with them.
    #[must_use]
    pub fn without(mut self, hidden: &BTreeSet<u64>) -> Self {
        self.head.retain(|line| !hidden.contains(&line.key));
        for sections in [&mut self.sections, &mut self.second] {
            for section in sections.iter_mut() {
                section.lines.retain(|line| !hidden.contains(&line.key));
            }
            sections.retain(|section| !section.lines.is_empty());
        }
        self
    }
}

/// FNV-1a over the section and what stands there: the same line keeps its key when others come and go.
fn key_of(heading: Heading, text: &str) -> u64 {
    let bytes = [heading.number()].into_iter().chain(text.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
