//! Every line of the page, each of which can be hidden.

use journal::summary::{Section, Summary, shortened};
use leptos::prelude::*;

use super::preview::Made;
use crate::screen::components::{FoldRow, follow, soft};
use crate::screen::contexts::SummaryDesk;
use crate::screen::words::say;

/// Most characters of a line's name here.
const NAME: usize = 90;

/// The list, folded away until somebody wants it.
pub fn lines(desk: SummaryDesk, made: Made) -> AnyView {
    let inside = move || {
        let all = follow(move || {
            let whole = made.whole.get();
            untrack(|| sections(desk, &whole))
        });
        view! { <div class="summary-lines">{soft(say!(summary.hide_help))}{all}</div> }.into_any()
    };
    FoldRow {
        label: say!(summary.hide_title),
        holds: (move || {
            let hidden = made.whole.with(|whole| {
                desk.with(|chosen| whole.lines().filter(|line| chosen.hidden.contains(&line.key)).count())
            });
            if hidden == 0 { String::new() } else { hidden.to_string() }
        })
        .into(),
        on_open: (|| {}).into(),
        inside: inside.into(),
    }
    .piece()
}

fn sections(desk: SummaryDesk, whole: &Summary) -> AnyView {
    let head = Section {
        heading: journal::summary::Heading::Head,
        title: whole.title.clone(),
        columns: Vec::new(),
        lines: whole.head.clone(),
    };
    let all: Vec<AnyView> = core::iter::once(&head)
        .chain(whole.all_sections())
        .map(|section| of_section(desk, section))
        .collect();
    all.into_any()
}

fn of_section(desk: SummaryDesk, section: &Section) -> AnyView {
    let line = |line: &journal::summary::Line| {
        let key = line.key;
        let words = shortened(&line.body.text(), NAME);
        let is_hidden = Memo::new(move |_| desk.with(|chosen| chosen.hidden.contains(&key)));
        let checked = move || if is_hidden.get() { "true" } else { "false" };
        let toggle = move |_| {
            desk.change(|chosen| {
                if !chosen.hidden.remove(&key) {
                    chosen.hidden.insert(key);
                }
            });
        };
        let label = say!(summary.hide, words = words.clone());
        view! {
            <button type="button" class="choice" role="checkbox" aria-checked=checked aria-label=label on:click=toggle>
                <span class="choice-label" dir="auto">{words}</span>
            </button>
        }
        .into_any()
    };
    let lines: Vec<AnyView> = section.lines.iter().map(line).collect();
    view! {
        <h3 class="field-label" dir="auto">{section.title.clone()}</h3>
        <div class="choices choices-row">{lines}</div>
    }
    .into_any()
}
