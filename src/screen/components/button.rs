//! A button. A second tap within 300 ms is ignored.

use leptos::prelude::*;

use super::{Live, Tap, icon};
use crate::screen::browser::clock;

const TOO_SOON_MS: f64 = 300.0;

/// A button with words, before it is a piece of a page.
pub struct Button {
    label: Live<&'static str>,
    on_tap: Tap,
    class: &'static str,
    icon: &'static str,
    pressed: Option<Live<bool>>,
    named: Option<String>,
}

/// A button beside the main one.
pub fn button(label: impl Into<Live<&'static str>>, on_tap: impl Into<Tap>) -> Button {
    let class = "button button-plain";
    Button { label: label.into(), on_tap: on_tap.into(), class, icon: "", pressed: None, named: None }
}

impl Button {
    /// The one main action of a screen.
    pub fn main(mut self) -> Self {
        self.class = "button button-main";
        self
    }

    /// A decision that takes something away.
    pub fn decision(mut self) -> Self {
        self.class = "button button-decision";
        self
    }

    /// Only words.
    pub fn quiet(mut self) -> Self {
        self.class = "button button-quiet";
        self
    }

    /// With an icon of the page's sprite before the words.
    pub fn icon(mut self, icon: &'static str) -> Self {
        self.icon = icon;
        self
    }

    /// Switches something: read as pressed or not.
    pub fn pressed(self, pressed: RwSignal<bool>) -> Self {
        self.pressed_while(move || pressed.get())
    }

    /// The same for what is derived.
    pub fn pressed_while(mut self, pressed: impl Into<Live<bool>>) -> Self {
        self.pressed = Some(pressed.into());
        self
    }

    /// Heard by this name, which begins with its words: where several of the same words stand on a page.
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.named = Some(name.into());
        self
    }

    /// The button as a piece of a page.
    pub fn piece(self) -> AnyView {
        let Self { label, on_tap, class, icon: name, pressed, named } = self;
        let tap = unhurried(on_tap);
        let pressed = move || pressed.as_ref().map(|pressed| if pressed.get() { "true" } else { "false" });
        view! {
            <button type="button" class=class aria-pressed=pressed aria-label=named on:click=move |_| tap()>
                {(!name.is_empty()).then(|| icon(name))}
                <span class="button-label">{move || label.get()}</span>
            </button>
        }
        .into_any()
    }
}

/// The tap without a second one right behind it.
pub(super) fn unhurried(tap: Tap) -> impl Fn() {
    let last = StoredValue::new(f64::MIN);
    move || {
        let now = clock::now_ms();
        if now - last.get_value() >= TOO_SOON_MS {
            last.set_value(now);
            tap.run();
        }
    }
}
