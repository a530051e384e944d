//! The form of contact that was noted: with whom, a line, when.

use keeper::protocol::support::table::ContactWords;
use leptos::prelude::*;

use crate::screen::components::{Typed, boxed};
use crate::screen::contexts::Seed;
use crate::screen::pages::writing::{Desk, form, opening_of};
use crate::screen::words::say;

/// The form.
pub fn contact(seed: Seed) -> AnyView {
    opening_of(seed, contact_form)
}

fn contact_form(desk: Desk<ContactWords>) -> AnyView {
    let fields = vec![
        field(desk, ("contact-name", say!(table.contact_name)), |contact| &mut contact.name),
        field(desk, ("contact-line", say!(table.contact_line)), |contact| &mut contact.line),
        boxed("when", [desk.when_fields()]),
    ];
    form(desk, say!(table.contact_title), fields, |_| None)
}

fn field(
    desk: Desk<ContactWords>,
    (id, label): (&'static str, &'static str),
    of: fn(&mut ContactWords) -> &mut String,
) -> AnyView {
    let value = of(&mut desk.words.get_untracked()).clone();
    let on_words = (move |words| desk.typed(|contact| *of(contact) = words)).into();
    Typed { id, label, kind: "text", help: "", value, on_words }.piece()
}
