//! "Quick note" on the lock screen, on the owner's device and once switched on: a number and at most one line, sealed to
//! the journal's inbox without unlocking it.

use keeper::protocol::{Failure, Reply, Request};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::components::{
    Scale, WordsField, boxed, button, failure_note, follow_if, plain, problem_note, soft,
};
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// The note of the journal of that name.
pub fn quick_note(name: String) -> AnyView {
    let is_open = RwSignal::new(false);
    let open = button(say!(lock.quick_note), move || is_open.update(|open| *open = !*open)).pressed(is_open);
    let name = StoredValue::new(name);
    let form = follow_if(move || is_open.get().then(|| untrack(|| form(name))));
    view! { <section class="quick-note">{open.piece()}{form}</section> }.into_any()
}

fn form(name: StoredValue<String>) -> AnyView {
    let keeper = expect_session().keeper;
    let (strength, line) = (RwSignal::new(None::<u8>), NodeRef::<html::Input>::new());
    let (problem, failure) = (RwSignal::new(None::<&'static str>), RwSignal::new(None::<Failure>));
    let kept = RwSignal::new(false);
    let save = move || {
        failure.set(None);
        kept.set(false);
        let Some(number) = strength.get_untracked() else {
            return problem.set(Some(say!(lock.quick_note_number)));
        };
        problem.set(None);
        let words = line.get_untracked().map(|line| line.value()).unwrap_or_default();
        spawn_local(async move {
            let request = Request::SealNote { name: name.get_value(), strength: number, line: words };
            match keeper.ask(request).await {
                Ok(Reply::NoteSealed { .. }) => {
                    strength.try_set(None);
                    if let Some(line) = line.try_get_untracked().flatten() {
                        line.set_value("");
                    }
                    kept.try_set(true);
                }
                Ok(_) => drop(failure.try_set(Some(Failure::KeeperDied))),
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let ends = (say!(urge.none), say!(urge.strongest));
    let scale = Scale { id: "note-strength", label: say!(urge.strength), ends };
    let field = WordsField {
        id: "note-line",
        label: say!(urge.line),
        kind: "text",
        help: "",
        value: String::new(),
        field: line,
        on_input: (move || kept.set(false)).into(),
    };
    let said = follow_if(move || kept.get().then(|| plain(say!(lock.quick_note_kept))));
    let inside = vec![
        soft(say!(lock.quick_note_help)),
        scale.needed(strength, |_| ()),
        field.piece(),
        problem_note(move || problem.get()),
        failure_note(move || failure.get()),
        boxed("actions", [button(say!(lock.quick_note_save), save).piece()]),
        view! { <div class="live" role="status">{said}</div> }.into_any(),
    ];
    view! {
        <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>{inside}</form>
    }
    .into_any()
}
