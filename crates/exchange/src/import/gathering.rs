//! What an importer gathers while it reads: records, warnings, moods.

use std::collections::{BTreeMap, HashMap, HashSet};

use sha2::{Digest, Sha256};

use super::{
    Found, Incoming, Key, KindFound, MOST_RECORDS, MOST_WORDS, MediaRef, MoodFound, Place, Plain, Program,
    Refused, Said, Warning, What,
};
use crate::clear::hex;

/// The number of the kind that an entry is.
pub(super) const ENTRY: u8 = 1;

/// What was gathered so far.
#[derive(Default)]
pub(super) struct Gathering {
    pub(super) incoming: Vec<Incoming>,
    warnings: Vec<Warning>,
    more_warnings: u32,
    keys: HashSet<String>,
    own: HashSet<[u8; 16]>,
    /// Where the moods of this program usually stand.
    usual: HashMap<String, u8>,
    /// Photos and recordings.
    media: u32,
    /// Entries whose place or weather stays behind.
    pub(super) places: u32,
}

impl Gathering {
    /// Remembers that something does not come over.
    pub(super) fn warn(&mut self, place: Place, what: What) {
        if self.warnings.len() < Found::MOST_WARNINGS {
            self.warnings.push(Warning { place, what });
        } else {
            self.more_warnings += 1;
        }
    }

    /// Whether an archive lay inside.
    pub(super) fn met_archive(&self) -> bool {
        self.warnings.iter().any(|warning| warning.what == What::ArchiveInside)
    }

    /// Whether something sealed lay inside.
    pub(super) fn met_sealed(&self) -> bool {
        self.warnings.iter().any(|warning| warning.what == What::Encrypted)
    }

    /// As [`Gathering::warn`], of the whole file, where it holds any.
    pub(super) fn warn_of(&mut self, count: u32, what: fn(u32) -> What) {
        if count > 0 {
            self.warn(Place::Whole, what(count));
        }
    }

    /// Where a mood usually stands.
    pub(super) fn usual(&mut self, name: &str, mood: u8) {
        self.usual.insert(name.to_owned(), mood);
    }

    /// Takes an entry of `program`, whose own name for it is `key`. Where two are the same in every word, both come.
    pub(super) fn take(
        &mut self,
        place: Place,
        key: String,
        changed_at_ms: u64,
        mut plain: Plain,
        media: Vec<MediaRef>,
    ) -> Result<(), Refused> {
        if !plain.says_anything() && media.is_empty() {
            self.warn(place, What::NothingSaid);
            return Ok(());
        }
        let tags = plain.tags.iter().map(String::len).sum::<usize>();
        if plain.title.len() + plain.text.len() + tags > MOST_WORDS || plain.tags.len() > 500 {
            self.warn(place, What::TooLong);
            return Ok(());
        }
        plain.mood = plain.mood.map(|mood| mood.chars().take(100).collect());
        let mut numbered = key.clone();
        for number in 2_u32.. {
            if self.keys.insert(numbered.clone()) {
                break;
            }
            numbered = format!("{key}#{number}");
        }
        self.push(Incoming { key: Key::Foreign(numbered), changed_at_ms, said: Said::Plain(plain), media })
    }

    /// Takes a record of ours; false when it was there before.
    pub(super) fn take_own(&mut self, id: [u8; 16], incoming: Incoming) -> Result<bool, Refused> {
        if !self.own.insert(id) {
            return Ok(false);
        }
        self.push(incoming).map(|()| true)
    }

    fn push(&mut self, incoming: Incoming) -> Result<(), Refused> {
        if self.incoming.len() >= MOST_RECORDS {
            return Err(Refused::TooManyRecords);
        }
        self.media += incoming.media.len() as u32;
        self.incoming.push(incoming);
        Ok(())
    }

    /// What was found, and the records.
    pub(super) fn finish(mut self, program: Program) -> (Found, Vec<Incoming>) {
        self.warn_of(self.places, What::PlacesLeftOut);
        self.warnings.sort_by_key(|warning| warning.place != Place::Whole);
        let mut kinds: BTreeMap<u8, u32> = BTreeMap::new();
        let mut moods: HashMap<&str, u32> = HashMap::new();
        let (mut first_s, mut last_s) = (None::<i64>, None::<i64>);
        for incoming in &self.incoming {
            let (kind, at_s) = match &incoming.said {
                Said::Plain(plain) => {
                    if let Some(mood) = &plain.mood {
                        *moods.entry(mood).or_default() += 1;
                    }
                    (ENTRY, Some(plain.happened_at_s))
                }
                Said::Own { kind, body, .. } => (*kind, super::own::happened_at_s(body)),
            };
            *kinds.entry(kind).or_default() += 1;
            first_s = first_s.into_iter().chain(at_s).min();
            last_s = last_s.into_iter().chain(at_s).max();
        }
        let mut moods: Vec<MoodFound> = moods
            .into_iter()
            .map(|(name, entries)| MoodFound {
                name: name.to_owned(),
                entries,
                usual: self.usual.get(name).copied(),
            })
            .collect();
        moods.sort_by(|one, other| (other.entries, &one.name).cmp(&(one.entries, &other.name)));
        let found = Found {
            program,
            kinds: kinds.into_iter().map(|(kind, records)| KindFound { kind, records }).collect(),
            first_s,
            last_s,
            media: self.media,
            moods,
            warnings: self.warnings,
            more_warnings: self.more_warnings,
        };
        (found, self.incoming)
    }
}

/// A key out of words, for programs that give their entries no name.
pub(super) fn key_of(program: &str, words: &[&str]) -> String {
    let mut hash = Sha256::new();
    for word in words {
        hash.update((word.len() as u64).to_le_bytes());
        hash.update(word.as_bytes());
    }
    format!("{program}:{}", hex(&hash.finalize()[..16]))
}
