//! Insights: what the records show, in at most three sentences first; charts and tables behind them.

mod beside;
mod board;
mod contact;
mod days_part;
mod figure;
mod figures;
mod helped_part;
mod kept;
pub mod names;
mod sentences;
mod triggers;
mod urges_part;

use std::sync::Arc;

use journal::insights::Insights;
use keeper::protocol::{Failure, InsightsShown, Range, Reply, Request, SettingsChange};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::{clock, dates};
use crate::screen::components::{
    Choice, RadioGroup, Shape, boxed, button, failure_note, follow, group, heading, lead, nothing, plain,
    radio_group, soft,
};
use crate::screen::contexts::{Screen, SummaryPlace, expect_choices, expect_open_journal, expect_screens};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::pages::today::hard_row;
use crate::screen::words::say;
use board::Board;

/// Which figures are looked at.
const URGES: usize = 0;
const DAYS: usize = 1;

type Shown = Arc<InsightsShown>;

/// Insights.
pub fn insights() -> AnyView {
    let (range, look) = (RwSignal::new(Range::default()), RwSignal::new(URGES));
    let (shown, failure) = (RwSignal::new(None::<Shown>), RwSignal::new(None::<Failure>));
    keep_asking(range, shown, failure);
    let board = Board::new();
    let content = follow(move || match shown.get() {
        Some(shown) => untrack(|| content(board, &shown, look)),
        None if failure.get().is_some() => nothing(),
        None => soft(say!(insights.looking)),
    });
    let inside = group([
        range_choice(range),
        failure_note(move || failure.get()),
        view! { <div class="insights" aria-live="off">{content}</div> }.into_any(),
    ]);
    let screens = expect_screens();
    let summary = button(say!(summary.title), move || screens.push(Screen::Summary(SummaryPlace::Home)));
    let summary = boxed("actions", [summary.piece()]);
    group([heading(say!(insights.title)), board.piece(inside), summary])
}

/// Asks for the range that is chosen, and again whenever the journal has changed. Answers to older questions are
/// dropped.
fn keep_asking(range: RwSignal<Range>, shown: RwSignal<Option<Shown>>, failure: RwSignal<Option<Failure>>) {
    let (keeper, journal) = (expect_keeper(), expect_open_journal());
    let question = StoredValue::new(0_u32);
    Effect::new(move || {
        journal.changed();
        let (range, now) = (range.get(), clock::local_now());
        let number = question.get_value() + 1;
        question.set_value(number);
        let request = Request::Insights { range, now_s: now.second, offset_min: now.offset_min };
        spawn_local(async move {
            let outcome = keeper.ask(request).await;
            if question.try_get_value() != Some(number) {
                return;
            }
            match outcome {
                Ok(Reply::Insights(found)) => {
                    failure.set(None);
                    let is_new = shown.with_untracked(|shown| shown.as_deref() != Some(&*found));
                    if is_new {
                        shown.set(Some(Arc::from(found)));
                    }
                }
                Ok(_) => {}
                Err(why) => failure.set(Some(why)),
            }
        });
    });
}

fn range_choice(range: RwSignal<Range>) -> AnyView {
    let names = [
        say!(insights.range_28),
        say!(insights.range_90),
        say!(insights.range_365),
        say!(insights.range_all),
    ];
    radio_group(RadioGroup {
        id: "insights-range",
        label: say!(insights.range),
        choices: names.map(Choice::plain).to_vec(),
        shape: Shape::Row,
        chosen: (move || Range::ALL.iter().position(|one| *one == range.get())).into(),
        on_choose: (move |at: usize| range.set(Range::ALL.get(at).copied().unwrap_or_default())).into(),
    })
}

fn content(board: Board, shown: &Shown, look: RwSignal<usize>) -> AnyView {
    let insights = &shown.insights;
    let reading = if shown.complete { nothing() } else { soft(say!(insights.reading)) };
    if !insights.is_fair() {
        return group([not_yet(insights), reading]);
    }
    let figures = {
        let shown = Arc::clone(shown);
        follow(move || {
            let look = look.get();
            untrack(|| match look {
                URGES => urges_part::urges_part(board, &shown.insights),
                DAYS => days_part::days_part(board, &shown.insights),
                _ => helped_part::helped_part(board, &shown.insights),
            })
        })
    };
    group([
        hard_row(),
        sentences::in_short(insights),
        reading,
        look_choice(look),
        boxed("insights", [figures]),
        charts_choice(board),
    ])
}

/// Too few days: what is counted so far, and from when on there is more.
fn not_yet(insights: &Insights) -> AnyView {
    let so_far = say!(
        insights.not_yet_so_far,
        recorded = dates::number(insights.recorded),
        days = dates::number(insights.days),
        urges = dates::number(insights.urges.n),
        moods = insights.daily.mood.points.len()
    );
    let inside = [lead(say!(insights.not_yet)), plain(so_far), soft(say!(insights.not_yet_from))];
    boxed("card", inside)
}

fn look_choice(look: RwSignal<usize>) -> AnyView {
    let names = [say!(insights.look_urges), say!(insights.look_days), say!(insights.look_helped)];
    radio_group(RadioGroup {
        id: "insights-look",
        label: say!(insights.look),
        choices: names.map(Choice::plain).to_vec(),
        shape: Shape::Row,
        chosen: (move || Some(look.get())).into(),
        on_choose: (move |at: usize| look.set(at)).into(),
    })
}

/// Charts are shown or not: figures in words and tables are there either way.
fn charts_choice(board: Board) -> AnyView {
    let choices = expect_choices();
    let words = move || {
        if board.charts_are_hidden() { say!(insights.charts_show) } else { say!(insights.charts_hide) }
    };
    let change = move || {
        let hidden = untrack(|| board.charts_are_hidden());
        choices.change(SettingsChange::ChartsHidden(!hidden));
    };
    boxed("actions", [button(words, change).piece()])
}
