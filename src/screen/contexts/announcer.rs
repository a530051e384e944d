//! What is said aloud to people who listen to the screen: sentences of ours only, never a word of the journal.

use leptos::prelude::*;

/// The one polite live region of the page.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<&'static str>);

/// Provides it.
pub fn provide_announcer() -> Announcer {
    let announcer = Announcer(RwSignal::new(""));
    provide_context(announcer);
    announcer
}

/// The announcer.
pub fn expect_announcer() -> Announcer {
    expect_context()
}

impl Announcer {
    /// Says a sentence once.
    pub fn say(self, sentence: &'static str) {
        self.0.set(sentence);
    }

    /// What was said last.
    pub fn said(self) -> &'static str {
        self.0.get()
    }
}
