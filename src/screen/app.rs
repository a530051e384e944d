//! Provides what the screen shares and makes the one big decision: what stands on the page. Every word of a journal
//! lives below [`open_branch`], but for the page that its owner hands over ([`handed`]).

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::{page, update, written_file};
use super::components::follow;
use super::contexts::{
    LockNote, Stage, expect_announcer, provide_announcer, provide_rest_clock, provide_riding, provide_shelf,
    provide_stage, provide_update, provide_writing,
};
use super::keeper_link::provide_keeper;
use super::locks;
use super::pages::{create, fetch_ahead, handed, locked, open_backup, open_branch, start, trouble, waiting};
use super::session::{Session, provide_session};
use super::words::{Place, say, speak};

/// The screen.
#[component]
pub fn App() -> impl IntoView {
    page::arm_stopped_note();
    provide_announcer();
    let (shelf, stage, writing, rest) =
        (provide_shelf(), provide_stage(), provide_writing(), provide_rest_clock());
    // The keeper's events need the session, and the session needs the keeper.
    let late = StoredValue::new_local(None::<Session>);
    let hear = move |event| {
        if let Some(session) = late.get_value() {
            session.hear(event);
        }
    };
    let keeper = provide_keeper(Rc::new(hear));
    let session = provide_session(keeper, stage, shelf, writing, rest, provide_riding());
    late.set_value(Some(session));
    locks::watch_page(session);
    // The outside world: the worker's health decides the stage, it is not derived from it.
    Effect::new(move || session.health_changed(keeper.health()));
    let newer = provide_update();
    // Another tab has loaded a newer version: this page follows as soon as nothing is open or typed in it.
    Effect::new(move || {
        let is_idle = matches!(stage.get(), Stage::Start | Stage::Locked { .. } | Stage::Trouble(_));
        if newer.is_taken() && is_idle && session.may_load_anew() {
            update::load();
        }
    });
    session.begin(LockNote::Nothing);
    fetch_ahead();
    // What a backup left lying for its download.
    spawn_local(written_file::sweep());

    let language = Memo::new(move |_| shelf.with(|shelf| shelf.language));
    Effect::new(move || {
        let language = language.get();
        speak(language, if stage.is_open_now() { Place::Journal } else { Place::Gate });
    });
    let standing = follow(move || {
        let stage = stage.get();
        speak_at(&stage, language);
        // What a page looks at while it is put together does not make the whole page anew.
        untrack(|| match stage {
            Stage::Starting => waiting(say!(app.opening)),
            Stage::Locking => waiting(say!(app.locking)),
            Stage::Start => start(),
            Stage::Create => create(),
            Stage::OpenBackup => open_backup(),
            Stage::Locked { found, note } => locked(found, note),
            Stage::Trouble(why) => trouble(why),
            Stage::Handed(page) => handed(page),
            Stage::Open(opened) => open_branch(opened),
        })
    });
    view! {
        <LiveRegion/>
        {standing}
    }
}

/// Speaks the chosen language at that stage. Followed, so that another choice mounts what stands there anew; not while
/// a journal is open, which would lose its place: there only the page is told.
fn speak_at(stage: &Stage, language: Memo<u8>) {
    if matches!(stage, Stage::Open(_)) {
        speak(language.get_untracked(), Place::Journal);
    } else {
        speak(language.get(), Place::Gate);
    }
}

/// What is said aloud, and shown for a moment. Each sentence is a new element, so that the same one is heard again.
#[component]
fn LiveRegion() -> impl IntoView {
    let announcer = expect_announcer();
    view! {
        <div class="said" role="status">
            <For each=move || announcer.said() key=|said| said.number let:said>
                <p class="said-words">{said.words}</p>
            </For>
        </div>
    }
}
