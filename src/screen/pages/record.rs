//! One record, to read: its words formatted, both wordings where there are two, and what can be done with it.

use keeper::protocol::{Base, EntryRead, EntryText, Failure, Id, Reply, Request, RowKind, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::attachments::attachments;
use super::entry_marks::entry_marks;
use super::history::history;
use super::journal::{day_words, row_title};
use super::later::read_support;
use super::record_days;
use super::record_urge::urge_to_read;
use super::waiting::quiet;
use crate::screen::browser::dates;
use crate::screen::components::{
    back_row, boxed, button, failed, failure_note, follow, formatted, group, heading, nothing, notice, own,
    plain, soft, span, title,
};
use crate::screen::contexts::{
    Screen, Undoable, expect_announcer, expect_offer, expect_open_journal, expect_screens,
};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

/// The record.
pub fn record(id: Id) -> AnyView {
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
            // A mark is shown where it was made: the page is not made anew for it.
            let differ = |read: &Option<Result<EntryRead, Failure>>| match (read, &outcome) {
                (Some(Ok(read)), Ok(now)) => unmarked(read) != unmarked(now),
                (read, now) => read.as_ref() != Some(now),
            };
            if read.try_with_untracked(differ) == Some(true) {
                read.set(Some(outcome));
            }
        });
    });
    let body = follow(move || match read.get() {
        None => quiet(say!(entry.loading)),
        Some(Ok(entry)) => untrack(|| shown(entry)),
        Some(Err(Failure::EntryDamaged)) => untrack(|| damaged(id)),
        Some(Err(failure)) => failed(failure),
    });
    group([back_row(move || screens.back()), body])
}

/// It cannot be read: all that can be done with it is to delete it.
fn damaged(id: Id) -> AnyView {
    let (keeper, announcer, screens) = (expect_keeper(), expect_announcer(), expect_screens());
    let (asks, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let delete = move || {
        spawn_local(async move {
            match keeper.ask(Request::DeleteDamaged { id }).await {
                Ok(_) => {
                    announcer.say(say!(entry.deleted));
                    screens.to_this_room();
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let question = move || {
        let answers = [
            button(say!(entry.damaged_keep), move || asks.set(false)).main().piece(),
            button(say!(entry.damaged_delete), delete).icon("#i-delete").decision().piece(),
        ];
        let inside =
            [title(say!(entry.damaged_ask)), plain(say!(entry.damaged_final)), boxed("actions", answers)];
        view! { <div class="live" role="alert">{notice(inside)}</div> }.into_any()
    };
    let actions = follow(move || match asks.get() {
        true => question(),
        false => {
            let ask = button(say!(entry.delete), move || asks.set(true)).icon("#i-delete").decision();
            boxed("actions", [ask.piece()])
        }
    });
    group([failed(Failure::EntryDamaged), failure_note(move || failure.get()), actions])
}

/// What the page shows of an entry besides its marks.
fn unmarked(entry: &EntryRead) -> EntryRead {
    let mut entry = EntryRead { base: Base::default(), changed_at_ms: 0, ..entry.clone() };
    for wording in &mut entry.wordings {
        if let Written::Entry(text) = wording {
            (text.favourite, text.kept_back, text.never_share) = (false, false, false);
        }
    }
    entry
}

fn shown(entry: EntryRead) -> AnyView {
    let (keeper, offer, screens) = (expect_keeper(), expect_offer(), expect_screens());
    let id = entry.id;
    let failure = RwSignal::new(None::<Failure>);
    let delete = move || {
        spawn_local(async move {
            match keeper.ask(Request::Delete { id }).await {
                Ok(_) => {
                    offer.make(Undoable::Entry(id));
                    screens.to_this_room();
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let forms: Vec<Screen> =
        entry.wordings.iter().enumerate().map(|(at, text)| Screen::of_edit(id, at, text)).collect();
    let forms = StoredValue::new(forms);
    let edit = move |wording: usize| {
        if let Some(form) = forms.with_value(|forms| forms.get(wording).cloned()) {
            screens.push(form);
        }
    };
    let several = entry.wordings.len() > 1;
    let look_back = record_days::look_back(id, entry.wordings.first());
    let can_edit = !entry.newer;
    let title = entry.wordings.first().map(title_of);
    let marks = match (&entry.wordings[..], can_edit) {
        ([Written::Entry(text)], true) => entry_marks(id, text, failure),
        _ => nothing(),
    };
    let earlier = match entry.wordings.first() {
        Some(Written::Entry(_)) if can_edit => history(id, entry.earlier),
        _ => nothing(),
    };
    let notes = [
        several.then(|| say!(entry.two)),
        entry.also_deleted.then(|| say!(entry.also_deleted)),
        entry.newer.then(|| say!(entry.newer)),
    ];
    let notes: Vec<AnyView> = notes.into_iter().flatten().map(|words| notice([plain(words)])).collect();
    let wordings = entry.wordings.into_iter().enumerate().map(|(at, text)| {
        if !several {
            return wording(nothing(), text);
        }
        let edit_this = match can_edit {
            true => button(say!(entry.edit_this), move || edit(at)).icon("#i-edit").piece(),
            false => nothing(),
        };
        let number = view! { <h2>{say!(entry.wording, number = at + 1)}</h2> };
        let title = own("row-title", title_of(&text));
        wording(group([boxed("field-head", [number.into_any(), edit_this]), title]), text)
    });
    let wordings: Vec<AnyView> = wordings.collect();
    let edit_button = match can_edit && !several {
        true => button(say!(entry.edit), move || edit(0)).icon("#i-edit").main().piece(),
        false => nothing(),
    };
    group([
        heading(title.unwrap_or_default()),
        notes.into_any(),
        wordings.into_any(),
        look_back,
        failure_note(move || failure.get()),
        boxed(
            "actions",
            [edit_button, button(say!(entry.delete), delete).icon("#i-delete").decision().piece()],
        ),
        marks,
        earlier,
    ])
}

fn title_of(text: &Written) -> String {
    match text {
        Written::Entry(text) if text.title.is_empty() => say!(journal.untitled).to_owned(),
        Written::Entry(text) => text.title.clone(),
        Written::Urge(urge) => row_title(RowKind::Urge, urge.strength, ""),
        Written::Worksheet(sheet) => row_title(RowKind::Worksheet, None, &sheet.title),
        other => row_title(other.kind(), None, ""),
    }
}

fn wording(head: AnyView, text: Written) -> AnyView {
    match text {
        Written::Entry(text) => entry(head, text),
        Written::Urge(urge) => urge_to_read(head, when(urge.happened_at_s, urge.offset_min), &urge),
        Written::CheckIn(day) => {
            let lines = record_days::check_in(&day, civil_day(day.happened_at_s, day.offset_min));
            in_full(head, day.happened_at_s, day.offset_min, lines)
        }
        Written::Return(used) => {
            in_full(head, used.happened_at_s, used.offset_min, record_days::returned(&used))
        }
        Written::Goal(goal) => in_full(head, goal.happened_at_s, goal.offset_min, record_days::goal(&goal)),
        Written::Ruler(ruler) => {
            in_full(head, ruler.happened_at_s, ruler.offset_min, record_days::ruler(&ruler))
        }
        Written::Reason(reason) => small(head, reason.happened_at_s, reason.offset_min, reason.words),
        Written::Template(own) => small(head, own.happened_at_s, own.offset_min, own.text),
        other => {
            let (second, offset_min) = other.moment();
            in_full(head, second, offset_min, read_support(other))
        }
    }
}

/// A smaller kind: when it was, and its words.
fn small(head: AnyView, happened_at_s: i64, offset_min: i16, words: String) -> AnyView {
    in_full(head, happened_at_s, offset_min, own("prose", words))
}

/// When it was, and all that was said.
fn in_full(head: AnyView, happened_at_s: i64, offset_min: i16, said: AnyView) -> AnyView {
    let inside = vec![head, soft(when(happened_at_s, offset_min)), said];
    view! { <article class="wording">{inside}</article> }.into_any()
}

/// "Today, 8:05".
fn when(happened_at_s: i64, offset_min: i16) -> String {
    day_words(civil_day(happened_at_s, offset_min)) + ", " + &dates::clock(happened_at_s, offset_min)
}

fn civil_day(happened_at_s: i64, offset_min: i16) -> i32 {
    (happened_at_s + i64::from(offset_min) * 60).div_euclid(86_400) as i32
}

fn entry(head: AnyView, text: EntryText) -> AnyView {
    let when = when(text.happened_at_s, text.offset_min);
    let mood = text.mood.map(|mood| span("chip", say!(entry.mood, mood = mood)));
    let tags: Vec<AnyView> = text
        .tags
        .into_iter()
        .map(|tag| view! { <li class="chip" dir="auto">{tag}</li> }.into_any())
        .collect();
    let foot = view! {
        <div class="entry-foot">
            {mood}
            <ul class="row-chips" aria-label=say!(entry.tags)>{tags}</ul>
        </div>
    };
    let carried = attachments(text.attachments);
    let inside = vec![head, soft(when), formatted(&text.text), carried, foot.into_any()];
    view! { <article class="wording">{inside}</article> }.into_any()
}
