//! The questions of a sheet as fields. What a field holds stands in the record at the place of its question.

use keeper::protocol::support::worksheets::{Answer, Answered, Ask, Cell, Rating, Shape, WorksheetWords};
use leptos::prelude::*;
use rules::{Civil, NO_DAY, days_of, parse_date, parse_percent, percent_words};

use super::field::{Field, field, named};
use super::rows::{Kind, Rows};
use crate::screen::components::{OwnRadioGroup, OwnScale, Shape as Lie, numbered, own_radio_group};
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

/// One question: its place in the record, and how it is asked now, where it still is.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub desk: Desk<WorksheetWords>,
    pub at: usize,
    pub ask: Option<&'a Ask>,
}

impl Place<'_> {
    /// The question as a piece of a form.
    pub fn piece(self, given: &Answered) -> AnyView {
        let label = given.label.clone();
        match given.answer.clone() {
            Answer::Line(words) => self.words("text", label, words, Answer::Line),
            Answer::Text(words) => self.words("several", label, words, Answer::Text),
            Answer::Scale(number) => self.scale(label, number),
            Answer::Percent(number) => self.percent(label, number),
            Answer::Lines(lines) => self.lines(Kind::Plain, label, unrated(lines)),
            Answer::Ranked(lines) => self.lines(Kind::Ranked, label, unrated(lines)),
            Answer::Rated(lines) => self.lines(Kind::Rated, label, lines),
            Answer::Choice(chosen) => self.choice(label, chosen),
            Answer::Square(cells) => self.square(label, cells),
            Answer::Date(day) => self.date(label, day),
        }
    }

    fn id(self) -> &'static str {
        numbered("ask", self.at)
    }

    fn help(self) -> String {
        self.ask.map(|ask| ask.help.clone()).unwrap_or_default()
    }

    fn typed(self) -> impl Fn(Answer) + Copy + 'static {
        let (desk, at) = (self.desk, self.at);
        move |answer| desk.typed(|words| put(words, at, answer))
    }

    fn chosen(self) -> impl Fn(Answer) + Copy + 'static {
        let (desk, at) = (self.desk, self.at);
        move |answer| desk.chosen(|words| put(words, at, answer))
    }

    fn words(
        self,
        kind: &'static str,
        label: String,
        value: String,
        answer: fn(String) -> Answer,
    ) -> AnyView {
        let typed = self.typed();
        let help = self.help();
        field(Field { id: self.id().to_owned(), label, kind, help, value }, move |words| typed(answer(words)))
    }

    fn percent(self, label: String, number: Option<u8>) -> AnyView {
        let typed = self.typed();
        let (help, value) = (say!(worksheets.percent_help).to_owned(), percent_words(number));
        field(Field { id: self.id().to_owned(), label, kind: "number", help, value }, move |words: String| {
            typed(Answer::Percent(parse_percent(&words)));
        })
    }

    fn date(self, label: String, day: Option<i32>) -> AnyView {
        let typed = self.typed();
        let value = day.filter(|day| *day != NO_DAY);
        let value = value.map(|day| Civil::at(i64::from(day) * 86_400, 0).date_value()).unwrap_or_default();
        let help = self.help();
        field(Field { id: self.id().to_owned(), label, kind: "date", help, value }, move |words: String| {
            let day = parse_date(&words).map(|(year, month, day)| days_of(year, month, day) as i32);
            typed(Answer::Date((!words.is_empty()).then_some(day.unwrap_or(NO_DAY))));
        })
    }

    fn scale(self, label: String, number: Option<u8>) -> AnyView {
        let chosen = self.chosen();
        let value = RwSignal::new(number);
        let ends = match self.ask.map(|ask| &ask.shape) {
            Some(Shape::Scale(low, high)) => (low.clone(), high.clone()),
            _ => (String::new(), String::new()),
        };
        OwnScale { id: self.id(), label, ends }
            .or_skip(value, move |_| chosen(Answer::Scale(value.get_untracked())))
    }

    /// What was chosen from an earlier list stays on offer.
    fn choice(self, label: String, given: String) -> AnyView {
        let put = self.chosen();
        let mut choices = match self.ask.map(|ask| &ask.shape) {
            Some(Shape::Choice(choices)) => choices.clone(),
            _ => Vec::new(),
        };
        if !given.is_empty() && !choices.contains(&given) {
            choices.push(given.clone());
        }
        let chosen = RwSignal::new(choices.iter().position(|choice| *choice == given));
        let words = choices.clone();
        let choose = move |at: usize| {
            chosen.set(Some(at));
            put(Answer::Choice(words.get(at).cloned().unwrap_or_default()));
        };
        own_radio_group(OwnRadioGroup {
            id: self.id(),
            label,
            choices: choices.into_iter().map(|choice| (choice, String::new())).collect(),
            shape: Lie::Row,
            chosen: (move || chosen.get()).into(),
            on_choose: choose.into(),
        })
    }

    fn lines(self, kind: Kind, label: String, lines: Vec<Rating>) -> AnyView {
        let typed = self.typed();
        let words = |lines: Vec<Rating>| lines.into_iter().map(|line| line.words).collect();
        let told = move |lines: Vec<Rating>| {
            typed(match kind {
                Kind::Plain => Answer::Lines(words(lines)),
                Kind::Ranked => Answer::Ranked(words(lines)),
                Kind::Rated => Answer::Rated(lines),
            });
        };
        let rows = Rows::new((self.id(), kind), label.clone(), lines, told);
        named(self.id(), label, self.help(), rows.piece())
    }

    fn square(self, label: String, cells: Vec<Cell>) -> AnyView {
        let (typed, id) = (self.typed(), self.id());
        let all = RwSignal::new(cells.clone());
        let cell = move |(at, cell): (usize, Cell)| {
            let id = id.to_owned() + "-cell-" + &at.to_string();
            let (label, value) = (cell.label, cell.words);
            field(Field { id, label, kind: "several", help: String::new(), value }, move |words| {
                all.update(|all| {
                    if let Some(cell) = all.get_mut(at) {
                        cell.words = words;
                    }
                });
                typed(Answer::Square(all.get_untracked()));
            })
        };
        let cells: Vec<AnyView> = cells.into_iter().enumerate().map(cell).collect();
        let cells = view! { <div class="worksheet-square">{cells}</div> };
        named(self.id(), label, self.help(), cells.into_any())
    }
}

fn put(words: &mut WorksheetWords, at: usize, answer: Answer) {
    if let Some(given) = words.answers.get_mut(at) {
        given.answer = answer;
    }
}

fn unrated(lines: Vec<String>) -> Vec<Rating> {
    lines.into_iter().map(|words| Rating { words, percent: None }).collect()
}
