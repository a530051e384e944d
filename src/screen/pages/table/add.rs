//! "Add to my table": the kinds that are not on it yet, each with its one line.

use keeper::protocol::RowKind;
use keeper::protocol::support::table::LegKind;
use leptos::prelude::*;

use super::known::Table;
use super::leg::new_leg;
use super::names::{kind_line, kind_name};
use crate::screen::components::{back_row, failure_note, follow, group, heading, lead, plain};
use crate::screen::contexts::{Screen, expect_screens};
use crate::screen::pages::waiting::quiet;
use crate::screen::words::say;

/// The page.
pub fn add() -> AnyView {
    let (screens, table) = (expect_screens(), Table::load());
    let missing = Memo::new(move |_| table.is_known().then(|| missing(table)));
    let rows = follow(move || match missing.get() {
        None => quiet(say!(app.opening)),
        Some(kinds) if kinds.is_empty() => plain(say!(table.add_done)),
        Some(kinds) => {
            let rows: Vec<AnyView> = kinds.into_iter().map(|kind| untrack(|| row(kind))).collect();
            view! { <ul class="doors">{rows}</ul> }.into_any()
        }
    });
    group([
        back_row(move || screens.back()),
        heading(say!(table.add)),
        lead(say!(table.add_lead)),
        failure_note(move || table.failure()),
        rows,
    ])
}

fn missing(table: Table) -> Vec<LegKind> {
    let own = table.legs().iter().filter(|(_, leg)| leg.kind == LegKind::Own).count();
    let named = LegKind::NAMED.into_iter().filter(|kind| table.leg_of(*kind).is_none());
    named.chain((own < LegKind::OWN_LIMIT).then_some(LegKind::Own)).collect()
}

/// The form takes the place of this page: back leads to the room.
fn row(kind: LegKind) -> AnyView {
    let screens = expect_screens();
    let open = move |_| screens.instead(Screen::form(RowKind::Leg, new_leg(kind)));
    view! {
        <li>
            <button type="button" class="door door-outline" on:click=open>
                <span class="door-words">
                    <span class="door-name">{kind_name(kind)}</span>
                    " "
                    <span class="door-line">{kind_line(kind)}</span>
                </span>
            </button>
        </li>
    }
    .into_any()
}
