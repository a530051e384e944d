//! Backing up and restoring. A part of the screen of its own.

mod ending;
mod folder;
mod home;
mod make;
mod maker;
mod passes;
mod restore;
mod words;
mod work;

use leptos::prelude::*;

use crate::screen::contexts::BackupPlace;

pub use restore::open_backup;
pub use words::failure_words;

/// A page of it.
pub fn backup(place: BackupPlace) -> AnyView {
    match place {
        BackupPlace::Home => home::home(),
        BackupPlace::Restore => restore::restore(),
        BackupPlace::Ending => ending::ending(),
    }
}
