//! Ending a journal that is kept in memory only: says what would be lost before it is.

use leptos::prelude::*;

use crate::screen::browser::dates;
use crate::screen::components::{back_row, boxed, button, follow_words, group, heading, plain};
use crate::screen::contexts::{expect_list_state, expect_screens};
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// The page.
pub fn ending() -> AnyView {
    let (session, screens, list) = (expect_session(), expect_screens(), expect_list_state());
    list.search_for(String::new());
    let lost = move || match list.total.get() {
        0 => say!(ending.lost_none).to_owned(),
        1 => say!(ending.lost_one).to_owned(),
        count => say!(ending.lost_many, count = dates::number(count)),
    };
    let keep = button(say!(ending.keep), move || screens.back()).main().piece();
    let end = button(say!(ending.end), move || session.end_for_good()).decision().piece();
    group([
        back_row(move || screens.back()),
        heading(say!(ending.title)),
        view! { <p>{follow_words(lost)}</p> }.into_any(),
        plain(say!(ending.file)),
        boxed("actions", [keep, end]),
    ])
}
