//! A button. A second tap within 300 ms is ignored.

use leptos::prelude::*;

use super::{Icon, Live, Tap};
use crate::screen::browser::clock;

/// How much a button stands out.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// The one main action of a screen.
    Main,
    /// Beside it.
    #[default]
    Plain,
    /// A decision that takes something away.
    Decision,
    /// Only words.
    Quiet,
}

const TOO_SOON_MS: f64 = 300.0;

/// A button with words and, if there is one, an icon.
#[component]
pub fn Button(
    #[prop(into)] label: Live<&'static str>,
    #[prop(into)] on_tap: Tap,
    #[prop(optional)] kind: Kind,
    #[prop(optional)] icon: &'static str,
    /// Pressed or not, for a button that switches something.
    #[prop(optional)]
    pressed: Option<RwSignal<bool>>,
) -> impl IntoView {
    let class = match kind {
        Kind::Main => "button button-main",
        Kind::Plain => "button button-plain",
        Kind::Decision => "button button-decision",
        Kind::Quiet => "button button-quiet",
    };
    let last = StoredValue::new(f64::MIN);
    let tap = move |_| {
        let now = clock::now_ms();
        if now - last.get_value() >= TOO_SOON_MS {
            last.set_value(now);
            on_tap.run();
        }
    };
    let pressed = move || pressed.map(|pressed| if pressed.get() { "true" } else { "false" });
    let icon = (!icon.is_empty()).then(|| view! { <Icon name=icon/> });
    view! {
        <button type="button" class=class aria-pressed=pressed on:click=tap>
            {icon}
            <span class="button-label">{move || label.get()}</span>
        </button>
    }
}
