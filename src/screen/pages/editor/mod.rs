//! The editor of an entry: begins from nothing, from a wording, or from a draft. Its fields hold the words; no signal
//! does, and nothing is copied for a key press.

mod desk;
mod fields;
mod form;

use form::editor_form;
use keeper::protocol::{EntryText, Failure, Written};
use leptos::prelude::*;

use super::writing::opening;
use crate::screen::browser::clock;
use crate::screen::contexts::Seed;

/// The editor.
pub fn editor(seed: Seed) -> AnyView {
    opening(seed, new_entry, |begun| match begun.narrowed(entry_of) {
        Some(begun) => Ok(editor_form(begun)),
        None => Err(Failure::NotFound),
    })
}

fn new_entry() -> Written {
    let now = clock::local_now();
    Written::Entry(EntryText {
        happened_at_s: now.second,
        offset_min: now.offset_min,
        zone: now.zone,
        ..EntryText::default()
    })
}

fn entry_of(written: Written) -> Option<EntryText> {
    match written {
        Written::Entry(text) => Some(text),
        _ => None,
    }
}
