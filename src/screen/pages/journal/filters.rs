//! What the list can be narrowed to besides the words of the search, folded away.

use keeper::protocol::{Filter, Reply, Request, RowKind, TagCount};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{days_of, parse_date};

use crate::screen::components::{
    Choice, Many, RadioGroup, Shape, WordsField, boxed, button, fold, follow, group, nothing, radio_group,
};
use crate::screen::contexts::{ListState, Screen, expect_open_journal, expect_screens};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

/// So many tags are offered here; the others are on the page of all tags.
const OFFERED_TAGS: usize = 12;
/// Moods asked for together.
const MOODS: [(u8, u8); 3] = [(0, 3), (4, 6), (7, 10)];

/// The filters, folded away.
pub fn filters(list: ListState) -> AnyView {
    fold(say!(journal.filter), [favourites(list), kinds(list), moods(list), tags(list), range(list)])
}

fn favourites(list: ListState) -> AnyView {
    let on = move || list.narrowed.with(|narrowed| narrowed.favourites);
    let toggle = move || list.narrow(|narrowed| narrowed.favourites = !narrowed.favourites);
    boxed("beside", [button(say!(journal.favourites), toggle).icon("#i-star").pressed_while(on).piece()])
}

/// Kinds of record that the list can be narrowed to.
pub fn kind_words() -> [(RowKind, &'static str); 4] {
    [
        (RowKind::Entry, say!(journal.kind_entries)),
        (RowKind::Urge, say!(journal.kind_urges)),
        (RowKind::CheckIn, say!(journal.kind_check_ins)),
        (RowKind::Return, say!(journal.kind_returns)),
    ]
}

fn kinds(list: ListState) -> AnyView {
    let chosen = move || {
        list.narrowed.with(|narrowed| {
            let on = |at: &usize| narrowed.kinds.contains(&kind_words()[*at].0);
            (0..kind_words().len()).filter(on).collect::<Vec<_>>()
        })
    };
    let toggle = move |at: usize| {
        let kind = kind_words()[at].0;
        list.narrow(|narrowed| toggle_in(&mut narrowed.kinds, kind));
    };
    let many = Many {
        id: "kinds",
        label: say!(journal.kind),
        choices: kind_words().iter().map(|(_, words)| (*words).to_owned()).collect(),
        chosen: chosen.into(),
        on_toggle: toggle.into(),
    };
    many.piece()
}

fn toggle_in(kinds: &mut Vec<RowKind>, kind: RowKind) {
    match kinds.iter().position(|known| *known == kind) {
        Some(at) => drop(kinds.remove(at)),
        None => kinds.push(kind),
    }
}

fn moods(list: ListState) -> AnyView {
    let chosen = move || {
        let mood = list.narrowed.with(|narrowed| narrowed.mood);
        Some(mood.and_then(|mood| MOODS.iter().position(|known| *known == mood)).map_or(0, |at| at + 1))
    };
    let choose =
        move |at: usize| list.narrow(|narrowed| narrowed.mood = MOODS.get(at.wrapping_sub(1)).copied());
    let moods = MOODS
        .into_iter()
        .map(|(least, most)| Choice::plain(say!(journal.from_to, least = least, most = most)));
    radio_group(RadioGroup {
        id: "moods",
        label: say!(editor.mood),
        choices: core::iter::once(Choice::plain(say!(journal.mood_any))).chain(moods).collect(),
        shape: Shape::Row,
        chosen: chosen.into(),
        on_choose: choose.into(),
    })
}

/// The most used tags, and the way to all of them.
fn tags(list: ListState) -> AnyView {
    let (keeper, journal, screens) = (expect_keeper(), expect_open_journal(), expect_screens());
    let known = RwSignal::new(Vec::<TagCount>::new());
    Effect::new(move || {
        journal.changed();
        spawn_local(async move {
            let Ok(Reply::Tags(tags, _)) = keeper.ask(Request::Tags).await else { return };
            if known.try_with_untracked(|known| *known != tags) == Some(true) {
                known.set(tags);
            }
        });
    });
    follow(move || {
        let all = known.get();
        if all.is_empty() {
            return nothing();
        }
        let offered: Vec<String> = all.into_iter().take(OFFERED_TAGS).map(|count| count.tag).collect();
        let choices = offered.clone();
        let chosen_among = offered.clone();
        let chosen = move || {
            let tag = list.narrowed.with(|narrowed| narrowed.tag.clone());
            tag.and_then(|tag| chosen_among.iter().position(|known| *known == tag))
                .into_iter()
                .collect::<Vec<_>>()
        };
        let toggle = move |at: usize| {
            list.narrow(|narrowed| {
                narrowed.tag = offered.get(at).filter(|tag| narrowed.tag.as_ref() != Some(tag)).cloned();
            });
        };
        let many = Many {
            id: "filter-tags",
            label: say!(editor.tags),
            choices,
            chosen: chosen.into(),
            on_toggle: toggle.into(),
        };
        let all = button(say!(tags.all), move || screens.push(Screen::Tags)).quiet().piece();
        group([many.piece(), boxed("beside", [all])])
    })
}

/// From one day to another.
fn range(list: ListState) -> AnyView {
    let from = day_field(list, "from-day", say!(journal.from), |narrowed| &mut narrowed.from_day);
    let to = day_field(list, "to-day", say!(journal.until), |narrowed| &mut narrowed.to_day);
    boxed("beside", [from, to])
}

fn day_field(
    list: ListState,
    id: &'static str,
    label: &'static str,
    of: fn(&mut Filter) -> &mut Option<i32>,
) -> AnyView {
    let field = NodeRef::<html::Input>::new();
    let held = move || list.narrowed.with(|narrowed| *of(&mut narrowed.clone()));
    // Taken off by its chip, the field is empty again.
    Effect::new(move || {
        if held().is_none()
            && let Some(field) = field.get_untracked().filter(|field| !field.value().is_empty())
        {
            field.set_value("");
        }
    });
    let typed = move || {
        let value = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        let day = parse_date(&value).map(|(year, month, day)| days_of(year, month, day) as i32);
        // A date that is still being typed changes nothing.
        if value.is_empty() || day.is_some() {
            list.narrow(|narrowed| *of(narrowed) = day);
        }
    };
    let value = untrack(held).map(date_value).unwrap_or_default();
    WordsField { id, label, kind: "date", help: "", value, field, on_input: typed.into() }.piece()
}

fn date_value(day: i32) -> String {
    rules::Civil::at(i64::from(day) * 86_400, 0).date_value()
}
