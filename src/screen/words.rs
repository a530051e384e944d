//! The words shown: typed keys into `locales/` (leptos_i18n), in the one language the screen speaks. A change of
//! language mounts the screen anew, so words are plain text and cost no signal.

#[allow(clippy::all, unused_imports, dead_code, reason = "generated")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

use generated::i18n::Locale;
use leptos_i18n::{Direction, Locale as _};

use super::browser::dom;

pub use generated::i18n;

/// The language of the screen.
pub fn language() -> Locale {
    Locale::default()
}

/// Tells the page its language and direction.
pub fn mark_page() {
    dom::mark_root("lang", Some(language().as_str()));
    dom::mark_root("dir", Some(if language().direction() == Direction::RightToLeft { "rtl" } else { "ltr" }));
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
