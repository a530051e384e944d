//! Settings: look, whose device, locking, help and leaving, storage, and the way to the limits.

mod helping;
mod storage_part;

use leptos::prelude::*;
use rules::{Device, Look, TextSize};

use super::language::language_choice;
use helping::helping_part;
use storage_part::storage_part;

use super::removal::journals_part;
use super::update_row::update_row;
use super::ways_in::ways_in;
use crate::screen::browser::{guard, storage};
use crate::screen::components::{
    Choice, Choose, Live, RadioGroup, Shape, boxed, button, card, follow, follow_if, group, heading, nothing,
    radio_group, soft,
};
use crate::screen::contexts::{
    BackupPlace, Screen, ShelfContext, TransferPlace, expect_screens, expect_shelf,
};
use crate::screen::session::expect_session;
use crate::screen::words::say;

const LOOKS: [Look; 3] = [Look::System, Look::Light, Look::Dark];
const SIZES: [TextSize; 3] = [TextSize::Usual, TextSize::Large, TextSize::Larger];
const DEVICES: [Device; 2] = [Device::Mine, Device::Shared];
/// Minutes, and seconds out of sight.
const RESTS: [u8; 4] = [1, 2, 5, 10];
const HIDDEN: [u8; 4] = [10, 30, 60, 120];

/// Settings.
pub fn settings() -> AnyView {
    let (screens, shelf) = (expect_screens(), expect_shelf());
    let made_to_open = button(say!(made_to_open.title), move || screens.push(Screen::MadeToOpen));
    let reminders =
        button(say!(reminders.title), move || screens.push(Screen::Reminders)).icon("#i-calendar");
    let about = button(say!(settings.about), move || screens.push(Screen::About)).icon("#i-info");
    // Of a borrowed device nothing is remembered, so there is nothing to set but the look.
    let is_made_up = expect_session().is_looking_around_now();
    let is_borrowed = untrack(|| expect_session().device()) == Device::Borrowed;
    let unless_borrowed =
        |part: fn(ShelfContext) -> AnyView| if is_borrowed { nothing() } else { part(shelf) };
    group([
        heading(say!(settings.title)),
        update_row(),
        follow_if(move || (!shelf.is_kept()).then(|| soft(say!(app.not_kept)))),
        look_part(shelf),
        if is_borrowed { soft(say!(settings.borrowed_lock)) } else { locking_part(shelf) },
        tracked_part(),
        ways_in(),
        if is_made_up { nothing() } else { backup_part() },
        transfer_part(),
        journals_part(),
        unless_borrowed(helping_part),
        unless_borrowed(storage_part),
        boxed("actions", [reminders.piece(), made_to_open.icon("#i-info").piece(), about.piece()]),
    ])
}

/// What is tracked, and goals of change: pages of their own.
fn tracked_part() -> AnyView {
    let screens = expect_screens();
    let track = button(say!(tracking.title), move || screens.push(Screen::Tracking)).piece();
    let goals = button(say!(goals.title), move || screens.push(Screen::Goals)).piece();
    card("tracked", say!(settings.tracked), [boxed("beside", [track, goals])])
}

/// Backing up and restoring: pages of their own.
fn backup_part() -> AnyView {
    let screens = expect_screens();
    let go = move |place: BackupPlace| move || screens.push(Screen::Backup(place.clone()));
    let now = button(say!(backup.now), go(BackupPlace::Home)).piece();
    let restore = button(say!(backup.restore), go(BackupPlace::Restore)).piece();
    card("backup", say!(backup.title), [boxed("beside", [now, restore])])
}

fn transfer_part() -> AnyView {
    let screens = expect_screens();
    let to = |place| move || screens.push(Screen::Transfer(TransferPlace::clone(&place)));
    let import = button(say!(transfer.import_name), to(TransferPlace::Import)).piece();
    let export = button(say!(transfer.export_name), to(TransferPlace::Export)).piece();
    card("transfer", say!(transfer.title), [boxed("beside", [import, export])])
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
    card("look", say!(settings.look), [theme, size, language_choice()])
}

fn locking_part(shelf: ShelfContext) -> AnyView {
    let choose_device = move |at: usize| {
        shelf.change(|shelf| shelf.device = DEVICES[at]);
        match DEVICES[at] {
            Device::Mine => guard::arm(),
            // Its words rest in the clear: not where others are.
            Device::Shared | Device::Borrowed => drop(storage::keep_card("")),
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
    let times = follow(move || match is_mine.get() {
        true => group([rest_row(shelf), hidden_row(shelf)]),
        false => soft(say!(settings.rest_shared)),
    });
    let always = [soft(say!(settings.always)), soft(say!(settings.out)), soft(say!(settings.other_tabs))];
    let inside = [device, soft(say!(settings.device_help)), times, boxed("stack", always)];
    card("locking", say!(settings.locking), inside)
}

fn hidden_row(shelf: ShelfContext) -> AnyView {
    row(
        "hidden",
        say!(settings.hidden),
        [
            say!(settings.hidden_10),
            say!(settings.hidden_30),
            say!(settings.hidden_60),
            say!(settings.hidden_120),
        ],
        move || shelf.with(|shelf| place(&HIDDEN, shelf.hidden_seconds)),
        move |at: usize| shelf.change(|shelf| shelf.hidden_seconds = HIDDEN[at]),
    )
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
