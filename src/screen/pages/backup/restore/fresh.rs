//! Making a journal of a seen file, where none is open. After the sheet it gets a passphrase of its own.

use keeper::protocol::Kept;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{CreateForm, CreateProblem, Device, loosened};
use zeroize::Zeroizing;

use super::{OpenedBy, Opening, Step};
use crate::screen::components::{button, group, nothing, plain, problem_note, soft};
use crate::screen::pages::backup::passes::{Taken, Taking};
use crate::screen::pages::backup::work::{Doing, Trouble};
use crate::screen::pages::create::{DEVICES, device_choice};
use crate::screen::pages::new_passphrase::{Labels, Typed, focus_on, new_passphrase, problem_words};
use crate::screen::words::say;

/// What is asked before.
pub fn fresh(opening: Opening) -> AnyView {
    let device = RwSignal::new(None::<usize>);
    let problem = RwSignal::new(None::<CreateProblem>);
    let typed = Typed::new();
    let needs_words = opening.opened_by.get_value() == OpenedBy::NoWords;
    let make = move || {
        problem.set(None);
        let device = device.get_untracked().map(|at| DEVICES[at]);
        spawn_local(async move {
            let words = match needs_words {
                true => match judged(typed, device).await {
                    Ok(words) => Some(words),
                    Err(found) => {
                        problem.try_set(Some(found));
                        return focus_on(found);
                    }
                },
                false => None,
            };
            opening.make_journal(device.unwrap_or(Device::Shared), words, typed).await;
        });
    };
    let words = match needs_words {
        true => group([
            plain(say!(backup.new_words)),
            new_passphrase(typed, Labels { first: say!(change.new), again: say!(change.again) }, problem),
        ]),
        false => nothing(),
    };
    let inside = vec![
        device_choice(device),
        words,
        problem_note(move || problem.get().map(problem_words)),
        button(say!(backup.make_journal), make).main().piece(),
        soft(say!(backup.make_after)),
    ];
    view! { <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>{inside}</form> }
        .into_any()
}

async fn judged(typed: Typed, device: Option<Device>) -> Result<Zeroizing<String>, CreateProblem> {
    let (words, is_ours) = (typed.words(), typed.are_ours());
    // That nobody can reset it was understood when the journal was made.
    let form = CreateForm { device, same_twice: typed.same_twice(), understood: true };
    form.validate(typed.judged().await)?;
    Ok(if is_ours { Zeroizing::new(loosened(&words)) } else { words })
}

impl Opening {
    async fn make_journal(self, device: Device, words: Option<Zeroizing<String>>, typed: Typed) {
        let session = self.work.session;
        let ours = match &words {
            Some(_) => typed.are_ours(),
            None => self.opened_by.try_get_value() == Some(OpenedBy::OurWords),
        };
        let kept = if device == Device::Borrowed { Kept::InMemory } else { Kept::OnDevice };
        let taking = Taking { across: false, kept, passphrase: words };
        match self.work.run(Doing::Key, self.take(taking)).await {
            Some(Ok(Taken::Opened(opened))) => {
                typed.clear();
                session.remember(&opened, device, ours);
                session.opened(opened);
            }
            Some(Ok(Taken::Merged(_))) => drop(self.step.try_set(Step::Choose)),
            Some(Err(Trouble::GivenUp)) => self.not_taken(Trouble::GivenUp),
            Some(Err(trouble)) => self.not_taken(trouble),
            None => {}
        }
    }
}
