//! The plans. The order of the safety plan's steps is the point of it.

use keeper::protocol::support::worksheets::Shape::{Date, Line, Lines, Ranked, Text};
use keeper::protocol::support::worksheets::{Definition, SheetId};

use super::parts::{ask, helped, part, sheet};
use crate::screen::words::say;

/// Six steps, and one thing worth living for.
pub fn safety_plan() -> Definition {
    let steps = vec![
        helped(
            ask("signs", Lines, say!(worksheets.safety_plan.signs)),
            say!(worksheets.safety_plan.signs_help),
        ),
        helped(
            ask("alone", Lines, say!(worksheets.safety_plan.alone)),
            say!(worksheets.safety_plan.alone_help),
        ),
        helped(
            ask("distract", Lines, say!(worksheets.safety_plan.distract)),
            say!(worksheets.safety_plan.distract_help),
        ),
        helped(
            ask("people", Lines, say!(worksheets.safety_plan.people)),
            say!(worksheets.safety_plan.people_help),
        ),
        helped(
            ask("lines", Lines, say!(worksheets.safety_plan.lines)),
            say!(worksheets.safety_plan.lines_help),
        ),
        helped(
            ask("around", Lines, say!(worksheets.safety_plan.around)),
            say!(worksheets.safety_plan.around_help),
        ),
        ask("living", Text, say!(worksheets.safety_plan.living)),
    ];
    let names = (say!(worksheets.safety_plan.title), say!(worksheets.safety_plan.purpose));
    sheet(SheetId::SafetyPlan, names, vec![part("", steps)])
}

/// Situations, signs, coping, people, and what comes after a lapse.
pub fn hard_moments() -> Definition {
    let before = vec![
        ask("situations", Ranked, say!(worksheets.hard.situations)),
        ask("signs", Lines, say!(worksheets.hard.signs)),
        helped(ask("coping", Lines, say!(worksheets.hard.coping)), say!(worksheets.hard.coping_help)),
        ask("people", Lines, say!(worksheets.hard.people)),
        ask("balance", Lines, say!(worksheets.hard.balance)),
        ask("week", Text, say!(worksheets.hard.week)),
    ];
    let after = vec![
        helped(ask("steps", Lines, say!(worksheets.hard.steps)), say!(worksheets.hard.steps_help)),
        ask("tell", Line, say!(worksheets.hard.tell)),
    ];
    let names = (say!(worksheets.hard.title), say!(worksheets.hard.purpose));
    let parts = vec![part("", before), part(say!(worksheets.hard.after), after)];
    sheet(SheetId::HardMoments, names, parts)
}

/// The first 28 days after a stay.
pub fn coming_home() -> Definition {
    let before = vec![
        ask("day", Date, say!(worksheets.home.day)),
        ask("first_night", Text, say!(worksheets.home.first_night)),
        ask("cleared", Lines, say!(worksheets.home.cleared)),
        ask("medicine", Lines, say!(worksheets.home.medicine)),
    ];
    let first = vec![
        ask("daily", Lines, say!(worksheets.home.daily)),
        ask("appointments", Lines, say!(worksheets.home.appointments)),
    ];
    let later = vec![
        ask("weeks", Lines, say!(worksheets.home.weeks)),
        ask("hard", Lines, say!(worksheets.home.hard)),
        helped(ask("safe", Lines, say!(worksheets.home.safe)), say!(worksheets.safety.after_break)),
        ask("review", Date, say!(worksheets.home.review)),
    ];
    let names = (say!(worksheets.home.title), say!(worksheets.home.purpose));
    let parts = vec![
        part(say!(worksheets.home.before), before),
        part(say!(worksheets.home.first_week), first),
        part(say!(worksheets.home.later), later),
    ];
    sheet(SheetId::ComingHome, names, parts)
}
