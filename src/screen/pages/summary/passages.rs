//! Passages: up to three entries of the chosen days, picked by hand.

use journal::summary::{Part, SummaryAsk};
use keeper::protocol::{Filter, Reply, Request, Row, RowKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::dates;
use crate::screen::components::{Many, follow, follow_if, group, nothing, soft};
use crate::screen::contexts::SummaryDesk;
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

/// Entries that are offered.
const OFFERED: u32 = 30;

/// The choice, while passages are on.
pub fn passages(desk: SummaryDesk) -> AnyView {
    let wanted = Memo::new(move |_| {
        desk.with(|chosen| chosen.parts.contains(&Part::Passages).then_some((chosen.from, chosen.to)))
    });
    follow_if(move || wanted.get().map(|days| untrack(|| offered(desk, days))))
}

fn offered(desk: SummaryDesk, (from, to): (i32, i32)) -> AnyView {
    let keeper = expect_keeper();
    let rows = RwSignal::new(None::<(Vec<Row>, bool)>);
    let filter = Filter {
        kinds: vec![RowKind::Entry],
        from_day: Some(from),
        to_day: Some(to),
        shareable: true,
        ..Filter::default()
    };
    spawn_local(async move {
        let request = Request::List { filter, offset: 0, limit: OFFERED };
        if let Ok(Reply::Listed(listed)) = keeper.ask(request).await {
            let more = listed.total as usize > listed.rows.len();
            rows.try_set(Some((listed.rows, more)));
        }
    });
    follow(move || match rows.get() {
        None => nothing(),
        Some((rows, _)) if rows.is_empty() => soft(say!(summary.passages_none)),
        Some((rows, more)) => {
            let note = if more { soft(say!(summary.passages_more)) } else { nothing() };
            group([untrack(|| choice(desk, rows)), soft(say!(summary.passages_help)), note])
        }
    })
}

fn choice(desk: SummaryDesk, rows: Vec<Row>) -> AnyView {
    let name = |row: &Row| dates::short_day(row.day) + ": " + &row.title;
    let choices = rows.iter().map(name).collect();
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let picked = Memo::new(move |_| desk.with(|chosen| chosen.passages.clone()));
    let all = ids.clone();
    let toggle = move |at: usize| {
        let Some(id) = ids.get(at).copied() else { return };
        desk.change(|chosen| {
            let was_picked = chosen.passages.contains(&id);
            chosen.passages.retain(|other| *other != id);
            if !was_picked && chosen.passages.len() < SummaryAsk::PASSAGES {
                chosen.passages.push(id);
            }
        });
    };
    Many {
        id: "summary-passages",
        label: say!(summary.passages),
        choices,
        chosen: (move || {
            let each = all.iter().enumerate();
            picked.with(|picked| each.filter(|(_, id)| picked.contains(id)).map(|(at, _)| at).collect())
        })
        .into(),
        on_toggle: toggle.into(),
    }
    .piece()
}
