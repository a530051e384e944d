//! What lies on the writing desk: the fields as they stand in the page, what the edit began from, and what of it is
//! posted already.

use keeper::protocol::{Base, Draft, EntryText, Failure, Id, Request};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{Civil, EntryProblem, EntryWritten, Posting, joined_tags, parse_tags};

use crate::screen::browser::clock;
use crate::screen::contexts::OpenJournal;
use crate::screen::keeper_link::Keeper;

/// What an edit began from.
#[derive(Clone)]
pub struct Begun {
    pub id: Id,
    pub draft_id: Id,
    pub base: Base,
    pub text: EntryText,
    /// It goes on from a draft that was kept.
    pub was_writing: bool,
}

impl Begun {
    /// The entry is not in the journal yet.
    pub fn is_new(&self) -> bool {
        self.base == Base::default()
    }

    /// The values its fields begin with.
    pub fn written(&self) -> EntryWritten {
        let civil = Civil::at(self.text.happened_at_s, self.text.offset_min);
        EntryWritten {
            title: self.text.title.clone(),
            text: self.text.text.clone(),
            tags: joined_tags(&self.text.tags),
            mood: self.text.mood,
            date: civil.date_value(),
            clock: civil.clock_value(),
        }
    }
}

/// The desk.
#[derive(Clone, Copy)]
pub struct Desk {
    pub begun: StoredValue<Begun>,
    pub title: NodeRef<html::Input>,
    pub text: NodeRef<html::Textarea>,
    pub tags: NodeRef<html::Input>,
    pub date: NodeRef<html::Input>,
    pub clock: NodeRef<html::Input>,
    pub mood: RwSignal<Option<u8>>,
    /// Something was typed or chosen since the editor opened.
    pub touched: RwSignal<bool>,
    /// The newest words are with the keeper.
    pub posted: RwSignal<bool>,
    posting: StoredValue<Posting>,
    ticking: StoredValue<bool>,
    keeper: Keeper,
    journal: OpenJournal,
}

impl Desk {
    /// A desk for what was begun.
    pub fn new(begun: Begun, keeper: Keeper, journal: OpenJournal) -> Self {
        journal.set_draft_sealed(begun.was_writing);
        Self {
            title: NodeRef::new(),
            text: NodeRef::new(),
            tags: NodeRef::new(),
            date: NodeRef::new(),
            clock: NodeRef::new(),
            mood: RwSignal::new(begun.text.mood),
            touched: RwSignal::new(begun.was_writing),
            posted: RwSignal::new(begun.was_writing),
            posting: StoredValue::new(Posting::default()),
            ticking: StoredValue::new(false),
            begun: StoredValue::new(begun),
            keeper,
            journal,
        }
    }

    /// The fields as they stand; as they began, where the page no longer has them.
    pub fn written(self) -> EntryWritten {
        let began = self.begun.with_value(Begun::written);
        let line = |field: NodeRef<html::Input>, began: String| {
            field.try_get_untracked().flatten().map_or(began, |field| field.value())
        };
        EntryWritten {
            title: line(self.title, began.title),
            text: self.text.try_get_untracked().flatten().map_or(began.text, |field| field.value()),
            tags: line(self.tags, began.tags),
            mood: self.mood.try_get_untracked().flatten(),
            date: line(self.date, began.date),
            clock: line(self.clock, began.clock),
        }
    }

    /// The draft of what is written. A date and time left alone, or not real (yet), stay those it began with.
    pub fn draft(self) -> Draft {
        let (written, began) = (self.written(), self.begun.get_value());
        let before = began.written();
        let moved = (&written.date, &written.clock) != (&before.date, &before.clock);
        let when = written.validate().ok().filter(|_| moved).map(clock::local_at);
        let (happened_at_s, offset_min, zone) = match when {
            Some(when) => (when.second, when.offset_min, when.zone),
            None => (began.text.happened_at_s, began.text.offset_min, began.text.zone),
        };
        let tags = parse_tags(&written.tags);
        let (title, text, mood) = (written.title, written.text, written.mood);
        let text = EntryText { title, text, mood, tags, happened_at_s, offset_min, zone };
        Draft { draft_id: began.draft_id, id: began.id, base: began.base, text }
    }

    /// What stands against saving.
    pub fn problem(self) -> Option<EntryProblem> {
        self.written().validate().err()
    }

    /// Something was typed or chosen.
    pub fn typed(self) {
        self.posting.update_value(|posting| posting.typed(clock::now_ms()));
        self.changed();
    }

    fn changed(self) {
        if !self.touched.get_untracked() {
            self.touched.set(true);
        }
        if self.posted.get_untracked() {
            self.posted.set(false);
        }
        if !self.ticking.get_value() {
            self.ticking.set_value(true);
            spawn_local(self.post_when_due());
        }
    }

    /// The draft, if asked for all of it and anything was touched, or if something is unposted; it counts as posted
    /// from here on.
    pub fn read(self, only_unposted: bool) -> Option<Draft> {
        let waiting = self.posting.try_with_value(Posting::is_waiting)?;
        let wanted = if only_unposted { waiting } else { self.touched.get_untracked() };
        self.posting.update_value(Posting::posted);
        self.journal.set_draft_sealed(false);
        wanted.then(|| self.draft())
    }

    /// It is being saved, or put away: nothing is posted behind that.
    pub fn finish(self) {
        self.posting.update_value(Posting::finish);
    }

    /// It could not be: the words are a draft again.
    pub fn resume(self) {
        self.posting.update_value(|posting| posting.resume(clock::now_ms()));
        self.changed();
    }

    /// It is saved, or put away.
    pub fn close(self) {
        self.touched.set(false);
    }

    async fn post_when_due(self) {
        // The owner may go while this waits: every look from here on is a `try_`.
        while let Some(Some(due)) = self.posting.try_with_value(|posting| posting.due_in(clock::now_ms())) {
            if due > 0.0 {
                link::wait(due.ceil() as u32).await;
                continue;
            }
            let Some(draft) = self.read(true) else { break };
            let outcome = self.keeper.ask(Request::PostDraft(draft)).await;
            self.posted.try_set(outcome.is_ok());
            // That the keeper is gone is said for the whole page.
            self.journal.set_draft_failure(outcome.err().filter(|failure| *failure != Failure::KeeperDied));
        }
        self.ticking.try_set_value(false);
    }
}
