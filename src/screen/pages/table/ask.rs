//! Ask for help: a need and somebody make words to begin with. Whoever asks changes them, and sends or copies them.
//! None of it rests in the journal.

use keeper::protocol::Id;
use keeper::protocol::support::table::PersonWords;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::known::{Rows, Table};
use super::reach::sending;
use super::touch::{Counterpart, touch};
use crate::screen::browser::{clipboard, help_now};
use crate::screen::components::{
    Choice, RadioGroup, Shape, Typed, back_row, boxed, button, failure_note, follow, follow_if, group,
    heading, lead, plain, problem_note, radio_group, soft,
};
use crate::screen::contexts::{expect_announcer, expect_screens};
use crate::screen::words::say;

/// What could help: its name and the words it begins with.
fn needs() -> [(&'static str, &'static str); 5] {
    [
        (say!(table.need.talk), say!(table.draft.talk)),
        (say!(table.need.lift), say!(table.draft.lift)),
        (say!(table.need.child_care), say!(table.draft.child_care)),
        (say!(table.need.company), say!(table.draft.company)),
        (say!(table.need.sit), say!(table.draft.sit)),
    ]
}

/// What was chosen and typed so far.
#[derive(Clone, Copy)]
struct Asking {
    table: Table,
    need: RwSignal<Option<usize>>,
    whom: RwSignal<Option<Id>>,
    words: RwSignal<String>,
    /// Goes up when other words stand in the field.
    round: RwSignal<u32>,
}

impl Asking {
    /// Puts the words of a need into the field, where none of their own were typed.
    fn choose(self, at: usize) {
        let needs = needs();
        self.need.set(Some(at));
        let untouched = self
            .words
            .with_untracked(|words| words.trim().is_empty() || needs.iter().any(|need| need.1 == words));
        if untouched {
            self.words.set(needs[at].1.to_owned());
            self.round.update(|round| *round += 1);
        }
    }

    fn person(self) -> Option<(Id, PersonWords)> {
        let id = self.whom.get()?;
        self.table.person(id).map(|person| (id, person))
    }
}

/// The page; `whom` is chosen beforehand.
pub fn ask(whom: Option<Id>) -> AnyView {
    let screens = expect_screens();
    let asking = Asking {
        table: Table::load(),
        need: RwSignal::new(None),
        whom: RwSignal::new(whom),
        words: RwSignal::new(String::new()),
        round: RwSignal::new(0),
    };
    let listeners = button(say!(table.ask_listeners), help_now::open_page).quiet().piece();
    group([
        back_row(move || screens.back()),
        heading(say!(table.ask)),
        lead(say!(table.ask_lead)),
        failure_note(move || asking.table.failure()),
        need(asking),
        people(asking),
        words(asking),
        send(asking),
        boxed("beside", [listeners]),
    ])
}

fn need(asking: Asking) -> AnyView {
    radio_group(RadioGroup {
        id: "need",
        label: say!(table.need_label),
        choices: needs().map(|(name, _)| Choice::plain(name)).into(),
        shape: Shape::Row,
        chosen: (move || asking.need.get()).into(),
        on_choose: (move |at| asking.choose(at)).into(),
    })
}

/// Everybody; who listens without judging comes first.
fn people(asking: Asking) -> AnyView {
    let all = Memo::new(move |_| {
        let mut people = asking.table.people();
        people.sort_by_key(|(_, person)| !person.listens);
        asking.table.is_known().then_some(people)
    });
    follow_if(move || {
        let people = all.get()?;
        Some(untrack(|| if people.is_empty() { plain(say!(table.ask_nobody)) } else { whom(asking, people) }))
    })
}

fn whom(asking: Asking, people: Rows<PersonWords>) -> AnyView {
    let ids: Vec<Id> = people.iter().map(|(id, _)| *id).collect();
    let shown = ids.clone();
    radio_group(RadioGroup {
        id: "whom",
        label: say!(table.ask_whom),
        choices: people.into_iter().map(|(_, person)| Choice::plain(person.name)).collect(),
        shape: Shape::Row,
        chosen: (move || asking.whom.get().and_then(|whom| shown.iter().position(|id| *id == whom))).into(),
        on_choose: (move |at: usize| asking.whom.set(ids.get(at).copied())).into(),
    })
}

fn words(asking: Asking) -> AnyView {
    follow(move || {
        asking.round.get();
        untrack(|| {
            Typed {
                id: "ask-words",
                label: say!(table.ask_words),
                kind: "several",
                help: say!(table.ask_words_help),
                value: asking.words.get(),
                on_words: (move |words| asking.words.set(words)).into(),
            }
            .piece()
        })
    })
}

/// The ways out, once there are words.
fn send(asking: Asking) -> AnyView {
    let is_any = Memo::new(move |_| asking.words.with(|words| !words.trim().is_empty()));
    follow_if(move || is_any.get().then(|| untrack(|| ways(asking))))
}

fn ways(asking: Asking) -> AnyView {
    let person = Memo::new(move |_| asking.person());
    let links = follow(move || {
        let words = asking.words.get();
        person
            .get()
            .map_or_else(Vec::new, |(_, person)| untrack(|| sending(&person, words.trim())))
            .into_any()
    });
    let trace = follow_if(move || {
        let (_, PersonWords { name, phone, mail, .. }) = person.get()?;
        let said = [(&phone, say!(table.call_trace)), (&mail, say!(table.mail_trace))];
        let said: Vec<AnyView> =
            said.into_iter().filter(|(way, _)| !way.is_empty()).map(|(_, trace)| soft(trace)).collect();
        Some(if said.is_empty() { soft(say!(table.ask_no_way, name = name)) } else { said.into_any() })
    });
    let touched = follow_if(move || {
        let (id, person) = person.get()?;
        let with = Counterpart { person: Some(id), leg: None, name: person.name };
        Some(untrack(|| touch(asking.table, with)))
    });
    boxed("stack-wide", [boxed("beside person-ways", [links]), trace, copy(asking), touched])
}

fn copy(asking: Asking) -> AnyView {
    let announcer = expect_announcer();
    let copied = RwSignal::new(None::<bool>);
    let tap = move || {
        spawn_local(async move {
            let words = asking.words.try_get_untracked().unwrap_or_default();
            let is_there = clipboard::copy(words.trim()).await.is_some();
            if copied.try_set(Some(is_there)).is_none() && is_there {
                announcer.say(say!(table.ask_copied));
            }
        });
    };
    let said = follow_if(move || (copied.get() == Some(true)).then(|| soft(say!(table.ask_copied))));
    let problem = problem_note(move || (copied.get() == Some(false)).then(|| say!(table.ask_not_copied)));
    group([boxed("beside", [button(say!(table.ask_copy), tap).piece()]), said, problem])
}
