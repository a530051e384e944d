//! The page around the screen: its first paint, what it says when all stops, loading it anew.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dom;

/// Empties the page's place for the screen and hands it over.
pub fn take_over() -> Option<HtmlElement> {
    let place = dom::by_id("app")?;
    place.set_text_content(None);
    Some(place)
}

/// Shows the static explanation that the page could not go on. It needs nothing of this program.
pub fn say_it_stopped() {
    let Some(note) = dom::by_id("stopped") else { return };
    note.set_hidden(false);
    if let Some(place) = dom::by_id("app") {
        place.set_hidden(true);
    }
}

/// Covers the page on the screen, in this same moment.
pub fn cover() {
    dom::mark_root("data-unseen", Some(""));
}

/// Takes the cover away.
pub fn uncover() {
    dom::mark_root("data-unseen", None);
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = dom::window() {
        let _ = window.location().reload();
    }
}

/// Opens Help now, which stands in the page beside the screen.
pub fn open_help() {
    if let Some(help) = dom::by_id("help") {
        let _ = help.set_attribute("open", "");
        if let Some(close) = help.first_element_child().and_then(|close| close.dyn_into::<HtmlElement>().ok())
        {
            dom::focus(&close);
        }
    }
}

/// Makes the button of the static explanation load the page anew.
pub fn arm_stopped_note() {
    let button = dom::by_id("stopped").and_then(|note| note.query_selector("button").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        super::events::on(&button, "click", |_| super::update::load_newest());
    }
}
