//! Own beginnings: chosen, edited, added.

use keeper::protocol::{EntryRead, Reply, Request, RowKind, TemplateWords, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{begin, row};
use crate::screen::components::{boxed, button, follow, icon, nothing};
use crate::screen::contexts::{Screen, Seed, expect_open_journal, expect_screens};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

/// They, and a way to add one.
pub fn own_beginnings() -> AnyView {
    let (keeper, journal, screens) = (expect_keeper(), expect_open_journal(), expect_screens());
    let own = RwSignal::new(Vec::<EntryRead>::new());
    Effect::new(move || {
        journal.changed();
        spawn_local(async move {
            let Ok(Reply::All(all)) = keeper.ask(Request::All { kind: RowKind::Template }).await else {
                return;
            };
            if own.try_with_untracked(|own| *own != all) == Some(true) {
                own.set(all);
            }
        });
    });
    let rows = follow(move || {
        let rows: Vec<AnyView> = own.get().into_iter().filter_map(own_row).collect();
        match rows.is_empty() {
            true => nothing(),
            false => view! { <ul class="day-rows">{rows}</ul> }.into_any(),
        }
    });
    let add = button(say!(start_from.add), move || screens.push(Screen::Template(Seed::New)));
    let name = view! { <h2 class="day-name">{say!(start_from.own)}</h2> };
    boxed("day", [name.into_any(), rows, boxed("beside", [add.icon("#i-plus").piece()])])
}

fn own_row(read: EntryRead) -> Option<AnyView> {
    let screens = expect_screens();
    let id = read.id;
    let Some(Written::Template(TemplateWords { name, text, .. })) = read.wordings.into_iter().next() else {
        return None;
    };
    let about: String =
        text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().chars().take(120).collect();
    let says = say!(start_from.edit, name = name.clone());
    let edit = move |_| screens.push(Screen::Template(Seed::Edit(id, 0)));
    let choose = {
        let name = name.clone();
        move || begin(screens, &name, &text)
    };
    let row = row(&name, &about, choose);
    Some(
        view! {
            <li class="row-line">
                {row}
                <button type="button" class="star" aria-label=says on:click=edit>{icon("#i-edit")}</button>
            </li>
        }
        .into_any(),
    )
}
