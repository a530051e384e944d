//! Small things done to elements.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, Window};

/// The window.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The element of that id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The root element.
pub fn root() -> Option<Element> {
    document()?.document_element()
}

/// Moves the focus there.
pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
}

/// Moves the focus there without moving the page.
pub fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Back to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Sets or removes an attribute of the root element.
pub fn mark_root(name: &str, value: Option<&str>) {
    mark(root(), name, value);
}

/// Sets or removes an attribute of the screen's own place in the page.
pub fn mark_screen(name: &str, value: Option<&str>) {
    mark(by_id("app").map(Element::from), name, value);
}

fn mark(element: Option<Element>, name: &str, value: Option<&str>) {
    if let Some(element) = element {
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }
}
