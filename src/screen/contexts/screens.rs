//! Where one is inside the open journal: a small stack of screens, no router. Nothing of it reaches an address.

use keeper::protocol::{Draft, Id};
use leptos::prelude::*;

use crate::screen::session::{Session, expect_session};

/// A screen of the open journal.
#[derive(Clone, PartialEq)]
pub enum Screen {
    /// The list.
    Journal,
    /// One entry, to read.
    Entry(Id),
    /// The editor.
    Editor(EditorSeed),
    /// Settings.
    Settings,
    /// About and limits.
    About,
}

/// What an editor begins from.
#[derive(Clone, PartialEq)]
pub enum EditorSeed {
    /// Nothing.
    New,
    /// One wording of an entry.
    Edit(Id, usize),
    /// A draft that was kept.
    Draft(Draft),
}

/// The stack, the list at its bottom.
#[derive(Clone, Copy)]
pub struct Screens {
    stack: RwSignal<Vec<Screen>>,
    session: Session,
}

/// Provides it.
pub fn provide_screens() -> Screens {
    let screens = Screens { stack: RwSignal::new(vec![Screen::Journal]), session: expect_session() };
    provide_context(screens);
    screens
}

/// The stack.
pub fn expect_screens() -> Screens {
    expect_context()
}

impl Screens {
    /// The screen on top.
    pub fn top(self) -> Screen {
        self.stack.with(|screens| screens.last().cloned().unwrap_or(Screen::Journal))
    }

    /// The room one is in.
    pub fn room(self) -> Screen {
        self.stack.with(|screens| match screens.get(1) {
            Some(Screen::Settings) => Screen::Settings,
            _ => Screen::Journal,
        })
    }

    /// Whether nothing lies above the list.
    pub fn is_at_the_bottom(self) -> bool {
        self.stack.try_with_untracked(|screens| screens.len() == 1).unwrap_or(false)
    }

    /// Goes one deeper.
    pub fn push(self, screen: Screen) {
        self.change(|screens| screens.push(screen));
    }

    /// Goes one back.
    pub fn back(self) {
        self.try_back();
    }

    /// Goes one back; false at the bottom.
    pub fn try_back(self) -> bool {
        let deeper = self.stack.with_untracked(|screens| screens.len() > 1);
        if deeper {
            self.change(|screens| drop(screens.pop()));
        }
        deeper
    }

    /// Leaves everything for a room.
    pub fn to_room(self, room: Screen) {
        self.change(|screens| {
            screens.truncate(1);
            if room != Screen::Journal {
                screens.push(room);
            }
        });
    }

    /// Wherever one goes, what is being written is posted first.
    fn change(self, change: impl FnOnce(&mut Vec<Screen>)) {
        self.session.post_unposted();
        self.stack.update(change);
    }
}
