//! The storage guard: how much there is, whether the browser promises to keep it, what helps where it does not, and
//! whether everything can be read.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::{dates, space};
use crate::screen::components::{button, card, follow, follow_if, follow_words, nothing, plain, soft};
use crate::screen::contexts::{Check, ShelfContext, expect_list_state, expect_open_journal};
use crate::screen::words::say;

/// The part.
pub fn storage_part(_: ShelfContext) -> AnyView {
    let known = RwSignal::new(space::Space::default());
    spawn_local(async move {
        known.try_set(space::space().await);
    });
    let check = view! { <p class="soft" role="status">{follow_words(check_words())}</p> };
    card("storage", say!(settings.storage), [facts(known), guard(known), check.into_any()])
}

fn facts(known: RwSignal<space::Space>) -> AnyView {
    let (journal, list) = (expect_open_journal(), expect_list_state());
    let size = |bytes: Option<f64>| match bytes {
        Some(bytes) => say!(settings.used_value, size = dates::number((bytes / 1e6).ceil() as u32)),
        None => say!(settings.unknown).to_owned(),
    };
    let used = move || size(known.get().used_bytes);
    let left = move || size(known.get().left_bytes);
    let kept = move || match known.get().persistent {
        Some(true) => say!(settings.persistent).to_owned(),
        Some(false) => say!(settings.not_persistent).to_owned(),
        None => say!(settings.unknown).to_owned(),
    };
    let entries = move || {
        let live = if list.search.with(String::is_empty) {
            list.total.get()
        } else {
            journal.opened(|opened| opened.live)
        };
        dates::number(live)
    };
    let fact = |name: &'static str, value: AnyView| view! { <dt>{name}</dt><dd>{value}</dd> }.into_any();
    let facts = vec![
        fact(say!(settings.entries), follow_words(entries)),
        fact(say!(settings.used), follow_words(used)),
        fact(say!(settings.room_left), follow_words(left)),
        fact(say!(settings.persistence), follow_words(kept)),
    ];
    view! { <dl class="facts">{facts}</dl> }.into_any()
}

/// Where the browser promises nothing: the risk in plain words, and what helps.
fn guard(known: RwSignal<space::Space>) -> AnyView {
    let asked = RwSignal::new(false);
    let ask = move || {
        spawn_local(async move {
            space::ask_to_keep().await;
            known.try_set(space::space().await);
            asked.try_set(true);
        });
    };
    let answer = follow_if(move || {
        asked.get().then(|| match known.get().persistent {
            Some(true) => plain(say!(settings.asked_yes)),
            _ => plain(say!(settings.asked_no)),
        })
    });
    let at_risk = Memo::new(move |_| known.get().persistent == Some(false));
    let help = follow(move || match at_risk.get() {
        true => vec![
            plain(say!(settings.risk)),
            button(say!(settings.ask_to_keep), ask).piece(),
            soft(say!(settings.install)),
        ]
        .into_any(),
        false => nothing(),
    });
    view! { {help} <div class="live" role="status">{answer}</div> }.into_any()
}

fn check_words() -> impl Fn() -> String + Send + Sync {
    let journal = expect_open_journal();
    move || match journal.check() {
        None => String::new(),
        Some(Check::Running { done, total }) => {
            say!(settings.checking, done = dates::number(done), total = dates::number(total))
        }
        Some(Check::Ended { damaged: 0 }) => say!(settings.checked).to_owned(),
        Some(Check::Ended { damaged }) => say!(settings.checked_damaged, count = damaged),
    }
}
