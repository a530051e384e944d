//! The scale of 0 to 10: a radio group of 4 × 3 cells, nothing chosen beforehand. Where a number is not needed, the
//! twelfth cell is "Skip". Digits choose too.

use leptos::prelude::*;

use super::{Choose, OwnRadioGroup, Shape, own_radio_group};
use crate::screen::words::say;

/// Places on the scale: 0 to 10, then "Skip".
const SKIP: usize = 11;

/// The words of a scale; the two ends are read with 0 and 10.
#[derive(Clone, Copy)]
pub struct Scale {
    pub id: &'static str,
    pub label: &'static str,
    pub ends: (&'static str, &'static str),
}

impl Scale {
    /// A scale that can be skipped. `on_choose` runs after `value` has changed.
    pub fn or_skip(self, value: RwSignal<Option<u8>>, on_choose: impl Into<Choose>) -> AnyView {
        cells(self.in_own_words(), value, on_choose.into(), SKIP)
    }

    /// A scale on which a number is needed.
    pub fn needed(self, value: RwSignal<Option<u8>>, on_choose: impl Into<Choose>) -> AnyView {
        cells(self.in_own_words(), value, on_choose.into(), SKIP - 1)
    }

    fn in_own_words(self) -> OwnScale {
        let Self { id, label, ends } = self;
        OwnScale { id, label: label.to_owned(), ends: (ends.0.to_owned(), ends.1.to_owned()) }
    }
}

/// A scale in somebody's own words.
pub struct OwnScale {
    pub id: &'static str,
    pub label: String,
    pub ends: (String, String),
}

impl OwnScale {
    /// The scale, which can be skipped. `on_choose` runs after `value` has changed.
    pub fn or_skip(self, value: RwSignal<Option<u8>>, on_choose: impl Into<Choose>) -> AnyView {
        cells(self, value, on_choose.into(), SKIP)
    }
}

fn cells(scale: OwnScale, value: RwSignal<Option<u8>>, on_choose: Choose, last: usize) -> AnyView {
    let OwnScale { id, label, ends } = scale;
    let skipped = RwSignal::new(false);
    let choice = |number: usize| match number {
        0 => ("0".to_owned(), ends.0.clone()),
        10 => ("10".to_owned(), ends.1.clone()),
        SKIP => (say!(editor.skip).to_owned(), String::new()),
        number => (number.to_string(), String::new()),
    };
    let chosen = move || match value.get() {
        Some(number) => Some(usize::from(number)),
        None => skipped.get().then_some(SKIP),
    };
    let choose = move |at: usize| {
        skipped.set(at == SKIP);
        value.set(if at == SKIP { None } else { u8::try_from(at).ok() });
        on_choose.run(at);
    };
    own_radio_group(OwnRadioGroup {
        id,
        label,
        choices: (0..=last).map(choice).collect(),
        shape: Shape::Scale,
        chosen: chosen.into(),
        on_choose: choose.into(),
    })
}
