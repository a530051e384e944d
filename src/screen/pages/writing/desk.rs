//! The desk of a smaller kind: its fields in one signal, changed by every tap and key, and the draft of them.

use keeper::protocol::{Draft, Id, OneKind, Written};
use leptos::prelude::*;
use rules::{Civil, When, parse_clock, parse_date};

use super::{Begun, Drafting};
use crate::screen::browser::clock::{self, LocalTime};
use crate::screen::components::{Say, Typed, boxed};
use crate::screen::words::say;

/// A smaller kind as a form fills it in.
pub trait Fields: OneKind {
    /// Puts another moment in its place.
    fn put_when(&mut self, when: LocalTime) {
        self.put_moment(when.second, when.offset_min, when.zone);
    }
}

impl<S: OneKind> Fields for S {}

/// The first words of a new record: now, and nothing else.
pub fn new_now<S: Fields>() -> Written {
    let mut words = S::default();
    words.put_when(clock::local_now());
    words.written()
}

/// The desk.
pub struct Desk<S: Fields> {
    /// The fields as they stand.
    pub words: RwSignal<S>,
    /// Their draft.
    pub drafting: Drafting,
    begun: StoredValue<Begun<S>>,
    /// The date and time fields, where they hold no real ones.
    unreal: RwSignal<bool>,
}

impl<S: Fields> Clone for Desk<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: Fields> Copy for Desk<S> {}

impl<S: Fields> Desk<S> {
    /// A desk for what was begun.
    pub fn new(begun: Begun<S>) -> Self {
        let desk = Self {
            words: RwSignal::new(begun.text.clone()),
            drafting: Drafting::new(begun.was_writing),
            begun: StoredValue::new(begun),
            unreal: RwSignal::new(false),
        };
        desk.drafting.of(move || desk.draft());
        desk
    }

    /// The record is not in the journal yet.
    pub fn is_new(self) -> bool {
        self.begun.with_value(Begun::is_new)
    }

    /// Under which id it is kept.
    pub fn id(self) -> Id {
        self.begun.with_value(|begun| begun.id)
    }

    /// It goes on from a draft.
    pub fn was_writing(self) -> bool {
        self.begun.with_value(|begun| begun.was_writing)
    }

    /// A key changed the fields: their draft follows in a moment.
    pub fn typed(self, change: impl FnOnce(&mut S)) {
        self.words.update(change);
        self.drafting.typed();
    }

    /// A tap changed the fields: their draft is sealed at once.
    pub fn chosen(self, change: impl FnOnce(&mut S)) {
        self.words.update(change);
        self.drafting.chosen();
    }

    /// Whether anything in it is worth keeping.
    pub fn has_words(self) -> bool {
        let mut blank = S::default();
        self.words.with_untracked(|words| {
            let (second, offset_min) = words.moment();
            blank.put_moment(second, offset_min, String::new());
            let mut words = words.clone();
            words.put_moment(second, offset_min, String::new());
            words != blank
        })
    }

    /// The draft of what stands in the fields.
    pub fn draft(self) -> Draft {
        let began = self.begun.get_value();
        let words = self.words.try_get_untracked().unwrap_or(began.text.clone());
        began.draft(words.written())
    }

    /// The draft to save, or what stands against it: `problem` looks at the fields, and a date must be one.
    pub fn checked(self, problem: impl FnOnce(&S) -> Option<&'static str>) -> Result<Draft, &'static str> {
        match self.words.with_untracked(problem) {
            Some(problem) => Err(problem),
            None if self.unreal.get_untracked() => Err(say!(editor.problem.when)),
            None => Ok(self.draft()),
        }
    }

    /// Date and time, for what was at another time than now.
    pub fn when_fields(self) -> AnyView {
        let (second, offset_min) = self.words.with_untracked(S::moment);
        let civil = Civil::at(second, offset_min);
        let (date, time) = (RwSignal::new(civil.date_value()), RwSignal::new(civil.clock_value()));
        let moved = move || {
            let real = date.with(|date| parse_date(date)).zip(time.with(|time| parse_clock(time)));
            self.unreal.set(real.is_none());
            if let Some((date, clock)) = real {
                self.typed(|words| words.put_when(clock::local_at(When { date, clock })));
            }
        };
        let field = |id, label, kind, held: RwSignal<String>| {
            let value = held.get_untracked();
            let on_words: Say = (move |words| {
                held.set(words);
                untrack(moved);
            })
            .into();
            Typed { id, label, kind, help: "", value, on_words }.piece()
        };
        boxed(
            "beside",
            [field("date", say!(editor.date), "date", date), field("time", say!(editor.time), "time", time)],
        )
    }
}
