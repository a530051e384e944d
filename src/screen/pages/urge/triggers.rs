//! "What set it off?": eight roots, their leaves, own names under each, and "out of nowhere".

use keeper::protocol::{Trigger, TriggerRoot, UrgeWords};
use leptos::prelude::*;

use super::known::Known;
use super::words;
use crate::screen::components::{Many, Names, follow_if, group, offered};
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

/// Ids of the parts of each root, in the order of the roots.
const IDS: [(&str, &str); 8] = [
    ("set-off-1", "set-off-own-1"),
    ("set-off-2", "set-off-own-2"),
    ("set-off-3", "set-off-own-3"),
    ("set-off-4", "set-off-own-4"),
    ("set-off-5", "set-off-own-5"),
    ("set-off-6", "set-off-own-6"),
    ("set-off-7", "set-off-own-7"),
    ("set-off-8", "set-off-own-8"),
];
const NOWHERE: usize = TriggerRoot::ALL.len();

/// The fields.
pub fn triggers(desk: Desk<UrgeWords>, known: Known) -> AnyView {
    let chosen = move || {
        desk.words.with(|urge| {
            let roots = (0..NOWHERE).filter(|at| has_root(urge, TriggerRoot::ALL[*at]));
            roots.chain(urge.out_of_nowhere.then_some(NOWHERE)).collect()
        })
    };
    let toggle = move |at: usize| {
        desk.chosen(|urge| match TriggerRoot::ALL.get(at) {
            Some(root) => toggle_root(urge, *root),
            None => urge.out_of_nowhere = !urge.out_of_nowhere,
        });
    };
    let mut choices: Vec<String> = TriggerRoot::ALL.map(|root| words::root(root).to_owned()).into();
    choices.push(say!(urge_form.out_of_nowhere).to_owned());
    let roots = Many {
        id: "set-off",
        label: say!(urge_form.triggers),
        choices,
        chosen: chosen.into(),
        on_toggle: toggle.into(),
    };
    let below: Vec<AnyView> =
        TriggerRoot::ALL.into_iter().zip(IDS).map(|(root, ids)| branch(desk, root, ids)).collect();
    group([roots.piece(), below.into_any(), used_before(desk, known)])
}

fn has_root(urge: &UrgeWords, root: TriggerRoot) -> bool {
    urge.triggers.iter().any(|trigger| trigger.root == root)
}

fn bare(root: TriggerRoot) -> Trigger {
    Trigger { root, leaf: None, name: String::new() }
}

fn toggle_root(urge: &mut UrgeWords, root: TriggerRoot) {
    match has_root(urge, root) {
        true => urge.triggers.retain(|trigger| trigger.root != root),
        false => urge.triggers.push(bare(root)),
    }
}

/// Puts one under its root, or takes it off. The root alone stands only while nothing under it does.
fn toggle(urge: &mut UrgeWords, wanted: Trigger) {
    let root = wanted.root;
    match urge.triggers.iter().position(|trigger| *trigger == wanted) {
        Some(at) => drop(urge.triggers.remove(at)),
        None => urge.triggers.push(wanted),
    }
    let alone = bare(root);
    match urge.triggers.iter().any(|trigger| trigger.root == root && *trigger != alone) {
        true => urge.triggers.retain(|trigger| *trigger != alone),
        false if has_root(urge, root) => {}
        false => urge.triggers.push(alone),
    }
}

/// What lies under a root, once it is chosen.
fn branch(desk: Desk<UrgeWords>, root: TriggerRoot, ids: (&'static str, &'static str)) -> AnyView {
    let is_chosen = Memo::new(move |_| desk.words.with(|urge| has_root(urge, root)));
    follow_if(move || is_chosen.get().then(|| untrack(|| under(desk, root, ids))))
}

fn under(desk: Desk<UrgeWords>, root: TriggerRoot, (id, own_id): (&'static str, &'static str)) -> AnyView {
    let leaves = root.leaves();
    let chosen = move || {
        desk.words.with(|urge| {
            let is_on = |at: &usize| {
                urge.triggers.iter().any(|trigger| trigger.root == root && trigger.leaf == Some(leaves[*at]))
            };
            (0..leaves.len()).filter(is_on).collect()
        })
    };
    let toggle_leaf = move |at: usize| {
        let leaf = Some(leaves[at]);
        desk.chosen(|urge| toggle(urge, Trigger { root, leaf, name: String::new() }));
    };
    let leaves = Many {
        id,
        label: words::root(root),
        choices: leaves.iter().map(|leaf| words::leaf(*leaf).to_owned()).collect(),
        chosen: chosen.into(),
        on_toggle: toggle_leaf.into(),
    };
    let own = Names {
        id: own_id,
        label: say!(urge_form.own),
        names: (move || desk.words.with(|urge| own_names(urge, root))).into(),
        on_add: (move |name| {
            desk.chosen(|urge| {
                let wanted = Trigger { root, leaf: None, name };
                if !urge.triggers.contains(&wanted) {
                    toggle(urge, wanted);
                }
            });
        })
        .into(),
        on_remove: (move |at: usize| {
            desk.chosen(|urge| {
                if let Some(name) = own_names(urge, root).into_iter().nth(at) {
                    toggle(urge, Trigger { root, leaf: None, name });
                }
            });
        })
        .into(),
    };
    view! {
        <div class="branch" role="group" aria-label=words::root(root)>{leaves.piece()}{own.piece()}</div>
    }
    .into_any()
}

fn own_names(urge: &UrgeWords, root: TriggerRoot) -> Vec<String> {
    let own = urge.triggers.iter().filter(|trigger| trigger.root == root && !trigger.name.is_empty());
    own.map(|trigger| trigger.name.clone()).collect()
}

/// Own names that were used before and are not there yet.
fn used_before(desk: Desk<UrgeWords>, known: Known) -> AnyView {
    let left = move || {
        let here = desk.words.with(|urge| urge.triggers.clone());
        known.with(|earlier| {
            let left = earlier.triggers.iter().filter(|trigger| !here.contains(trigger));
            left.cloned().collect::<Vec<_>>()
        })
    };
    let names = move || left().iter().map(words::trigger).collect();
    let pick = move |at: usize| {
        if let Some(trigger) = untrack(left).into_iter().nth(at) {
            desk.chosen(|urge| toggle(urge, trigger));
        }
    };
    offered("set-off-before", names.into(), pick)
}
