//! Somebody to call: a name, and a number as a link, with the trace it leaves.

use leptos::prelude::*;
use rules::dialled;

use crate::screen::components::{boxed, group, nothing, own, soft};
use crate::screen::locks;
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// Name and number; the number is a link where it can be dialled.
pub fn phone(name: &str, number: &str) -> AnyView {
    let whom = if name.is_empty() { say!(medical.clinic_there).to_owned() } else { name.to_owned() };
    let link = match dialled(number) {
        None => nothing(),
        Some(digits) => {
            let way = boxed("beside person-ways", [call(["tel:", &digits].concat(), whom)]);
            group([way, soft(say!(person.trace))])
        }
    };
    let said = [name, number].into_iter().filter(|words| !words.is_empty());
    let said: Vec<AnyView> = said.map(|words| own("", words)).collect();
    boxed("who-to-call", [said.into_any(), link])
}

fn call(address: String, name: String) -> AnyView {
    let session = expect_session();
    view! {
        <a class="person-way" href=address rel="noreferrer" on:click=move |_| locks::go_out(session)>
            <span dir="auto">{say!(medical.call, name = name)}</span>
        </a>
    }
    .into_any()
}
