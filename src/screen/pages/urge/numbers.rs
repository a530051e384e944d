//! "How strong is it now?" and "How did it end?".

use keeper::protocol::{Ending, UrgeWords};
use leptos::prelude::*;

use super::words;
use crate::screen::components::{Choice, RadioGroup, Scale, Shape, follow_if, group, plain, radio_group};
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

/// "How strong is it?"
pub fn strength_scale() -> Scale {
    Scale { id: "strength", label: say!(urge.strength), ends: ends() }
}

/// "How strong is it now?"
pub fn after_scale() -> Scale {
    Scale { id: "after", label: say!(urge_form.after), ends: ends() }
}

fn ends() -> (&'static str, &'static str) {
    (say!(urge.none), say!(urge.strongest))
}

/// How strong it is.
pub fn strength(desk: Desk<UrgeWords>) -> AnyView {
    let strength = RwSignal::new(desk.words.with_untracked(|urge| urge.strength));
    let chosen = move |_| desk.chosen(|urge| urge.strength = strength.get_untracked());
    strength_scale().needed(strength, chosen)
}

/// How strong it is afterwards.
pub fn after(desk: Desk<UrgeWords>) -> AnyView {
    let after = RwSignal::new(desk.words.with_untracked(|urge| urge.after));
    let chosen = move |_| desk.chosen(|urge| urge.after = after.get_untracked());
    after_scale().or_skip(after, chosen)
}

/// How it ended, or nothing said about that; a kind word where it ended with use.
pub fn ending(desk: Desk<UrgeWords>) -> AnyView {
    let kind = Memo::new(move |_| {
        desk.words.with(|urge| matches!(urge.ending, Some(Ending::Used | Ending::UsedALittle)))
    });
    let words = follow_if(move || kind.get().then(|| plain(say!(urge_form.kept_kind))));
    let said = view! { <div class="live" role="status">{words}</div> };
    group([one_or_none(desk), said.into_any()])
}

fn one_or_none(desk: Desk<UrgeWords>) -> AnyView {
    let given = move || desk.words.with(|urge| urge.ending);
    one_of("ending", say!(urge_form.ending), &Ending::ALL, words::ending, given, move |ending| {
        desk.chosen(|urge| urge.ending = ending);
    })
}

/// One of some things, or "Skip".
pub fn one_of<T: Copy + PartialEq + Send + Sync + 'static, const N: usize>(
    id: &'static str,
    label: &'static str,
    all: &'static [T; N],
    name: fn(T) -> &'static str,
    given: impl Fn() -> Option<T> + Send + Sync + 'static,
    on_choose: impl Fn(Option<T>) + 'static,
) -> AnyView {
    let skipped = RwSignal::new(false);
    let choices = all.iter().map(|one| name(*one)).chain([say!(editor.skip)]).map(Choice::plain);
    let chosen = move || match given() {
        Some(one) => all.iter().position(|known| *known == one),
        None => skipped.get().then_some(N),
    };
    radio_group(RadioGroup {
        id,
        label,
        choices: choices.collect(),
        shape: Shape::Row,
        chosen: chosen.into(),
        on_choose: (move |at: usize| {
            skipped.set(at == N);
            on_choose(all.get(at).copied());
        })
        .into(),
    })
}
