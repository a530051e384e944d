//! Ending a journal that is kept in memory only: saves it to a file first, or says what would be lost.

use leptos::prelude::*;

use super::make::Standing;
use super::maker::Maker;
use crate::screen::browser::dates;
use crate::screen::components::{
    back_row, boxed, button, follow, follow_words, group, heading, nothing, plain, soft,
};
use crate::screen::contexts::{Screens, expect_list_state, expect_screens};
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// The page.
pub fn ending() -> AnyView {
    let (session, screens, list) = (expect_session(), expect_screens(), expect_list_state());
    list.search_for(String::new());
    let held = move || match list.total.get() {
        0 => say!(ending.holds_none).to_owned(),
        1 => say!(ending.holds_one).to_owned(),
        count => say!(ending.holds_many, count = dates::number(count)),
    };
    let maker = Maker::new();
    let state = Memo::new(move |_| (maker.is_busy(), maker.standing()));
    let actions = follow(move || match state.get() {
        (true, _) => nothing(),
        (false, standing) => untrack(|| actions(session, screens, maker, standing)),
    });
    group([
        back_row(move || screens.back()),
        heading(say!(ending.title)),
        view! { <p>{follow_words(held)}</p> }.into_any(),
        plain(say!(ending.file)),
        maker.piece(move || session.end_for_good()),
        actions,
        soft(say!(backup.trace)),
    ])
}

fn actions(session: Session, screens: Screens, maker: Maker, standing: Option<Standing>) -> AnyView {
    let keep = button(say!(ending.keep), move || screens.back()).piece();
    if standing == Some(Standing::HandedOver) {
        // The main action stands in what was made: choosing the file.
        let end = button(say!(ending.end_saved), move || session.end_for_good()).decision().piece();
        return boxed("actions", [keep, end]);
    }
    let save = button(say!(ending.save), move || maker.make(None, move || session.end_for_good()));
    let end = button(say!(ending.end), move || session.end_for_good()).decision().piece();
    group([boxed("actions", [save.main().piece(), keep]), boxed("actions", [end])])
}
