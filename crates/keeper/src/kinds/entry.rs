//! Owns what the keeper makes of an entry: typed, shown, searched. The meaning is the journal's.

use journal::insights::{Fact, Moment};
use journal::{Entry, Kind, Mood, Tags, Wording, Words};

use super::{Content, Listing, Shown, fitted};
use crate::protocol::{EarlierWording, EntryText, Failure, Id, Written};

impl Content for Entry {
    fn kind(&self) -> Kind {
        Kind::ENTRY
    }

    fn schema(&self) -> u16 {
        Self::SCHEMA
    }

    fn to_body(&self) -> Vec<u8> {
        Self::to_body(self)
    }

    fn listing(&self) -> Listing {
        let words = self.words();
        let (happened_at_s, offset_min) = (words.happened_at_s, words.offset_min);
        Listing { title: fitted(&words.list_title()), happened_at_s, offset_min }
    }

    fn shown(&self) -> Shown {
        let words = self.words();
        Shown {
            preview: words.preview(),
            mood: words.mood.map(Mood::number),
            tags: words.tags.as_slice().to_vec(),
            favourite: words.favourite,
            kept_back: words.kept_back,
            never_share: words.never_share,
            ..Shown::default()
        }
    }

    fn search_text(&self) -> String {
        self.words().search_text()
    }

    fn fact(&self) -> Option<Fact> {
        let words = self.words();
        let at = Moment { second: words.happened_at_s, offset_min: words.offset_min };
        Some(words.mood.map_or(Fact::Written(at), |mood| Fact::Mood(at, mood)))
    }

    fn attachments(&self) -> Vec<Id> {
        self.words().attachments.clone()
    }

    fn says(&self, written: &Written) -> bool {
        matches!(written, Written::Entry(text) if words_of(text).as_ref() == Ok(self.words()))
    }

    fn into_written(self: Box<Self>) -> Written {
        let words = self.into_words();
        Written::Entry(EntryText {
            title: words.title,
            text: words.text,
            mood: words.mood.map(Mood::number),
            tags: words.tags.as_slice().to_vec(),
            happened_at_s: words.happened_at_s,
            offset_min: words.offset_min,
            zone: words.zone,
            favourite: words.favourite,
            kept_back: words.kept_back,
            never_share: words.never_share,
            attachments: words.attachments,
        })
    }

    fn earlier(&self) -> Vec<EarlierWording> {
        let earlier = |wording: &Wording| EarlierWording {
            title: wording.title.clone(),
            text: wording.text.clone(),
            mood: wording.mood.map(Mood::number),
            tags: wording.tags.as_slice().to_vec(),
            replaced_at_ms: wording.replaced_at_ms,
        };
        Self::earlier(self).iter().rev().map(earlier).collect()
    }

    fn revised(self: Box<Self>, written: &Written, now_ms: u64) -> Result<Box<dyn Content>, Failure> {
        let Written::Entry(text) = written else { return Err(Failure::NotFound) };
        Ok(Box::new(self.revise(words_of(text)?, now_ms)?))
    }
}

/// What was typed, checked.
pub(crate) fn words_of(text: &EntryText) -> Result<Words, Failure> {
    Ok(Words {
        title: text.title.clone(),
        text: text.text.clone(),
        mood: text.mood.map(Mood::new).transpose().map_err(|_| Failure::MoodOutOfRange)?,
        tags: Tags::new(&text.tags)?,
        happened_at_s: text.happened_at_s,
        offset_min: text.offset_min,
        zone: text.zone.clone(),
        favourite: text.favourite,
        kept_back: text.kept_back,
        never_share: text.never_share,
        attachments: text.attachments.clone(),
    })
}
