//! What stays of a hard moment when everything personal is gone: the clock, breathing, grounding. It stands on the lock
//! screen too. How the line moves follows from `help/breathing.json`; the sentences are those of Help now.

use leptos::prelude::*;

use crate::screen::components::{button, fold, follow_if, follow_words, plain, soft};
use crate::screen::contexts::Riding;
use crate::screen::words::say;

/// On the lock screen, while it goes on: so many minutes, breathing and grounding. No word of anybody.
pub fn still_riding(riding: Riding) -> Option<AnyView> {
    untrack(|| riding.is_on()).then(|| {
        riding.keep_time();
        let note = follow_if(move || {
            riding.is_on().then(|| {
                untrack(|| {
                    let minutes =
                        view! { <p class="riding-clock">{follow_words(move || minutes(riding))}</p> };
                    let inside = vec![
                        minutes.into_any(),
                        breathing(),
                        grounding(),
                        button(say!(calm.end), move || riding.end()).quiet().piece(),
                    ];
                    view! { <section class="riding">{inside}</section> }.into_any()
                })
            })
        });
        note
    })
}

/// "Riding it out: 6 minutes".
pub fn minutes(riding: Riding) -> String {
    match riding.seconds() / 60 {
        0 => say!(calm.riding_none).to_owned(),
        1 => say!(calm.riding_one).to_owned(),
        minutes => say!(calm.riding_many, minutes = minutes),
    }
}

/// "6:05", counting up. Seen, not announced: the minutes are said beside it.
pub fn clock(riding: Riding) -> AnyView {
    let counted = move || {
        let seconds = riding.seconds();
        let padded = if seconds % 60 < 10 { ":0" } else { ":" };
        (seconds / 60).to_string() + padded + &(seconds % 60).to_string()
    };
    view! {
        <p class="ride-clock" role="timer">
            <span aria-hidden="true">{follow_words(counted)}</span>
            <span class="heard">{follow_words(move || minutes(riding))}</span>
        </p>
    }
    .into_any()
}

/// One line that rises and falls, and the ways to breathe with it.
pub fn breathing() -> AnyView {
    let choices = [
        ("longer", say!(calm.longer)),
        ("even", say!(calm.even)),
        ("sigh", say!(calm.sigh)),
        ("box", say!(calm.holds)),
    ];
    let choice = |(value, words): (&'static str, &'static str)| {
        // One name holds the choices together; they are the page's and tell nothing.
        view! {
            <label class="breath-choice">
                <input type="radio" name="breath" value=value checked=value == "longer" autocomplete="off"/>
                {words}
            </label>
        }
        .into_any()
    };
    let choices: Vec<AnyView> = choices.into_iter().map(choice).collect();
    let words = [
        ("breath-word breath-in", say!(calm.breathe_in)),
        ("breath-word breath-more", say!(calm.breathe_more)),
        ("breath-word breath-hold", say!(calm.breathe_hold)),
        ("breath-word breath-out", say!(calm.breathe_out)),
    ];
    let words = words.map(|(class, words)| view! { <span class=class>{words}</span> }.into_any());
    let words: Vec<AnyView> = words.into();
    let stage = view! {
        <div class="breath">
            <div class="breath-stage" aria-hidden="true">
                <div class="breath-room"><div class="breath-line"></div></div>
                <p class="breath-words">{words}</p>
            </div>
            <fieldset class="breath-choices"><legend class="heard">{say!(calm.pattern)}</legend>{choices}</fieldset>
        </div>
    };
    fold(say!(calm.breathing), [soft(say!(calm.gentle)), stage.into_any(), soft(say!(calm.leave_holds))])
}

/// Five senses, one by one.
pub fn grounding() -> AnyView {
    let steps = [say!(calm.see), say!(calm.touch), say!(calm.hear), say!(calm.smell), say!(calm.taste)]
        .map(|words| view! { <li>{words}</li> }.into_any());
    let steps: Vec<AnyView> = steps.into();
    let list = view! { <ol class="topic-steps">{steps}</ol> };
    fold(say!(calm.grounding), [list.into_any(), plain(say!(calm.instead))])
}
