//! What can be said of an entry without changing a word of it; and what a change to one of many entries shares with
//! that: it begins from the one wording that stands.

use vault::{Record, RecordId, Version};

use crate::{
    commit::{Change, Seen, Target},
    host::Host,
    kinds::{Content, content_of, version_of},
    protocol::{EarlierWording, EntryText, Failure, Id, Mark, Written},
    save::change_of,
    service::{Journal, Keeper},
};

impl<H: Host> Keeper<H> {
    /// Marks an entry. Of two wordings the first is marked; the other stays beside it.
    pub(crate) async fn mark(&self, id: Id, mark: Mark) -> Result<(), Failure> {
        let journal = self.opened()?;
        let id = RecordId::from_bytes(id);
        let stored = self.record(&journal, id).await?.ok_or(Failure::NotFound)?;
        let version = first_entry(&stored.record)?.clone();
        self.retouch(&journal, id, &version, |text| put_mark(text, mark)).await?;
        self.tell(&journal);
        Ok(())
    }

    /// Saves what `change` makes of one version of an entry, in the place of that version alone.
    ///
    /// # Errors
    /// [`Failure::TooBusy`] when the version was replaced meanwhile, else those of a save.
    pub(crate) async fn retouch(
        &self,
        journal: &Journal<H>,
        id: RecordId,
        version: &Version,
        change: impl Fn(&mut EntryText),
    ) -> Result<(), Failure> {
        let now_ms = self.host.now_ms();
        let target = Target::of(id, Seen::Clock(version.clock.clone()));
        self.commit_untold(journal, target, |existing, seen, device| {
            let record = existing.ok_or(Failure::NotFound)?;
            if !record.versions.contains(version) {
                return Err(Failure::TooBusy);
            }
            let content = retouched(record.kind, version, &change, now_ms)?;
            let version = version_of(content.as_ref(), seen.clone().bumped(device), now_ms);
            let change: Change = change_of(record.with_version(version), content.as_ref());
            Ok(change)
        })
        .await?;
        Ok(())
    }

    /// Earlier wordings of an entry, of all that stand, newest first.
    pub(crate) async fn history(&self, id: Id) -> Result<Vec<EarlierWording>, Failure> {
        let journal = self.opened()?;
        let stored = self.record(&journal, RecordId::from_bytes(id)).await?.ok_or(Failure::NotFound)?;
        let contents = crate::kinds::contents_of(&stored.record);
        let mut earlier: Vec<EarlierWording> = contents.flat_map(|content| content.earlier()).collect();
        earlier.sort_by_key(|wording| core::cmp::Reverse(wording.replaced_at_ms));
        Ok(earlier)
    }
}

/// The first version of a record that is an entry this program can read.
///
/// # Errors
/// [`Failure::EntryNewer`] when there is one that only a newer version can, [`Failure::NotFound`] when there is none.
pub(crate) fn first_entry(record: &Record) -> Result<&Version, Failure> {
    let mut live = record.versions.iter().filter(|version| !version.deleted).peekable();
    let newer = live.peek().is_some();
    live.find(|version| entry_of(record.kind, version).is_some()).ok_or(if newer {
        Failure::EntryNewer
    } else {
        Failure::NotFound
    })
}

/// The entry in a version.
pub(crate) fn entry_of(kind: u8, version: &Version) -> Option<EntryText> {
    match content_of(kind, version)?.into_written() {
        Written::Entry(text) => Some(text),
        _ => None,
    }
}

fn retouched(
    kind: u8,
    version: &Version,
    change: &impl Fn(&mut EntryText),
    now_ms: u64,
) -> Result<Box<dyn Content>, Failure> {
    let mut text = entry_of(kind, version).ok_or(Failure::NotFound)?;
    change(&mut text);
    let content = content_of(kind, version).ok_or(Failure::NotFound)?;
    content.revised(&Written::Entry(text), now_ms)
}

fn put_mark(text: &mut EntryText, mark: Mark) {
    match mark {
        Mark::Favourite(on) => text.favourite = on,
        Mark::KeptBack(on) => text.kept_back = on,
        Mark::NeverShare(on) => text.never_share = on,
    }
}
