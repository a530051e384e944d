//! What the keeper makes of the smaller kinds: one shape for all of them. The meaning of each is the
//! journal's.

use journal::Noted;
use journal::insights::Fact;

use super::{Content, Listing, Shown, fitted};
use crate::protocol::{Failure, Id, OneKind, Written};

/// What was typed, checked, as the first words of a record.
pub(super) fn noted<S: OneKind>(words: &S, now_ms: u64) -> Result<Box<dyn Content>, Failure> {
    Ok(Box::new(Noted::new(words.clone(), now_ms)?))
}

/// What stands in a body, when this program can read it.
pub(super) fn of_body<S: OneKind>(schema: u16, body: &[u8]) -> Option<Box<dyn Content>> {
    Some(Box::new(Noted::<S>::from_body(schema, body).ok()?))
}

impl<S: OneKind> Content for Noted<S> {
    fn kind(&self) -> journal::Kind {
        S::KIND
    }

    fn schema(&self) -> u16 {
        S::SCHEMA
    }

    fn to_body(&self) -> Vec<u8> {
        Self::to_body(self)
    }

    fn listing(&self) -> Listing {
        let (happened_at_s, offset_min) = self.said().moment();
        Listing { title: fitted(&self.said().list_title()), happened_at_s, offset_min }
    }

    fn shown(&self) -> Shown {
        let journal::Figures { mood, strength, after, ending } = self.said().figures();
        Shown { preview: self.said().preview(), mood, strength, after, ending, ..Shown::default() }
    }

    fn search_text(&self) -> String {
        self.said().search_text()
    }

    fn fact(&self) -> Option<Fact> {
        self.said().fact()
    }

    fn attachments(&self) -> Vec<Id> {
        self.said().attachments()
    }

    fn says(&self, written: &Written) -> bool {
        S::seen(written).is_some_and(|words| words.clone().tidied() == *self.said())
    }

    fn into_written(self: Box<Self>) -> Written {
        self.into_said().written()
    }

    /// No earlier wordings are kept of the smaller kinds.
    fn revised(self: Box<Self>, written: &Written, _now_ms: u64) -> Result<Box<dyn Content>, Failure> {
        let words = S::seen(written).ok_or(Failure::NotFound)?;
        Ok(Box::new(self.revise(words.clone())?))
    }
}
