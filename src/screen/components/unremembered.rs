//! What every field that takes words carries, so that no browser remembers, corrects or sends what is typed. Chromium
//! writes plain fields into its session files within half a minute otherwise. Fields have no `name` either.

use leptos::attr::custom::custom_attribute;
use leptos::attr::{Attribute, autocapitalize, autocomplete, spellcheck};

/// The attributes, for `{..unremembered()}`.
pub fn unremembered() -> impl Attribute {
    (autocomplete("off"), spellcheck("false"), autocapitalize("off"), custom_attribute("autocorrect", "off"))
}
