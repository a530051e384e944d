//! One goal with what became of it, and what can be done about it.

use keeper::protocol::{Id, OneKind, RulerWords};
use leptos::prelude::*;

use super::figures::figures;
use super::names::{aim_name, goal_name};
use super::records::Records;
use super::used::used_button;
use crate::screen::browser::clock;
use crate::screen::components::{boxed, button, nothing, numbered, own, soft};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::pages::check_in::day_name;
use crate::screen::pages::writing::Fields;
use crate::screen::words::say;

/// The card of the goal at that place.
pub fn card(records: &Records, at: usize) -> AnyView {
    let screens = expect_screens();
    let Some(goal) = records.goals.get(at) else { return nothing() };
    let (id, words) = (goal.id, &goal.words);
    let since = say!(goals.since_day, day = day_name(words.since_day, records.today));
    let aim = words.aim.map(|aim| aim_name(aim).to_owned() + ". " + &since).unwrap_or(since);
    let why = if words.why.is_empty() { nothing() } else { own("prose", words.why.clone()) };
    let edit =
        button(say!(entry.edit), move || screens.push(Screen::Goal(Seed::Edit(id, 0)))).icon("#i-edit");
    let ready = button(say!(goals.ruler), move || screens.push(ruler_of(id)));
    let does = match words.ended {
        true => boxed("beside", [edit.piece()]),
        false => boxed("beside", [ready.piece(), used_button(Some(id)).piece(), edit.quiet().piece()]),
    };
    let inside = vec![
        soft(aim),
        why,
        figures(records, at),
        last_ruler(records.rulers.iter().find(|ruler| ruler.goal == id), records.today),
        does,
    ];
    let name_id = numbered("goal", at);
    view! {
        <section class="card" aria-labelledby=name_id>
            <h2 class="card-title" id=name_id dir="auto">{goal_name(words)}</h2>
            {inside}
        </section>
    }
    .into_any()
}

fn ruler_of(goal: Id) -> Screen {
    let mut words = RulerWords { goal, ..RulerWords::default() };
    words.put_when(clock::local_now());
    Screen::Ruler(Seed::From(Box::new(words.written())))
}

fn last_ruler(ruler: Option<&RulerWords>, today: i32) -> AnyView {
    let Some(ruler) = ruler else { return nothing() };
    let day = (ruler.happened_at_s + i64::from(ruler.offset_min) * 60).div_euclid(86_400) as i32;
    let number = |number: Option<u8>| number.map_or_else(|| "–".to_owned(), |number| number.to_string());
    soft(say!(
        goals.ruler_last,
        day = day_name(day, today),
        importance = number(ruler.importance),
        confidence = number(ruler.confidence),
        readiness = number(ruler.readiness)
    ))
}
