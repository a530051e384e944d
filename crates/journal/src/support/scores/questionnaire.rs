//! A questionnaire as a clinician handed it over: its questions in order, which of them are asked, and what answers weigh.

use serde::{Deserialize, Serialize};

use super::Instrument;
use crate::noted::{Noted, Said, SaidError, TEXT_LIMIT};
use crate::search::fold;
use crate::{Kind, check};

/// Most items.
const ITEMS: usize = 1_000;
/// Most options of an item.
const OPTIONS: usize = 200;

/// A questionnaire as it rests.
pub type Questionnaire = Noted<QuestionnaireWords>;

/// A questionnaire. All that was in the file, as far as it can be filled in.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct QuestionnaireWords {
    /// What it is called.
    pub name: String,
    /// Whom it names as its publisher, may be empty.
    pub publisher: String,
    /// What it names as its canonical address and version; never fetched.
    pub canonical: String,
    /// Whose it is, as the file says: kept and printed with it.
    pub copyright: String,
    /// The instrument its codes stand for, where they are known.
    pub instrument: Instrument,
    /// Its items in order, each behind the group it belongs to.
    pub items: Vec<Item>,
    /// When it was taken in, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// An item.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Item {
    /// Its linkId.
    pub link: String,
    /// What stands before its words: a number.
    pub prefix: String,
    /// Its words.
    pub text: String,
    /// What it takes.
    pub kind: ItemKind,
    /// The place of the item it stands in.
    pub inside: Option<u16>,
    /// What can be chosen.
    pub options: Vec<Weighed>,
    /// Several can be chosen.
    pub several: bool,
    /// It asks for an answer.
    pub required: bool,
    /// An answer above nothing may mean danger: help is opened first.
    pub safety: bool,
    /// When it is asked; empty for always.
    pub when: Vec<Condition>,
    /// All conditions must hold, not any.
    pub when_all: bool,
}

/// What an item takes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// Nothing: it is shown.
    #[default]
    Shown,
    /// Nothing: it holds others.
    Group,
    /// One of its options, or several.
    Choice,
    /// One of its options, or own words.
    OpenChoice,
    /// Yes or no.
    YesNo,
    /// A number.
    Number,
    /// A date, or a time.
    Moment,
    /// A line.
    Line,
    /// A text.
    Text,
    /// Something that is worked out elsewhere, or that cannot be given here.
    NotHere,
}

/// An option and its weight.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Weighed {
    /// Its words.
    pub text: String,
    /// What conditions call it: a code, or the words.
    pub value: String,
    /// What it weighs, in hundredths.
    pub hundredths: Option<i64>,
}

/// A condition on the answer to another item.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Condition {
    /// The place of that item.
    pub item: u16,
    /// How it is compared.
    pub operator: Operator,
    /// With what.
    pub value: String,
}

/// How an answer is compared.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// Whether there is one.
    #[default]
    Exists,
    /// It is.
    Equal,
    /// It is not.
    NotEqual,
    /// Above.
    Above,
    /// Below.
    Below,
    /// Not below.
    AtLeast,
    /// Not above.
    AtMost,
}

/// Answers while they are given, one for each item: the values of options, or what was typed.
pub type Answered = Vec<Vec<String>>;

/// What the weights come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sum {
    /// No item has weights, or one has them for some of its options alone: there is no score.
    None,
    /// So many weighed items have no answer yet.
    Missing(usize),
    /// The sum in hundredths, of so many items.
    Of(i64, usize),
}

impl QuestionnaireWords {
    /// Which items are asked now. An answer to one that is not counts as none.
    #[must_use]
    pub fn asked(&self, answered: &Answered) -> Vec<bool> {
        let mut known = vec![None; self.items.len()];
        (0..self.items.len()).for_each(|at| {
            self.is_asked(at, answered, &mut known);
        });
        known.into_iter().map(|asked| asked == Some(true)).collect()
    }

    /// Items that wait for each other are not asked; a file with such a circle is refused before it comes here.
    fn is_asked(&self, at: usize, answered: &Answered, known: &mut [Option<bool>]) -> bool {
        if let Some(known) = known[at] {
            return known;
        }
        known[at] = Some(false);
        let item = &self.items[at];
        let stands = |other: u16, known: &mut [Option<bool>]| {
            usize::from(other) < self.items.len() && self.is_asked(usize::from(other), answered, known)
        };
        let around = item.inside.is_none_or(|group| stands(group, known));
        let mut holds = item.when.iter().map(|condition| {
            let answers = answered.get(usize::from(condition.item)).map_or(&[][..], Vec::as_slice);
            let asked = stands(condition.item, known);
            condition.holds(if asked { answers } else { &[] })
        });
        let asked = match (item.when.is_empty(), item.when_all) {
            (true, _) => true,
            (false, true) => holds.all(|holds| holds),
            (false, false) => holds.any(|holds| holds),
        };
        known[at] = Some(around && asked);
        around && asked
    }

    /// Whether it is one that staff alone may score, by what it is called: CIWA-Ar, whose number at home would stand in
    /// for help that is needed (DOMAIN 3).
    #[must_use]
    pub fn is_for_staff_alone(&self) -> bool {
        fold(&self.name).contains("ciwa")
    }

    /// What the weights of the answers come to. Items without any weight are not part of it.
    #[must_use]
    pub fn sum(&self, answered: &Answered) -> Sum {
        if self.is_for_staff_alone() {
            return Sum::None;
        }
        let asked = self.asked(answered);
        let (mut sum, mut count, mut missing) = (0_i64, 0, 0);
        for (at, item) in self.items.iter().enumerate().filter(|(_, item)| item.is_weighed()) {
            if item.options.iter().any(|option| option.hundredths.is_none()) {
                return Sum::None;
            }
            if !asked[at] {
                continue;
            }
            let answers = answered.get(at).map_or(&[][..], Vec::as_slice);
            let weight =
                |value: &String| item.options.iter().find(|option| option.value == *value)?.hundredths;
            let weights: Option<Vec<i64>> = answers.iter().map(weight).collect();
            count += 1;
            match weights {
                Some(weights) if !weights.is_empty() => {
                    sum = weights.iter().fold(sum, |sum, weight| sum.saturating_add(*weight));
                }
                _ => missing += 1,
            }
        }
        match (count, missing) {
            (0, _) => Sum::None,
            (_, 0) => Sum::Of(sum, count),
            _ => Sum::Missing(missing),
        }
    }

    /// Whether an answer may mean danger: a safety item with any answer that weighs something, or, without weights, with
    /// any but the first option.
    #[must_use]
    pub fn calls_for_help(&self, answered: &Answered) -> bool {
        self.items.iter().zip(answered).filter(|(item, _)| item.safety).any(|(item, answers)| {
            answers.iter().any(|answer| {
                match item.options.iter().position(|option| option.value == *answer) {
                    Some(at) => item.options[at].hundredths.map_or(at > 0, |weight| weight > 0),
                    None => item.kind != ItemKind::YesNo || answer == "true",
                }
            })
        })
    }
}

impl Item {
    fn is_weighed(&self) -> bool {
        self.options.iter().any(|option| option.hundredths.is_some())
    }
}

impl Condition {
    fn holds(&self, answers: &[String]) -> bool {
        let any = |test: &dyn Fn(&String) -> bool| answers.iter().any(test);
        let order = |answer: &String| match (answer.parse::<f64>(), self.value.parse::<f64>()) {
            (Ok(answer), Ok(value)) => answer.partial_cmp(&value),
            _ => Some(answer.as_str().cmp(&self.value)),
        };
        use core::cmp::Ordering::{Equal, Greater, Less};
        match self.operator {
            Operator::Exists => answers.is_empty() != (self.value == "true"),
            Operator::Equal => any(&|answer| order(answer) == Some(Equal)),
            // FHIR: an answer that is not there is not unequal either.
            Operator::NotEqual => !answers.is_empty() && !any(&|answer| order(answer) == Some(Equal)),
            Operator::Above => any(&|answer| order(answer) == Some(Greater)),
            Operator::Below => any(&|answer| order(answer) == Some(Less)),
            Operator::AtLeast => any(&|answer| matches!(order(answer), Some(Greater | Equal))),
            Operator::AtMost => any(&|answer| matches!(order(answer), Some(Less | Equal))),
        }
    }
}

impl Said for QuestionnaireWords {
    const KIND: Kind = Kind::QUESTIONNAIRE;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "name",
        "publisher",
        "canonical",
        "copyright",
        "instrument",
        "items",
        "happened_at_s",
        "offset_min",
        "zone",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        let (name, publisher) = (check::one_line(&self.name), check::one_line(&self.publisher));
        Self { name, publisher, canonical: check::one_line(&self.canonical), ..self }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.name.is_empty() {
            return Err(SaidError::Missing { field: "name" });
        }
        if self.items.is_empty() {
            return Err(SaidError::Missing { field: "items" });
        }
        at_most("items", self.items.len(), ITEMS)?;
        check::texts(&[
            ("name", &self.name),
            ("publisher", &self.publisher),
            ("canonical", &self.canonical),
            ("copyright", &self.copyright),
        ])?;
        self.items.iter().try_for_each(|item| item.check(self.items.len()))
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.publisher.clone()
    }

    fn search_text(&self) -> String {
        fold(&[self.name.as_str(), &self.publisher].join("\n"))
    }
}

impl Item {
    fn check(&self, items: usize) -> Result<(), SaidError> {
        at_most("options", self.options.len(), OPTIONS)?;
        at_most("when", self.when.len(), OPTIONS)?;
        let places = self.inside.iter().chain(self.when.iter().map(|condition| &condition.item));
        if places.into_iter().any(|place| usize::from(*place) >= items) {
            return Err(SaidError::OutOfRange { field: "items" });
        }
        let options = self.options.iter().flat_map(|option| [&option.text, &option.value]);
        let words = [&self.link, &self.prefix, &self.text].into_iter().chain(options);
        for words in words.chain(self.when.iter().map(|condition| &condition.value)) {
            if words.len() > TEXT_LIMIT {
                return Err(SaidError::TooLong { field: "items", bytes: words.len(), limit: TEXT_LIMIT });
            }
        }
        Ok(())
    }
}

fn at_most(field: &'static str, count: usize, limit: usize) -> Result<(), SaidError> {
    if count > limit { Err(SaidError::TooMany { field, count, limit }) } else { Ok(()) }
}
