//! What stands inside of a block: emphasis, strong, code, links, escapes. One pass from left to right over a stack of
//! what is open; a mark without a partner stays the mark it is.

use super::Span;

/// How many marks may be open at once; more stay text. Keeps looking back short.
const MOST_OPEN: usize = 12;
/// Bytes of an address at most. Keeps looking ahead short.
const LONGEST_ADDRESS: usize = 2_048;

/// The spans of a text.
pub fn spans_of(text: &str) -> Vec<Span> {
    let mut line = Line {
        text,
        at: 0,
        open: vec![Open { mark: Mark::Whole, spans: Vec::new() }],
        no_code_close: [false; 9],
        angle: Next::of('>'),
        round: Next::of(')'),
    };
    while line.step() {}
    while line.open.len() > 1 {
        line.give_up_top();
    }
    line.open.pop().map(|open| open.spans).unwrap_or_default()
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Whole,
    Emphasis(char),
    Strong(char),
    Link,
}

/// Where a letter stands next. Remembered, so that a text is looked through once and not from every place anew.
struct Next {
    letter: char,
    at: Option<usize>,
}

impl Next {
    fn of(letter: char) -> Self {
        Self { letter, at: Some(0) }
    }

    fn at_or_after(&mut self, text: &str, from: usize) -> Option<usize> {
        if self.at? < from || !text[self.at?..].starts_with(self.letter) {
            self.at = text[from..].find(self.letter).map(|found| from + found);
        }
        self.at
    }
}

struct Open {
    mark: Mark,
    spans: Vec<Span>,
}

struct Line<'a> {
    text: &'a str,
    at: usize,
    open: Vec<Open>,
    /// Runs of so many backticks that have no partner any more.
    no_code_close: [bool; 9],
    angle: Next,
    round: Next,
}

impl Line<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Takes one piece; false at the end.
    fn step(&mut self) -> bool {
        let Some(letter) = self.rest().chars().next() else { return false };
        match letter {
            '\\' => self.escape(),
            '\n' => self.take(Span::Break, 1),
            '`' => self.code(),
            '*' | '_' => self.stress(letter),
            '!' if self.rest().starts_with("![") && self.open.len() < MOST_OPEN => self.begin(Mark::Link, 2),
            '[' if self.open.len() < MOST_OPEN => self.begin(Mark::Link, 1),
            ']' => self.link(),
            '<' => self.address(),
            _ => {
                let plain = self
                    .rest()
                    .find(['\\', '\n', '`', '*', '_', '!', '[', ']', '<'])
                    .unwrap_or(self.rest().len());
                self.words(plain.max(letter.len_utf8()));
            }
        }
        true
    }

    fn spans(&mut self) -> &mut Vec<Span> {
        &mut self.open.last_mut().expect("the whole is never closed before the end").spans
    }

    fn push(&mut self, span: Span) {
        match (self.spans().last_mut(), span) {
            (Some(Span::Text(before)), Span::Text(words)) => before.push_str(&words),
            (_, span) => self.spans().push(span),
        }
    }

    fn take(&mut self, span: Span, bytes: usize) {
        self.push(span);
        self.at += bytes;
    }

    /// So many bytes as they are.
    fn words(&mut self, bytes: usize) {
        let words = self.rest()[..bytes].to_owned();
        self.take(Span::Text(words), bytes);
    }

    fn begin(&mut self, mark: Mark, bytes: usize) {
        self.open.push(Open { mark, spans: Vec::new() });
        self.at += bytes;
    }

    fn escape(&mut self) {
        let escaped = self.rest()[1..].chars().next().filter(char::is_ascii_punctuation);
        match escaped {
            Some(letter) => self.take(Span::Text(letter.to_string()), 2),
            None => self.words(1),
        }
    }

    fn code(&mut self) {
        let rest = self.rest();
        let count = rest.len() - rest.trim_start_matches('`').len();
        let known_open = self.no_code_close.get(count).copied().unwrap_or(true);
        let inside = if known_open { None } else { code_inside(&rest[count..], count).map(str::to_owned) };
        match inside {
            Some(inside) => {
                let words = inside.replace('\n', " ");
                let bare = words.strip_prefix(' ').and_then(|words| words.strip_suffix(' '));
                let bare = bare.filter(|bare| !bare.trim().is_empty()).unwrap_or(&words).to_owned();
                self.take(Span::Code(bare), inside.len() + 2 * count);
            }
            None => {
                if let Some(known) = self.no_code_close.get_mut(count) {
                    *known = true;
                }
                self.words(count);
            }
        }
    }

    fn stress(&mut self, mark: char) {
        let run = self.rest().len() - self.rest().trim_start_matches(mark).len();
        let before = self.text[..self.at].chars().next_back().unwrap_or(' ');
        let after = self.rest()[run..].chars().next().unwrap_or(' ');
        // Inside of a word `_` is a letter like others.
        let inside_word = mark == '_' && before.is_alphanumeric() && after.is_alphanumeric();
        if run > 3 || inside_word {
            return self.words(run);
        }
        let (kind, bytes) = if run >= 2 { (Mark::Strong(mark), 2) } else { (Mark::Emphasis(mark), 1) };
        // Of three marks, those close first that were opened last.
        let closing =
            if run == 3 { self.last_stress(mark) } else { Some(kind).filter(|kind| self.is_open(*kind)) };
        match closing.filter(|_| !before.is_whitespace()) {
            Some(closing) => self.close(closing),
            _ if !after.is_whitespace() && self.open.len() < MOST_OPEN => self.begin(kind, bytes),
            _ => self.words(bytes),
        }
    }

    /// What is open around this place, the last first, as far as the nearest link.
    fn around(&self) -> impl Iterator<Item = Mark> {
        self.open.iter().rev().map(|open| open.mark).take_while(|mark| *mark != Mark::Link)
    }

    fn is_open(&self, mark: Mark) -> bool {
        self.around().any(|open| open == mark)
    }

    fn last_stress(&self, mark: char) -> Option<Mark> {
        self.around().find(|open| [Mark::Emphasis(mark), Mark::Strong(mark)].contains(open))
    }

    fn close(&mut self, mark: Mark) {
        while self.open.last().is_some_and(|open| open.mark != mark) {
            self.give_up_top();
        }
        let Some(open) = self.open.pop() else { return };
        match mark {
            Mark::Strong(_) => self.take(Span::Strong(open.spans), 2),
            _ => self.take(Span::Emphasis(open.spans), 1),
        }
    }

    /// The mark that was opened last stays a mark.
    fn give_up_top(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let mark = match open.mark {
            Mark::Whole => String::new(),
            Mark::Emphasis(mark) => mark.to_string(),
            Mark::Strong(mark) => [mark, mark].iter().collect(),
            Mark::Link => "[".to_owned(),
        };
        self.push(Span::Text(mark));
        for span in open.spans {
            self.push(span);
        }
    }

    fn link(&mut self) {
        let is_open = self.open.iter().any(|open| open.mark == Mark::Link);
        let inside = if is_open && self.rest().starts_with("](") { self.target() } else { None };
        let Some(inside) = inside else { return self.words(1) };
        while self.open.last().is_some_and(|open| open.mark != Mark::Link) {
            self.give_up_top();
        }
        let Some(open) = self.open.pop() else { return };
        let address = inside.split([' ', '\n']).next().unwrap_or_default();
        let address = address.trim_start_matches('<').trim_end_matches('>').to_owned();
        self.take(Span::Link { words: open.spans, address }, inside.len() + 3);
    }

    /// What stands between the round brackets after a link's words; one pair of brackets may be inside.
    fn target(&mut self) -> Option<String> {
        let start = self.at + 2;
        let first = self.round.at_or_after(self.text, start)?;
        let inner = self
            .text
            .get(start..first.min(start + LONGEST_ADDRESS))
            .is_some_and(|inside| inside.contains('('));
        let end = if inner { first + 1 + self.text[first + 1..].find(')')? } else { first };
        let inside = self.text.get(start..end).filter(|inside| inside.len() <= LONGEST_ADDRESS)?;
        (!inside.contains('\n')).then(|| inside.to_owned())
    }

    fn address(&mut self) {
        let start = self.at + 1;
        let end = self.angle.at_or_after(self.text, start).filter(|end| end - start <= LONGEST_ADDRESS);
        let inside = end.map(|end| self.text[start..end].to_owned());
        let is_address = |inside: &String| {
            (inside.starts_with("https://") || inside.starts_with("http://") || inside.starts_with("mailto:"))
                && !inside.contains(char::is_whitespace)
        };
        match inside.filter(is_address) {
            Some(address) => {
                let bytes = address.len() + 2;
                self.take(Span::Link { words: vec![Span::Text(address.clone())], address }, bytes);
            }
            None => self.words(1),
        }
    }
}

/// What stands before the next run of exactly so many backticks.
fn code_inside(text: &str, count: usize) -> Option<&str> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let run = text[start..].len() - text[start..].trim_start_matches('`').len();
        if run == count {
            return Some(&text[..start]);
        }
        at = start + run;
    }
    None
}
