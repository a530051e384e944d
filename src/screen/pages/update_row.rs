//! One calm row that says a new version is ready and what changed. It waits until somebody says so.

use leptos::prelude::*;

use crate::screen::components::{boxed, button, follow_if, nothing, notice, soft, title};
use crate::screen::contexts::{expect_stage, expect_update};
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// The row; nothing while there is nothing to say, or something that loading would lose.
pub fn update_row() -> AnyView {
    let (session, update) = (expect_session(), expect_update());
    let row = follow_if(move || update.to_tell().filter(|_| session.may_load_anew()).map(row));
    view! { <div class="live" role="status">{row}</div> }.into_any()
}

fn row(news: Vec<String>) -> AnyView {
    let (session, stage, update) = (expect_session(), expect_stage(), expect_update());
    let changed: Vec<AnyView> = news.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    let changed = if changed.is_empty() { nothing() } else { view! { <ul>{changed}</ul> }.into_any() };
    let locks = if stage.is_open_now() { soft(say!(update.locks)) } else { nothing() };
    let load = button(say!(update.load), move || session.load_new_version()).piece();
    let later = button(say!(update.later), move || update.put_off()).quiet().piece();
    notice([title(say!(update.title)), changed, locks, boxed("actions", [load, later])])
}
