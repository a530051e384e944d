//! The day chosen in the calendar: its entries, a way to write about it, and, only when asked, the same date in other
//! years.

use keeper::protocol::{EntryText, Filter, Reply, Request, Row, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::clock;
use crate::screen::components::{boxed, button, follow, group, nothing, plain, soft};
use crate::screen::contexts::{Screen, Seed, expect_open_journal, expect_screens};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::pages::journal::{day_group, day_words, groups};
use crate::screen::words::say;

/// Rows of one day, or of one date, at most.
const MOST: u32 = 500;

/// The day.
pub fn chosen_day(day: i32) -> AnyView {
    let screens = expect_screens();
    let rows = rows_of(Filter { from_day: Some(day), to_day: Some(day), ..Filter::default() });
    let shown = follow(move || match rows.get() {
        Some(rows) if rows.is_empty() => {
            let name = view! { <h2 class="day-name">{day_words(day)}</h2> };
            boxed("day", [name.into_any(), soft(say!(journal.day_empty))])
        }
        Some(rows) => days(&rows),
        None => nothing(),
    });
    let write = move || screens.push(Screen::Editor(Seed::From(Box::new(about(day)))));
    let write = button(say!(journal.day_write), write).icon("#i-plus").piece();
    boxed("chosen-day", [shown, write, other_years(day)])
}

fn other_years(day: i32) -> AnyView {
    let asked = RwSignal::new(false);
    follow(move || {
        if !asked.get() {
            return button(say!(journal.other_years), move || asked.set(true)).quiet().piece();
        }
        let rows = untrack(|| rows_of(Filter { other_years_of: Some(day), ..Filter::default() }));
        let name = view! { <h2 class="day-name">{say!(journal.other_years)}</h2> };
        let found = follow(move || match rows.get() {
            Some(rows) if rows.is_empty() => plain(say!(journal.other_years_none)),
            Some(rows) => days(&rows),
            None => nothing(),
        });
        boxed("other-years", [name.into_any(), found])
    })
}

fn days(rows: &[Row]) -> AnyView {
    let days: Vec<AnyView> = groups(rows).iter().map(|group| untrack(|| day_group(group))).collect();
    group([days.into_any()])
}

/// The rows, asked for again whenever the journal changes.
fn rows_of(filter: Filter) -> RwSignal<Option<Vec<Row>>> {
    let (keeper, journal) = (expect_keeper(), expect_open_journal());
    let rows = RwSignal::new(None::<Vec<Row>>);
    Effect::new(move || {
        journal.changed();
        let request = Request::List { filter: filter.clone(), offset: 0, limit: MOST };
        spawn_local(async move {
            let Ok(Reply::Listed(listed)) = keeper.ask(request).await else { return };
            let differ = |rows: &Option<Vec<Row>>| rows.as_ref() != Some(&listed.rows);
            if rows.try_with_untracked(differ) == Some(true) {
                rows.set(Some(listed.rows));
            }
        });
    });
    rows
}

/// A new entry about that day, at the time it is now.
fn about(day: i32) -> Written {
    let now = clock::local_now();
    let today = rules::Civil::at(now.second, now.offset_min);
    let then = rules::Civil::at(i64::from(day) * 86_400, 0);
    let date = (then.year, then.month, then.day);
    let when = clock::local_at(rules::When { date, clock: (today.hour, today.minute) });
    Written::Entry(EntryText {
        happened_at_s: when.second,
        offset_min: when.offset_min,
        zone: when.zone,
        ..EntryText::default()
    })
}
