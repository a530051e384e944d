//! At most one suggestion. Which one is a rule of the journal's meaning (`journal::suggest`); here is what it says.

use leptos::prelude::*;

use super::question::question;
use crate::screen::components::follow_if;
use crate::screen::contexts::expect_choices;

/// The suggestion, if there is one.
pub fn suggestion() -> AnyView {
    let choices = expect_choices();
    follow_if(move || choices.get().filter(|settings| settings.wish.is_none()).map(|_| untrack(question)))
}
