//! The languages of the device, as the browser tells them.

use super::dom;

/// They, the dearest first.
pub fn wished() -> Vec<String> {
    let languages = dom::window().map(|window| window.navigator().languages());
    languages.iter().flat_map(|tags| tags.iter()).filter_map(|tag| tag.as_string()).collect()
}
