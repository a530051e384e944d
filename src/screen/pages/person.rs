//! A person to call: one name and number typed by the owner, kept with the journal. A link that dials covers the app
//! until they are back, and says what trace it leaves.

use keeper::protocol::{Person, SettingsChange};
use leptos::prelude::*;
use rules::dialled;

use crate::screen::components::{
    Typed, boxed, button, card, follow, follow_if, group, heading, nothing, own, plain, problem_note, soft,
};
use crate::screen::contexts::{
    Screen, SupportPlace, TablePlace, expect_announcer, expect_choices, expect_screens,
};
use crate::screen::locks;
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// The card: whom to call, and where they are named.
pub fn person_card() -> AnyView {
    let (choices, screens) = (expect_choices(), expect_screens());
    let editing = RwSignal::new(false);
    let person = Memo::new(move |_| choices.person());
    let inside = follow(move || match (person.get(), editing.get()) {
        (person, true) => untrack(|| form(person.unwrap_or_default(), editing)),
        (Some(person), false) => {
            let change = button(say!(person.change), move || editing.set(true)).quiet().piece();
            group([untrack(|| ways(&person)), boxed("beside", [change])])
        }
        (None, false) => {
            let name = button(say!(app.add), move || editing.set(true)).piece();
            let people = Screen::Support(SupportPlace::Table(TablePlace::People));
            let people =
                button(say!(support.tool.people), move || screens.push(people.clone())).quiet().piece();
            group([plain(say!(person.none)), boxed("beside", [name, people])])
        }
    });
    card("person", say!(person.title), [inside])
}

/// Ways to reach the person named, where there is one.
pub fn person_if_named() -> AnyView {
    let choices = expect_choices();
    let person = Memo::new(move |_| choices.person());
    follow_if(move || {
        person.get().map(|person| untrack(|| card("person", say!(person.title), [ways(&person)])))
    })
}

/// The ways alone, for a place that says itself whose they are.
pub fn ways_if_named() -> AnyView {
    let choices = expect_choices();
    let person = Memo::new(move |_| choices.person());
    follow_if(move || person.get().map(|person| untrack(|| ways(&person))))
}

/// Name, number, and the links.
fn ways(person: &Person) -> AnyView {
    let name = if person.name.is_empty() { say!(person.whoever).to_owned() } else { person.name.clone() };
    let links = match dialled(&person.number) {
        None => nothing(),
        Some(digits) => {
            let call = link(["tel:", &digits].concat(), say!(person.call, name = name.clone()), "person-way");
            let write = link(["sms:", &digits].concat(), say!(person.write, name = name), "person-way");
            group([boxed("beside person-ways", [call, write]), soft(say!(person.trace))])
        }
    };
    let named = [&person.name, &person.number].into_iter().filter(|words| !words.is_empty());
    let named: Vec<AnyView> = named.map(|words| own("", words.clone())).collect();
    group([named.into_any(), links])
}

fn link(address: String, words: String, class: &'static str) -> AnyView {
    let session = expect_session();
    view! {
        <a class=class href=address rel="noreferrer" on:click=move |_| locks::go_out(session)>
            <span dir="auto">{words}</span>
        </a>
    }
    .into_any()
}

fn form(person: Person, editing: RwSignal<bool>) -> AnyView {
    let (choices, announcer) = (expect_choices(), expect_announcer());
    let typed = RwSignal::new(person.clone());
    let problem = RwSignal::new(None::<&'static str>);
    let name = Typed {
        id: "person-name",
        label: say!(person.name),
        kind: "text",
        help: "",
        value: person.name.clone(),
        on_words: (move |words| typed.update(|person| person.name = words)).into(),
    };
    let number = Typed {
        id: "person-number",
        label: say!(person.number),
        kind: "tel",
        help: "",
        value: person.number.clone(),
        on_words: (move |words| typed.update(|person| person.number = words)).into(),
    };
    let keep = move || {
        let person = typed.get_untracked();
        let (name, number) = (person.name.trim(), person.number.trim());
        if name.is_empty() && number.is_empty() {
            return problem.set(Some(say!(person.problem)));
        }
        if !number.is_empty() && dialled(number).is_none() {
            return problem.set(Some(say!(person.problem_number)));
        }
        choices.change(SettingsChange::Person(Some(person)));
        announcer.say(say!(person.kept));
        editing.set(false);
    };
    let remove = move || {
        choices.change(SettingsChange::Person(None));
        announcer.say(say!(person.removed));
        editing.set(false);
    };
    let remove = match person == Person::default() {
        true => nothing(),
        false => button(say!(person.remove), remove).decision().piece(),
    };
    let cancel = button(say!(app.cancel), move || editing.set(false)).quiet().piece();
    let inside = vec![
        name.piece(),
        number.piece(),
        problem_note(move || problem.get()),
        boxed("actions", [button(say!(person.save), keep).piece(), remove, cancel]),
    ];
    view! {
        <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>{inside}</form>
    }
    .into_any()
}

/// What covers the open journal while somebody is out.
pub fn away(session: Session) -> AnyView {
    let rest = session.rest;
    let is_out = Memo::new(move |_| rest.is_out());
    follow_if(move || {
        is_out.get().then(|| {
            let back = button(say!(person.away_back), move || {
                locks::come_back(session);
            })
            .main()
            .piece();
            let inside = vec![heading(say!(person.away_title)), plain(say!(person.away)), back];
            view! { <div class="away gate" role="main">{inside}</div> }.into_any()
        })
    })
}
