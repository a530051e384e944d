//! A button that opens the browser's chooser for files, or the camera. An open journal is covered until it closes.

use leptos::html;
use leptos::prelude::*;
use web_sys::{Event, File};

use crate::screen::browser::photo;
use crate::screen::components::{Button, button, group};
use crate::screen::locks;
use crate::screen::session::expect_session;

/// The button, before it is a piece of a page.
pub struct Chooser {
    button: Button,
    input: AnyView,
}

/// A button for one file of any name: phones rename what they do not know, the bytes decide.
pub fn chooser(label: &'static str, on_file: impl Fn(File) + 'static) -> Chooser {
    let first = move |files: Vec<File>| {
        if let Some(file) = files.into_iter().next() {
            on_file(file);
        }
    };
    opened_by(label, None, first)
}

/// A button for photos, out of files or the camera. `on_files` gets none when none were chosen.
pub fn photo_chooser(label: &'static str, on_files: impl Fn(Vec<File>) + 'static) -> Chooser {
    opened_by(label, Some("image/*"), on_files)
}

fn opened_by(
    label: &'static str,
    kind: Option<&'static str>,
    on_files: impl Fn(Vec<File>) + 'static,
) -> Chooser {
    let session = expect_session();
    let field = NodeRef::<html::Input>::new();
    let alive = StoredValue::new(());
    let choose = move || {
        if let Some(field) = field.get_untracked() {
            locks::go_out(session);
            field.click();
        }
    };
    let take = move |_| {
        // Too late: it is locked, and nobody waits for a file any more.
        if alive.try_get_value().is_none() || !locks::come_back(session) {
            return;
        }
        on_files(field.get_untracked().map(|field| photo::chosen(&field)).unwrap_or_default());
    };
    let give_up = move |_: Event| {
        locks::come_back(session);
    };
    let input = view! {
        <input class="heard" type="file" accept=kind multiple=kind.is_some() tabindex="-1" aria-hidden="true"
            node_ref=field on:change=take on:cancel=give_up />
    };
    Chooser { button: button(label, choose), input: input.into_any() }
}

impl Chooser {
    /// The one main action of a screen.
    pub fn main(mut self) -> Self {
        self.button = self.button.main();
        self
    }

    /// The button as a piece of a page.
    pub fn piece(self) -> AnyView {
        group([self.button.piece(), self.input])
    }
}
