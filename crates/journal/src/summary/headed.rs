//! Makes a section: its title, its lines, and what it says where there is nothing.

use super::datum::Datum;
use super::line::{Body, Line, Section};
use super::wording::{Heading, Say, Wording};

/// A section that is being written.
pub(crate) struct Headed<'a> {
    heading: Heading,
    wording: &'a dyn Wording,
    columns: Vec<String>,
    lines: Vec<Line>,
}

impl<'a> Headed<'a> {
    pub(crate) fn new(heading: Heading, wording: &'a dyn Wording) -> Self {
        Self { heading, wording, columns: Vec::new(), lines: Vec::new() }
    }

    pub(crate) fn columns(mut self, columns: &[Say<'_>]) -> Self {
        self.columns = columns.iter().map(|column| self.wording.say(column)).collect();
        self
    }

    pub(crate) fn say(&mut self, say: &Say<'_>) {
        self.say_with(say, []);
    }

    pub(crate) fn say_with(&mut self, say: &Say<'_>, data: impl IntoIterator<Item = Datum>) {
        self.put(Body::Words(self.wording.say(say)), data);
    }

    pub(crate) fn own(&mut self, words: String) {
        self.put(Body::Own(words), []);
    }

    /// The last line holds words of the owner.
    pub(crate) fn last_is_own(&mut self, own: &str) {
        if let Some(last) = self.lines.pop() {
            self.lines.push(last.owned(own));
        }
    }

    pub(crate) fn row(&mut self, cells: Vec<String>, data: impl IntoIterator<Item = Datum>) {
        self.put(Body::Row(cells), data);
    }

    pub(crate) fn put(&mut self, body: Body, data: impl IntoIterator<Item = Datum>) {
        self.lines.push(Line::new(self.heading, body).with(data));
    }

    /// The section; one that holds nothing says so.
    pub(crate) fn done(mut self) -> Section {
        if self.lines.is_empty() {
            self.columns.clear();
            self.say(&Say::Nothing);
        }
        let title = self.wording.say(&Say::Title(self.heading));
        Section { heading: self.heading, title, columns: self.columns, lines: self.lines }
    }

    pub(crate) fn into_lines(self) -> Vec<Line> {
        self.lines
    }
}
