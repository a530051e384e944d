//! Help and leaving: the front card, Leave quickly, and "Quick note".

use leptos::prelude::*;
use rules::Device;

use super::row;
use crate::screen::components::{boxed, button, card, follow_if, plain, soft};
use crate::screen::contexts::{Screen, ShelfContext, expect_open_journal, expect_screens};
use crate::screen::words::say;

/// The part. What belongs to the owner's device alone comes and goes with that choice.
pub fn helping_part(shelf: ShelfContext) -> AnyView {
    let is_mine = Memo::new(move |_| shelf.with(|shelf| shelf.device == Device::Mine));
    let shift = row(
        "shift",
        say!(leave.shift),
        [say!(leave.shift_on), say!(leave.shift_off)],
        move || Some(usize::from(shelf.with(|shelf| shelf.shift_off))),
        move |at: usize| shelf.change(|shelf| shelf.shift_off = at == 1),
    );
    let leaving = [plain(say!(leave.title)), soft(say!(leave.what)), soft(say!(leave.not))];
    let owners = follow_if(move || is_mine.get().then(|| untrack(|| owners(shelf))));
    card("helping", say!(settings.help), [boxed("stack", leaving), shift, owners])
}

fn owners(shelf: ShelfContext) -> AnyView {
    let (screens, journal) = (expect_screens(), expect_open_journal());
    let name = StoredValue::new(journal.opened(|opened| opened.name.clone()));
    let offered = move || name.with_value(|name| shelf.with(|shelf| shelf.offers_quick_note(name)));
    let switch = move |at: usize| {
        name.with_value(|name| shelf.change(|shelf| shelf.set_quick_note(name, at == 0)));
    };
    let quick_note = row(
        "quick-note",
        say!(settings.quick_note),
        [say!(settings.on), say!(settings.off)],
        move || Some(usize::from(!offered())),
        switch,
    );
    let card = button(say!(settings.front_card), move || screens.push(Screen::FrontCard)).piece();
    boxed("stack", [quick_note, soft(say!(settings.quick_note_help)), card])
}
