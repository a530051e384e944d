//! The open journal: the one branch with a word in it. Whatever is provided here goes with it.

use keeper::protocol::{Opened, Reply, Request};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{About, Editor, Entry, Journal, Settings};
use crate::screen::components::{Button, Icon, Kind, Notice, plain};
use crate::screen::contexts::{
    EditorSeed, LockNote, Offer, Screen, Screens, Undoable, expect_announcer, expect_offer, expect_screens,
    provide_list_state, provide_offer, provide_open_journal, provide_screens,
};
use crate::screen::keeper_link::Health;
use crate::screen::locks;
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// Everything while a journal is open.
#[component]
pub fn OpenBranch(opened: Opened) -> impl IntoView {
    let session = expect_session();
    let journal = provide_open_journal(opened);
    let (screens, list) = (provide_screens(), provide_list_state());
    let offer = provide_offer();
    session.attend(move |event| journal.hear(event), move || screens.try_back());
    locks::watch_rest(session);
    go_on_writing(screens);
    // The keeper's sequence comes from outside; each change asks again for what is shown.
    Effect::new(move || {
        journal.changed();
        list.refresh();
    });
    let screen = move || match screens.top() {
        Screen::Journal => view! { <Journal/> }.into_any(),
        Screen::Entry(id) => view! { <Entry id=id/> }.into_any(),
        Screen::Editor(seed) => view! { <Editor seed=seed/> }.into_any(),
        Screen::Settings => view! { <Settings/> }.into_any(),
        Screen::About => view! { <About/> }.into_any(),
    };
    view! {
        <div class="shell" on:keydown=move |event| escape(&event, screens, offer)>
            <header class="top">
                <span class="top-name">{say!(app.name)}</span>
                <Button label=say!(app.lock) icon="#i-lock" on_tap=move || session.lock(LockNote::Nothing)/>
            </header>
            <main class="page">
                <KeeperStopped/>
                {screen}
            </main>
            <UndoOffer/>
            <Countdown/>
            <Rooms/>
        </div>
    }
}

/// Escape takes away what floats, else goes one screen back. The draft is kept either way.
fn escape(event: &KeyboardEvent, screens: Screens, offer: Offer) {
    if event.key() != "Escape" || event.is_composing() || event.default_prevented() {
        return;
    }
    match offer.get_now() {
        Some(_) => offer.close(),
        None => screens.back(),
    }
}

/// Opens the place of the last draft: what was carried over on the screen first, then what the keeper has sealed.
fn go_on_writing(screens: Screens) {
    let session = expect_session();
    if let Some(draft) = session.writing.take_carried() {
        session.keeper.tell(Request::PostDraft(draft.clone()));
        screens.push(Screen::Editor(EditorSeed::Draft(draft)));
        return;
    }
    let alive = StoredValue::new(());
    spawn_local(async move {
        let Ok(Reply::Drafts(mut drafts)) = session.keeper.ask(Request::Drafts).await else { return };
        let Some(draft) = drafts.pop() else { return };
        if alive.try_get_value().is_some() && screens.is_at_the_bottom() {
            screens.push(Screen::Editor(EditorSeed::Draft(draft)));
        }
    });
}

#[component]
fn Rooms() -> impl IntoView {
    let screens = expect_screens();
    let room = move |screen: Screen, label: &'static str, icon: &'static str| {
        let here = {
            let screen = screen.clone();
            move || screens.room() == screen
        };
        view! {
            <li>
                <button type="button" class="room" aria-current=move || here().then_some("page")
                    on:click=move |_| screens.to_room(screen.clone())>
                    <Icon name=icon/>
                    <span>{label}</span>
                </button>
            </li>
        }
    };
    view! {
        <nav class="rooms" aria-label=say!(app.rooms)>
            <ul class="rooms-list">
                {room(Screen::Journal, say!(app.journal), "#i-journal")}
                {room(Screen::Settings, say!(app.settings), "#i-settings")}
            </ul>
        </nav>
    }
}

#[component]
fn KeeperStopped() -> impl IntoView {
    let session = expect_session();
    let stopped = move || session.keeper.health() == Health::Dead;
    let note = move || {
        stopped().then(|| {
            view! {
                <Notice title=say!(trouble.died_title) words=say!(trouble.died)>
                    {plain(say!(trouble.died_help))}
                    <Button label=say!(trouble.start_again) kind=Kind::Main on_tap=move || session.start_again()/>
                </Notice>
            }
        })
    };
    view! { <div class="live" role="alert">{note}</div> }
}

#[component]
fn Countdown() -> impl IntoView {
    let rest = expect_session().rest;
    let is_on = Memo::new(move |_| rest.ending().is_some());
    let seconds = move || rest.ending().map(|seconds| say!(rest.seconds, seconds = seconds));
    let note = move || {
        is_on.get().then(|| {
            view! {
                <div class="toast">
                    {plain(say!(rest.notice))}
                    <p class="soft" aria-hidden="true">{seconds}</p>
                    <Button label=say!(rest.stay) on_tap=move || rest.touch()/>
                </div>
            }
        })
    };
    view! { <div class="toasts" role="alert">{note}</div> }
}

#[component]
fn UndoOffer() -> impl IntoView {
    let (offer, screens, announcer) = (expect_offer(), expect_screens(), expect_announcer());
    let keeper = expect_session().keeper;
    let undo = move || {
        let Some(undoable) = offer.get_now() else { return };
        offer.close();
        match undoable {
            Undoable::Entry(id) => spawn_local(async move {
                if keeper.ask(Request::Undelete { id }).await.is_ok() {
                    announcer.say(say!(entry.undone));
                } else {
                    offer.make(Undoable::Entry(id));
                }
            }),
            Undoable::Draft(draft) => {
                keeper.tell(Request::PostDraft(draft.clone()));
                screens.push(Screen::Editor(EditorSeed::Draft(draft)));
            }
        }
    };
    let note = move || {
        offer.get().map(|undoable| {
            let words = match undoable {
                Undoable::Entry(_) => say!(entry.deleted),
                Undoable::Draft(_) => say!(editor.put_away),
            };
            view! {
                <div class="toast">
                    <p>{words}</p>
                    <Button label=say!(entry.undo) icon="#i-undo" on_tap=undo/>
                    <Button label=say!(app.close) kind=Kind::Quiet on_tap=move || offer.close()/>
                </div>
            }
        })
    };
    view! { <div class="toasts" role="status">{note}</div> }
}
