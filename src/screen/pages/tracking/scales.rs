//! Own scales: a name and what its two ends mean. One that is no longer wanted is hidden; what was written with it stays.

use keeper::protocol::{Failure, OwnScale, Reply, Request, SettingsChange};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::components::{
    Say, Typed, boxed, button, card, failure_note, follow, follow_if, nothing, own, problem_note, soft,
};
use crate::screen::contexts::expect_choices;
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

/// The part.
pub fn scales() -> AnyView {
    let choices = expect_choices();
    // What is being named: new, or one there is.
    let naming = RwSignal::new(None::<OwnScale>);
    let known = Memo::new(move |_| choices.chosen().scales);
    let list = follow(move || {
        let each: Vec<AnyView> =
            known.get().into_iter().map(|scale| untrack(|| one(scale, naming))).collect();
        if each.is_empty() { nothing() } else { view! { <ul class="own-scales">{each}</ul> }.into_any() }
    });
    let add = follow(move || match naming.get() {
        Some(scale) => untrack(|| naming_form(scale, naming)),
        None => {
            button(say!(tracking.add), move || naming.set(Some(OwnScale::default()))).icon("#i-plus").piece()
        }
    });
    card(
        "scales",
        say!(tracking.scales),
        [soft(say!(tracking.scales_help)), list, boxed("stack-wide", [add])],
    )
}

fn one(scale: OwnScale, naming: RwSignal<Option<OwnScale>>) -> AnyView {
    let choices = expect_choices();
    let (hidden, name) = (scale.hidden, scale.name.clone());
    let ends = match (scale.low.is_empty(), scale.high.is_empty()) {
        (true, true) => nothing(),
        _ => own("soft", "0: ".to_owned() + &scale.low + " · 10: " + &scale.high),
    };
    let turned = OwnScale { hidden: !hidden, ..scale.clone() };
    let turn = move || choices.change(SettingsChange::Scale(turned.clone()));
    let change = button(say!(tracking.change), move || naming.set(Some(scale.clone()))).quiet().piece();
    let turn = button(if hidden { say!(tracking.show) } else { say!(tracking.hide) }, turn).quiet().piece();
    let note = if hidden { soft(say!(tracking.hidden)) } else { nothing() };
    let inside = vec![own("row-title", name), ends, note, boxed("beside", [change, turn])];
    view! { <li class="own-scale">{inside}</li> }.into_any()
}

fn naming_form(scale: OwnScale, naming: RwSignal<Option<OwnScale>>) -> AnyView {
    let keeper = expect_keeper();
    let (problem, failure) = (RwSignal::new(None::<&'static str>), RwSignal::new(None::<Failure>));
    let scale = StoredValue::new(scale);
    let field = |id, label, of: fn(&mut OwnScale) -> &mut String| {
        let value = scale.try_update_value(|scale| of(scale).clone()).unwrap_or_default();
        let on_words: Say = (move |words| scale.update_value(|scale| *of(scale) = words)).into();
        Typed { id, label, kind: "text", help: "", value, on_words }.piece()
    };
    let keep = move || {
        let Some(wanted) = scale.try_get_value() else { return };
        if wanted.name.trim().is_empty() {
            return problem.set(Some(say!(tracking.needs_name)));
        }
        spawn_local(async move {
            match keeper.ask(Request::ChangeSettings(SettingsChange::Scale(wanted))).await {
                Ok(Reply::Settings(_)) => drop(naming.try_set(None)),
                Ok(_) => {}
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let does = [
        button(say!(tracking.keep), keep).piece(),
        button(say!(app.cancel), move || naming.set(None)).quiet().piece(),
    ];
    let failed = follow_if(move || problem.get().map(|_| problem_note(move || problem.get())));
    boxed(
        "stack-wide",
        [
            field("scale-name", say!(tracking.name), |scale| &mut scale.name),
            field("scale-low", say!(tracking.zero), |scale| &mut scale.low),
            field("scale-high", say!(tracking.ten), |scale| &mut scale.high),
            failed,
            failure_note(move || failure.get()),
            boxed("beside", does),
        ],
    )
}
