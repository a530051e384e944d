//! Adding: a photo out of a file, or a voice note out of the microphone. What is added is sealed at once; the entry names
//! it when it is saved.

use keeper::protocol::{Failure, Id, MediaType, Reply, Request, ToAttach};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::given_list;
use super::voice::voice;
use crate::screen::browser::photo::{self, NoPhoto};
use crate::screen::components::{boxed, failure_note, follow_if, problem_note, soft};
use crate::screen::contexts::{Announcer, expect_announcer};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::pages::chooser::photo_chooser;
use crate::screen::words::say;

/// Most that one entry can carry.
const MOST: usize = 20;

/// What adding needs.
#[derive(Clone, Copy)]
pub(super) struct Adding {
    ids: RwSignal<Vec<Id>>,
    most: usize,
    busy: RwSignal<bool>,
    pub(super) problem: RwSignal<Option<&'static str>>,
    failure: RwSignal<Option<Failure>>,
    keeper: Keeper,
    announcer: Announcer,
}

impl Adding {
    fn new(ids: RwSignal<Vec<Id>>, most: usize) -> Self {
        Self {
            ids,
            most,
            busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            failure: RwSignal::new(None),
            keeper: expect_keeper(),
            announcer: expect_announcer(),
        }
    }

    /// What stands below the ways to add.
    fn outcome(self) -> AnyView {
        let busy = follow_if(move || self.busy.get().then(|| soft(say!(attachments.reading))));
        view! {
            <div role="status">{busy}</div>
            {problem_note(move || self.problem.get())}
            {failure_note(move || self.failure.get())}
        }
        .into_any()
    }

    /// Seals one, then tells of it; false when it could not be.
    pub(super) async fn add(self, media_type: MediaType, bytes: Vec<u8>) -> bool {
        match self.keeper.ask(Request::Attach(ToAttach { media_type, bytes })).await {
            Ok(Reply::AttachmentSealed { id }) => {
                let added = self.ids.try_update(|ids| ids.push(id)).is_some();
                if added {
                    self.announcer.say(say!(attachments.added));
                }
                added
            }
            Ok(_) => false,
            Err(failure) => {
                self.failure.try_set(Some(failure));
                false
            }
        }
    }

    pub(super) fn begin(self) {
        self.problem.set(None);
        self.failure.set(None);
    }
}

/// The attachments of an entry that is written; `changed` hears of each change.
pub fn attachments_field(
    ids: RwSignal<Vec<Id>>,
    changed: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let adding = Adding::new(ids, MOST);
    view! {
        <section class="field" aria-labelledby="attachments-label">
            <p class="field-label" id="attachments-label">{say!(attachments.title)}</p>
            {given_list(ids, changed)}
            {boxed("beside", [photo_button(adding, changed), voice(adding, changed)])}
            {adding.outcome()}
        </section>
    }
    .into_any()
}

/// One picture beside words; `changed` hears of each change.
pub fn picture_field(ids: RwSignal<Vec<Id>>, changed: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let adding = Adding::new(ids, 1);
    let add = follow_if(move || ids.with(Vec::is_empty).then(|| photo_button(adding, changed)));
    view! {
        <section class="field" aria-labelledby="picture-label">
            <p class="field-label" id="picture-label">{say!(attachments.picture)}</p>
            {given_list(ids, changed)}
            {add}
            {adding.outcome()}
        </section>
    }
    .into_any()
}

fn photo_button(adding: Adding, changed: impl Fn() + Copy + 'static) -> AnyView {
    let take = move |files: Vec<web_sys::File>| {
        adding.begin();
        adding.busy.set(true);
        let files = files.into_iter().take(if adding.most == 1 { 1 } else { usize::MAX });
        spawn_local(async move {
            for file in files {
                if adding.ids.try_with_untracked(Vec::len).is_none_or(|count| count >= adding.most) {
                    adding.problem.try_set(Some(say!(attachments.problem.too_many)));
                    break;
                }
                match photo::read(&file).await {
                    Ok(bytes) => {
                        if adding.add(MediaType::Jpeg, bytes).await {
                            changed();
                        }
                    }
                    Err(why) => drop(adding.problem.try_set(Some(words_of(why)))),
                }
            }
            adding.busy.try_set(false);
        });
    };
    photo_chooser(say!(attachments.add_photo), take).piece()
}

fn words_of(why: NoPhoto) -> &'static str {
    match why {
        NoPhoto::TooLarge => say!(attachments.problem.too_large),
        NoPhoto::NotAPhoto => say!(attachments.problem.no_photo),
    }
}
