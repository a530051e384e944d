//! The weekly ruler: how important, how sure, how ready, and what stands behind the numbers.

use keeper::protocol::RulerWords;
use leptos::prelude::*;

use crate::screen::components::{Say, Scale, Typed, soft};
use crate::screen::contexts::Seed;
use crate::screen::pages::writing::{Desk, form, opening_of};
use crate::screen::words::say;

/// The form.
pub fn ruler(seed: Seed) -> AnyView {
    opening_of(seed, ruler_form)
}

fn ruler_form(desk: Desk<RulerWords>) -> AnyView {
    let scale = |id, label, of: fn(&mut RulerWords) -> &mut Option<u8>| {
        let value = RwSignal::new(*of(&mut desk.words.get_untracked()));
        let scale = Scale { id, label, ends: (say!(goals.ruler_low), say!(goals.ruler_high)) };
        scale.or_skip(value, move |_| desk.chosen(|words| *of(words) = value.get_untracked()))
    };
    let text = |id, label, of: fn(&mut RulerWords) -> &mut String| {
        let value = of(&mut desk.words.get_untracked()).clone();
        let on_words: Say = (move |words| desk.typed(|said| *of(said) = words)).into();
        Typed { id, label, kind: "several", help: "", value, on_words }.piece()
    };
    let fields = vec![
        soft(say!(goals.ruler_help)),
        scale("importance", say!(goals.importance), |words| &mut words.importance),
        scale("sure", say!(goals.ruler_confidence), |words| &mut words.confidence),
        scale("readiness", say!(goals.readiness), |words| &mut words.readiness),
        text("not-lower", say!(goals.why_not_lower), |words| &mut words.why_not_lower),
        text("raise", say!(goals.what_would_raise), |words| &mut words.what_would_raise),
    ];
    form(desk, say!(goals.ruler), fields, |words| {
        let none = [words.importance, words.confidence, words.readiness].iter().all(Option::is_none);
        none.then(|| say!(goals.ruler_problem))
    })
}
