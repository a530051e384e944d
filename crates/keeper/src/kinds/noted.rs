//! What the keeper makes of the smaller kinds: one shape for all of them, and the one list of which there are. The
//! meaning of each is the journal's.

use journal::insights::{DayFact, Fact, Moment, UrgeFact};
use journal::{
    CheckInWords, GoalWords, Noted, ReasonWords, ReturnWords, RulerWords, Said, TemplateWords, UrgeWords,
};

use super::{Content, Listing, Shown, fitted};
use crate::protocol::{Failure, Written};

/// A kind that travels between screen and keeper as it is said.
pub(super) trait Spoken: Said + 'static {
    /// As one thing written.
    fn written(self) -> Written;
    /// Out of one thing written; `None` where it is of another kind.
    fn of(written: &Written) -> Option<&Self>;
    /// What the list shows of it.
    fn shown(&self) -> Shown;
    /// What it says in numbers.
    fn fact(&self) -> Option<Fact>;
}

macro_rules! spoken {
    ($words:ty, $variant:ident, $shown:expr, $fact:expr) => {
        impl Spoken for $words {
            fn written(self) -> Written {
                Written::$variant(self)
            }

            fn of(written: &Written) -> Option<&Self> {
                match written {
                    Written::$variant(words) => Some(words),
                    _ => None,
                }
            }

            fn shown(&self) -> Shown {
                let shown: fn(&Self) -> Shown = $shown;
                Shown { preview: self.preview(), ..shown(self) }
            }

            fn fact(&self) -> Option<Fact> {
                let fact: fn(&Self) -> Option<Fact> = $fact;
                fact(self)
            }
        }
    };
}

spoken!(
    UrgeWords,
    Urge,
    |urge| Shown { strength: urge.strength, after: urge.after, ending: urge.ending, ..Shown::default() },
    |urge| UrgeFact::of(urge).map(Fact::Urge)
);
spoken!(
    CheckInWords,
    CheckIn,
    |day| Shown { mood: day.mood, strength: day.craving, ..Shown::default() },
    |day| Some(Fact::Day(DayFact::said(day)?, moment_of(day)))
);
spoken!(GoalWords, Goal, |_| Shown::default(), |_| None);
spoken!(ReturnWords, Return, |_| Shown::default(), |said| Some(Fact::Use(moment_of(said))));
spoken!(RulerWords, Ruler, |_| Shown::default(), |_| None);
spoken!(ReasonWords, Reason, |_| Shown::default(), |_| None);
spoken!(TemplateWords, Template, |_| Shown::default(), |_| None);

fn moment_of(said: &impl Said) -> Moment {
    let (second, offset_min) = said.moment();
    Moment { second, offset_min }
}

/// What was typed, checked, as the first words of a record.
pub(super) fn noted<S: Spoken>(words: &S, now_ms: u64) -> Result<Box<dyn Content>, Failure> {
    Ok(Box::new(Noted::new(words.clone(), now_ms)?))
}

/// What stands in a body, when this program can read it.
pub(super) fn of_body<S: Spoken>(schema: u16, body: &[u8]) -> Option<Box<dyn Content>> {
    Some(Box::new(Noted::<S>::from_body(schema, body).ok()?))
}

impl<S: Spoken> Content for Noted<S> {
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
        self.said().shown()
    }

    fn search_text(&self) -> String {
        self.said().search_text()
    }

    fn fact(&self) -> Option<Fact> {
        self.said().fact()
    }

    fn says(&self, written: &Written) -> bool {
        S::of(written).is_some_and(|words| words.clone().tidied() == *self.said())
    }

    fn into_written(self: Box<Self>) -> Written {
        self.into_said().written()
    }

    /// No earlier wordings are kept of the smaller kinds.
    fn revised(self: Box<Self>, written: &Written, _now_ms: u64) -> Result<Box<dyn Content>, Failure> {
        let words = S::of(written).ok_or(Failure::NotFound)?;
        Ok(Box::new(self.revise(words.clone())?))
    }
}
