//! The words shown: typed keys into `locales/` (leptos_i18n), in the one language the screen speaks. A change of
//! language mounts anew what stands on the page, so words are plain text and cost no signal.

#[allow(clippy::all, unused_imports, dead_code, reason = "generated")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

use std::cell::Cell;
use std::str::FromStr;

use generated::i18n::Locale;
use leptos_i18n::{Direction, Locale as _};
use rules::language_of;

use super::browser::{device_languages, dom};

pub use generated::i18n;

/// The language that has every word; the others have those of their whole sections.
#[cfg(not(feature = "pseudo-locale"))]
const WHOLE: Locale = Locale::en;
#[cfg(feature = "pseudo-locale")]
const WHOLE: Locale = Locale::ar;

thread_local! {
    static SPOKEN: Cell<Locale> = const { Cell::new(WHOLE) };
}

/// Where words stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On the pages before a journal is open.
    Gate,
    /// In the open journal, which so far is in one language only.
    Journal,
}

/// The language of the screen.
pub fn language() -> Locale {
    SPOKEN.get()
}

/// Speaks the language of that number on the shelf, as far as it goes at that place, and tells the page. The page
/// keeps the chosen language where only the screen falls back: Help now, beside the screen, follows the page.
pub fn speak(number: u8, place: Place) {
    let chosen = chosen(number);
    let spoken = if place == Place::Journal { WHOLE } else { chosen };
    SPOKEN.set(spoken);
    dom::mark_root("lang", Some(chosen.as_str()));
    dom::mark_root("dir", Some(direction(chosen)));
    dom::mark_screen("lang", (spoken != chosen).then(|| spoken.as_str()));
    dom::mark_screen("dir", (spoken != chosen).then(|| direction(spoken)));
}

/// The words of a key, with its variables: `say!(journal.found_many, count = 3)`.
macro_rules! say {
    ($($key:tt)*) => {{
        #[allow(unused_imports)]
        use $crate::screen::words::i18n;
        leptos_i18n::td_string!($crate::screen::words::language(), $($key)*)
    }};
}
pub(crate) use say;

/// The language as the browser names it.
pub fn language_tag() -> &'static str {
    language().as_str()
}

/// A language on offer.
#[derive(Clone, Copy)]
pub struct Offered {
    /// As the browser names it.
    pub tag: &'static str,
    /// As it names itself.
    pub name: &'static str,
}

/// Every language there is.
pub fn languages() -> impl Iterator<Item = Offered> {
    Locale::get_all()
        .iter()
        .map(|locale| Offered { tag: locale.as_str(), name: leptos_i18n::td_string!(*locale, language.name) })
}

/// The language of that number on the shelf.
pub fn chosen_tag(number: u8) -> &'static str {
    chosen(number).as_str()
}

/// The language of the page around the screen, as the browser names it.
pub fn page_language_tag() -> String {
    dom::root().and_then(|root| root.get_attribute("lang")).unwrap_or_default()
}

/// Whether a journal can be read and written in that language too.
pub fn is_whole(tag: &str) -> bool {
    tag == WHOLE.as_str()
}

fn chosen(number: u8) -> Locale {
    let there: Vec<&str> = Locale::get_all().iter().map(|locale| locale.as_str()).collect();
    Locale::from_str(language_of(number, device_languages::wished(), &there)).unwrap_or(WHOLE)
}

fn direction(locale: Locale) -> &'static str {
    if locale.direction() == Direction::RightToLeft { "rtl" } else { "ltr" }
}
