//! Settings: look, whose device, locking, storage, and the way to the limits.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{Device, Look, TextSize};

use super::update_row::update_row;
use crate::screen::browser::{dates, guard, space};
use crate::screen::components::{
    Choice, Choose, Live, RadioGroup, Shape, boxed, button, card, follow, follow_if, follow_words, group,
    heading, radio_group, soft,
};
use crate::screen::contexts::{
    Check, Screen, ShelfContext, expect_list_state, expect_open_journal, expect_screens, expect_shelf,
};
use crate::screen::words::say;

const LOOKS: [Look; 3] = [Look::System, Look::Light, Look::Dark];
const SIZES: [TextSize; 3] = [TextSize::Usual, TextSize::Large, TextSize::Larger];
const DEVICES: [Device; 2] = [Device::Mine, Device::Shared];
const RESTS: [u8; 4] = [1, 2, 5, 10];

/// Settings.
pub fn settings() -> AnyView {
    let (screens, shelf) = (expect_screens(), expect_shelf());
    let about = button(say!(settings.about), move || screens.push(Screen::About)).icon("#i-info");
    group([
        heading(say!(settings.title)),
        update_row(),
        follow_if(move || (!shelf.is_kept()).then(|| soft(say!(settings.not_kept)))),
        look_part(shelf),
        locking_part(shelf),
        storage_part(),
        boxed("actions", [about.piece()]),
    ])
}

fn place<T: PartialEq + Copy>(all: &[T], value: T) -> Option<usize> {
    all.iter().position(|one| *one == value)
}

/// A group of plain choices in a row.
fn row<const N: usize>(
    id: &'static str,
    label: &'static str,
    choices: [&'static str; N],
    chosen: impl Into<Live<Option<usize>>>,
    on_choose: impl Into<Choose>,
) -> AnyView {
    let choices = choices.into_iter().map(Choice::plain).collect();
    let (shape, chosen, on_choose) = (Shape::Row, chosen.into(), on_choose.into());
    radio_group(RadioGroup { id, label, choices, shape, chosen, on_choose })
}

fn look_part(shelf: ShelfContext) -> AnyView {
    let theme = row(
        "theme",
        say!(settings.theme),
        [say!(settings.theme_system), say!(settings.theme_light), say!(settings.theme_dark)],
        move || shelf.with(|shelf| place(&LOOKS, shelf.look)),
        move |at: usize| shelf.change(|shelf| shelf.look = LOOKS[at]),
    );
    let size = row(
        "size",
        say!(settings.size),
        [say!(settings.size_usual), say!(settings.size_large), say!(settings.size_larger)],
        move || shelf.with(|shelf| place(&SIZES, shelf.text_size)),
        move |at: usize| shelf.change(|shelf| shelf.text_size = SIZES[at]),
    );
    card("look", say!(settings.look), [theme, size])
}

fn locking_part(shelf: ShelfContext) -> AnyView {
    let choose_device = move |at: usize| {
        shelf.change(|shelf| shelf.device = DEVICES[at]);
        if DEVICES[at] == Device::Mine {
            guard::arm();
        }
    };
    let device = row(
        "device",
        say!(settings.device),
        [say!(create.mine), say!(create.shared)],
        move || shelf.with(|shelf| place(&DEVICES, shelf.device)),
        choose_device,
    );
    // Made anew only when the device changes: the focus stays in the group one chooses in.
    let is_mine = Memo::new(move |_| shelf.with(|shelf| shelf.device == Device::Mine));
    let rest = follow(move || if is_mine.get() { rest_row(shelf) } else { soft(say!(settings.rest_shared)) });
    let inside = [device, soft(say!(settings.device_help)), rest, soft(say!(settings.hidden))];
    card("locking", say!(settings.locking), inside)
}

fn rest_row(shelf: ShelfContext) -> AnyView {
    row(
        "rest",
        say!(settings.rest),
        [say!(settings.rest_1), say!(settings.rest_2), say!(settings.rest_5), say!(settings.rest_10)],
        move || shelf.with(|shelf| place(&RESTS, shelf.rest_minutes)),
        move |at: usize| shelf.change(|shelf| shelf.rest_minutes = RESTS[at]),
    )
}

fn storage_part() -> AnyView {
    let (journal, list) = (expect_open_journal(), expect_list_state());
    let known = RwSignal::new(space::Space::default());
    spawn_local(async move {
        known.try_set(space::space().await);
    });
    let used = move || match known.get().used_bytes {
        Some(bytes) => say!(settings.used_value, size = dates::number((bytes / 1e6).ceil() as u32)),
        None => say!(settings.unknown).to_owned(),
    };
    let kept = move || match known.get().persistent {
        Some(true) => say!(settings.persistent).to_owned(),
        Some(false) => say!(settings.not_persistent).to_owned(),
        None => say!(settings.unknown).to_owned(),
    };
    let check = move || match journal.check() {
        None => String::new(),
        Some(Check::Running { done, total }) => {
            say!(settings.checking, done = dates::number(done), total = dates::number(total))
        }
        Some(Check::Ended { damaged: 0 }) => say!(settings.checked).to_owned(),
        Some(Check::Ended { damaged }) => say!(settings.checked_damaged, count = damaged),
    };
    let entries = move || {
        let live = if list.search.with(String::is_empty) {
            list.total.get()
        } else {
            journal.opened(|opened| opened.live)
        };
        dates::number(live)
    };
    let fact = |name: &'static str, value: AnyView| view! { <dt>{name}</dt><dd>{value}</dd> }.into_any();
    let facts = vec![
        fact(say!(settings.entries), follow_words(entries)),
        fact(say!(settings.used), follow_words(used)),
        fact(say!(settings.persistence), follow_words(kept)),
    ];
    let facts = view! { <dl class="facts">{facts}</dl> };
    let check = view! { <p class="soft" role="status">{follow_words(check)}</p> };
    card("storage", say!(settings.storage), [facts.into_any(), check.into_any()])
}
