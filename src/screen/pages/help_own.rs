//! What Help now shows first while a journal is open: its owner's own plans and people. It is put into the page only
//! while Help now is open, and goes with the open branch.

use keeper::protocol::support::worksheets::{SheetId, WorksheetWords};
use keeper::protocol::{OneKind, Reply, Request, RowKind};
use leptos::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::person::ways_if_named;
use crate::screen::browser::help_now;
use crate::screen::components::{boxed, button, follow_if};
use crate::screen::contexts::{Screen, SupportPlace, WorksheetsPlace, expect_choices, expect_screens};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::session::expect_session;
use crate::screen::words::{language_tag, page_language_tag, say};

/// Which plans can be opened from there, in this order.
const PLANS: [SheetId; 2] = [SheetId::SafetyPlan, SheetId::HardMoments];

/// The piece, which stands in Help now beside the screen.
pub fn help_own() -> AnyView {
    let (keeper, session, choices) = (expect_keeper(), expect_session(), expect_choices());
    let open = RwSignal::new(help_now::is_open());
    let turned = window_event_listener_untyped("trestle-help", move |_| {
        open.try_set(help_now::is_open());
    });
    on_cleanup(move || turned.remove());
    let plans = RwSignal::new(Vec::<SheetId>::new());
    // What the keeper holds is the outside world: asked each time Help now is opened.
    Effect::new(move || {
        if !open.get() {
            return;
        }
        spawn_local(async move {
            if let Ok(Reply::All(read)) = keeper.ask(Request::All { kind: RowKind::Worksheet }).await {
                let words = |one: &SheetId| {
                    let mut sheets =
                        read.iter().filter_map(|read| WorksheetWords::seen(read.wordings.first()?));
                    sheets.any(|words| words.id() == Some(*one))
                };
                plans.try_set(PLANS.into_iter().filter(words).collect());
            }
        });
    });
    let piece = move || {
        follow_if(move || {
            // Somebody who is out on a call is covered here too.
            let shown = open.get() && !session.rest.is_out();
            let some = shown && (!plans.with(Vec::is_empty) || choices.person().is_some());
            some.then(|| untrack(|| inside(&plans.get())))
        })
    };
    match help_now::own_place(&page_language_tag()) {
        Some(mount) => view! { <Portal mount=mount>{piece()}</Portal> }.into_any(),
        None => ().into_any(),
    }
}

fn inside(plans: &[SheetId]) -> AnyView {
    let screens = expect_screens();
    let plans = plans.iter().map(|id| {
        let id = *id;
        let name = match id {
            SheetId::HardMoments => say!(worksheets.my_hard_moments),
            _ => say!(worksheets.my_safety_plan),
        };
        let open = move || {
            help_now::close();
            screens.push(Screen::Support(SupportPlace::Worksheets(WorksheetsPlace::Sheet(id))));
        };
        button(name, open).piece()
    });
    let plans: Vec<AnyView> = plans.collect();
    let plans = view! { <div class="help-own-plans">{plans}</div> };
    // The journal may speak another language than the page around it.
    view! {
        <section class="help-own-part" lang=language_tag() aria-label=say!(worksheets.own_title)>
            {boxed("stack-wide", [plans.into_any(), ways_if_named()])}
        </section>
    }
    .into_any()
}
