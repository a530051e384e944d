//! Create: one screen. Whose device this is, a passphrase (words are offered), and one tick.

mod making;

use keeper::protocol::{Failure, Stage};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use making::{Judged, make};
use rules::{CreateProblem, Device};

use super::made_to_open::made_to_open;
use super::new_passphrase::{Labels, Typed, focus_on, new_passphrase, problem_words};
use crate::screen::components::{
    Choice, RadioGroup, Shape, back_row, busy, button, card, failure_note, follow, follow_if, heading,
    notice, plain, problem_note, radio_group, soft,
};
use crate::screen::contexts::{LockNote, expect_writing};
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// Whose the device is, in the order of the choices.
pub const DEVICES: [Device; 3] = [Device::Mine, Device::Shared, Device::Borrowed];
/// The last of them.
const BORROWED: usize = 2;

/// Create, and the page about being made to open it: what is typed stays while that one is read.
pub fn create() -> AnyView {
    let reading = RwSignal::new(false);
    let form = form(reading);
    let page = follow_if(move || {
        reading.get().then(|| {
            let page = untrack(|| made_to_open(move || reading.set(false)));
            view! { <main class="page">{page}</main> }.into_any()
        })
    });
    view! { <div hidden=move || reading.get()>{form}</div>{page} }.into_any()
}

fn form(reading: RwSignal<bool>) -> AnyView {
    let session = expect_session();
    let writing = expect_writing();
    let typed = Typed::new();
    let (device, understood) = (RwSignal::new(None::<usize>), NodeRef::<html::Input>::new());
    let (problem, failure) = (RwSignal::new(None::<CreateProblem>), RwSignal::new(None::<Failure>));
    let is_busy = RwSignal::new(false);
    let submit = move || {
        if is_busy.get_untracked() {
            return;
        }
        problem.set(None);
        failure.set(None);
        let device = device.get_untracked().map(|at| DEVICES[at]);
        let understood_now = understood.get_untracked().is_some_and(|tick| tick.checked());
        is_busy.set(true);
        spawn_local(async move {
            let made = make(session, typed, device, understood_now).await;
            is_busy.try_set(false);
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
    let action = follow(move || {
        if is_busy.get() { making(session) } else { button(say!(create.submit), submit).main().piece() }
    });
    let labels = Labels { first: say!(create.passphrase), again: say!(create.again) };
    let inside = vec![
        device_choice(device),
        follow_if(move || {
            (device.get() == Some(BORROWED)).then(|| notice([plain(say!(create.borrowed_lost))]))
        }),
        new_passphrase(typed, labels, problem),
        forgotten(understood),
        soft(say!(create.private_window)),
        button(say!(create.made_to_open), move || reading.set(true)).quiet().icon("#i-info").piece(),
        problem_note(move || problem.get().map(problem_words)),
        failure_note(move || failure.get()),
        action,
    ];
    view! {
        <main class="page page-form">
            {back_row(move || session.begin(LockNote::Nothing))}
            {heading(say!(create.title))}
            <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>{inside}</form>
        </main>
    }
    .into_any()
}

/// "This device is".
pub fn device_choice(device: RwSignal<Option<usize>>) -> AnyView {
    radio_group(RadioGroup {
        id: "device",
        label: say!(create.device),
        choices: vec![
            Choice { label: say!(create.mine).into(), more: say!(create.mine_help) },
            Choice { label: say!(create.shared).into(), more: say!(create.shared_help) },
            Choice { label: say!(create.borrowed).into(), more: say!(create.borrowed_help) },
        ],
        shape: Shape::Cards,
        chosen: (move || device.get()).into(),
        on_choose: (move |at| device.set(Some(at))).into(),
    })
}

fn forgotten(understood: NodeRef<html::Input>) -> AnyView {
    let tick = view! {
        <label class="tick">
            <input class="tick-box" id="understood" type="checkbox" node_ref=understood autocomplete="off"/>
            <span>{say!(create.understood)}</span>
        </label>
    };
    card("forgotten", say!(create.forgotten_title), [plain(say!(create.forgotten)), tick.into_any()])
}

fn making(session: Session) -> AnyView {
    let keeper = session.keeper;
    let words = move || match keeper.progress().map(|progress| progress.stage) {
        Some(Stage::Deriving) => say!(create.deriving),
        Some(Stage::Writing | Stage::Reading | Stage::Resealing | Stage::Renaming) => say!(create.writing),
        _ => say!(create.measuring),
    };
    busy(words, move || keeper.progress(), move || keeper.cancel_long_request())
}
