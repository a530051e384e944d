//! What can be taken back right now: the last deletion, what was noted by one tap, or the draft that was put away.

use keeper::protocol::{Draft, Id};
use leptos::prelude::*;

/// What can be taken back.
#[derive(Clone, PartialEq)]
pub enum Undoable {
    /// A deleted entry.
    Entry(Id),
    /// A record noted by one tap, and what is said of it.
    Noted(Id, &'static str),
    /// A draft put away.
    Draft(Box<Draft>),
    /// A backup that was merged.
    Merge,
    /// A favourite that is none any more.
    Star(Id),
}

/// The offer to take it back.
#[derive(Clone, Copy)]
pub struct Offer(RwSignal<Option<Undoable>>);

/// Provides it.
pub fn provide_offer() -> Offer {
    let offer = Offer(RwSignal::new(None));
    provide_context(offer);
    offer
}

/// The offer.
pub fn expect_offer() -> Offer {
    expect_context()
}

impl Offer {
    /// Offers to take this back.
    pub fn make(self, undoable: Undoable) {
        self.0.set(Some(undoable));
    }

    /// Takes the offer away.
    pub fn close(self) {
        self.0.set(None);
    }

    /// The offer, once.
    pub fn get_now(self) -> Option<Undoable> {
        self.0.get_untracked()
    }

    /// The offer.
    pub fn get(self) -> Option<Undoable> {
        self.0.get()
    }
}
