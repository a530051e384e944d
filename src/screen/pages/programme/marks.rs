//! The marks of routines: which days are marked done, and the row that marks one.

use keeper::protocol::Id;
use keeper::protocol::support::programme::KeptWords;
use leptos::prelude::*;

use super::records::{Loaded, Taps};
use crate::screen::browser::clock;
use crate::screen::components::check_row;
use crate::screen::pages::writing::Fields;

/// How far back a day can be marked.
pub const BACK: i32 = 14;

/// The marks of the last days, and the way to make them.
#[derive(Clone, Copy)]
pub struct Marks {
    kept: Loaded<KeptWords>,
    taps: Taps,
}

impl Marks {
    /// For a page or card.
    pub fn load(today: i32, taps: Taps) -> Self {
        Self { kept: Loaded::since(today - BACK), taps }
    }

    /// The days of that routine that are marked.
    pub fn days(self, routine: Id) -> Vec<i32> {
        let of = |kept: &KeptWords| (kept.routine == routine).then_some(kept.day);
        self.kept.with(|all| all.iter().filter_map(|own| of(&own.words)).collect())
    }

    fn tap(self, routine: Id, day: i32) {
        let is_it = |kept: &KeptWords| kept.routine == routine && kept.day == day;
        let there: Vec<Id> = untrack(|| {
            self.kept.with(|all| all.iter().filter(|own| is_it(&own.words)).map(|own| own.id).collect())
        });
        if !there.is_empty() {
            return self.taps.take_back(there);
        }
        let mut words = KeptWords { routine, day, ..KeptWords::default() };
        words.put_when(clock::local_now());
        self.taps.note(words);
    }

    /// The row that marks a day.
    pub fn row(self, routine: Id, day: i32, words: String, more: String) -> AnyView {
        let checked = move || self.days(routine).contains(&day);
        check_row(words, more, checked, move || self.tap(routine, day))
    }
}
