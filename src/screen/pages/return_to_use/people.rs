//! "Who could you tell?": the person to call, words to begin with, and people who listen.

use keeper::protocol::{Person, ReturnWords};
use leptos::prelude::*;

use super::field;
use crate::screen::browser::help_now;
use crate::screen::components::{boxed, button, fold, follow_if, own, plain};
use crate::screen::contexts::expect_choices;
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

/// The section.
pub fn people(desk: Desk<ReturnWords>) -> AnyView {
    let choices = expect_choices();
    let person = Memo::new(move |_| choices.chosen().person);
    let call = follow_if(move || person.get().map(|person| untrack(|| call(&person))));
    let tell = field(
        desk,
        ("tell", say!(return_to_use.tell_field), "text", say!(return_to_use.tell_help)),
        |words| &mut words.tell,
    );
    let listeners = button(say!(return_to_use.listeners), help_now::open_page).piece();
    let ask = fold(
        say!(return_to_use.ask),
        [plain(say!(return_to_use.you_could_say)), boxed("stack", [listeners])],
    );
    view! {
        <section class="stack-wide" aria-labelledby="tell-title">
            <h2 id="tell-title">{say!(return_to_use.tell)}</h2>
            {call}
            {tell}
            {ask}
        </section>
    }
    .into_any()
}

/// The person of Settings, to call where there is a number.
fn call(person: &Person) -> AnyView {
    let name = if person.name.is_empty() { &person.number } else { &person.name };
    let number: String = person.number.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    if number.is_empty() {
        return own("row-title", name.clone());
    }
    let words = say!(return_to_use.call, name = name.clone());
    view! { <a class="button button-plain" href=format_tel(&number) dir="auto">{words}</a> }.into_any()
}

fn format_tel(number: &str) -> String {
    "tel:".to_owned() + number
}
