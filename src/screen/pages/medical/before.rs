//! "Ask before I stop": questions to take along, one's own among them. It prints as it stands.

use keeper::protocol::support::medical::{DetoxPart, DetoxWords};
use keeper::protocol::{Id, OneKind, RowKind};
use leptos::prelude::*;

use super::detox::ask;
use super::known::{Known, shown, watched};
use super::phone::phone;
use crate::screen::browser::clock;
use crate::screen::components::{
    back_row, boxed, button, card, group, heading, lead, nothing, notice, own, plain,
};
use crate::screen::contexts::{Screen, Seed, expect_choices, expect_screens};
use crate::screen::pages::writing::Fields;
use crate::screen::printing::print_page;
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// The sheet.
pub fn before() -> AnyView {
    let screens = expect_screens();
    let found = watched(ask);
    group([
        back_row(move || screens.back()),
        heading(say!(medical.before)),
        notice([plain(say!(medical.safety.before)), plain(say!(medical.safety.detox_signs))]),
        lead(say!(medical.ask.lead)),
        list(say!(medical.ask.questions_of), questions().map(str::to_owned).into()),
        shown(found, own_part),
    ])
}

fn questions() -> [&'static str; 10] {
    [
        say!(medical.ask.q1),
        say!(medical.ask.q2),
        say!(medical.ask.q3),
        say!(medical.ask.q4),
        say!(medical.ask.q5),
        say!(medical.ask.q6),
        say!(medical.ask.q7),
        say!(medical.ask.q8),
        say!(medical.ask.q9),
        say!(medical.ask.q10),
    ]
}

fn list(name: &'static str, lines: Vec<String>) -> AnyView {
    let lines: Vec<AnyView> =
        lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }.into_any()).collect();
    let name = view! { <h2 class="section-name">{name}</h2> };
    boxed("ask-list", [name.into_any(), view! { <ul class="ask-lines">{lines}</ul> }.into_any()])
}

fn own_part(all: Vec<Known<DetoxWords>>) -> AnyView {
    let screens = expect_screens();
    let found = all.into_iter().find(|page| page.words.part == DetoxPart::Before);
    let form = Screen::form(RowKind::Detox, seed(found.as_ref().map(|page| page.id)));
    let edit = button(say!(medical.ask.edit), move || screens.push(form.clone())).icon("#i-edit").main();
    let session = expect_session();
    let print = button(say!(medical.ask.print), move || print_page(session));
    let words = found.map(|page| page.words).unwrap_or_default();
    let has_call = !words.clinic.is_empty() || !words.clinic_phone.is_empty();
    let own_questions = match words.questions.is_empty() {
        true => nothing(),
        false => list(say!(medical.ask.own_of), words.questions),
    };
    let call = match has_call {
        true => card("call", say!(medical.ask.call_of), [phone(&words.clinic, &words.clinic_phone)]),
        false => nothing(),
    };
    let answers = match words.answers.is_empty() {
        true => nothing(),
        false => card("answers", say!(medical.ask.answers_of), [own("prose", words.answers)]),
    };
    group([own_questions, call, answers, boxed("actions", [edit.piece(), print.piece()])])
}

fn seed(known: Option<Id>) -> Seed {
    if let Some(id) = known {
        return Seed::Edit(id, 0);
    }
    let day = expect_choices().today();
    let mut words = DetoxWords { part: DetoxPart::Before, day, ..DetoxWords::default() };
    words.put_when(clock::local_now());
    Seed::From(Box::new(words.written()))
}
