//! The parts of the screen that are loaded after the first page stands: each is a wasm of its own, cut off by
//! `cargo xtask build` at the functions marked here. They are fetched as soon as the first page is there, so that
//! nobody waits for them but on a slow line.

use std::pin::Pin;
use std::rc::Rc;

use futures_util::FutureExt;
use keeper::protocol::{Id, Opened, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::waiting::{quiet, waiting};
use crate::screen::components::{Tap, boxed, button, follow, heading, nothing, plain};
use crate::screen::contexts::{BackupPlace, SummaryPlace, SupportPlace, TransferPlace};
use crate::screen::words::say;

/// A part that did not come.
pub struct NotLoaded;

impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

type Part = Result<AnyView, NotLoaded>;
type Loading = Pin<Box<dyn Future<Output = Result<(), SplitLoaderError>>>>;

#[wasm_split(open, fallible, preload(load_open))]
fn open_part(opened: Opened) -> Part {
    Ok(super::open_branch::open_branch(opened))
}

#[wasm_split(create, fallible, preload(load_create))]
fn create_part() -> Part {
    Ok(super::create::create())
}

/// The open journal.
pub fn open_branch(opened: Opened) -> AnyView {
    shown(|| Box::pin(load_open()), Rc::new(move || open_part(opened.clone()).now_or_never()))
}

/// Create.
pub fn create() -> AnyView {
    shown(|| Box::pin(load_create()), Rc::new(|| create_part().now_or_never()))
}

#[wasm_split(create, fallible, preload(load_use_sheet))]
fn use_sheet_part(name: String, back: Tap) -> Part {
    Ok(super::use_sheet::use_sheet(name, back))
}

#[wasm_split(create, fallible, preload(load_no_sheet))]
fn no_sheet_part(only_journal: bool, back: Tap) -> Part {
    Ok(super::use_sheet::no_sheet(only_journal, back))
}

/// "Use the recovery sheet", for the journal of that name. It comes with Create.
pub fn use_sheet(name: String, back: Tap) -> AnyView {
    let part = move || use_sheet_part(name.clone(), back.clone()).now_or_never();
    shown(|| Box::pin(load_use_sheet()), Rc::new(part))
}

/// "What if I have none", of the only journal here or of one among others.
pub fn no_sheet(only_journal: bool, back: Tap) -> AnyView {
    let part = move || no_sheet_part(only_journal, back.clone()).now_or_never();
    shown(|| Box::pin(load_no_sheet()), Rc::new(part))
}

#[wasm_split(insights, fallible, preload(load_insights))]
fn insights_part() -> Part {
    Ok(super::insights::insights())
}

/// Insights, inside of the open journal.
pub fn insights() -> AnyView {
    shown_in(Inside::Page, || Box::pin(load_insights()), Rc::new(|| insights_part().now_or_never()))
}

#[wasm_split(support, fallible, preload(load_support))]
fn support_part(place: SupportPlace) -> Part {
    Ok(super::support::support(place))
}

/// Support, inside of the open journal.
pub fn support(place: SupportPlace) -> AnyView {
    let part = move || support_part(place.clone()).now_or_never();
    shown_in(Inside::Page, || Box::pin(load_support()), Rc::new(part))
}

#[wasm_split(insights, fallible, preload(load_summary))]
fn summary_part(place: SummaryPlace) -> Part {
    Ok(super::summary::summary(place))
}

/// A summary for somebody.
pub fn summary(place: SummaryPlace) -> AnyView {
    let part = move || summary_part(place.clone()).now_or_never();
    shown_in(Inside::Page, || Box::pin(load_summary()), Rc::new(part))
}

#[wasm_split(files, fallible, preload(load_backup))]
fn backup_part(place: BackupPlace) -> Part {
    Ok(super::backup::backup(place))
}

/// Backing up and restoring.
pub fn backup(place: BackupPlace) -> AnyView {
    let part = move || backup_part(place.clone()).now_or_never();
    shown_in(Inside::Page, || Box::pin(load_backup()), Rc::new(part))
}

#[wasm_split(files, fallible, preload(load_open_backup))]
fn open_backup_part() -> Part {
    Ok(super::backup::open_backup())
}

/// "Open a backup", where no journal is open.
pub fn open_backup() -> AnyView {
    shown(|| Box::pin(load_open_backup()), Rc::new(|| open_backup_part().now_or_never()))
}

#[wasm_split(files, fallible, preload(load_transfer))]
fn transfer_part(place: TransferPlace) -> Part {
    Ok(super::transfer::transfer(place))
}

/// Export and import.
pub fn transfer(place: TransferPlace) -> AnyView {
    let part = move || transfer_part(place.clone()).now_or_never();
    shown_in(Inside::Page, || Box::pin(load_transfer()), Rc::new(part))
}

#[wasm_split(support, fallible, preload(load_read))]
fn read_part(written: Written) -> Part {
    Ok(super::support::read(&written))
}

/// All that a record of Support says.
pub fn read_support(written: Written) -> AnyView {
    let part = move || read_part(written.clone()).now_or_never();
    shown_in(Inside::Page, || Box::pin(load_read()), Rc::new(part))
}

/// The made-up pages of "Look around".
pub async fn made_up() -> Vec<(Id, Written)> {
    made_up_part().await.unwrap_or_default()
}

#[wasm_split(create, fallible)]
fn made_up_part() -> Result<Vec<(Id, Written)>, NotLoaded> {
    Ok(super::today::made_up())
}

/// Fetches every part ahead. A failure is told where the part is needed.
pub fn fetch_ahead() {
    spawn_local(async {
        let _ = load_open().await;
        let _ = load_create().await;
        let _ = load_insights().await;
        let _ = load_support().await;
        let _ = load_backup().await;
    });
}

/// What a part stands in while it is not there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// Nothing: it is the page.
    Nothing,
    /// A page that stands already.
    Page,
}

/// The part once it is there; until then a quiet line, or what can be done if it does not come.
fn shown(load: fn() -> Loading, part: Rc<dyn Fn() -> Option<Part>>) -> AnyView {
    shown_in(Inside::Nothing, load, part)
}

fn shown_in(inside: Inside, load: fn() -> Loading, part: Rc<dyn Fn() -> Option<Part>>) -> AnyView {
    let part = StoredValue::new_local(part);
    let loaded = RwSignal::new(load().now_or_never().map(|outcome| outcome.is_ok()));
    let fetch = move || {
        spawn_local(async move {
            let outcome = load().await;
            loaded.try_set(Some(outcome.is_ok()));
        });
    };
    if loaded.get_untracked() != Some(true) {
        fetch();
    }
    follow(move || match loaded.get() {
        Some(true) => match untrack(|| part.with_value(|part| part())) {
            Some(Ok(view)) => view,
            _ => nothing(),
        },
        Some(false) => not_loaded(inside, move || {
            loaded.set(None);
            fetch();
        }),
        None if inside == Inside::Page => quiet(say!(app.opening)),
        None => waiting(say!(app.opening)),
    })
}

fn not_loaded(inside: Inside, again: impl Fn() + 'static) -> AnyView {
    let pieces = [
        heading(say!(trouble.part_title)),
        plain(say!(trouble.part)),
        button(say!(app.again), again).main().piece(),
    ];
    match inside {
        Inside::Nothing => view! { <main class="gate">{Vec::from(pieces)}</main> }.into_any(),
        Inside::Page => boxed("stack", pieces),
    }
}
