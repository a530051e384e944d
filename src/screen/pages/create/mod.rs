//! Create: one screen. Whose device this is, a passphrase (five words are offered), and one tick.

mod making;
mod passphrase_part;

use keeper::protocol::Failure;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use making::{Judged, make};
use passphrase_part::{PassphrasePart, Typed};
use rules::{CreateProblem, Device, Hint, PassphraseProblem};

use crate::screen::browser::dom;
use crate::screen::components::{
    Busy, Button, Choice, FailureNote, Icon, Kind, PageHeading, RadioGroup, Shape, plain, soft,
};
use crate::screen::contexts::{LockNote, expect_writing};
use crate::screen::session::expect_session;
use crate::screen::words::say;

const DEVICES: [Device; 2] = [Device::Mine, Device::Shared];

/// Create.
#[component]
pub fn Create() -> impl IntoView {
    let session = expect_session();
    let writing = expect_writing();
    let typed = Typed::new();
    let (device, understood) = (RwSignal::new(None::<usize>), NodeRef::<html::Input>::new());
    let (problem, failure) = (RwSignal::new(None::<CreateProblem>), RwSignal::new(None::<Failure>));
    let busy = RwSignal::new(false);
    let submit = move || {
        if busy.get_untracked() {
            return;
        }
        problem.set(None);
        failure.set(None);
        let device = device.get_untracked().map(|at| DEVICES[at]);
        let understood_now = understood.get_untracked().is_some_and(|tick| tick.checked());
        busy.set(true);
        spawn_local(async move {
            let made = make(session, typed, device, understood_now).await;
            busy.try_set(false);
            match made {
                Ok(()) => drop(writing.take_carried()),
                Err(Judged::Problem(found)) => {
                    problem.try_set(Some(found));
                    focus_on(found);
                }
                Err(Judged::Failed(why)) => drop(failure.try_set(Some(why))),
            }
        });
    };
    view! {
        <main class="page page-form">
            <nav class="page-top">
                <Button label=say!(app.back) icon="#i-back" kind=Kind::Quiet
                    on_tap=move || session.begin(LockNote::Nothing)/>
            </nav>
            <PageHeading words=say!(create.title)/>
            <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>
                <DeviceChoice device=device/>
                <PassphrasePart typed=typed problem=problem/>
                <Forgotten understood=understood/>
                {soft(say!(create.private_window))}
                <div class="live" role="alert">{move || problem.get().map(|problem| view! {
                    <p class="problem"><Icon name="#i-info"/>{words_of(problem)}</p>
                })}</div>
                <FailureNote failure=move || failure.get()/>
                <Show when=move || !busy.get() fallback=move || view! { <MakingProgress/> }>
                    <Button label=say!(create.submit) on_tap=move || submit() kind=Kind::Main/>
                </Show>
            </form>
        </main>
    }
}

#[component]
fn DeviceChoice(device: RwSignal<Option<usize>>) -> impl IntoView {
    let choices = vec![
        Choice { label: say!(create.mine).into(), more: say!(create.mine_help) },
        Choice { label: say!(create.shared).into(), more: say!(create.shared_help) },
    ];
    view! {
        <RadioGroup id="device" label=say!(create.device) choices=choices shape=Shape::Cards chosen=move || device.get()
            on_choose=move |at| device.set(Some(at))/>
    }
}

#[component]
fn Forgotten(understood: NodeRef<html::Input>) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="forgotten">
            <h2 class="card-title" id="forgotten">{say!(create.forgotten_title)}</h2>
            {plain(say!(create.forgotten))}
            <label class="tick">
                <input class="tick-box" id="understood" type="checkbox" node_ref=understood autocomplete="off"/>
                <span>{say!(create.understood)}</span>
            </label>
        </section>
    }
}

#[component]
fn MakingProgress() -> impl IntoView {
    use keeper::protocol::Stage;
    let keeper = expect_session().keeper;
    let words = move || match keeper.progress().map(|progress| progress.stage) {
        Some(Stage::Deriving) => say!(create.deriving),
        Some(Stage::Writing | Stage::Reading) => say!(create.writing),
        Some(Stage::Measuring) | None => say!(create.measuring),
    };
    view! {
        <Busy words=words progress=move || keeper.progress()
            on_cancel=move || keeper.cancel_long_request()/>
    }
}

fn words_of(problem: CreateProblem) -> &'static str {
    match problem {
        CreateProblem::Passphrase(PassphraseProblem::Empty) => say!(create.problem.empty),
        CreateProblem::Passphrase(PassphraseProblem::TooLong) => say!(create.problem.too_long),
        CreateProblem::Passphrase(PassphraseProblem::TooShort) => say!(create.problem.too_short),
        CreateProblem::Passphrase(PassphraseProblem::Guessable(hint)) => hint_words(hint),
        CreateProblem::Different => say!(create.problem.different),
        CreateProblem::NotUnderstood => say!(create.problem.not_understood),
    }
}

/// What would make a passphrase harder to guess.
fn hint_words(hint: Hint) -> &'static str {
    match hint {
        Hint::Longer => say!(create.hint.longer),
        Hint::Common => say!(create.hint.common),
        Hint::Keyboard => say!(create.hint.keyboard),
        Hint::Pattern => say!(create.hint.pattern),
        Hint::Date => say!(create.hint.date),
    }
}

fn focus_on(problem: CreateProblem) {
    let id = match problem {
        CreateProblem::Passphrase(_) => "passphrase",
        CreateProblem::Different => "passphrase-again",
        CreateProblem::NotUnderstood => "understood",
    };
    if let Some(field) = dom::by_id(id) {
        dom::focus(&field);
    }
}
