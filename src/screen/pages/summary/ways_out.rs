//! The ways a summary can go out. Each names the trace it leaves.

use exchange::summary::{Look, csv, fhir, page, text};
use journal::summary::Summary;
use keeper::protocol::sharing::WayOut;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::chart::paper_chart;

use super::copy::copy;
use super::preview::Made;
use super::receipts::{it_went_out, receipt_choice};
use crate::screen::browser::{hand_over, random};
use crate::screen::components::{boxed, button, fold, group, soft};
use crate::screen::contexts::{
    MedicalPlace, Screen, SummaryDesk, SupportPlace, expect_announcer, expect_screens,
};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::printing;
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// All of them, and what comes after.
pub fn ways_out(desk: SummaryDesk, made: Made, frame: NodeRef<html::Iframe>) -> AnyView {
    let ways = group([
        receipt_choice(desk),
        show(desk, made),
        print(desk, made, frame),
        copy(desk, made),
        others(desk, made),
    ]);
    group([
        view! {
            <section class="card" aria-labelledby="summary-ways">
                <h2 class="card-title" id="summary-ways">{say!(summary.ways)}</h2>
                {ways}
            </section>
        }
        .into_any(),
        after(),
    ])
}

fn way(button: AnyView, trace: &'static str) -> AnyView {
    boxed("way", [button, soft(trace)])
}

/// The receipt is on the disk before the journal locks.
fn show(desk: SummaryDesk, made: Made) -> AnyView {
    let (session, keeper) = (expect_session(), expect_keeper());
    let show = move || {
        let document = made.shown.with_untracked(|shown| page(shown, Look::Large, &paper_chart));
        spawn_local(async move {
            it_went_out(keeper, desk, WayOut::Shown, &document).await;
            session.hand_over(document);
        });
    };
    way(button(say!(summary.show), show).main().piece(), say!(summary.show_trace))
}

fn print(desk: SummaryDesk, made: Made, frame: NodeRef<html::Iframe>) -> AnyView {
    let (session, keeper) = (expect_session(), expect_keeper());
    let print = move || {
        let Some(window) = frame.get_untracked().and_then(|frame| frame.content_window()) else { return };
        let document = made.shown.with_untracked(|shown| page(shown, Look::Paper, &paper_chart));
        spawn_local(async move { it_went_out(keeper, desk, WayOut::Printed, &document).await });
        printing::print(session, window);
    };
    way(button(say!(summary.print), print).piece(), say!(summary.print_trace))
}

fn others(desk: SummaryDesk, made: Made) -> AnyView {
    let as_text = file(desk, made, WayOut::Text, say!(summary.as_text), "text/plain", ".txt", text);
    let as_csv = file(desk, made, WayOut::Csv, say!(summary.as_csv), "text/csv", ".csv", csv);
    let as_fhir =
        file(desk, made, WayOut::Fhir, say!(summary.as_fhir), "application/fhir+json", ".json", |shown| {
            fhir(shown, random::sixteen())
        });
    fold(say!(summary.other), [soft(say!(summary.other_trace)), boxed("actions", [as_text, as_csv, as_fhir])])
}

fn file(
    desk: SummaryDesk,
    made: Made,
    way: WayOut,
    label: &'static str,
    media_type: &'static str,
    ending: &'static str,
    write: fn(&Summary) -> String,
) -> AnyView {
    let (keeper, announcer) = (expect_keeper(), expect_announcer());
    let save = move || {
        let document = made.shown.with_untracked(write);
        let name = say!(summary.file).to_owned() + ending;
        if hand_over::text(&document, media_type, &name).is_some() {
            announcer.say(say!(summary.saved_file));
            spawn_local(async move { it_went_out(keeper, desk, way, &document).await });
        }
    };
    button(label, save).quiet().piece()
}

fn after() -> AnyView {
    let screens = expect_screens();
    let appointments = button(say!(summary.appointments), move || {
        screens.push(Screen::Support(SupportPlace::Medical(MedicalPlace::Appointments)));
    });
    view! {
        <section class="card" aria-labelledby="summary-after">
            <h2 class="card-title" id="summary-after">{say!(summary.after)}</h2>
            {soft(say!(summary.after_help))}
            {boxed("actions", [appointments.quiet().piece()])}
        </section>
    }
    .into_any()
}
