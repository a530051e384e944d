//! The room of Support: the picture of the table on top, help and plans, then the legs as doors to their tools.

use keeper::protocol::Id;
use keeper::protocol::support::table::{LegKind, LegWords, ReviewWords};
use leptos::prelude::*;
use rules::LegStroke;

use super::known::{Rows, Table, reviews, standing_of};
use super::leg::section;
use super::months::day_of;
use super::names::{kind_line, kind_name, leg_name, strength_name, touched};
use super::picture::{leg_mark, picture, seen_today, stroke_of};
use super::review;
use super::tools::{self, Tool, doors};
use super::touch::touch_anybody;
use crate::screen::browser::{clock, dates};
use crate::screen::components::{
    back_row, boxed, button, failure_note, follow, follow_if, group, heading, icon, lead, soft,
};
use crate::screen::contexts::{Screen, SupportPlace, TablePlace, expect_screens};
use crate::screen::pages::waiting::quiet;
use crate::screen::words::say;

/// The room.
pub fn room() -> AnyView {
    let table = Table::load();
    let legs = Memo::new(move |_| table.is_known().then(|| table.legs()));
    let drawn = follow(move || match legs.get() {
        None => quiet(say!(app.opening)),
        Some(legs) => untrack(|| on_top(&legs)),
    });
    let rows = follow_if(move || legs.get().map(|legs| untrack(|| legs_as_doors(table, legs))));
    group([
        heading(say!(app.support)),
        failure_note(move || table.failure()),
        drawn,
        touch_anybody(table),
        rows,
        about_the_table(legs),
    ])
}

/// All tools by name.
pub fn all_tools() -> AnyView {
    let screens = expect_screens();
    group([
        back_row(move || screens.back()),
        heading(say!(support.all_tools)),
        lead(say!(support.all_tools_lead)),
        doors(tools::all()),
    ])
}

/// The picture, and the one main action: a first leg, or somebody to ask.
fn on_top(legs: &Rows<LegWords>) -> AnyView {
    let screens = expect_screens();
    let drawn = picture(&seen_today(legs));
    let add = button(say!(table.add), move || screens.push(of_table(TablePlace::Add))).icon("#i-plus");
    let to = |(name, screen): Tool| button(name, move || screens.push(screen.clone()));
    let (ask, plans) = (to(tools::ask()), to(tools::plans()));
    match legs.is_empty() {
        true => group([
            drawn,
            lead(say!(support.empty)),
            boxed("beside", [add.main().piece(), ask.piece(), plans.piece()]),
        ]),
        false => group([
            drawn,
            soft(say!(table.legend)),
            boxed("beside", [ask.main().piece(), plans.piece(), add.piece()]),
        ]),
    }
}

fn of_table(place: TablePlace) -> Screen {
    Screen::Support(SupportPlace::Table(place))
}

/// Every kind at its place, on the table or as an outline; then the own ones.
fn legs_as_doors(table: Table, legs: Rows<LegWords>) -> AnyView {
    let mut rows = Vec::new();
    for kind in LegKind::NAMED {
        let here: Vec<&(Id, LegWords)> = legs.iter().filter(|(_, leg)| leg.kind == kind).collect();
        match here.as_slice() {
            [] => rows.push(outline(kind)),
            [(_, leg)] => rows.push(door(table, leg, of_table(TablePlace::Kind(kind)), &here)),
            several => {
                for (id, leg) in several {
                    rows.push(door(table, leg, of_table(TablePlace::Leg(*id)), &[]));
                }
            }
        }
    }
    let own = legs.iter().filter(|(_, leg)| leg.kind == LegKind::Own);
    rows.extend(own.map(|row| door(table, &row.1, of_table(TablePlace::Leg(row.0)), &[row])));
    section("legs", say!(support.legs), [view! { <ul class="doors">{rows}</ul> }.into_any()])
}

fn door(table: Table, leg: &LegWords, to: Screen, rows: &[&(Id, LegWords)]) -> AnyView {
    let screens = expect_screens();
    let wobbles = leg.wobbles_on(clock::today());
    let word = strength_name(leg.strength);
    let wobbling = wobbles.then(|| view! { <span class="door-wobbling">{say!(table.wobbling)}</span> });
    let ids: Vec<Id> = rows.iter().map(|(id, _)| *id).collect();
    let last = Memo::new(move |_| ids.first().map_or_else(String::new, |id| touched(table.last_on(*id))));
    let mark = leg_mark(stroke_of(leg.strength), wobbles);
    let name = leg_name(leg);
    view! {
        <li>
            <button type="button" class="door" on:click=move |_| screens.push(to.clone())>
                {mark}
                <span class="door-words">
                    <span class="door-name" dir="auto">{name}</span>
                    " "
                    <span class="door-line">{word}</span>
                    " "
                    {wobbling}
                    " "
                    <span class="door-line">{move || last.get()}</span>
                </span>
                {icon("#i-onward")}
            </button>
        </li>
    }
    .into_any()
}

fn outline(kind: LegKind) -> AnyView {
    let screens = expect_screens();
    let open = move |_| screens.push(of_table(TablePlace::Kind(kind)));
    view! {
        <li>
            <button type="button" class="door door-outline" on:click=open>
                {leg_mark(LegStroke::Outline, false)}
                <span class="door-words">
                    <span class="door-name">{kind_name(kind)}</span>
                    " "
                    <span class="door-line">{kind_line(kind)}</span>
                </span>
                {icon("#i-onward")}
            </button>
        </li>
    }
    .into_any()
}

/// Looking it over, month by month, the leaf, all tools.
fn about_the_table(legs: Memo<Option<Rows<LegWords>>>) -> AnyView {
    let screens = expect_screens();
    let reviews = reviews();
    let last = follow_if(move || Some(soft(last_look(&legs.get()?, &reviews.get()?)?)));
    let is_any = Memo::new(move |_| legs.with(|legs| legs.as_ref().is_some_and(|legs| !legs.is_empty())));
    let looking = follow_if(move || {
        let look = move || screens.push(review::begun(&legs.get_untracked().unwrap_or_default()));
        is_any.get().then(|| untrack(|| button(say!(table.review), look).piece()))
    });
    let all = (say!(support.all_tools), Screen::Support(SupportPlace::AllTools));
    let more = doors(vec![tools::people(), tools::leaf(None), tools::months(), all]);
    section("about-table", say!(support.more), [last, boxed("beside", [looking]), more])
}

/// When it was looked over last; or that some weeks have passed, where that is so.
fn last_look(legs: &Rows<LegWords>, reviews: &Rows<ReviewWords>) -> Option<String> {
    let now_ms = clock::moment().wall_ms as u64;
    if standing_of(legs, reviews).is_due(now_ms) {
        return Some(say!(table.review_due).to_owned());
    }
    let (_, last) = reviews.first()?;
    Some(say!(table.review_last, day = dates::short_day(day_of(last))))
}
