//! What the owner chose inside this journal and which ways in there are, as the keeper last said; and what follows from
//! it for Today.

use keeper::protocol::{
    BackupKnown, BackupReply, BackupRequest, BackupStanding, Choices as Chosen, Day, DayStart, Person, Reply,
    Request, Settings, SettingsChange, Suggestion, SuggestionFacts, TableKnown, WayKind, WayShown, suggest,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::{clock, space};
use crate::screen::keeper_link::{Keeper, expect_keeper};

const DAY_MS: u64 = 86_400_000;

/// What is known.
#[derive(Clone, PartialEq)]
struct Known {
    settings: Settings,
    ways: Vec<WayShown>,
    persistent: Option<bool>,
    backup: Option<BackupStanding>,
}

/// The choices. Empty until the keeper has answered.
#[derive(Clone, Copy)]
pub struct Choices {
    known: RwSignal<Option<Known>>,
    keeper: Keeper,
}

/// Provides them.
pub fn provide_choices() -> Choices {
    let choices = Choices { known: RwSignal::new(None), keeper: expect_keeper() };
    provide_context(choices);
    choices
}

/// The choices.
pub fn expect_choices() -> Choices {
    expect_context()
}

impl Choices {
    /// Asks again.
    pub fn refresh(self) {
        spawn_local(async move {
            let persistent = space::space().await.persistent;
            let Ok(Reply::Settings(settings)) = self.keeper.ask(Request::Settings).await else { return };
            let Ok(Reply::Ways(ways)) = self.keeper.ask(Request::Ways).await else { return };
            let standing = Request::Backup(BackupRequest::Standing);
            let backup = match self.keeper.ask(standing).await {
                Ok(Reply::Backup(BackupReply::Standing(standing))) => Some(standing),
                _ => None,
            };
            let now = Some(Known { settings, ways, persistent, backup });
            if self.known.try_with_untracked(|known| *known != now) == Some(true) {
                self.known.set(now);
            }
        });
    }

    /// Changes one. That the journal has changed asks again.
    pub fn change(self, change: SettingsChange) {
        self.keeper.tell(Request::ChangeSettings(change));
    }

    /// Whether the owner wants no charts.
    pub fn charts_are_hidden(self) -> bool {
        self.known.with(|known| known.as_ref().is_some_and(|known| known.settings.choices.charts_hidden))
    }

    /// The person to call, if one is named.
    pub fn person(self) -> Option<Person> {
        self.known.with(|known| known.as_ref().and_then(|known| known.settings.choices.person.clone()))
    }

    /// How the journal is used, as it stands; followed where it is looked at. As in a new journal before the keeper has
    /// answered.
    pub fn chosen(self) -> Chosen {
        let chosen = |known: &Option<Known>| known.as_ref().map(|known| known.settings.choices.clone());
        self.known.with(chosen).unwrap_or_default()
    }

    /// How the journal stands to its last proven backup; `None` while that is not known.
    pub fn backup(self) -> Option<BackupStanding> {
        self.known.with(|known| known.as_ref().and_then(|known| known.backup))
    }

    /// When the passphrase there is was made, ms since 1970 UTC; `None` while that is not known.
    pub fn passphrase_made_ms(self) -> Option<u64> {
        self.known.with(|known| known.as_ref().and_then(|known| made_ms(&known.ways)))
    }

    /// When days begin.
    pub fn day_start(self) -> DayStart {
        if self.chosen().day_starts_at_four { DayStart::FourInTheMorning } else { DayStart::Midnight }
    }

    /// The day it is for the owner, days since 1970-01-01.
    pub fn today(self) -> i32 {
        let now = clock::local_now();
        Day::of(now.second, now.offset_min, self.day_start()).days()
    }

    /// The one thing to suggest, where there are so many saves and the table stands so.
    pub fn suggestion(self, saves: u32, table: TableKnown) -> Option<Suggestion> {
        let now_ms = clock::moment().wall_ms as u64;
        self.known.with(|known| {
            let Known { settings, ways, persistent, backup } = known.as_ref()?;
            let made_ms = made_ms(ways);
            let days = made_ms.map_or(0, |made_ms| now_ms.saturating_sub(made_ms) / DAY_MS);
            let recalled = settings.recalled.unwrap_or_default();
            suggest(&SuggestionFacts {
                wish: settings.wish,
                put_away: &settings.put_away,
                now_ms,
                persistent: *persistent,
                days_since_first_save: u32::try_from(days).unwrap_or(u32::MAX),
                saves,
                has_sheet: ways.iter().any(|way| way.kind == WayKind::Sheet),
                backup: backup.map_or(BackupKnown::Unknown, |standing| known_of(standing, now_ms)),
                recall_is_due: made_ms.is_some_and(|made_ms| recalled.is_due(made_ms, now_ms)),
                table,
            })
        })
    }
}

fn made_ms(ways: &[WayShown]) -> Option<u64> {
    ways.iter().find(|way| way.kind == WayKind::Passphrase).map(|way| way.created_at_ms)
}

fn known_of(standing: BackupStanding, now_ms: u64) -> BackupKnown {
    match standing {
        BackupStanding { proven_at_ms: 0, .. } => BackupKnown::Never,
        BackupStanding { changes: None, .. } => BackupKnown::Unknown,
        BackupStanding { proven_at_ms, changes: Some(changes) } => {
            let days = now_ms.saturating_sub(proven_at_ms) / DAY_MS;
            BackupKnown::Proven { days: u32::try_from(days).unwrap_or(u32::MAX), changes }
        }
    }
}
