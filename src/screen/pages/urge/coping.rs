//! "What did you do?": fourteen families, in the order they were tapped, each with room for own words.

use keeper::protocol::{Coping, CopingFamily, UrgeWords};
use leptos::prelude::*;

use super::known::Known;
use super::words;
use crate::screen::components::{Many, Typed, follow_if, group, offered, soft};
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

/// Ids of the fields for own words, in the order of the families.
const IDS: [&str; 14] = [
    "did-1", "did-2", "did-3", "did-4", "did-5", "did-6", "did-7", "did-8", "did-9", "did-10", "did-11",
    "did-12", "did-13", "did-14",
];

/// The fields.
pub fn coping(desk: Desk<UrgeWords>, known: Known) -> AnyView {
    let chosen = move || {
        desk.words.with(|urge| {
            let is_on = |at: &usize| urge.coping.iter().any(|coping| coping.family == CopingFamily::ALL[*at]);
            (0..CopingFamily::ALL.len()).filter(is_on).collect()
        })
    };
    let toggle = move |at: usize| {
        let family = CopingFamily::ALL[at];
        desk.chosen(|urge| match urge.coping.iter().any(|coping| coping.family == family) {
            true => urge.coping.retain(|coping| coping.family != family),
            false => urge.coping.push(Coping { family, name: String::new() }),
        });
    };
    let families = Many {
        id: "did",
        label: say!(urge_form.coping),
        choices: CopingFamily::ALL.map(|family| words::family(family).to_owned()).into(),
        chosen: chosen.into(),
        on_toggle: toggle.into(),
    };
    group([families.piece(), used_before(desk, known), in_order(desk)])
}

/// A field for own words beside each that was tapped.
fn in_order(desk: Desk<UrgeWords>) -> AnyView {
    let tapped = Memo::new(move |_| {
        let mut tapped: Vec<CopingFamily> = Vec::new();
        desk.words.with(|urge| {
            for coping in &urge.coping {
                if !tapped.contains(&coping.family) {
                    tapped.push(coping.family);
                }
            }
        });
        tapped
    });
    let some = Memo::new(move |_| tapped.with(|tapped| !tapped.is_empty()));
    follow_if(move || {
        some.get().then(|| {
            view! {
                {soft(say!(urge_form.coping_order))}
                <ol class="in-order">
                    <For each=move || tapped.get() key=|family| *family let:family>
                        <li>{own_words(desk, family)}</li>
                    </For>
                </ol>
            }
            .into_any()
        })
    })
}

fn own_words(desk: Desk<UrgeWords>, family: CopingFamily) -> AnyView {
    let at = CopingFamily::ALL.iter().position(|known| *known == family).unwrap_or_default();
    let is_it = move |coping: &&Coping| coping.family == family;
    let name =
        desk.words.with_untracked(|urge| urge.coping.iter().find(is_it).map(|coping| coping.name.clone()));
    let typed = move |words| {
        desk.typed(|urge| {
            if let Some(coping) = urge.coping.iter_mut().find(|coping| coping.family == family) {
                coping.name = words;
            }
        });
    };
    let field = Typed {
        id: IDS[at],
        label: words::family(family),
        kind: "text",
        help: "",
        value: name.unwrap_or_default(),
        on_words: typed.into(),
    };
    field.piece()
}

/// What was done before, in own words, and is not there yet.
fn used_before(desk: Desk<UrgeWords>, known: Known) -> AnyView {
    let left = move || {
        let here: Vec<CopingFamily> =
            desk.words.with(|urge| urge.coping.iter().map(|coping| coping.family).collect());
        known.with(|earlier| {
            let left = earlier.coping.iter().filter(|coping| !here.contains(&coping.family));
            left.cloned().collect::<Vec<_>>()
        })
    };
    let names = move || left().into_iter().map(|coping| coping.name).collect();
    let pick = move |at: usize| {
        if let Some(coping) = untrack(left).into_iter().nth(at) {
            desk.chosen(|urge| urge.coping.push(coping));
        }
    };
    offered("did-before", names.into(), pick)
}
