//! The two fields of a new passphrase. Their words are in the page only, in no signal.

use leptos::html;
use leptos::prelude::*;
use rules::{PassphraseProblem, Strength, judge};
use zeroize::Zeroizing;

use crate::screen::browser::passphrase;
use crate::screen::strength_link::StrengthLink;

/// The fields.
#[derive(Clone, Copy)]
pub struct Typed {
    pub(super) first: NodeRef<html::Input>,
    pub(super) again: NodeRef<html::Input>,
    pub(super) offered: NodeRef<html::P>,
    /// The words in the fields were drawn by us and not touched since.
    pub(super) ours: RwSignal<bool>,
    pub(super) shown: RwSignal<bool>,
    strength: StrengthLink,
}

impl Typed {
    /// Empty fields.
    pub fn new() -> Self {
        Self {
            first: NodeRef::new(),
            again: NodeRef::new(),
            offered: NodeRef::new(),
            ours: RwSignal::new(false),
            shown: RwSignal::new(false),
            strength: StrengthLink::new(),
        }
    }

    /// The words of the first field.
    pub fn words(self) -> Zeroizing<String> {
        self.first.try_get_untracked().flatten().map(|field| passphrase::read(&field)).unwrap_or_default()
    }

    /// Whether they were drawn by us.
    pub fn are_ours(self) -> bool {
        self.ours.get_untracked()
    }

    /// Whether both fields hold the same.
    pub fn same_twice(self) -> bool {
        let again = self.again.try_get_untracked().flatten().map(|field| passphrase::read(&field));
        again == Some(self.words())
    }

    /// Judges the words of the first field. Those drawn by us are good.
    pub async fn judged(self) -> Result<(), PassphraseProblem> {
        if self.are_ours() {
            return Ok(());
        }
        let words = self.words();
        // What can be told without an estimate is told first.
        judge(&words, None).or_else(|problem| match problem {
            PassphraseProblem::TooShort => Ok(()),
            other => Err(other),
        })?;
        judge(&words, self.estimate().await)
    }

    /// How hard the words are to guess; `None` when that cannot be told.
    pub(super) async fn estimate(self) -> Option<Strength> {
        self.strength.estimate(passphrase::secret(self.words())).await
    }

    /// Empties the fields.
    pub fn clear(self) {
        for field in [self.first, self.again] {
            if let Some(field) = field.try_get_untracked().flatten() {
                passphrase::clear(&field);
            }
        }
        self.show_offer("");
    }

    /// Fills both fields with words drawn by us, and shows them.
    pub(super) fn fill(self, words: &str) {
        for field in [self.first, self.again] {
            if let Some(field) = field.try_get_untracked().flatten() {
                field.set_value(words);
            }
        }
        self.show_offer(words);
        self.ours.try_set(true);
        self.shown.try_set(true);
    }

    /// Shows words on offer; none when empty.
    pub(super) fn show_offer(self, words: &str) {
        if let Some(offered) = self.offered.try_get_untracked().flatten() {
            offered.set_text_content(Some(words));
        }
    }
}
