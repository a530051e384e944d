//! The fields of an urge as they stand in the page, and what the edit began from.

use keeper::protocol::{Draft, UrgeWords, Written};
use leptos::html;
use leptos::prelude::*;
use rules::{Civil, When, parse_clock, parse_date};

use crate::screen::browser::clock;
use crate::screen::pages::writing::{Begun, Drafting};
use crate::screen::words::say;

/// The desk.
#[derive(Clone, Copy)]
pub struct Desk {
    pub begun: StoredValue<Begun<UrgeWords>>,
    pub strength: RwSignal<Option<u8>>,
    pub line: NodeRef<html::Input>,
    pub date: NodeRef<html::Input>,
    pub clock: NodeRef<html::Input>,
    pub drafting: Drafting,
}

impl Desk {
    /// A desk for what was begun.
    pub fn new(begun: Begun<UrgeWords>) -> Self {
        let desk = Self {
            strength: RwSignal::new(begun.text.strength),
            line: NodeRef::new(),
            date: NodeRef::new(),
            clock: NodeRef::new(),
            drafting: Drafting::new(begun.was_writing),
            begun: StoredValue::new(begun),
        };
        desk.drafting.of(move || desk.draft());
        desk
    }

    /// The date and time that the fields begin with.
    pub fn began_at(self) -> (String, String) {
        let civil = self.begun.with_value(|begun| Civil::at(begun.text.happened_at_s, begun.text.offset_min));
        (civil.date_value(), civil.clock_value())
    }

    /// Whether anything in it is worth keeping.
    pub fn has_words(self) -> bool {
        self.strength.get_untracked().is_some() || !self.line_now().trim().is_empty()
    }

    /// The draft of what stands in the fields. A date and time left alone, or not real, stay those it began with.
    pub fn draft(self) -> Draft {
        let began = self.begun.get_value();
        let moved = self.when().flatten().map(clock::local_at);
        let (happened_at_s, offset_min, zone) = match moved {
            Some(when) => (when.second, when.offset_min, when.zone),
            None => (began.text.happened_at_s, began.text.offset_min, began.text.zone.clone()),
        };
        let strength = self.strength.try_get_untracked().flatten();
        let line = self.line_now();
        let words = began.text.clone();
        began.draft(Written::Urge(UrgeWords { strength, line, happened_at_s, offset_min, zone, ..words }))
    }

    /// The draft to save, or what stands against it.
    pub fn checked(self) -> Result<Draft, &'static str> {
        if self.strength.get_untracked().is_none() {
            return Err(say!(urge.problem.strength));
        }
        match self.when() {
            Some(_) => Ok(self.draft()),
            None => Err(say!(editor.problem.when)),
        }
    }

    /// The time given, `Some(None)` where it was left alone; `None` when it is not a real one.
    fn when(self) -> Option<Option<When>> {
        let before = self.began_at();
        let now = (value(self.date, &before.0), value(self.clock, &before.1));
        if now == before {
            return Some(None);
        }
        let (date, clock) = parse_date(&now.0).zip(parse_clock(&now.1))?;
        Some(Some(When { date, clock }))
    }

    fn line_now(self) -> String {
        let began = self.begun.with_value(|begun| begun.text.line.clone());
        value(self.line, &began)
    }
}

fn value(field: NodeRef<html::Input>, began: &str) -> String {
    field.try_get_untracked().flatten().map_or_else(|| began.to_owned(), |field| field.value())
}
