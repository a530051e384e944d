//! One entry, to read: its words formatted, both wordings where there are two, and what can be done with it.

use keeper::protocol::{EntryRead, EntryText, Failure, Id, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::journal::day_words;
use super::waiting::Quiet;
use crate::screen::browser::dates;
use crate::screen::components::{Button, FailureNote, Kind, MarkdownView, Notice, PageHeading};
use crate::screen::contexts::{
    EditorSeed, Screen, Undoable, expect_offer, expect_open_journal, expect_screens,
};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

/// The entry.
#[component]
pub fn Entry(id: Id) -> impl IntoView {
    let (keeper, journal, screens) = (expect_keeper(), expect_open_journal(), expect_screens());
    let read = RwSignal::new(None::<Result<EntryRead, Failure>>);
    // What the keeper holds is the outside world: asked again whenever it says that something changed.
    Effect::new(move || {
        journal.changed();
        spawn_local(async move {
            let outcome = match keeper.ask(Request::Read { id }).await {
                Ok(Reply::Entry(entry)) => Ok(entry),
                Ok(_) => Err(Failure::NotFound),
                Err(failure) => Err(failure),
            };
            if read.try_with_untracked(|read| read.as_ref() != Some(&outcome)) == Some(true) {
                read.set(Some(outcome));
            }
        });
    });
    let body = move || match read.get() {
        None => view! { <Quiet words=say!(entry.loading)/> }.into_any(),
        Some(Ok(entry)) => view! { <Shown entry=entry/> }.into_any(),
        Some(Err(failure)) => view! { <FailureNote failure=move || Some(failure.clone())/> }.into_any(),
    };
    view! {
        <nav class="page-top">
            <Button label=say!(app.back) icon="#i-back" kind=Kind::Quiet on_tap=move || screens.back()/>
        </nav>
        {body}
    }
}

#[component]
fn Shown(entry: EntryRead) -> impl IntoView {
    let (keeper, offer, screens) = (expect_keeper(), expect_offer(), expect_screens());
    let id = entry.id;
    let failure = RwSignal::new(None::<Failure>);
    let delete = move || {
        spawn_local(async move {
            match keeper.ask(Request::Delete { id }).await {
                Ok(_) => {
                    offer.make(Undoable::Entry(id));
                    screens.to_room(Screen::Journal);
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let edit = move |wording| screens.push(Screen::Editor(EditorSeed::Edit(id, wording)));
    let several = entry.wordings.len() > 1;
    let can_edit = !entry.newer;
    let title = entry.wordings.first().map(|text| text.title.clone()).filter(|title| !title.is_empty());
    let notes = [
        several.then(|| say!(entry.two)),
        entry.also_deleted.then(|| say!(entry.also_deleted)),
        entry.newer.then(|| say!(entry.newer)),
    ];
    let wordings = entry.wordings.into_iter().enumerate().map(|(at, text)| {
        let head = several.then(|| {
            view! {
                <div class="field-head">
                    <h2>{say!(entry.wording, number = at + 1)}</h2>
                    {can_edit.then(|| view! {
                        <Button label=say!(entry.edit_this) icon="#i-edit" on_tap=move || edit(at)/>
                    })}
                </div>
            }
        });
        view! { <article class="wording">{head}{wording(text, several)}</article> }
    });
    let wordings = wordings.collect_view();
    let edit_button = (can_edit && !several).then(|| {
        view! { <Button label=say!(entry.edit) icon="#i-edit" kind=Kind::Main on_tap=move || edit(0)/> }
    });
    view! {
        <PageHeading words=title.unwrap_or_else(|| say!(journal.untitled).to_owned())/>
        {notes.into_iter().flatten().map(|words| view! { <Notice words=words/> }).collect_view()}
        {wordings}
        <FailureNote failure=move || failure.get()/>
        <div class="actions">
            {edit_button}
            <Button label=say!(entry.delete) icon="#i-delete" kind=Kind::Decision on_tap=delete/>
        </div>
    }
}

fn wording(text: EntryText, with_title: bool) -> impl IntoView {
    let day = (text.happened_at_s + i64::from(text.offset_min) * 60).div_euclid(86_400);
    let when = day_words(day as i32) + ", " + &dates::clock(text.happened_at_s, text.offset_min);
    let title = (with_title && !text.title.is_empty())
        .then(|| view! { <p class="row-title" dir="auto">{text.title}</p> });
    let mood = text.mood.map(|mood| view! { <span class="chip">{say!(entry.mood, mood = mood)}</span> });
    let tags = text.tags.into_iter().map(|tag| view! { <li class="chip">{tag}</li> }).collect_view();
    view! {
        {title}
        <p class="soft">{when}</p>
        <MarkdownView text=text.text/>
        <div class="entry-foot">
            {mood}
            <ul class="row-chips" aria-label=say!(entry.tags)>{tags}</ul>
        </div>
    }
}
