//! What to know before stopping or cutting down (DOMAIN 5.2), right in the form, before anything is saved. The sentences
//! are listed in `docs/safety-texts.md`.

use keeper::protocol::{Aim, GoalWords, Substance};
use leptos::prelude::*;

use crate::screen::browser::help_now::{self, Topic};
use crate::screen::components::{
    Choice, RadioGroup, Shape, boxed, button, follow_if, group, notice, plain, radio_group, title,
};
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

/// Two questions where stopping at once could be dangerous, and the warning where it could be for this person.
pub fn warning(desk: Desk<GoalWords>) -> AnyView {
    let asks = Memo::new(move |_| desk.words.with(could_be_dangerous));
    let warns = Memo::new(move |_| desk.words.with(GoalWords::needs_withdrawal_warning));
    let questions = follow_if(move || asks.get().then(|| untrack(|| questions(desk))));
    let warned = follow_if(move || warns.get().then(|| untrack(words)));
    group([questions, view! { <div class="live" role="status">{warned}</div> }.into_any()])
}

fn could_be_dangerous(goal: &GoalWords) -> bool {
    let less = matches!(goal.aim, Some(Aim::Stop | Aim::CutDown));
    less && goal.substance.is_some_and(Substance::can_be_dangerous_to_stop)
}

fn questions(desk: Desk<GoalWords>) -> AnyView {
    let question = |id, label, of: fn(&mut GoalWords) -> &mut Option<bool>| {
        let chosen = move || {
            let mut goal = desk.words.get();
            (*of(&mut goal)).map(|yes| usize::from(!yes))
        };
        radio_group(RadioGroup {
            id,
            label,
            choices: vec![Choice::plain(say!(goals.yes)), Choice::plain(say!(goals.no))],
            shape: Shape::Row,
            chosen: chosen.into(),
            on_choose: (move |at: usize| desk.chosen(|goal| *of(goal) = Some(at == 0))).into(),
        })
    };
    group([
        question("daily", say!(goals.daily_now), |goal| &mut goal.daily_now),
        question("seizure", say!(goals.seizure_before), |goal| &mut goal.seizure_before),
    ])
}

fn words() -> AnyView {
    let help = button(say!(goals.safety.help), || help_now::open(Topic::Ill)).piece();
    notice([
        title(say!(goals.safety.title)),
        plain(say!(goals.safety.sudden)),
        plain(say!(goals.safety.ask)),
        plain(say!(goals.safety.signs)),
        boxed("stack", [help]),
    ])
}
