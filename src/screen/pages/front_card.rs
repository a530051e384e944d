//! The front card (FORMAT 10): a few words that Help now shows on the owner's own device without unlocking. The one text
//! that rests unsealed, by the owner's own hand, shown beforehand exactly as an onlooker sees it.

use leptos::html;
use leptos::prelude::*;
use rules::{CARD_BYTES, card_bytes};

use crate::screen::browser::storage;
use crate::screen::components::{
    back_row, boxed, button, follow_words, group, heading, lead, notice, plain, problem_note, soft,
    unremembered,
};
use crate::screen::contexts::{expect_announcer, expect_screens};
use crate::screen::session::expect_session;
use crate::screen::words::say;
use rules::Device;

/// The page.
pub fn front_card() -> AnyView {
    let (screens, session) = (expect_screens(), expect_session());
    let body = match untrack(|| session.device()) {
        Device::Mine => form(),
        Device::Shared | Device::Borrowed => plain(say!(front_card.only_mine)),
    };
    group([
        back_row(move || screens.back()),
        heading(say!(front_card.title)),
        lead(say!(front_card.lead)),
        body,
    ])
}

fn form() -> AnyView {
    let announcer = expect_announcer();
    let field = NodeRef::<html::Textarea>::new();
    let kept = storage::read_card().unwrap_or_default();
    let has_card = RwSignal::new(!kept.is_empty());
    // Meant to be read by anyone: these words may stand in a signal.
    let words = RwSignal::new(kept.clone());
    let problem = RwSignal::new(None::<&'static str>);
    let typed = move || words.set(field.get_untracked().map(|field| field.value()).unwrap_or_default());
    let show = move || {
        let text = words.get_untracked().trim().to_owned();
        if text.len() > CARD_BYTES {
            return problem.set(Some(say!(front_card.too_long)));
        }
        match storage::keep_card(&text) {
            true => {
                problem.set(None);
                has_card.set(!text.is_empty());
                announcer.say(if text.is_empty() {
                    say!(front_card.removed)
                } else {
                    say!(front_card.saved)
                });
            }
            false => problem.set(Some(say!(front_card.refused))),
        }
    };
    let remove = move || {
        if let Some(field) = field.get_untracked() {
            field.set_value("");
        }
        words.set(String::new());
        show();
    };
    let room = move || say!(front_card.room, bytes = card_bytes(&words.get()));
    let preview = view! {
        <section class="card" aria-labelledby="card-preview">
            <h2 class="card-title" id="card-preview">{say!(front_card.preview)}</h2>
            <p class="front-card" dir="auto">
                {move || words.with(|words| match words.trim() {
                    "" => say!(front_card.nothing).to_owned(),
                    words => words.to_owned(),
                })}
            </p>
        </section>
    };
    let remove = button(say!(front_card.remove), remove).decision().piece();
    let remove = view! { <div hidden=move || !has_card.get()>{remove}</div> };
    view! {
        {notice([plain(say!(front_card.warning))])}
        <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>
            <div class="field">
                <label class="field-label" for="front-card">{say!(front_card.words)}</label>
                <textarea {..unremembered()} class="field-input" id="front-card" rows="4" node_ref=field
                    prop:value=kept aria-describedby="front-card-room" on:input=move |_| typed()></textarea>
                <p class="field-help" id="front-card-room">{follow_words(room)}</p>
            </div>
            {preview}
            {problem_note(move || problem.get())}
            {boxed("actions", [button(say!(front_card.save), show).main().piece(), remove.into_any()])}
        </form>
        {soft(say!(about.not_seen))}
    }
    .into_any()
}
