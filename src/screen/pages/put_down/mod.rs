//! A page that is never stored: what is typed stands in its field alone. No draft is posted, nothing is saved, and
//! whoever leaves or locks leaves it empty.

use leptos::html;
use leptos::prelude::*;

use crate::screen::components::{
    back_row, boxed, button, follow_if, group, heading, lead, own, unremembered,
};
use crate::screen::contexts::{expect_announcer, expect_screens};
use crate::screen::words::say;

/// The page.
pub fn put_down() -> AnyView {
    let (screens, announcer) = (expect_screens(), expect_announcer());
    let field = NodeRef::<html::Textarea>::new();
    let is_down = RwSignal::new(false);
    // True when there was something to put down.
    let clear = move || {
        let field = field.try_get_untracked().flatten().filter(|field| !field.value().is_empty());
        if let Some(field) = &field {
            field.set_value("");
        }
        field.is_some()
    };
    on_cleanup(move || {
        clear();
    });
    let leave = move || {
        if clear() {
            announcer.say(say!(put_down.gone));
        }
        screens.back();
    };
    let put = move || {
        if clear() {
            is_down.set(true);
        }
    };
    let said = follow_if(move || is_down.get().then(|| own("soft", say!(put_down.gone))));
    let said = view! { <div class="live" role="status">{said}</div> };
    let again = move |_| {
        if is_down.get_untracked() {
            is_down.set(false);
        }
    };
    view! {
        {back_row(leave)}
        {group([heading(say!(put_down.title)), lead(say!(put_down.lead))])}
        <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>
            <div class="field">
                <label class="field-label" for="put-down">{say!(put_down.label)}</label>
                <textarea {..unremembered()} class="field-input field-text" id="put-down" node_ref=field rows="8"
                    on:input=again></textarea>
            </div>
            {boxed("actions", [button(say!(put_down.let_go), put).main().piece()])}
            {said}
        </form>
    }
    .into_any()
}
