//! One day of the list.

use keeper::protocol::support::medical::DetoxWords;
use keeper::protocol::{Row, RowKind};
use leptos::prelude::*;

use super::grouping::Group;
use crate::screen::browser::{clock, dates};
use crate::screen::components::{hits, nothing, span, star};
use crate::screen::contexts::{ListState, Screen, expect_list_state, expect_screens, expect_stars};
use crate::screen::words::say;

/// A day with its entries.
pub fn day_group(group: &Group) -> AnyView {
    let (list, day) = (expect_list_state(), group.key.0);
    let rows: Vec<AnyView> = group.rows.iter().map(|row| entry_row(list, row)).collect();
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
    match now.day() - day {
        0 => say!(journal.today).to_owned(),
        1 => say!(journal.yesterday).to_owned(),
        _ => dates::day(day, rules::Civil::at(now.second, now.offset_min).year),
    }
}

/// What a line of the list, or a record, is called.
pub fn row_title(kind: RowKind, strength: Option<u8>, title: &str) -> String {
    let named = match (kind, strength) {
        (RowKind::Urge, Some(strength)) => return say!(urge.title_of, strength = strength),
        (RowKind::Urge, None) => say!(urge.title),
        (RowKind::CheckIn, _) => say!(check_in.row),
        (RowKind::Return, _) => say!(return_to_use.row),
        (RowKind::Goal, _) => say!(goals.row),
        (RowKind::Ruler, _) => say!(goals.ruler_row),
        (RowKind::Reason, _) => say!(reasons.title),
        (RowKind::Template, _) => say!(start_from.row),
        (RowKind::Entry | RowKind::Other, _) if title.is_empty() => say!(journal.untitled),
        (RowKind::Entry | RowKind::Other, _) => title,
        (RowKind::Worksheet, _) if !title.is_empty() => title,
        (RowKind::Detox, _) if title == DetoxWords::BEFORE_TITLE => say!(medical.before),
        (kind, _) => support_name(kind),
    };
    named.to_owned()
}

/// What a record of Support or of sharing is called.
pub fn support_name(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Leg => say!(kinds.leg),
        RowKind::Person => say!(kinds.person),
        RowKind::Contact => say!(kinds.contact),
        RowKind::Review => say!(kinds.review),
        RowKind::Medicine => say!(kinds.medicine),
        RowKind::Dose => say!(kinds.dose),
        RowKind::Appointment => say!(kinds.appointment),
        RowKind::Measurement => say!(kinds.measurement),
        RowKind::Detox => say!(kinds.detox),
        RowKind::Worksheet => say!(kinds.worksheet),
        RowKind::Score => say!(kinds.score),
        RowKind::Questionnaire => say!(kinds.questionnaire),
        RowKind::Response => say!(kinds.response),
        RowKind::Routine => say!(kinds.routine),
        RowKind::Kept => say!(kinds.kept),
        RowKind::Meeting => say!(kinds.meeting),
        RowKind::Stay => say!(kinds.stay),
        RowKind::Task => say!(kinds.task),
        RowKind::Promise => say!(kinds.promise),
        RowKind::Guidance => say!(kinds.guidance),
        RowKind::Receipt => say!(kinds.receipt),
        RowKind::Alias => say!(kinds.alias),
        RowKind::Summary => say!(kinds.summary),
        _ => say!(kinds.other),
    }
}

/// As [`row_title`], with how strong an urge was afterwards.
fn title_of_row(row: &Row) -> String {
    match (row.kind, row.strength, row.after) {
        (RowKind::Urge, Some(strength), Some(after)) => {
            say!(urge.title_after, strength = strength, after = after)
        }
        _ => row_title(row.kind, row.strength, &row.title),
    }
}

/// The beginning of the text; or that the rest cannot be read, where the title is all that is left.
fn below_title(row: &Row) -> Option<String> {
    if row.damaged {
        return Some(say!(journal.damaged).to_owned());
    }
    // The smaller kinds are named by what they are, and their line stands below.
    if !matches!(row.kind, RowKind::Entry | RowKind::Other) {
        return Some(row.preview.clone()).filter(|line| !line.is_empty());
    }
    // Where there is no title, the list shows the beginning of the text in its place: not twice.
    let repeats = row.preview.starts_with(row.title.trim_end_matches('…').trim_end());
    let shown = !row.preview.is_empty() && (!repeats || row.title.is_empty());
    shown.then(|| row.preview.clone())
}

fn entry_row(list: ListState, row: &Row) -> AnyView {
    let screens = expect_screens();
    let id = row.id;
    let title = title_of_row(row);
    let preview = below_title(row).map(|words| hits("row-preview", words, list.search));
    let star = star_of(list, row, &title);
    let mood = row.mood.map(|mood| span("chip", say!(entry.mood, mood = mood)));
    let chips: Vec<AnyView> =
        mood.into_iter().chain(row.tags.iter().map(|tag| hits("chip", tag.clone(), list.search))).collect();
    let chips = (!chips.is_empty()).then(|| view! { <span class="row-chips">{chips}</span> });
    view! {
        <li class="row-line">
            <button type="button" class="row" on:click=move |_| screens.push(Screen::Record(id))>
                {span("row-clock", dates::clock(row.happened_at_s, row.offset_min))}
                <span class="row-body">
                    {hits("row-title", title, list.search)}
                    {preview}
                    {chips}
                </span>
            </button>
            {star}
        </li>
    }
    .into_any()
}

/// Entries can be favourites.
fn star_of(list: ListState, row: &Row, title: &str) -> AnyView {
    if row.kind != RowKind::Entry || row.damaged {
        return nothing();
    }
    let (stars, id, said) = (expect_stars(), row.id, row.favourite);
    let put = move || stars.put(id, !untrack(|| stars.is_on(id, said)), list.failure);
    star(say!(entry.favourite_of, title = title), move || stars.is_on(id, said), put)
}
