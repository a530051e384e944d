//! What was chosen and typed for a summary so far: it stays while the journal is open, whatever page is looked at, and
//! is handed to whoever keeps its draft.

use std::collections::BTreeSet;
use std::rc::Rc;

use journal::summary::{Audience, Part};
use keeper::protocol::Id;
use keeper::protocol::sharing::SummaryWords;
use leptos::prelude::*;

/// All of it.
#[derive(Clone, PartialEq, Default)]
pub struct SummaryChosen {
    /// Days and choices were filled in once.
    pub begun: bool,
    pub audience: Option<Audience>,
    /// The first day, days since 1970-01-01.
    pub from: i32,
    pub to: i32,
    pub name: String,
    pub parts: Vec<Part>,
    pub passages: Vec<Id>,
    pub safety: String,
    pub changes: String,
    pub questions: String,
    /// Keys of lines that are hidden.
    pub hidden: BTreeSet<u64>,
    /// Names, and what stands in their place.
    pub other_names: Vec<(String, String)>,
    pub receipt: bool,
    /// It went out, and nothing was changed since.
    pub went_out: bool,
}

impl SummaryChosen {
    /// As a draft of it rests; its moment is whoever posts it to say.
    pub fn words(&self) -> SummaryWords {
        SummaryWords {
            name: self.name.clone(),
            audience: self.audience,
            from_day: self.from,
            to_day: self.to,
            parts: self.parts.clone(),
            passages: self.passages.clone(),
            safety: self.safety.clone(),
            changes: self.changes.clone(),
            questions: self.questions.clone(),
            hidden: self.hidden.iter().copied().collect(),
            other_names: self.other_names.clone(),
            receipt: self.receipt,
            went_out: self.went_out,
            ..SummaryWords::default()
        }
    }
}

impl From<SummaryWords> for SummaryChosen {
    fn from(words: SummaryWords) -> Self {
        Self {
            begun: true,
            audience: words.audience,
            from: words.from_day,
            to: words.to_day,
            name: words.name,
            parts: words.parts,
            passages: words.passages,
            safety: words.safety,
            changes: words.changes,
            questions: words.questions,
            hidden: words.hidden.into_iter().collect(),
            other_names: words.other_names,
            receipt: words.receipt,
            went_out: words.went_out,
        }
    }
}

/// The draft of it.
#[derive(Clone, Copy, PartialEq)]
pub struct SummaryDraft {
    pub id: Id,
    pub draft_id: Id,
    /// It was there before, sealed.
    pub was_kept: bool,
}

type Heard = Rc<dyn Fn()>;

/// Where it lies.
#[derive(Clone, Copy)]
pub struct SummaryDesk {
    chosen: RwSignal<SummaryChosen>,
    draft: StoredValue<Option<SummaryDraft>>,
    heard: StoredValue<Option<Heard>, LocalStorage>,
}

/// Provides it.
pub fn provide_summary_desk() -> SummaryDesk {
    let desk = SummaryDesk {
        chosen: RwSignal::new(SummaryChosen::default()),
        draft: StoredValue::new(None),
        heard: StoredValue::new_local(None),
    };
    provide_context(desk);
    desk
}

/// It.
pub fn expect_summary_desk() -> SummaryDesk {
    expect_context()
}

impl SummaryDesk {
    /// Looks at it, and follows it.
    pub fn with<T>(self, look: impl FnOnce(&SummaryChosen) -> T) -> T {
        self.chosen.with(look)
    }

    /// Looks at it once.
    pub fn now<T>(self, look: impl FnOnce(&SummaryChosen) -> T) -> T {
        self.chosen.with_untracked(look)
    }

    /// Changes it, and tells whoever keeps its draft.
    pub fn change(self, change: impl FnOnce(&mut SummaryChosen)) {
        self.chosen.try_update(|chosen| {
            chosen.went_out = false;
            change(chosen);
        });
        if let Some(heard) = self.heard.try_get_value().flatten() {
            heard();
        }
    }

    /// Puts all of it in place, as nobody's doing.
    pub fn put(self, chosen: SummaryChosen, draft: Option<SummaryDraft>) {
        self.draft.try_set_value(draft);
        self.chosen.try_set(chosen);
    }

    /// Its draft; `None` while there can be none.
    pub fn draft(self) -> Option<SummaryDraft> {
        self.draft.try_get_value().flatten()
    }

    /// The draft is sealed from here on.
    pub fn is_kept(self) {
        self.draft.try_update_value(|draft| draft.iter_mut().for_each(|draft| draft.was_kept = true));
    }

    /// `heard` is told of every change while the page that asks is there.
    pub fn heard_by(self, heard: impl Fn() + 'static) {
        self.heard.set_value(Some(Rc::new(heard)));
        on_cleanup(move || drop(self.heard.try_set_value(None)));
    }
}
