//! A voice note: recorded while a second counts up, kept or discarded.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::add::Adding;
use crate::screen::browser::recorder::{NoRecording, Recording};
use crate::screen::components::{boxed, button, follow, follow_words};
use crate::screen::locks;
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// Longest note, seconds: half an hour.
const MOST_SECONDS: u32 = 30 * 60;

/// Where recording stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    No,
    /// The browser asks for the microphone.
    Asking,
    /// Seconds so far.
    Running(u32),
    Sealing,
}

#[derive(Clone, Copy)]
struct Voice {
    adding: Adding,
    session: Session,
    state: RwSignal<State>,
    /// Gone with the page: a recording that is given up ends the microphone.
    recording: StoredValue<Option<Recording>, LocalStorage>,
}

/// "Record a voice note", and what stands in its place while one is recorded.
pub(super) fn voice(adding: Adding, changed: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let voice = Voice {
        adding,
        session: expect_session(),
        state: RwSignal::new(State::No),
        recording: StoredValue::new_local(None),
    };
    on_cleanup(move || voice.discard());
    // Made anew only when the kind of state changes, not with every second.
    let kind = Memo::new(move |_| std::mem::discriminant(&voice.state.get()));
    follow(move || {
        kind.get();
        untrack(|| match voice.state.get() {
            State::No => button(say!(attachments.record), move || voice.begin(changed)).piece(),
            State::Asking => button(say!(attachments.asking), || {}).piece(),
            State::Sealing => button(say!(attachments.sealing), || {}).piece(),
            State::Running(_) => voice.running(changed),
        })
    })
}

impl Voice {
    fn running(self, changed: impl Fn() + Copy + 'static) -> AnyView {
        let words = move || match self.state.get() {
            State::Running(seconds) => {
                let (minutes, rest) = (seconds / 60, seconds % 60);
                let rest = if rest < 10 { format!("0{rest}") } else { rest.to_string() };
                say!(attachments.recording, time = format!("{minutes}:{rest}"))
            }
            _ => String::new(),
        };
        let words = view! { <p class="recording" role="timer">{follow_words(words)}</p> }.into_any();
        let keep = button(say!(attachments.stop), move || self.keep(changed)).main().piece();
        let discard = button(say!(attachments.discard), move || self.discard()).piece();
        boxed("beside", [words, keep, discard])
    }

    fn begin(self, changed: impl Fn() + Copy + 'static) {
        self.adding.begin();
        self.state.set(State::Asking);
        locks::go_out(self.session);
        spawn_local(async move {
            let outcome = Recording::begin().await;
            if !locks::come_back(self.session) {
                return;
            }
            if self.state.try_get_untracked() != Some(State::Asking) {
                return;
            }
            match outcome {
                Ok(recording) => {
                    self.recording.set_value(Some(recording));
                    self.state.set(State::Running(0));
                    self.count(changed).await;
                }
                Err(why) => {
                    self.state.set(State::No);
                    self.adding.problem.set(Some(match why {
                        NoRecording::Refused => say!(attachments.problem.microphone),
                        NoRecording::CannotRecord => say!(attachments.problem.cannot_record),
                    }));
                }
            }
        });
    }

    /// Counts up. Whoever speaks is there.
    async fn count(self, changed: impl Fn() + Copy + 'static) {
        loop {
            link::wait(1_000).await;
            let Some(State::Running(seconds)) = self.state.try_get_untracked() else { return };
            locks::touch(self.session);
            if seconds + 1 >= MOST_SECONDS {
                return self.keep(changed);
            }
            self.state.set(State::Running(seconds + 1));
        }
    }

    fn keep(self, changed: impl Fn() + Copy + 'static) {
        let Some(recording) = self.recording.try_update_value(Option::take).flatten() else { return };
        self.state.set(State::Sealing);
        spawn_local(async move {
            match recording.end().await {
                Some((media_type, bytes)) => {
                    if self.adding.add(media_type, bytes).await {
                        changed();
                    }
                }
                None => drop(self.adding.problem.try_set(Some(say!(attachments.problem.silent)))),
            }
            self.state.try_set(State::No);
        });
    }

    fn discard(self) {
        self.recording.try_update_value(Option::take);
        self.state.try_set(State::No);
    }
}
