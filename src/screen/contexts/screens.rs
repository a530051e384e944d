//! Where one is inside the open journal: a small stack of screens, no router. Nothing of it reaches an address.

use keeper::protocol::{Draft, Id, RowKind, WayShown, Written};
use leptos::prelude::*;

use super::{BackupPlace, SummaryPlace, SupportPlace, TransferPlace};
use crate::screen::session::{Session, expect_session};

/// A screen of the open journal.
#[derive(Clone, PartialEq)]
pub enum Screen {
    /// What today asks, and what it holds so far.
    Today,
    /// The list.
    Journal,
    /// Urges: the list, what helps, riding one out.
    Urges,
    /// What the records show.
    Insights,
    /// Support.
    Support(SupportPlace),
    /// A summary for somebody.
    Summary(SummaryPlace),
    /// Backing up and restoring.
    Backup(BackupPlace),
    /// Export and import.
    Transfer(TransferPlace),
    /// One record, to read.
    Record(Id),
    /// The editor of an entry.
    Editor(Seed),
    /// The form of an urge.
    Urge(Seed),
    /// The form of a check-in.
    CheckIn(Seed),
    /// The form of a goal of change.
    Goal(Seed),
    /// A return to use.
    Return(Seed),
    /// The weekly ruler.
    Ruler(Seed),
    /// A reason to come back to.
    Reason(Seed),
    /// An own beginning for entries.
    Template(Seed),
    /// Ride it out.
    RideOut,
    /// "Coming back to me".
    Reasons,
    /// Goals of change and what became of them.
    Goals,
    /// What I track.
    Tracking,
    /// Start from a prompt or a template.
    StartFrom,
    /// A page that is never stored.
    PutDown,
    /// Tags: renaming and merging.
    Tags,
    /// Neutral reminders.
    Reminders,
    /// Settings.
    Settings,
    /// Make a recovery sheet.
    Sheet,
    /// Change passphrase.
    ChangePassphrase,
    /// Trying whether the passphrase is still known.
    Recall,
    /// Add a passkey.
    AddPasskey,
    /// Remove a way in.
    RemoveWay(WayShown),
    /// Removing the journal from this device.
    Removal,
    /// The words that Help now shows on the lock screen.
    FrontCard,
    /// When someone may make you open it.
    MadeToOpen,
    /// About and limits.
    About,
}

/// What an editor begins from.
#[derive(Clone, PartialEq)]
pub enum Seed {
    /// Nothing.
    New,
    /// First words of a new record, not yet a draft.
    From(Box<Written>),
    /// One wording of a record.
    Edit(Id, usize),
    /// A draft that was kept.
    Draft(Box<Draft>),
    /// Other words for a record: an earlier wording of it.
    Instead(Id, Box<Written>),
}

impl Screen {
    /// The form that goes on with a draft.
    pub fn of_draft(draft: Draft) -> Self {
        Self::form(draft.text.kind(), Seed::Draft(Box::new(draft)))
    }

    /// The form that edits one wording of a record.
    pub fn of_edit(id: Id, wording: usize, text: &Written) -> Self {
        Self::form(text.kind(), Seed::Edit(id, wording))
    }

    /// The form of a kind.
    pub fn form(kind: RowKind, seed: Seed) -> Self {
        match kind {
            RowKind::Entry | RowKind::Other => Self::Editor(seed),
            RowKind::Urge => Self::Urge(seed),
            RowKind::CheckIn => Self::CheckIn(seed),
            RowKind::Goal => Self::Goal(seed),
            RowKind::Return => Self::Return(seed),
            RowKind::Ruler => Self::Ruler(seed),
            RowKind::Reason => Self::Reason(seed),
            RowKind::Template => Self::Template(seed),
            // It finds its draft itself.
            RowKind::Summary => Self::Summary(SummaryPlace::Home),
            kind => Self::Support(SupportPlace::Form(kind, seed)),
        }
    }

    fn is_room(&self) -> bool {
        matches!(
            self,
            Self::Today
                | Self::Journal
                | Self::Urges
                | Self::Support(SupportPlace::Room)
                | Self::Insights
                | Self::Settings
        )
    }
}

/// The stack, Today at its bottom.
#[derive(Clone, Copy)]
pub struct Screens {
    stack: RwSignal<Vec<Screen>>,
    session: Session,
}

/// Provides it.
pub fn provide_screens() -> Screens {
    let screens = Screens { stack: RwSignal::new(vec![Screen::Today]), session: expect_session() };
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
        self.stack.with(|screens| screens.last().cloned().unwrap_or(Screen::Today))
    }

    /// The room one is in.
    pub fn room(self) -> Screen {
        let room = |screens: &Vec<Screen>| screens.iter().rfind(|screen| screen.is_room()).cloned();
        self.stack.with(room).unwrap_or(Screen::Today)
    }

    /// Whether nothing lies above Today.
    pub fn is_at_the_bottom(self) -> bool {
        self.stack.try_with_untracked(|screens| screens.len() == 1).unwrap_or(false)
    }

    /// Goes one deeper.
    pub fn push(self, screen: Screen) {
        self.change(|screens| screens.push(screen));
    }

    /// Puts another screen in the place of the one on top: back leads past it.
    pub fn instead(self, screen: Screen) {
        self.change(|screens| {
            if screens.len() > 1 {
                screens.pop();
            }
            screens.push(screen);
        });
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
            if room != Screen::Today {
                screens.push(room);
            }
        });
    }

    /// Leaves what lies above the room one is in.
    pub fn to_this_room(self) {
        self.change(|screens| {
            let room = screens.iter().rposition(Screen::is_room).unwrap_or(0);
            screens.truncate(room + 1);
        });
    }

    /// Wherever one goes, what is being written is posted first.
    fn change(self, change: impl FnOnce(&mut Vec<Screen>)) {
        self.session.post_unposted();
        self.stack.update(change);
    }
}
