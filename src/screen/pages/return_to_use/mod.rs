//! A return to use, met with kindness: one screen in the order of UX 4. Kind words, the body, somebody to tell, Save.
//! Looking back is offered from the next day on, never now. It erases nothing.

mod body;
mod people;
mod review;

use keeper::protocol::{Day, Id, ReturnWords, Said};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::check_in::{KnownGoal, goals};
use super::waiting::quiet;
use super::writing::{Desk, form, opening_of};
use crate::screen::components::{Names, Typed, boxed, fold, follow, lead};
use crate::screen::contexts::{Seed, expect_choices};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

/// The screen.
pub fn return_to_use(seed: Seed) -> AnyView {
    let keeper = expect_keeper();
    let found = RwSignal::new(None::<Vec<KnownGoal>>);
    spawn_local(async move {
        let goals = goals(keeper).await.into_iter().filter(|goal| !goal.words.ended).collect();
        found.try_set(Some(goals));
    });
    let seed = StoredValue::new(seed);
    follow(move || match found.get() {
        None => quiet(say!(app.opening)),
        Some(goals) => untrack(|| {
            provide_context(StoredValue::new(goals));
            opening_of(seed.get_value(), return_form)
        }),
    })
}

fn expect_goals() -> StoredValue<Vec<KnownGoal>> {
    expect_context()
}

fn return_form(desk: Desk<ReturnWords>) -> AnyView {
    let looks_back = !desk.is_new() && desk.words.with_untracked(can_be_looked_back_on);
    let title = if looks_back { say!(return_to_use.review) } else { say!(return_to_use.thanks) };
    let mut fields = vec![lead(say!(return_to_use.nothing_gone))];
    if looks_back {
        fields.push(review::review(desk));
    }
    fields.extend([body::body(desk), people::people(desk), more(desk)]);
    form(desk, title, fields, |_| None)
}

/// From the next day on.
pub fn can_be_looked_back_on(words: &ReturnWords) -> bool {
    let choices = expect_choices();
    let (second, offset_min) = words.moment();
    untrack(|| Day::of(second, offset_min, choices.day_start()).days() < choices.today())
}

/// What is there for whoever wants to say more.
fn more(desk: Desk<ReturnWords>) -> AnyView {
    let names = Names {
        id: "what",
        label: say!(return_to_use.named),
        names: (move || desk.words.with(|words| words.what.clone())).into(),
        on_add: (move |name| desk.chosen(|words| words.what.push(name))).into(),
        on_remove: (move |at: usize| desk.chosen(|words| drop(words.what.remove(at)))).into(),
    };
    let inside = [
        names.piece(),
        field(desk, ("amount", say!(return_to_use.amount), "text", ""), |words| &mut words.amount),
        field(desk, ("line", say!(return_to_use.line), "text", ""), |words| &mut words.line),
        boxed("when", [desk.when_fields()]),
    ];
    fold(say!(return_to_use.more), inside)
}

/// A field of words: its id, label, kind and help.
fn field(
    desk: Desk<ReturnWords>,
    (id, label, kind, help): (&'static str, &'static str, &'static str, &'static str),
    of: fn(&mut ReturnWords) -> &mut String,
) -> AnyView {
    let value = of(&mut desk.words.get_untracked()).clone();
    let on_words = (move |words| desk.typed(|said| *of(said) = words)).into();
    Typed { id, label, kind, help, value, on_words }.piece()
}

/// Whether a goal is named.
fn names_goal(words: &ReturnWords, goal: Id) -> bool {
    words.goals.contains(&goal)
}
