//! The choice of language: its buttons name themselves, each in its own language. Nothing where there is only one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::language_number;

use crate::screen::browser::dom;
use crate::screen::components::{follow, nothing, soft};
use crate::screen::contexts::{ShelfContext, expect_shelf};
use crate::screen::words::{self, Offered, say};

/// The choice.
pub fn language_choice() -> AnyView {
    if words::languages().count() < 2 {
        return nothing();
    }
    let shelf = expect_shelf();
    let buttons: Vec<AnyView> = words::languages().map(|offered| choice(shelf, offered)).collect();
    let partial =
        follow(move || if words::is_whole(chosen(shelf)) { nothing() } else { soft(say!(language.partial)) });
    view! {
        <div class="languages">
            <div class="languages-row" role="group" aria-label=say!(language.label)>{buttons}</div>
            {partial}
        </div>
    }
    .into_any()
}

fn choice(shelf: ShelfContext, offered: Offered) -> AnyView {
    let Offered { tag, name } = offered;
    let pressed = move || if chosen(shelf) == tag { "true" } else { "false" };
    let choose = move |_| {
        shelf.change(|shelf| shelf.language = language_number(tag));
        spawn_local(keep_focus(tag));
    };
    view! {
        <button type="button" class="language" id=id_of(tag) lang=tag aria-pressed=pressed on:click=choose>
            {name}
        </button>
    }
    .into_any()
}

fn chosen(shelf: ShelfContext) -> &'static str {
    words::chosen_tag(shelf.with(|shelf| shelf.language))
}

fn id_of(tag: &str) -> String {
    "language-".to_owned() + tag
}

/// The page was mounted anew in the other language: the focus goes where it was.
async fn keep_focus(tag: &'static str) {
    leptos::task::tick().await;
    if let Some(button) = dom::by_id(&id_of(tag)) {
        dom::focus(&button);
    }
}
