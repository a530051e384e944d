//! "How to help me": one page for those on a leg of the table. Its lines rest with that leg; where none is chosen, with
//! that of family and friends.

use keeper::protocol::Id;
use keeper::protocol::support::table::{LeafLine, LegKind, LegWords};
use leptos::prelude::*;

use super::known::Table;
use super::leg::new_leg;
use super::names::{leaf_line_words, leg_name};
use crate::screen::components::{
    Many, OwnRadioGroup, Shape, Typed, back_row, boxed, button, failure_note, follow, follow_if, group,
    heading, lead, nothing, own, own_radio_group, plain, soft,
};
use crate::screen::contexts::{Screen, Seed, SupportPlace, TablePlace, expect_screens};
use crate::screen::pages::waiting::quiet;
use crate::screen::pages::writing::{Around, Desk, opening_of, outcome, save};
use crate::screen::printing::print_page;
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// The page.
pub fn leaf(leg: Option<Id>) -> AnyView {
    let (screens, table) = (expect_screens(), Table::load());
    let whose = RwSignal::new(leg);
    let leg = Memo::new(move |_| table.is_known().then(|| leg_of(table, whose.get())));
    let inside = follow(move || match leg.get() {
        None => quiet(say!(app.opening)),
        Some(leg) => untrack(|| page(leg)),
    });
    group([
        boxed(
            "off-paper",
            [
                back_row(move || screens.back()),
                heading(say!(table.leaf)),
                lead(say!(table.leaf_lead)),
                failure_note(move || table.failure()),
                for_whom(table, whose),
            ],
        ),
        inside,
    ])
}

/// The leg, or that of family and friends.
fn leg_of(table: Table, whose: Option<Id>) -> Option<(Id, LegWords)> {
    let chosen = whose.and_then(|id| table.leg(id).map(|leg| (id, leg)));
    chosen.or_else(|| table.leg_of(LegKind::Family))
}

/// Which leg it is for, where there are several.
fn for_whom(table: Table, whose: RwSignal<Option<Id>>) -> AnyView {
    let legs = Memo::new(move |_| {
        let legs = table.legs().into_iter().map(|(id, leg)| (id, leg_name(&leg)));
        legs.collect::<Vec<(Id, String)>>()
    });
    follow_if(move || {
        let legs = legs.get();
        (legs.len() > 1).then(|| untrack(|| choice_of(table, legs, whose)))
    })
}

fn choice_of(table: Table, legs: Vec<(Id, String)>, whose: RwSignal<Option<Id>>) -> AnyView {
    let ids: Vec<Id> = legs.iter().map(|(id, _)| *id).collect();
    let shown = ids.clone();
    let chosen = move || {
        let (leg, _) = leg_of(table, whose.get())?;
        shown.iter().position(|id| *id == leg)
    };
    own_radio_group(OwnRadioGroup {
        id: "leaf-whose",
        label: say!(table.leaf_whose).to_owned(),
        choices: legs.into_iter().map(|(_, name)| (name, String::new())).collect(),
        shape: Shape::Row,
        chosen: chosen.into(),
        on_choose: (move |at: usize| whose.set(ids.get(at).copied())).into(),
    })
}

fn page(leg: Option<(Id, LegWords)>) -> AnyView {
    let screens = expect_screens();
    let (seed, words) = match leg {
        Some((id, words)) => (Seed::Edit(id, 0), words),
        None => (new_leg(LegKind::Family), LegWords::default()),
    };
    let is_empty = words.leaf.is_empty() && words.leaf_own.is_empty();
    let lines =
        move || screens.push(Screen::Support(SupportPlace::Table(TablePlace::LeafLines(seed.clone()))));
    let lines = button(say!(table.leaf_edit), lines).icon("#i-edit");
    let session = expect_session();
    let print = button(say!(table.leaf_print), move || print_page(session));
    let (lines, print) = if is_empty { (lines.main(), print) } else { (lines, print.main()) };
    let actions = boxed("beside", [print.piece(), lines.piece()]);
    group([paper(&words), boxed("off-paper", [actions, soft(say!(table.leaf_print_trace))])])
}

/// The leaf as it is on paper.
fn paper(words: &LegWords) -> AnyView {
    let taken = words.leaf.iter().map(|line| item(leaf_line_words(*line)));
    let taken: Vec<AnyView> = taken.collect();
    let taken = match taken.is_empty() {
        true => nothing(),
        false => view! { <ul class="leaf-lines">{taken}</ul> }.into_any(),
    };
    let own_words = match words.leaf_own.as_str() {
        "" if words.leaf.is_empty() => plain(say!(table.leaf_empty)),
        "" => nothing(),
        words => own("own-line", words),
    };
    let for_you = [
        say!(table.leaf_you.sleep),
        say!(table.leaf_you.groups),
        say!(table.leaf_you.limits),
        say!(table.leaf_you.not_fault),
        say!(table.leaf_you.speak),
        say!(table.safety.danger),
        say!(table.safety.hurt),
    ];
    view! {
        <section class="paper" aria-labelledby="leaf-title">
            <h2 class="paper-title" id="leaf-title">{say!(table.leaf)}</h2>
            {taken}
            {own_words}
            <h3 class="leaf-for-you">{say!(table.leaf_for_you)}</h3>
            <ul class="leaf-lines">{Vec::from(for_you.map(item))}</ul>
        </section>
    }
    .into_any()
}

fn item(words: &'static str) -> AnyView {
    view! { <li>{words}</li> }.into_any()
}

/// The lines to take.
pub fn lines(seed: Seed) -> AnyView {
    opening_of(seed, lines_form)
}

fn lines_form(desk: Desk<LegWords>) -> AnyView {
    let chosen = move || {
        let is_on = |line: &LeafLine| desk.words.with(|leg| leg.leaf.contains(line));
        LeafLine::ALL.iter().enumerate().filter(|(_, line)| is_on(line)).map(|(at, _)| at).collect()
    };
    let toggle = move |at: usize| desk.chosen(|leg| turn(&mut leg.leaf, LeafLine::ALL[at]));
    let many = Many {
        id: "leaf-lines",
        label: say!(table.leaf_lines),
        choices: LeafLine::ALL.map(|line| leaf_line_words(line).to_owned()).into(),
        chosen: chosen.into(),
        on_toggle: toggle.into(),
    };
    let own = Typed {
        id: "leaf-own",
        label: say!(table.leaf_own),
        kind: "several",
        help: "",
        value: desk.words.with_untracked(|leg| leg.leaf_own.clone()),
        on_words: (move |words| desk.typed(|leg| leg.leaf_own = words)).into(),
    };
    // Not the whole form of a leg: deleting the leg belongs to its own.
    let around = Around::expect();
    let save = move || save(desk.drafting, desk.checked(|_| None), around);
    let words = move || if around.is_under_way() { say!(editor.saving) } else { say!(editor.save) };
    view! {
        {back_row(move || around.screens.back())}
        {heading(say!(table.leaf))}
        <form class="form editor" autocomplete="off" prop:inert=move || around.is_under_way()
            on:submit=|event| event.prevent_default()>
            {boxed("leaf-choices", [many.piece()])}
            {own.piece()}
            {outcome(around.saving)}
            {boxed("actions", [button(words, save).main().piece()])}
        </form>
    }
    .into_any()
}

/// Takes a line or takes it off; those taken stand in the order of the leaf.
fn turn(lines: &mut Vec<LeafLine>, line: LeafLine) {
    let is_on = lines.contains(&line);
    let stays = |one: &LeafLine| if *one == line { !is_on } else { lines.contains(one) };
    *lines = LeafLine::ALL.into_iter().filter(stays).collect();
}
