//! Photos and voice notes of an entry: added in its editor, shown where it is read. Each is asked of the keeper only when
//! its place in the page is there, and its bytes go with that place.

mod add;
mod voice;

use keeper::protocol::{Attached, Failure, Id, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::waiting::quiet;
use crate::screen::browser::shown;
use crate::screen::components::{button, failed, follow, nothing, problem_note};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

pub use add::{attachments_field, picture_field};

/// The attachments of an entry that is read.
pub fn attachments(ids: Vec<Id>) -> AnyView {
    if ids.is_empty() {
        return nothing();
    }
    let each: Vec<AnyView> =
        ids.into_iter().map(|id| view! { <li>{attachment(id)}</li> }.into_any()).collect();
    view! { <ul class="attachments">{each}</ul> }.into_any()
}

/// One of them, once it is there.
fn attachment(id: Id) -> AnyView {
    let keeper = expect_keeper();
    let read = RwSignal::new_local(None::<Result<Attached, Failure>>);
    spawn_local(async move {
        let outcome = match keeper.ask(Request::Attachment { id }).await {
            Ok(Reply::Attached(attached)) => Ok(attached),
            Ok(_) => Err(Failure::NotFound),
            Err(failure) => Err(failure),
        };
        read.try_set(Some(outcome));
    });
    view! {
        {move || read.with(|read| match read {
            None => quiet(say!(attachments.opening)),
            Some(Ok(attached)) => media(attached),
            Some(Err(failure)) => failed(failure.clone()),
        })}
    }
    .into_any()
}

fn media(attached: &Attached) -> AnyView {
    let Some(address) = shown::address_of(&attached.bytes, attached.media_type.name()) else {
        return problem_note(|| Some(say!(attachments.cannot_show)));
    };
    match attached.media_type.is_audio() {
        true => view! { <audio class="attachment-voice" controls src=address aria-label=say!(attachments.voice)></audio> }
            .into_any(),
        false => view! { <img class="attachment-photo" src=address alt=say!(attachments.photo) /> }.into_any(),
    }
}

/// One in an editor, with a way to take it off.
fn given(id: Id, take_off: impl Fn() + 'static) -> AnyView {
    let off = button(say!(attachments.take_off), take_off).quiet().piece();
    view! { <li class="attachment-given">{attachment(id)}{off}</li> }.into_any()
}

/// The list of those in an editor.
fn given_list(ids: RwSignal<Vec<Id>>, changed: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    follow(move || {
        let each: Vec<AnyView> = ids
            .get()
            .into_iter()
            .map(|id| {
                given(id, move || {
                    ids.update(|ids| ids.retain(|other| *other != id));
                    changed();
                })
            })
            .collect();
        match each.is_empty() {
            true => nothing(),
            false => view! { <ul class="attachments">{each}</ul> }.into_any(),
        }
    })
}
