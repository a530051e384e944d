//! Backing up and restoring.

use leptos::prelude::*;

use crate::screen::components::{back_row, group, heading};
use crate::screen::contexts::{BackupPlace, expect_screens};
use crate::screen::words::say;

/// A page of it.
pub fn backup(place: BackupPlace) -> AnyView {
    let screens = expect_screens();
    let title = match place {
        BackupPlace::Home => say!(backup.title),
    };
    group([back_row(move || screens.back()), heading(title)])
}
