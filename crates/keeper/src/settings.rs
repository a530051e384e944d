//! What the owner chose inside the journal: one record, read and changed here, so that two tabs do not write over each
//! other.

use journal::{DayStart, Kind, Settings};
use vault::{Codec, EntryState, Record, RecordId, Version};

use crate::{
    commit::{Change, Seen, Target},
    host::Host,
    protocol::{self, Event, Failure, SettingsChange},
    service::{Journal, Keeper},
};

impl<H: Host> Keeper<H> {
    pub(crate) async fn settings(&self) -> Result<protocol::Settings, Failure> {
        let journal = self.opened()?;
        let stored = self.record(&journal, settings_id(&journal)).await?;
        let settings = stored.map(|stored| settings_of(&stored.record)).transpose()?.unwrap_or_default();
        self.count_days_as_chosen(&journal, &settings);
        Ok(shown(&settings))
    }

    /// The list counts days as the owner does, once that is known; whoever shows it is told to look again.
    fn count_days_as_chosen(&self, journal: &Journal<H>, settings: &Settings) {
        let four = settings.choices().day_starts_at_four;
        let starts = if four { DayStart::FourInTheMorning } else { DayStart::Midnight };
        let moved = journal.list.borrow_mut().begin_days_at(starts);
        if moved {
            self.host.emit(Event::Changed { sequence: journal.sequence() });
        }
    }

    pub(crate) async fn change_settings(
        &self,
        change: SettingsChange,
    ) -> Result<protocol::Settings, Failure> {
        let journal = self.opened()?;
        let now_ms = self.host.now_ms();
        let target = Target::of(settings_id(&journal), Seen::All);
        let record = self
            .commit(&journal, target, |existing, seen, device| {
                let record =
                    existing.unwrap_or(Record { kind: Kind::SETTINGS.number(), versions: Vec::new() });
                let mut settings = settings_of(&record)?;
                settings.change(change.clone(), now_ms)?;
                let version = Version {
                    codec: Codec::Json,
                    schema: Settings::SCHEMA,
                    deleted: false,
                    changed_at_ms: now_ms,
                    clock: seen.clone().bumped(device),
                    body: settings.to_body(),
                };
                let record = record.with_version(version);
                let (state, title) = (EntryState::Live, String::new());
                Ok(Change { record, state, title, happened_at_s: 0, offset_min: 0 })
            })
            .await?;
        let settings = settings_of(&record)?;
        self.count_days_as_chosen(&journal, &settings);
        Ok(shown(&settings))
    }
}

fn settings_id<S>(journal: &crate::open_journal::OpenJournal<S>) -> RecordId {
    RecordId::singleton(journal.head.borrow().root.lineage_id, Settings::NAME)
}

/// The choices of all versions joined.
///
/// # Errors
/// [`Failure::EntryNewer`] when one was made by a newer version: it is never rewritten. [`Failure::EntryDamaged`] when
/// one is no settings at all.
fn settings_of(record: &Record) -> Result<Settings, Failure> {
    if record.kind != Kind::SETTINGS.number() {
        return Err(Failure::EntryDamaged);
    }
    let live = record.versions.iter().filter(|version| !version.deleted);
    let mut joined = Settings::default();
    for (number, version) in live.enumerate() {
        if version.codec != Codec::Json {
            return Err(Failure::EntryNewer);
        }
        let settings = Settings::from_body(version.schema, &version.body)?;
        joined = if number == 0 { settings } else { joined.joined(settings) };
    }
    Ok(joined)
}

fn shown(settings: &Settings) -> protocol::Settings {
    protocol::Settings {
        wish: settings.wish,
        put_away: settings.put_aways().clone(),
        recalled: settings.recalled,
        choices: settings.choices().clone(),
    }
}
