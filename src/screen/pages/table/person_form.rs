//! The form of a person: by nickname or role, where they stand, what they give, how to reach them, boundaries.

use keeper::protocol::support::table::{Gives, PersonWords};
use keeper::protocol::{Id, OneKind, Person, SettingsChange};
use leptos::prelude::*;
use rules::{dialled, mail_address};

use super::known::Table;
use super::names::{gives_name, leg_name};
use crate::screen::browser::clock;
use crate::screen::components::{Many, Names, Tap, Typed, boxed, button, fold, follow_if, group, soft};
use crate::screen::contexts::{Seed, expect_choices, expect_screens};
use crate::screen::pages::writing::{Desk, Fields, form_then, opening_of};
use crate::screen::words::say;

/// The form.
pub fn person(seed: Seed) -> AnyView {
    opening_of(seed, person_form)
}

/// The first words of somebody on those legs.
pub fn new_person(legs: Vec<Id>) -> Seed {
    begun(PersonWords { legs, ..PersonWords::default() })
}

/// The first words of whom the settings name.
pub fn from_kept(kept: &Person) -> Seed {
    begun(PersonWords { name: kept.name.clone(), phone: kept.number.clone(), ..PersonWords::default() })
}

fn begun(mut words: PersonWords) -> Seed {
    words.put_when(clock::local_now());
    Seed::From(Box::new(words.written()))
}

fn person_form(desk: Desk<PersonWords>) -> AnyView {
    let listens = button(say!(table.listens), move || desk.chosen(|person| person.listens = !person.listens));
    let listens = listens.pressed_while(move || desk.words.with(|person| person.listens)).piece();
    let fields = vec![
        field(desk, ("person-name", say!(table.person_name), "text", ""), |person| &mut person.name),
        boxed("beside", [listens]),
        legs(desk),
        gives(desk),
        reach(desk),
        fold(say!(table.boundaries), [boundaries(desk)]),
        field(desk, ("stance-field", say!(table.stance), "text", say!(table.stance_help)), |person| {
            &mut person.stance
        }),
        field(desk, ("person-notes-field", say!(table.notes), "several", ""), |person| &mut person.notes),
    ];
    let title = if desk.is_new() { say!(table.person_new) } else { say!(table.person_edit) };
    form_then(desk, title, fields, problem, kept(desk))
}

/// Once somebody is kept: whoever is called first when it is hard stays so by their new name and number. Then back.
fn kept(desk: Desk<PersonWords>) -> Tap {
    let (choices, screens) = (expect_choices(), expect_screens());
    let as_kept =
        |person: &PersonWords| Person { name: person.name.trim().into(), number: person.phone.trim().into() };
    let before = desk.words.with_untracked(as_kept);
    let was_first = !desk.is_new() && untrack(|| choices.person()).as_ref() == Some(&before);
    Tap::from(move || {
        let now = desk.words.with_untracked(as_kept);
        if was_first && now != before {
            choices.change(SettingsChange::Person((dialled(&now.number).is_some()).then_some(now)));
        }
        screens.back();
    })
}

fn problem(person: &PersonWords) -> Option<&'static str> {
    let (phone, mail) = (person.phone.trim(), person.mail.trim());
    if person.name.trim().is_empty() {
        return Some(say!(table.problem_name));
    }
    if !phone.is_empty() && dialled(phone).is_none() {
        return Some(say!(table.problem_phone));
    }
    (!mail.is_empty() && mail_address(mail).is_none()).then(|| say!(table.problem_mail))
}

/// The legs there are; nothing where there are none yet.
fn legs(desk: Desk<PersonWords>) -> AnyView {
    let table = Table::load();
    let legs = Memo::new(move |_| table.legs());
    follow_if(move || {
        let legs = legs.get();
        let names: Vec<String> = legs.iter().map(|(_, leg)| leg_name(leg)).collect();
        let ids: Vec<Id> = legs.into_iter().map(|(id, _)| id).collect();
        let shown = ids.clone();
        let chosen = move || {
            let is_on = |id: &Id| desk.words.with(|person| person.legs.contains(id));
            shown.iter().enumerate().filter(|(_, id)| is_on(id)).map(|(at, _)| at).collect()
        };
        let toggle = move |at: usize| {
            let Some(id) = ids.get(at).copied() else { return };
            desk.chosen(|person| toggle(&mut person.legs, id));
        };
        (!names.is_empty()).then(|| {
            untrack(|| {
                Many {
                    id: "person-legs",
                    label: say!(table.person_legs),
                    choices: names,
                    chosen: chosen.into(),
                    on_toggle: toggle.into(),
                }
                .piece()
            })
        })
    })
}

fn toggle<T: PartialEq>(things: &mut Vec<T>, thing: T) {
    match things.iter().position(|one| *one == thing) {
        Some(at) => drop(things.remove(at)),
        None => things.push(thing),
    }
}

fn gives(desk: Desk<PersonWords>) -> AnyView {
    let chosen = move || {
        let is_on = |gives: &Gives| desk.words.with(|person| person.gives.contains(gives));
        Gives::ALL.iter().enumerate().filter(|(_, gives)| is_on(gives)).map(|(at, _)| at).collect()
    };
    let many = Many {
        id: "gives",
        label: say!(table.gives_label),
        choices: Gives::ALL.map(|gives| gives_name(gives).to_owned()).into(),
        chosen: chosen.into(),
        on_toggle: (move |at: usize| desk.chosen(|person| toggle(&mut person.gives, Gives::ALL[at]))).into(),
    };
    let own = Names {
        id: "gives-own",
        label: say!(table.gives_own),
        names: (move || desk.words.with(|person| person.gives_own.clone())).into(),
        on_add: (move |name| desk.chosen(|person| person.gives_own.push(name))).into(),
        on_remove: (move |at: usize| desk.chosen(|person| drop(person.gives_own.remove(at)))).into(),
    };
    group([many.piece(), own.piece()])
}

fn reach(desk: Desk<PersonWords>) -> AnyView {
    let phone = ("person-phone", say!(table.phone), "tel", say!(table.call_trace));
    let mail = ("person-mail", say!(table.mail), "text", say!(table.mail_trace));
    group([field(desk, phone, |person| &mut person.phone), field(desk, mail, |person| &mut person.mail)])
}

fn boundaries(desk: Desk<PersonWords>) -> AnyView {
    group([
        soft(say!(table.boundaries_help)),
        field(desk, ("limit", say!(table.limit), "several", ""), |person| &mut person.limit),
        field(desk, ("say", say!(table.say), "several", ""), |person| &mut person.say),
        field(desk, ("act", say!(table.act), "several", ""), |person| &mut person.act),
    ])
}

/// A field of words: its id, label, kind and help.
fn field(
    desk: Desk<PersonWords>,
    (id, label, kind, help): (&'static str, &'static str, &'static str, &'static str),
    of: fn(&mut PersonWords) -> &mut String,
) -> AnyView {
    let value = of(&mut desk.words.get_untracked()).clone();
    let on_words = (move |words| desk.typed(|person| *of(person) = words)).into();
    Typed { id, label, kind, help, value, on_words }.piece()
}
