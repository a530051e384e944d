//! One day of the list.

use keeper::protocol::{Row, RowKind};
use leptos::prelude::*;

use super::grouping::Group;
use crate::screen::browser::{clock, dates};
use crate::screen::components::span;
use crate::screen::contexts::{Screen, expect_screens};
use crate::screen::words::say;

/// A day with its entries.
pub fn day_group(group: &Group) -> AnyView {
    let day = group.key.0;
    let rows: Vec<AnyView> = group.rows.iter().map(entry_row).collect();
    view! {
        <section class="day">
            <h2 class="day-name">{day_words(day)}</h2>
            <ul class="day-rows">{rows}</ul>
        </section>
    }
    .into_any()
}

/// "Today", "Yesterday", or the day's name.
pub fn day_words(day: i32) -> String {
    let now = clock::local_now();
    let today = (now.second + i64::from(now.offset_min) * 60).div_euclid(86_400);
    match today - i64::from(day) {
        0 => say!(journal.today).to_owned(),
        1 => say!(journal.yesterday).to_owned(),
        _ => dates::day(day, rules::Civil::at(now.second, now.offset_min).year),
    }
}

fn title_of(row: &Row) -> String {
    match row.kind {
        RowKind::Urge => row
            .strength
            .map_or_else(|| say!(urge.title).to_owned(), |strength| say!(urge.title_of, strength = strength)),
        RowKind::Entry | RowKind::Other if row.title.is_empty() => say!(journal.untitled).to_owned(),
        RowKind::Entry | RowKind::Other => row.title.clone(),
    }
}

/// The beginning of the text; or that the rest cannot be read, where the title is all that is left.
fn below_title(row: &Row) -> Option<String> {
    if row.damaged {
        return Some(say!(journal.damaged).to_owned());
    }
    // An urge is named by its strength, and its line stands below.
    if row.kind == RowKind::Urge {
        return Some(row.preview.clone()).filter(|line| !line.is_empty());
    }
    // Where there is no title, the list shows the beginning of the text in its place: not twice.
    let repeats = row.preview.starts_with(row.title.trim_end_matches('…').trim_end());
    let shown = !row.preview.is_empty() && (!repeats || row.title.is_empty());
    shown.then(|| row.preview.clone())
}

fn entry_row(row: &Row) -> AnyView {
    let screens = expect_screens();
    let id = row.id;
    let title = title_of(row);
    let preview = below_title(row).map(|words| span("row-preview", words));
    let mood = row.mood.map(|mood| span("chip", say!(entry.mood, mood = mood)));
    let chips: Vec<AnyView> =
        mood.into_iter().chain(row.tags.iter().map(|tag| span("chip", tag.clone()))).collect();
    let chips = (!chips.is_empty()).then(|| view! { <span class="row-chips">{chips}</span> });
    view! {
        <li>
            <button type="button" class="row" on:click=move |_| screens.push(Screen::Record(id))>
                {span("row-clock", dates::clock(row.happened_at_s, row.offset_min))}
                <span class="row-body">
                    {span("row-title", title)}
                    {preview}
                    {chips}
                </span>
            </button>
        </li>
    }
    .into_any()
}
