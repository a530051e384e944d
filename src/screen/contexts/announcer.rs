//! What is said aloud to people who listen to the screen: sentences of ours only, never a word of the journal.

use leptos::prelude::*;

/// A sentence that was said.
#[derive(Clone, Copy)]
pub struct Said {
    /// Counts up, so that the same sentence twice is two announcements.
    pub number: u32,
    /// The sentence.
    pub words: &'static str,
}

/// The one polite live region of the page.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<Option<Said>>);

/// Provides it.
pub fn provide_announcer() -> Announcer {
    let announcer = Announcer(RwSignal::new(None));
    provide_context(announcer);
    announcer
}

/// The announcer.
pub fn expect_announcer() -> Announcer {
    expect_context()
}

impl Announcer {
    /// Says a sentence once.
    pub fn say(self, words: &'static str) {
        self.0.update(|said| {
            let number = said.map_or(0, |said| said.number.wrapping_add(1));
            *said = (!words.is_empty()).then_some(Said { number, words });
        });
    }

    /// What was said last.
    pub fn said(self) -> Option<Said> {
        self.0.get()
    }
}
