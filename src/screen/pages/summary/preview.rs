//! The page itself, in a frame that runs nothing: what stands there is what goes out.

use exchange::summary::{Look, page};
use journal::summary::{Chosen, Summary, compose};
use keeper::protocol::{Failure, Gathered, Reply, Request, SummaryAsk};
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::chart::paper_chart;

use super::keeping::keep;
use super::wording::Words;
use super::{check, lines, ways_out};
use crate::screen::components::{back_row, failure_note, follow, group, heading, nothing, soft};
use crate::screen::contexts::{
    SummaryDesk, expect_choices, expect_open_journal, expect_screens, expect_summary_desk,
};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

/// A summary that was put together: all its lines, and those that are left.
#[derive(Clone, Copy)]
pub struct Made {
    /// All its lines.
    pub whole: Memo<Summary>,
    /// Without the lines that are hidden.
    pub shown: Memo<Summary>,
}

/// The page.
pub fn preview() -> AnyView {
    let (screens, desk) = (expect_screens(), expect_summary_desk());
    let (gathered, failure) = (RwSignal::new(None::<Gathered>), RwSignal::new(None::<Failure>));
    keep(desk);
    keep_asking(desk, gathered, failure);
    let today = expect_choices().today();
    let there = Memo::new(move |_| gathered.with(Option::is_some));
    let content = follow(move || match (there.get(), failure.get()) {
        (true, _) => untrack(|| content(desk, gathered, today)),
        (false, None) => soft(say!(summary.looking)),
        (false, Some(_)) => nothing(),
    });
    group([
        back_row(move || screens.back()),
        heading(say!(summary.preview)),
        failure_note(move || failure.get()),
        content,
    ])
}

/// Asks for what was chosen, and again whenever the journal has changed.
fn keep_asking(desk: SummaryDesk, gathered: RwSignal<Option<Gathered>>, failure: RwSignal<Option<Failure>>) {
    let (keeper, journal) = (expect_keeper(), expect_open_journal());
    Effect::new(move || {
        journal.changed();
        let ask = desk.now(|chosen| SummaryAsk {
            from: chosen.from,
            to: chosen.to,
            parts: chosen.parts.clone(),
            passages: chosen.passages.clone(),
        });
        spawn_local(async move {
            match keeper.ask(Request::Summary(ask)).await {
                Ok(Reply::Summary(found)) => drop(gathered.try_set(Some(*found))),
                Ok(_) => {}
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    });
}

fn content(desk: SummaryDesk, gathered: RwSignal<Option<Gathered>>, today: i32) -> AnyView {
    let whole = Memo::new(move |_| {
        let chosen = desk.with(|chosen| Chosen {
            name: chosen.name.clone(),
            audience: chosen.audience,
            made_on: today,
            parts: chosen.parts.clone(),
            safety: chosen.safety.clone(),
            changes: chosen.changes.clone(),
            questions: chosen.questions.clone(),
            hides_lines: !chosen.hidden.is_empty(),
            other_names: chosen.other_names.clone(),
        });
        gathered.with(|found| found.as_ref().map(|found| compose(found, &chosen, &Words)).unwrap_or_default())
    });
    let shown = Memo::new(move |_| desk.with(|chosen| whole.get().without(&chosen.hidden)));
    let made = Made { whole, shown };
    let html = Memo::new(move |_| shown.with(|shown| page(shown, Look::Paper, &paper_chart)));
    let frame = NodeRef::<leptos::html::Iframe>::new();
    let reading = follow(move || {
        let complete = gathered.with(|found| found.as_ref().is_none_or(|found| found.complete));
        if complete { nothing() } else { soft(say!(summary.reading)) }
    });
    group([
        soft(say!(summary.preview_help)),
        reading,
        view! {
            <iframe class="summary-page" title=say!(summary.frame) node_ref=frame
                sandbox="allow-same-origin allow-modals" srcdoc=move || html.get()></iframe>
        }
        .into_any(),
        check::check(desk, made),
        lines::lines(desk, made),
        ways_out::ways_out(desk, made, frame),
    ])
}
