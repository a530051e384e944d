//! The one quiet card of the first day: "What would help right now?" Its answer is kept inside the journal.

use keeper::protocol::{SettingsChange, Wish};
use leptos::prelude::*;

use crate::screen::components::{boxed, button};
use crate::screen::contexts::{expect_announcer, expect_choices};
use crate::screen::words::say;

/// The card.
pub fn question() -> AnyView {
    let answers = [
        answer(say!(today.stop), Wish::StopOrCutDown),
        answer(say!(today.steady), Wish::StaySteady),
        answer(say!(today.unsure), Wish::NotSure),
        answer(say!(today.write), Wish::JustWrite),
        answer(say!(today.not_now), Wish::NotNow),
    ];
    view! {
        <section class="card" aria-labelledby="question">
            <h2 class="card-title" id="question">{say!(today.question)}</h2>
            {boxed("answers", answers)}
        </section>
    }
    .into_any()
}

fn answer(words: &'static str, wish: Wish) -> AnyView {
    let (choices, announcer) = (expect_choices(), expect_announcer());
    let choose = move || {
        choices.change(SettingsChange::Wish(wish));
        announcer.say(say!(today.thanks));
    };
    button(words, choose).piece()
}
