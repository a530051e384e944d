//! A button that opens the browser's chooser for one file.

use leptos::html;
use leptos::prelude::*;
use web_sys::File;

use crate::screen::browser::photo;
use crate::screen::components::{Button, button, group};
use crate::screen::session::expect_session;

/// The button, with what is done with the file that is chosen.
pub fn chooser(label: &'static str, on_file: impl Fn(File) + 'static) -> Chooser {
    let session = expect_session();
    let field = NodeRef::<html::Input>::new();
    let choose = move || {
        if let Some(field) = field.get_untracked() {
            if session.stage.is_open_now() {
                // The app itself sends somebody out: it is covered until they are back.
                session.rest.go_out();
            }
            field.click();
        }
    };
    let take = move |_| {
        session.rest.come_back();
        let chosen = field.get_untracked().map(|field| photo::chosen(&field)).unwrap_or_default();
        if let Some(file) = chosen.into_iter().next() {
            on_file(file);
        }
    };
    // Any name: phones rename what they do not know. The bytes decide.
    let input = view! {
        <input class="heard" type="file" tabindex="-1" aria-hidden="true" node_ref=field on:change=take
            on:cancel=move |_: web_sys::Event| session.rest.come_back() />
    };
    Chooser { button: button(label, choose), input: input.into_any() }
}

/// The button, before it is a piece of a page.
pub struct Chooser {
    button: Button,
    input: AnyView,
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
