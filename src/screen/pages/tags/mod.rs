//! All tags with their numbers: chosen to see their entries, renamed, two made one.

mod rename;

use keeper::protocol::{Reply, Request, TagCount};
use leptos::prelude::*;
use leptos::task::spawn_local;

use rename::rename;

use crate::screen::browser::dates;
use crate::screen::components::{back_row, follow, follow_if, group, heading, icon, lead, plain, soft};
use crate::screen::contexts::{Screen, expect_list_state, expect_open_journal, expect_screens};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

/// What is known of the tags.
#[derive(Clone, Default, PartialEq)]
struct Known {
    tags: Vec<TagCount>,
    complete: bool,
    answered: bool,
}

/// The page.
pub fn tags() -> AnyView {
    let screens = expect_screens();
    let known = known();
    // The one that is being renamed.
    let open = RwSignal::new(None::<String>);
    let rows = follow(move || {
        let Known { tags, answered, .. } = known.get();
        if tags.is_empty() {
            return plain(if answered { say!(tags.none) } else { say!(entry.loading) });
        }
        let rows: Vec<AnyView> = tags.iter().map(|count| untrack(|| row(count, open))).collect();
        view! { <ul class="day-rows">{rows}</ul> }.into_any()
    });
    let reading = follow_if(move || {
        known.with(|known| known.answered && !known.complete).then(|| soft(say!(journal.still_reading)))
    });
    let form = follow_if(move || {
        let old = open.get()?;
        Some(untrack(|| rename(old, known.with_untracked(|known| known.tags.clone()), open)))
    });
    group([
        back_row(move || screens.back()),
        heading(say!(tags.title)),
        lead(say!(tags.lead)),
        form,
        rows,
        reading,
    ])
}

fn known() -> RwSignal<Known> {
    let (keeper, journal) = (expect_keeper(), expect_open_journal());
    let known = RwSignal::new(Known::default());
    Effect::new(move || {
        journal.changed();
        spawn_local(async move {
            let Ok(Reply::Tags(tags, complete)) = keeper.ask(Request::Tags).await else { return };
            let now = Known { tags, complete, answered: true };
            if known.try_with_untracked(|known| *known != now) == Some(true) {
                known.set(now);
            }
        });
    });
    known
}

fn row(count: &TagCount, open: RwSignal<Option<String>>) -> AnyView {
    let (screens, list) = (expect_screens(), expect_list_state());
    let tag = count.tag.clone();
    let entries = match count.entries {
        1 => say!(tags.one).to_owned(),
        entries => say!(tags.many, count = dates::number(entries)),
    };
    let says = say!(tags.rename_of, tag = tag.clone());
    let (chosen, renamed) = (tag.clone(), tag.clone());
    let show = move |_| {
        list.is_calendar.set(false);
        list.search.set(String::new());
        list.narrow(|narrowed| narrowed.tag = Some(chosen.clone()));
        screens.to_room(Screen::Journal);
    };
    view! {
        <li class="row-line">
            <button type="button" class="row row-beginning" on:click=show>
                <span class="row-body">
                    <span class="row-title" dir="auto">{tag}</span>
                    <span class="row-preview">{entries}</span>
                </span>
            </button>
            <button type="button" class="star" aria-label=says on:click=move |_| open.set(Some(renamed.clone()))>
                {icon("#i-edit")}
            </button>
        </li>
    }
    .into_any()
}
