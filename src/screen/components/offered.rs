//! Names that were used before, offered so that they need no typing.

use leptos::prelude::*;

use super::{Choose, Live, follow_if};
use crate::screen::words::say;

/// The names, in their order; `on_pick` gets the place of one. Nothing where there are none.
pub fn offered(id: &'static str, names: Live<Vec<String>>, on_pick: impl Into<Choose>) -> AnyView {
    offered_names(id, names, on_pick.into())
}

fn offered_names(id: &'static str, names: Live<Vec<String>>, on_pick: Choose) -> AnyView {
    let names = Memo::new(move |_| names.get());
    let on_pick = StoredValue::new_local(on_pick);
    follow_if(move || {
        let each = names.get().into_iter().enumerate().map(move |(at, name)| {
            let pick = move |_| on_pick.with_value(|pick| pick.run(at));
            view! {
                <button type="button" class="choice choice-offered" on:click=pick>
                    <span class="choice-label" dir="auto">{name}</span>
                </button>
            }
            .into_any()
        });
        let each: Vec<AnyView> = each.collect();
        (!each.is_empty()).then(|| {
            view! {
                <div class="field" role="group" aria-labelledby=id>
                    <p class="field-help" id=id>{say!(urge_form.before)}</p>
                    <div class="choices choices-row">{each}</div>
                </div>
            }
            .into_any()
        })
    })
}
