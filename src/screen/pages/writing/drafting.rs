//! The draft of one form: posted to the keeper when due, until it is saved or put away.

use std::rc::Rc;

use keeper::protocol::{Draft, Failure, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::Posting;

use crate::screen::browser::clock;
use crate::screen::contexts::{OpenJournal, expect_open_journal, expect_writing};
use crate::screen::keeper_link::{Keeper, expect_keeper};

type Read = Rc<dyn Fn() -> Draft>;

/// The draft of a form.
#[derive(Clone, Copy)]
pub struct Drafting {
    /// Something was typed or chosen since the form opened.
    pub touched: RwSignal<bool>,
    /// The newest words are with the keeper.
    pub posted: RwSignal<bool>,
    posting: StoredValue<Posting>,
    ticking: StoredValue<bool>,
    form: StoredValue<Option<Read>, LocalStorage>,
    keeper: Keeper,
    journal: OpenJournal,
}

impl Drafting {
    /// For a form that opens; `was_writing` when it goes on from a draft.
    pub fn new(was_writing: bool) -> Self {
        let journal = expect_open_journal();
        journal.set_draft_sealed(was_writing);
        Self {
            touched: RwSignal::new(was_writing),
            posted: RwSignal::new(was_writing),
            posting: StoredValue::new(Posting::default()),
            ticking: StoredValue::new(false),
            form: StoredValue::new_local(None),
            keeper: expect_keeper(),
            journal,
        }
    }

    /// `form` reads its fields. From here on whoever locks, hides or leaves asks for them.
    pub fn of(self, form: impl Fn() -> Draft + 'static) -> Self {
        self.form.set_value(Some(Rc::new(form)));
        expect_writing().register(move |only_unposted| self.read(only_unposted));
        self
    }

    /// Something was typed.
    pub fn typed(self) {
        self.posting.update_value(|posting| posting.typed(clock::now_ms()));
        self.changed();
    }

    /// Something was chosen by one tap: its draft is posted and sealed without waiting.
    pub fn chosen(self) {
        self.typed();
        spawn_local(async move {
            if self.post().await {
                self.keeper.tell(Request::SealDrafts);
            }
        });
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
    fn read(self, only_unposted: bool) -> Option<Draft> {
        let waiting = self.posting.try_with_value(Posting::is_waiting)?;
        let wanted = if only_unposted { waiting } else { self.touched.get_untracked() };
        self.posting.update_value(Posting::posted);
        self.journal.set_draft_sealed(false);
        let form = self.form.try_get_value().flatten().filter(|_| wanted)?;
        Some(form())
    }

    /// It is being saved, or put away: nothing is posted behind that.
    pub fn finish(self) {
        self.posting.update_value(|posting| posting.finish());
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
            } else if !self.post().await {
                break;
            }
        }
        self.ticking.try_set_value(false);
    }

    /// Posts what is not posted yet; false when there is nothing, or it could not be.
    async fn post(self) -> bool {
        let Some(draft) = self.read(true) else { return false };
        let outcome = self.keeper.ask(Request::PostDraft(draft)).await;
        let posted = outcome.is_ok();
        self.posted.try_set(posted);
        // That the keeper is gone is said for the whole page.
        self.journal.set_draft_failure(outcome.err().filter(|failure| *failure != Failure::KeeperDied));
        true
    }
}
