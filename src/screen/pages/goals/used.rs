//! The way from a goal to a return to use.

use keeper::protocol::{Id, OneKind, ReturnWords};

use crate::screen::browser::clock;
use crate::screen::components::{Button, button};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::pages::writing::Fields;
use crate::screen::words::say;

/// "I used", about one goal or none in particular.
pub fn used_button(goal: Option<Id>) -> Button {
    let screens = expect_screens();
    button(say!(return_to_use.title), move || {
        let mut words = ReturnWords { goals: goal.into_iter().collect(), ..ReturnWords::default() };
        words.put_when(clock::local_now());
        screens.push(Screen::Return(Seed::From(Box::new(words.written()))));
    })
}
