//! The open shelf in use: read once, kept at each change, and shown in the page's colours and sizes.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{Device, Look, Shelf, TextSize};

use crate::screen::browser::{dom, folder, storage};

/// The shelf, and whether the browser keeps it.
#[derive(Clone, Copy)]
pub struct ShelfContext {
    shelf: RwSignal<Shelf>,
    kept: RwSignal<bool>,
}

/// Reads and provides it.
pub fn provide_shelf() -> ShelfContext {
    let shelf = storage::read_shelf();
    show(&shelf);
    let kept = storage::write_shelf(&shelf);
    let context = ShelfContext { shelf: RwSignal::new(shelf), kept: RwSignal::new(kept) };
    provide_context(context);
    context
}

/// The shelf.
pub fn expect_shelf() -> ShelfContext {
    expect_context()
}

impl ShelfContext {
    /// Looks at it.
    pub fn with<T>(self, look: impl FnOnce(&Shelf) -> T) -> T {
        self.shelf.with(look)
    }

    /// Looks at it once.
    pub fn with_now<T>(self, look: impl FnOnce(&Shelf) -> T) -> T {
        self.shelf.with_untracked(look)
    }

    /// Changes it, shows it and keeps it. A device that is no longer its owner's alone forgets the folder for backups.
    pub fn change(self, change: impl FnOnce(&mut Shelf)) {
        let was_mine = self.with_now(|shelf| shelf.device == Device::Mine);
        self.shelf.update(|shelf| {
            shelf.take_over_from(&storage::read_shelf());
            change(shelf);
        });
        self.shelf.with_untracked(|shelf| {
            show(shelf);
            self.kept.set(storage::write_shelf(shelf));
        });
        if was_mine && self.with_now(|shelf| shelf.device != Device::Mine) {
            spawn_local(folder::forget());
        }
    }

    /// Whether the browser lets the page keep it.
    pub fn is_kept(self) -> bool {
        self.kept.get()
    }
}

fn show(shelf: &Shelf) {
    dom::mark_root(
        "data-look",
        match shelf.look {
            Look::System => None,
            Look::Light => Some("light"),
            Look::Dark => Some("dark"),
        },
    );
    dom::mark_root(
        "data-size",
        match shelf.text_size {
            TextSize::Usual => None,
            TextSize::Large => Some("large"),
            TextSize::Larger => Some("larger"),
        },
    );
}
