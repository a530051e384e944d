//! An urge, to read: everything that was filled in, in words.

use keeper::protocol::{Ending, UrgeWords};
use leptos::prelude::*;

use super::urge::{list, minutes_words, of_ten, words};
use crate::screen::components::{nothing, own, plain, soft};
use crate::screen::words::say;

/// The urge; `when` in words.
pub fn urge_to_read(head: AnyView, when: String, urge: &UrgeWords) -> AnyView {
    let facts: Vec<AnyView> = facts(urge).into_iter().map(|(label, words)| fact(label, words)).collect();
    let facts = match facts.is_empty() {
        true => nothing(),
        false => view! { <dl class="facts">{facts}</dl> }.into_any(),
    };
    let kind = match urge.ending {
        Some(Ending::Used | Ending::UsedALittle) => plain(say!(urge_form.kept_kind)),
        _ => nothing(),
    };
    let line = if urge.line.is_empty() { nothing() } else { own("prose", urge.line.clone()) };
    let inside = vec![head, soft(when), line, facts, kind];
    view! { <article class="wording">{inside}</article> }.into_any()
}

fn fact(label: &'static str, words: String) -> AnyView {
    view! {
        <dt>{label}</dt>
        <dd dir="auto">{words}</dd>
    }
    .into_any()
}

/// Label and words of each field that holds something.
fn facts(urge: &UrgeWords) -> Vec<(&'static str, String)> {
    let names = |all: Vec<&'static str>| all.join(", ");
    let number = |number: Option<u8>| number.map(of_ten).unwrap_or_default();
    let all = [
        (say!(urge.strength), number(urge.strength)),
        (say!(urge_form.triggers), list(words::triggers(urge))),
        (say!(urge_form.coping), list(urge.coping.iter().map(words::coping).collect())),
        (say!(urge_form.after), number(urge.after)),
        (say!(urge_form.length), urge.minutes.map(minutes_words).unwrap_or_default()),
        (say!(urge_form.ending), urge.ending.map(words::ending).unwrap_or_default().to_owned()),
        (say!(urge_form.about), list(urge.about.clone())),
        (say!(urge_form.feelings), list(words::feelings(urge))),
        (say!(urge_form.body), names(urge.body.iter().map(|body| words::body(*body)).collect())),
        (say!(urge_form.place), urge.place.map(words::place).unwrap_or_default().to_owned()),
        (say!(urge_form.company), names(urge.company.iter().map(|who| words::company(*who)).collect())),
        (say!(urge_form.thought), urge.thought.clone()),
        (say!(urge_form.helped), urge.helped.clone()),
        (say!(urge_form.confidence), number(urge.confidence)),
        (say!(urge_form.to_next), urge.to_next.clone()),
    ];
    all.into_iter().filter(|(_, words)| !words.is_empty()).collect()
}
