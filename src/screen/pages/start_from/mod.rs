//! Start an entry from a prompt or a template, one of those that Trestle brings or an own one.

mod beginnings;
mod own;

use keeper::protocol::{EntryText, TemplateWords, Written};
use leptos::prelude::*;

use beginnings::{Beginning, beginnings};
use own::own_beginnings;

use super::writing::{Desk, form, opening_of};
use crate::screen::browser::clock;
use crate::screen::components::{
    Typed, back_row, boxed, button, follow_if, group, heading, lead, notice, plain, soft, title,
};
use crate::screen::contexts::{Screen, Screens, Seed, expect_screens};
use crate::screen::words::say;

/// Start from.
pub fn start_from() -> AnyView {
    let screens = expect_screens();
    // The one whose notice is shown.
    let warned = RwSignal::new(None::<usize>);
    let rows = beginnings().into_iter().enumerate().map(|(at, beginning)| {
        let choose = move || match beginning.notice {
            Some(_) => warned.set(Some(at)),
            None => begin(screens, beginning.title, beginning.text),
        };
        let row = row(beginning.title, beginning.about, choose);
        let said =
            follow_if(move || (warned.get() == Some(at)).then(|| said_before(screens, beginning, warned)));
        view! { <li>{row}<div class="live" role="status">{said}</div></li> }.into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    group([
        back_row(move || screens.back()),
        heading(say!(start_from.title)),
        lead(say!(start_from.lead)),
        view! { <ul class="day-rows">{rows}</ul> }.into_any(),
        own_beginnings(),
    ])
}

/// A line of the list of beginnings.
fn row(title: &str, about: &str, choose: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class="row row-beginning" on:click=move |_| choose()>
            <span class="row-body">
                <span class="row-title" dir="auto">{title.to_owned()}</span>
                <span class="row-preview" dir="auto">{about.to_owned()}</span>
            </span>
        </button>
    }
    .into_any()
}

/// Said before a heavier one: what it is, and that leaving is fine.
fn said_before(screens: Screens, beginning: Beginning, warned: RwSignal<Option<usize>>) -> AnyView {
    let go_on = button(say!(start_from.go_on), move || begin(screens, beginning.title, beginning.text));
    let not_now = button(say!(today.not_now), move || warned.set(None)).quiet();
    notice([
        title(say!(start_from.notice_title)),
        plain(beginning.notice.unwrap_or_default()),
        soft(say!(start_from.notice_help)),
        boxed("beside", [go_on.piece(), not_now.piece()]),
    ])
}

/// Opens the editor with these words. Nothing is kept until something is typed.
fn begin(screens: Screens, title: &str, text: &str) {
    let now = clock::local_now();
    let words = EntryText {
        title: title.to_owned(),
        text: text.to_owned(),
        happened_at_s: now.second,
        offset_min: now.offset_min,
        zone: now.zone,
        ..EntryText::default()
    };
    screens.instead(Screen::Editor(Seed::From(Box::new(Written::Entry(words)))));
}

/// The form of an own beginning.
pub fn template(seed: Seed) -> AnyView {
    opening_of(seed, template_form)
}

fn template_form(desk: Desk<TemplateWords>) -> AnyView {
    let words = desk.words.get_untracked();
    let name = Typed {
        id: "name",
        label: say!(start_from.name),
        kind: "text",
        help: "",
        value: words.name,
        on_words: (move |name| desk.typed(|words| words.name = name)).into(),
    };
    let text = Typed {
        id: "text",
        label: say!(start_from.text),
        kind: "several",
        help: say!(start_from.text_help),
        value: words.text,
        on_words: (move |text| desk.typed(|words| words.text = text)).into(),
    };
    let title = if desk.is_new() { say!(start_from.new_title) } else { say!(start_from.edit_title) };
    form(desk, title, vec![name.piece(), text.piece()], |words| {
        words.name.trim().is_empty().then(|| say!(start_from.problem))
    })
}
