//! The open journal: the one branch with a word in it. Whatever is provided here goes with it.

use keeper::protocol::{BackupReply, BackupRequest, Draft, Opened, Reply, Request, WayKind, Written};
use leptos::ev::KeyboardEvent;
use leptos::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::about::about;
use super::change_passphrase::change_passphrase;
use super::check_in::check_in;
use super::editor::editor;
use super::front_card::front_card;
use super::goals::{goal, goals, ruler};
use super::help_own::help_own;
use super::journal::journal_page;
use super::later::{backup, insights, summary, support, transfer};
use super::made_to_open::made_to_open;
use super::passkey::add_passkey;
use super::person::away;
use super::put_down::put_down;
use super::reasons::{reason, reasons};
use super::recall::recall;
use super::record::record;
use super::reminders::reminders;
use super::removal::removal;
use super::remove_way::remove_way;
use super::return_to_use::return_to_use;
use super::ride_out::ride_out;
use super::settings::settings;
use super::sheet::sheet;
use super::start_from::{start_from, template};
use super::tags::tags;
use super::today::today_page;
use super::tracking::tracking;
use super::urge::urge;
use super::urges::urges;
use crate::screen::browser::dom;
use crate::screen::components::{boxed, button, follow, follow_if, follow_words, icon, notice, plain, title};
use crate::screen::contexts::{
    Offer, RestClock, Screen, Screens, SupportPlace, Undoable, expect_announcer, expect_list_state,
    expect_stars, provide_choices, provide_list_state, provide_offer, provide_open_journal, provide_screens,
    provide_stars, provide_summary_desk,
};
use crate::screen::keeper_link::Health;
use crate::screen::locks;
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// Everything while a journal is open.
pub fn open_branch(opened: Opened) -> AnyView {
    let session = expect_session();
    let by_sheet = opened.opened_by == WayKind::Sheet;
    if opened.cost_may_rise {
        keep_cost_up(session);
    }
    let journal = provide_open_journal(opened);
    let (screens, list, choices) = (provide_screens(), provide_list_state(), provide_choices());
    let offer = provide_offer();
    provide_stars();
    provide_summary_desk();
    session.attend(move |event| journal.hear(event), move || screens.try_back());
    locks::watch_rest(session);
    session.follow_other_tabs();
    if session.riding.is_in_front_now() {
        // The number that was tapped there is a draft: that page goes on with it.
        screens.to_room(Screen::Urges);
        screens.push(Screen::RideOut);
    }
    go_on_writing(screens);
    if by_sheet {
        // The passphrase is forgotten: a new one comes before anything else.
        screens.push(Screen::ChangePassphrase);
    }
    // The keeper's sequence comes from outside; each change asks again for what is shown.
    Effect::new(move || {
        journal.changed();
        list.refresh();
        choices.refresh();
    });
    // Other rooms show the whole list, too: what is asked for in the Journal ends with it.
    Effect::new(move || {
        if screens.room() != Screen::Journal {
            list.show_everything();
        }
    });
    let screen = follow(move || {
        let top = screens.top();
        untrack(|| match top {
            Screen::Today => today_page(),
            Screen::Journal => journal_page(),
            Screen::Record(id) => record(id),
            Screen::Editor(seed) => editor(seed),
            Screen::Urge(seed) => urge(seed),
            Screen::CheckIn(seed) => check_in(seed),
            Screen::Goal(seed) => goal(seed),
            Screen::Return(seed) => return_to_use(seed),
            Screen::Ruler(seed) => ruler(seed),
            Screen::Reason(seed) => reason(seed),
            Screen::Template(seed) => template(seed),
            Screen::Urges => urges(),
            Screen::Insights => insights(),
            Screen::Support(place) => support(place),
            Screen::Summary(place) => summary(place),
            Screen::Backup(place) => backup(place),
            Screen::Transfer(place) => transfer(place),
            Screen::RideOut => ride_out(),
            Screen::Reasons => reasons(),
            Screen::Goals => goals(),
            Screen::Tracking => tracking(),
            Screen::StartFrom => start_from(),
            Screen::PutDown => put_down(),
            Screen::Tags => tags(),
            Screen::Reminders => reminders(),
            Screen::Settings => settings(),
            Screen::Sheet => sheet(),
            Screen::ChangePassphrase => change_passphrase(),
            Screen::Recall => recall(),
            Screen::AddPasskey => add_passkey(),
            Screen::RemoveWay(way) => remove_way(way),
            Screen::Removal => removal(),
            Screen::FrontCard => front_card(),
            Screen::MadeToOpen => made_to_open(move || screens.back()),
            Screen::About => about(),
        })
    });
    let lock = button(say!(app.lock), move || session.lock_everywhere()).icon("#i-lock");
    view! {
        <div class="shell" on:keydown=move |event| escape(&event, screens, offer)>
            {in_the_bar(lock.piece())}
            {help_own()}
            <main class="page">{keeper_stopped(session)}{screen}</main>
            {undo_offer(session, offer, screens)}
            {countdown(session.rest)}
            {rooms(screens)}
            {away(session)}
        </div>
    }
    .into_any()
}

/// The key of the passphrase is made dearer, in the background. What does not come of it now comes another time.
fn keep_cost_up(session: Session) {
    spawn_local(async move {
        if session.keeper.ask(Request::DeriveDearer).await.is_ok() {
            let _ = session.keeper.ask(Request::RaiseCost).await;
        }
    });
}

/// Puts a piece into the bar above the page, which stands outside of the screen and before it (`index.html`).
fn in_the_bar(piece: AnyView) -> AnyView {
    let piece = StoredValue::new_local(Some(piece));
    let mount = dom::by_id("bar-app");
    let inside = move || piece.try_update_value(Option::take).flatten();
    mount.map(|mount| view! { <Portal mount=mount>{inside()}</Portal> }).into_any()
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
        screens.push(Screen::of_draft(draft));
        return;
    }
    let alive = StoredValue::new(());
    spawn_local(async move {
        let Ok(Reply::Drafts(mut drafts)) = session.keeper.ask(Request::Drafts).await else { return };
        // A summary that went out is kept for another way out, and is nobody's last words.
        drafts.retain(|draft| !matches!(&draft.text, Written::Summary(words) if words.went_out));
        let Some(draft) = drafts.pop() else { return };
        if alive.try_get_value().is_some() && screens.is_at_the_bottom() {
            screens.push(Screen::of_draft(draft));
        }
    });
}

fn rooms(screens: Screens) -> AnyView {
    let room = move |screen: Screen, label: &'static str, name: &'static str, place: &'static str| {
        let here = {
            let screen = screen.clone();
            move || (screens.room() == screen).then_some("page")
        };
        view! {
            <li class=place>
                <button type="button" class="room" aria-current=here
                    on:click=move |_| screens.to_room(screen.clone())>
                    {icon(name)}
                    <span>{label}</span>
                </button>
            </li>
        }
        .into_any()
    };
    view! {
        <nav class="rooms" aria-label=say!(app.rooms)>
            <ul class="rooms-list">
                {room(Screen::Today, say!(app.today), "#i-today", "")}
                {room(Screen::Journal, say!(app.journal), "#i-journal", "")}
                {room(Screen::Urges, say!(app.urges), "#i-urges", "")}
                {room(Screen::Support(SupportPlace::Room), say!(app.support), "#i-support", "")}
                {room(Screen::Insights, say!(app.insights), "#i-insights", "")}
                {room(Screen::Settings, say!(app.settings), "#i-settings", "wide-only")}
            </ul>
        </nav>
    }
    .into_any()
}

fn keeper_stopped(session: Session) -> AnyView {
    let note = follow_if(move || {
        (session.keeper.health() == Health::Dead).then(|| {
            notice([
                title(say!(trouble.died_title)),
                plain(say!(trouble.died)),
                plain(say!(trouble.died_help)),
                button(say!(trouble.start_again), move || session.start_again()).main().piece(),
            ])
        })
    });
    view! { <div class="live" role="alert">{note}</div> }.into_any()
}

fn countdown(rest: RestClock) -> AnyView {
    let is_on = Memo::new(move |_| rest.ending().is_some());
    let note = follow_if(move || {
        is_on.get().then(|| {
            let seconds = follow_words(move || {
                rest.ending().map_or_else(String::new, |left| say!(rest.seconds, seconds = left))
            });
            let seconds = view! { <p class="soft" aria-hidden="true">{seconds}</p> }.into_any();
            boxed(
                "toast",
                [plain(say!(rest.notice)), seconds, button(say!(rest.stay), move || rest.touch()).piece()],
            )
        })
    });
    view! { <div class="toasts" role="alert">{note}</div> }.into_any()
}

fn undo_offer(session: Session, offer: Offer, screens: Screens) -> AnyView {
    let (announcer, keeper) = (expect_announcer(), session.keeper);
    let (stars, list) = (expect_stars(), expect_list_state());
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
            Undoable::Noted(id, _) => spawn_local(async move {
                if keeper.ask(Request::Delete { id }).await.is_err() {
                    offer.make(undoable);
                }
            }),
            Undoable::Merge => spawn_local(async move {
                let request = Request::Backup(BackupRequest::Undo);
                announcer.say(match keeper.ask(request).await {
                    Ok(Reply::Backup(BackupReply::Done)) => say!(backup.undone),
                    _ => say!(backup.refused.nothing_to_undo.what),
                });
            }),
            Undoable::Star(id) => stars.put(id, true, list.failure),
            Undoable::Draft(draft) => {
                keeper.tell(Request::PostDraft(Draft::clone(&draft)));
                screens.push(Screen::of_draft(*draft));
            }
        }
    };
    let note = follow_if(move || {
        let words = match offer.get()? {
            Undoable::Entry(_) => say!(entry.deleted),
            Undoable::Noted(_, words) => words,
            Undoable::Draft(_) => say!(editor.put_away),
            Undoable::Star(_) => say!(entry.favourite_off),
            Undoable::Merge => say!(backup.merged_title),
        };
        let take_back = button(say!(entry.undo), undo).icon("#i-undo").piece();
        let close = button(say!(app.close), move || offer.close()).quiet().piece();
        Some(boxed("toast", [plain(words), take_back, close]))
    });
    view! { <div class="toasts" role="status">{note}</div> }.into_any()
}
