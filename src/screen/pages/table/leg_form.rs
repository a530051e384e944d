//! The form of a leg: its name, the owner's word for it, places and things, links, notes. Who is on it has a form of
//! its own.

use keeper::protocol::support::table::{LegKind, LegLink, LegWords, Strength};
use leptos::prelude::*;
use rules::web_address;

use super::names::{kind_line, kind_name, strength_name};
use crate::screen::components::{
    Choice, Names, RadioGroup, Shape, Typed, boxed, button, follow, group, lead, nothing, problem_note,
    radio_group, soft,
};
use crate::screen::contexts::Seed;
use crate::screen::pages::writing::{Desk, form, opening_of};
use crate::screen::words::say;

/// The form.
pub fn leg(seed: Seed) -> AnyView {
    opening_of(seed, leg_form)
}

fn leg_form(desk: Desk<LegWords>) -> AnyView {
    let kind = desk.words.with_untracked(|leg| leg.kind);
    let title = if kind == LegKind::Own { say!(table.new_title) } else { kind_name(kind) };
    let fields =
        vec![lead(kind_line(kind)), name(desk), strength(desk), things(desk), links(desk, kind), notes(desk)];
    form(desk, title, fields, |leg| {
        let nameless = leg.kind == LegKind::Own && leg.name.trim().is_empty();
        nameless.then(|| say!(table.problem_name))
    })
}

fn name(desk: Desk<LegWords>) -> AnyView {
    let kind = desk.words.with_untracked(|leg| leg.kind);
    let help = if kind == LegKind::Own { "" } else { say!(app.optional) };
    let on_words = (move |words| desk.typed(|leg| leg.name = words)).into();
    let value = desk.words.with_untracked(|leg| leg.name.clone());
    Typed { id: "leg-name", label: say!(table.name), kind: "text", help, value, on_words }.piece()
}

fn strength(desk: Desk<LegWords>) -> AnyView {
    let chosen = move || {
        desk.words.with(|leg| Strength::ALL.iter().position(|strength| leg.strength == Some(*strength)))
    };
    radio_group(RadioGroup {
        id: "leg-strength",
        label: say!(table.strength_label),
        choices: Strength::ALL.map(|strength| Choice::plain(strength_name(Some(strength)))).into(),
        shape: Shape::Row,
        chosen: chosen.into(),
        on_choose: (move |at: usize| desk.chosen(|leg| leg.strength = Some(Strength::ALL[at]))).into(),
    })
}

fn things(desk: Desk<LegWords>) -> AnyView {
    Names {
        id: "leg-thing",
        label: say!(table.things_on),
        names: (move || desk.words.with(|leg| leg.things.clone())).into(),
        on_add: (move |name| desk.chosen(|leg| leg.things.push(name))).into(),
        on_remove: (move |at: usize| desk.chosen(|leg| drop(leg.things.remove(at)))).into(),
    }
    .piece()
}

/// Digital tools are links; other legs that have some keep them.
fn links(desk: Desk<LegWords>, kind: LegKind) -> AnyView {
    let has_some = desk.words.with_untracked(|leg| !leg.links.is_empty());
    match kind == LegKind::Digital || has_some {
        true => group([given(desk), another(desk), soft(say!(table.link_trace))]),
        false => nothing(),
    }
}

fn given(desk: Desk<LegWords>) -> AnyView {
    let links = Memo::new(move |_| desk.words.with(|leg| leg.links.clone()));
    follow(move || {
        let each = links.get().into_iter().enumerate().map(|(at, LegLink { name, address })| {
            let shown = if name.is_empty() { address } else { name };
            let says = say!(app.take_off, name = shown.clone());
            let remove = move |_| desk.chosen(|leg| drop(leg.links.remove(at)));
            view! {
                <li>
                    <button type="button" class="choice choice-given" aria-label=says on:click=remove>
                        <span class="choice-label" dir="auto">{shown}</span>
                        <span aria-hidden="true">"×"</span>
                    </button>
                </li>
            }
            .into_any()
        });
        let each: Vec<AnyView> = each.collect();
        match each.is_empty() {
            true => nothing(),
            false => view! { <ul class="choices choices-row">{each}</ul> }.into_any(),
        }
    })
}

/// Fields for another link: a name and an address, which stays until it is one.
fn another(desk: Desk<LegWords>) -> AnyView {
    let (name, address) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problem = RwSignal::new(None::<&'static str>);
    let round = RwSignal::new(0_u32);
    let add = move || match address.with_untracked(|address| web_address(address)) {
        None => problem.set(Some(say!(table.link_problem))),
        Some(whole) => {
            let name = name.get_untracked().trim().to_owned();
            desk.chosen(|leg| leg.links.push(LegLink { name, address: whole }));
            problem.set(None);
            round.update(|round| *round += 1);
        }
    };
    let field = |id, label, held: RwSignal<String>| {
        held.set(String::new());
        let on_words = (move |words| held.set(words)).into();
        Typed { id, label, kind: "text", help: "", value: String::new(), on_words }.piece()
    };
    // The fields begin anew after each link.
    let fields = follow(move || {
        round.get();
        untrack(|| {
            let name = field("link-name", say!(table.link_name), name);
            boxed("beside", [name, field("link-address", say!(table.link_address), address)])
        })
    });
    let add = boxed("beside", [button(say!(table.link_add), add).icon("#i-plus").piece()]);
    group([fields, problem_note(move || problem.get()), add])
}

fn notes(desk: Desk<LegWords>) -> AnyView {
    let on_words = (move |words| desk.typed(|leg| leg.notes = words)).into();
    let value = desk.words.with_untracked(|leg| leg.notes.clone());
    Typed { id: "leg-notes-field", label: say!(table.notes), kind: "several", help: "", value, on_words }
        .piece()
}
