//! Owns what the keeper makes of an urge: typed, shown, searched. The meaning is the journal's.

use journal::{Kind, Line, Strength, Urge, UrgeWords};

use super::{Content, Listing, Shown, fitted};
use crate::protocol::{Failure, UrgeText, Written};

impl Content for Urge {
    fn kind(&self) -> Kind {
        Kind::URGE
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
        let (preview, strength) = (words.line.as_str().to_owned(), Some(words.strength.number()));
        Shown { preview, strength, ..Shown::default() }
    }

    fn search_text(&self) -> String {
        self.words().search_text()
    }

    fn says(&self, written: &Written) -> bool {
        matches!(written, Written::Urge(text) if words_of(text).as_ref() == Ok(self.words()))
    }

    fn into_written(self: Box<Self>) -> Written {
        let words = self.into_words();
        Written::Urge(UrgeText {
            strength: Some(words.strength.number()),
            line: words.line.into(),
            happened_at_s: words.happened_at_s,
            offset_min: words.offset_min,
            zone: words.zone,
        })
    }

    /// No earlier wordings are kept of an urge.
    fn revised(self: Box<Self>, written: &Written, _now_ms: u64) -> Result<Box<dyn Content>, Failure> {
        let Written::Urge(text) = written else { return Err(Failure::NotFound) };
        Ok(Box::new(self.revise(words_of(text)?)))
    }
}

/// What was typed, checked. A strength is needed to save one.
pub(super) fn words_of(text: &UrgeText) -> Result<UrgeWords, Failure> {
    let strength = text.strength.ok_or(Failure::StrengthOutOfRange)?;
    Ok(UrgeWords {
        strength: Strength::new(strength).map_err(|_| Failure::StrengthOutOfRange)?,
        line: Line::new(&text.line)?,
        happened_at_s: text.happened_at_s,
        offset_min: text.offset_min,
        zone: text.zone.clone(),
    })
}
