//! The folder that new backups go into, on a device of one's own: chosen once, shown, forgotten again.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::Device;

use crate::screen::browser::folder;
use crate::screen::components::{boxed, button, follow_if, plain, soft};
use crate::screen::contexts::{expect_announcer, expect_shelf};
use crate::screen::locks;
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// The folder, where one can be kept.
#[derive(Clone, Copy)]
pub struct Folder {
    /// Its name; `None` while none is kept.
    name: RwSignal<Option<String>>,
    session: Session,
}

impl Folder {
    /// Looks whether one is kept.
    pub fn new() -> Self {
        let known = Self { name: RwSignal::new(None), session: expect_session() };
        if may_be_kept() {
            spawn_local(async move {
                let name = folder::kept_name().await;
                known.name.try_set(name);
            });
        }
        known
    }

    /// Where backups go, where that is settled.
    pub fn piece(self) -> AnyView {
        let announcer = expect_announcer();
        let forget = move || {
            self.name.set(None);
            announcer.say(say!(backup.folder_forgotten));
            spawn_local(folder::forget());
        };
        follow_if(move || {
            self.name.get().map(|name| {
                let words = plain(say!(backup.folder_now, name = name));
                boxed("beside", [words, button(say!(backup.folder_forget), forget).quiet().piece()])
            })
        })
    }

    /// The way to choose one, or another.
    pub fn choosing(self) -> AnyView {
        let can = may_be_kept();
        let choose = move || {
            // The app itself sends somebody out: it is covered until they are back.
            locks::go_out(self.session);
            spawn_local(async move {
                let chosen = folder::choose().await;
                locks::come_back(self.session);
                if let Some(name) = chosen {
                    self.name.try_set(Some(name));
                }
            });
        };
        follow_if(move || {
            can.then(|| {
                boxed(
                    "stack",
                    [soft(say!(backup.folder_help)), button(say!(backup.folder_choose), choose).piece()],
                )
            })
        })
    }
}

/// On a device of one's own alone, and where the browser lets somebody choose.
fn may_be_kept() -> bool {
    expect_shelf().with_now(|shelf| shelf.device == Device::Mine) && folder::has_chooser()
}
