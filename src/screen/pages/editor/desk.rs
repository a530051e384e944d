//! What lies on the writing desk: the fields as they stand in the page, and what the edit began from.

use keeper::protocol::{Draft, EntryText, Id, Written};
use leptos::html;
use leptos::prelude::*;
use rules::{Civil, EntryProblem, EntryWritten, joined_tags, parse_tags};

use crate::screen::browser::clock;
use crate::screen::pages::writing::{Begun, Drafting};
use crate::screen::words::say;

/// The desk.
#[derive(Clone, Copy)]
pub struct Desk {
    pub begun: StoredValue<Begun<EntryText>>,
    pub title: NodeRef<html::Input>,
    pub text: NodeRef<html::Textarea>,
    pub tags: NodeRef<html::Input>,
    pub date: NodeRef<html::Input>,
    pub clock: NodeRef<html::Input>,
    pub mood: RwSignal<Option<u8>>,
    pub attachments: RwSignal<Vec<Id>>,
    pub drafting: Drafting,
}

impl Desk {
    /// A desk for what was begun.
    pub fn new(begun: Begun<EntryText>) -> Self {
        let desk = Self {
            title: NodeRef::new(),
            text: NodeRef::new(),
            tags: NodeRef::new(),
            date: NodeRef::new(),
            clock: NodeRef::new(),
            mood: RwSignal::new(begun.text.mood),
            attachments: RwSignal::new(begun.text.attachments.clone()),
            drafting: Drafting::new(begun.was_writing),
            begun: StoredValue::new(begun),
        };
        desk.drafting.of(move || desk.draft());
        desk
    }

    /// The values the fields begin with.
    pub fn began(self) -> EntryWritten {
        self.begun.with_value(|begun| {
            let civil = Civil::at(begun.text.happened_at_s, begun.text.offset_min);
            EntryWritten {
                title: begun.text.title.clone(),
                text: begun.text.text.clone(),
                tags: joined_tags(&begun.text.tags),
                mood: begun.text.mood,
                carries: !begun.text.attachments.is_empty(),
                date: civil.date_value(),
                clock: civil.clock_value(),
            }
        })
    }

    /// The fields as they stand; as they began, where the page no longer has them.
    pub fn written(self) -> EntryWritten {
        let began = self.began();
        let line = |field: NodeRef<html::Input>, began: String| {
            field.try_get_untracked().flatten().map_or(began, |field| field.value())
        };
        EntryWritten {
            title: line(self.title, began.title),
            text: self.text.try_get_untracked().flatten().map_or(began.text, |field| field.value()),
            tags: line(self.tags, began.tags),
            mood: self.mood.try_get_untracked().flatten(),
            carries: self.attachments.try_with_untracked(|ids| !ids.is_empty()).unwrap_or_default(),
            date: line(self.date, began.date),
            clock: line(self.clock, began.clock),
        }
    }

    /// The draft of what is written. A date and time left alone, or not real (yet), stay those it began with.
    pub fn draft(self) -> Draft {
        let (written, began, before) = (self.written(), self.begun.get_value(), self.began());
        let moved = (&written.date, &written.clock) != (&before.date, &before.clock);
        let when = written.validate().ok().filter(|_| moved).map(clock::local_at);
        let (happened_at_s, offset_min, zone) = match when {
            Some(when) => (when.second, when.offset_min, when.zone),
            None => (began.text.happened_at_s, began.text.offset_min, began.text.zone.clone()),
        };
        let tags = parse_tags(&written.tags);
        let (title, text, mood) = (written.title, written.text, written.mood);
        let attachments = self.attachments.try_get_untracked().unwrap_or_default();
        let words = began.text.clone();
        let text =
            EntryText { title, text, mood, tags, happened_at_s, offset_min, zone, attachments, ..words };
        began.draft(Written::Entry(text))
    }

    /// The draft to save, or what stands against it.
    pub fn checked(self) -> Result<Draft, &'static str> {
        match self.written().validate() {
            Ok(_) => Ok(self.draft()),
            Err(EntryProblem::Empty) => Err(say!(editor.problem.empty)),
            Err(EntryProblem::When) => Err(say!(editor.problem.when)),
        }
    }
}
