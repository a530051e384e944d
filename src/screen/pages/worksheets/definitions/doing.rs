//! The sheets that lead to doing something: a goal, one thing to do, rulers, a change plan, both sides of a choice.

use keeper::protocol::support::worksheets::Shape::{Date, Line, Lines, Square, Text};
use keeper::protocol::support::worksheets::{Definition, SheetId};

use super::parts::{ask, between, helped, how_much, mood, one_of, part, sheet};
use crate::screen::words::say;

/// One goal, small and clear.
pub fn goal() -> Definition {
    let asks = vec![
        ask("what", Text, say!(worksheets.goal.what)),
        ask("seen", Text, say!(worksheets.goal.seen)),
        ask("doable", Text, say!(worksheets.goal.doable)),
        ask("matters", Text, say!(worksheets.goal.matters)),
        ask("by", Date, say!(worksheets.goal.by)),
        helped(ask("if_then", Lines, say!(worksheets.goal.if_then)), say!(worksheets.goal.if_then_help)),
        ask("first", Line, say!(worksheets.goal.first)),
    ];
    let names = (say!(worksheets.goal.title), say!(worksheets.goal.purpose));
    sheet(SheetId::Goals, names, vec![part("", asks)])
}

/// Planned, done, compared.
pub fn activation() -> Definition {
    let hard =
        between(say!(worksheets.activation.difficulty_low), say!(worksheets.activation.difficulty_high));
    let done = one_of(&[
        say!(worksheets.activation.done_yes),
        say!(worksheets.activation.done_partly),
        say!(worksheets.activation.done_no),
    ]);
    let before = vec![
        helped(ask("what", Line, say!(worksheets.activation.what)), say!(worksheets.activation.what_help)),
        ask("when", Line, say!(worksheets.activation.when)),
        ask("difficulty", hard, say!(worksheets.activation.difficulty)),
        ask("expected", mood(), say!(worksheets.activation.expected)),
    ];
    let after = vec![
        ask("done", done, say!(worksheets.activation.done)),
        ask("pleasure", how_much(), say!(worksheets.activation.pleasure)),
        ask("managed", how_much(), say!(worksheets.activation.managed)),
        ask("mood", mood(), say!(worksheets.activation.mood)),
        ask("learnt", Text, say!(worksheets.activation.learnt)),
    ];
    let names = (say!(worksheets.activation.title), say!(worksheets.activation.purpose));
    let parts =
        vec![part(say!(worksheets.activation.plan), before), part(say!(worksheets.activation.after), after)];
    sheet(SheetId::Activation, names, parts)
}

/// Importance, confidence, readiness.
pub fn rulers() -> Definition {
    let importance = vec![
        ask("importance", how_much(), say!(worksheets.rulers.importance_ask)),
        ask("importance_lower", Text, say!(worksheets.rulers.importance_lower)),
        ask("importance_up", Text, say!(worksheets.rulers.importance_up)),
    ];
    let confidence = vec![
        ask("confidence", how_much(), say!(worksheets.rulers.confidence_ask)),
        ask("confidence_lower", Text, say!(worksheets.rulers.confidence_lower)),
        ask("confidence_up", Text, say!(worksheets.rulers.confidence_up)),
    ];
    let readiness = vec![
        ask("readiness", how_much(), say!(worksheets.rulers.readiness_ask)),
        ask("readiness_lower", Text, say!(worksheets.rulers.readiness_lower)),
        ask("readiness_up", Text, say!(worksheets.rulers.readiness_up)),
    ];
    let names = (say!(worksheets.rulers.title), say!(worksheets.rulers.purpose));
    let parts = vec![
        part("", vec![ask("change", Line, say!(worksheets.rulers.change))]),
        part(say!(worksheets.rulers.importance), importance),
        part(say!(worksheets.rulers.confidence), confidence),
        part(say!(worksheets.rulers.readiness), readiness),
    ];
    sheet(SheetId::Rulers, names, parts)
}

/// What, why, how, with whom.
pub fn change_plan() -> Definition {
    let asks = vec![
        ask("what", Text, say!(worksheets.change.what)),
        ask("why", Lines, say!(worksheets.change.why)),
        ask("steps", Lines, say!(worksheets.change.steps)),
        ask("who", Lines, say!(worksheets.change.who)),
        ask("obstacles", Lines, say!(worksheets.change.obstacles)),
        ask("know", Text, say!(worksheets.change.know)),
        ask("review", Date, say!(worksheets.change.review)),
    ];
    let names = (say!(worksheets.change.title), say!(worksheets.change.purpose));
    sheet(SheetId::ChangePlan, names, vec![part("", asks)])
}

/// Two by two. It ends on reasons for a change and on what matters (DOMAIN 4).
pub fn costs_and_benefits() -> Definition {
    let square = Square([
        say!(worksheets.costs.going_gives).to_owned(),
        say!(worksheets.costs.going_costs).to_owned(),
        say!(worksheets.costs.change_gives).to_owned(),
        say!(worksheets.costs.change_costs).to_owned(),
    ]);
    let asks = vec![
        ask("choice", Line, say!(worksheets.costs.choice)),
        helped(ask("square", square, say!(worksheets.costs.square)), say!(worksheets.costs.square_help)),
        ask("weigh", Text, say!(worksheets.costs.weigh)),
        ask("matters", Text, say!(worksheets.costs.matters)),
    ];
    let names = (say!(worksheets.costs.title), say!(worksheets.costs.purpose));
    sheet(SheetId::CostsAndBenefits, names, vec![part("", asks)])
}
