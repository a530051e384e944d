//! What is folded away until somebody wants it.

use leptos::prelude::*;

use super::{Live, Tap, follow_if, follow_words};

/// The pieces below a line that opens them.
pub fn fold<const N: usize>(label: &'static str, inside: [AnyView; N]) -> AnyView {
    folded(label, inside.into())
}

fn folded(label: &'static str, inside: Vec<AnyView>) -> AnyView {
    view! {
        <details class="fold">
            <summary class="fold-head">{label}</summary>
            <div class="fold-body">{inside}</div>
        </details>
    }
    .into_any()
}

/// A row of a form that is folded away and says in its line what it holds. Its inside is made when it is first opened.
pub struct FoldRow {
    pub label: &'static str,
    /// What it holds, in words; empty for nothing.
    pub holds: Live<String>,
    /// Called before the inside is made.
    pub on_open: Tap,
    pub inside: Live<AnyView>,
}

impl FoldRow {
    /// The row as a piece of a page.
    pub fn piece(self) -> AnyView {
        let Self { label, holds, on_open, inside } = self;
        let opened = RwSignal::new(false);
        let toggled = move |_| {
            if !opened.get_untracked() {
                on_open.run();
                opened.set(true);
            }
        };
        let holds = Memo::new(move |_| holds.get());
        let inside = follow_if(move || opened.get().then(|| untrack(|| inside.get())));
        view! {
            <details class="fold fold-row" on:toggle=toggled>
                <summary class="fold-head">
                    <span class="fold-words">
                        <span>{label}" "</span>
                        <span class="fold-holds" dir="auto">{follow_words(move || holds.get())}</span>
                    </span>
                </summary>
                <div class="fold-body">{inside}</div>
            </details>
        }
        .into_any()
    }
}
