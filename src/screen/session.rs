//! The course of things outside any one screen: starting, opening, locking, leaving.

use std::rc::Rc;

use futures_util::future::{Either, select};
use keeper::protocol::{Event, Failure, Id, Kept, Opened, Reply, Request, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::{guard, neighbours, page, storage, update};
use super::contexts::{LockNote, RestClock, Riding, ShelfContext, Stage, StageContext, Trouble, Writing};
use super::keeper_link::{Health, Keeper};
use rules::{Device, JournalMarks, LockTimes};

/// How long locking waits for the last draft.
const LOCK_WAITS_MS: u32 = 300;
/// Longest that a new version waits for the draft: there is no hurry.
const LOADING_WAITS_MS: u32 = 5_000;

type Ear<T> = StoredValue<Option<Rc<dyn Fn(T)>>, LocalStorage>;

/// All that a change of stage needs.
#[derive(Clone, Copy)]
pub struct Session {
    pub keeper: Keeper,
    pub stage: StageContext,
    pub shelf: ShelfContext,
    pub writing: Writing,
    pub rest: RestClock,
    pub riding: Riding,
    /// Set by the open branch, and gone with it.
    open_ear: Ear<Event>,
    on_back: StoredValue<Option<Rc<dyn Fn() -> bool>>, LocalStorage>,
    /// Where what is open, or was last, rests. In memory: the keeper holds the only copy, sealed, and must not be ended.
    kept: RwSignal<Kept>,
    /// A journal rests in the keeper's memory, open or locked: ending the keeper would lose it.
    holds_memory: RwSignal<bool>,
    /// What is open is made up.
    looking_around: StoredValue<bool>,
    /// The journal in memory whose words are ours.
    ours_in_memory: StoredValue<Option<String>>,
    /// Which beginning this is; what an earlier one still learns is dropped.
    round: StoredValue<u32>,
}

/// Provides the session.
pub fn provide_session(
    keeper: Keeper,
    stage: StageContext,
    shelf: ShelfContext,
    writing: Writing,
    rest: RestClock,
    riding: Riding,
) -> Session {
    let session = Session {
        keeper,
        stage,
        shelf,
        writing,
        rest,
        riding,
        open_ear: StoredValue::new_local(None),
        on_back: StoredValue::new_local(None),
        kept: RwSignal::new(Kept::OnDevice),
        holds_memory: RwSignal::new(false),
        looking_around: StoredValue::new(false),
        ours_in_memory: StoredValue::new(None),
        round: StoredValue::new(0),
    };
    provide_context(session);
    session
}

/// The session.
pub fn expect_session() -> Session {
    expect_context()
}

impl Session {
    /// Starts a keeper and looks which journals are here.
    pub fn begin(self, note: LockNote) {
        let round = self.next_round();
        self.stage.set(Stage::Starting);
        if self.keeper.is_dead_now() {
            self.holds_memory.set(false);
        }
        if !self.holds_memory.get_untracked() {
            self.keeper.start();
        }
        spawn_local(async move {
            let outcome = self.keeper.ask(Request::Find { witnesses: storage::witnesses() }).await;
            if self.round.get_value() != round {
                return;
            }
            match outcome {
                Ok(Reply::Found(found)) if found.is_empty() => self.stage.set(Stage::Start),
                Ok(Reply::Found(found)) => self.stage.set(Stage::Locked { found, note }),
                // The change of health says it better.
                Ok(_) | Err(Failure::KeeperDied) => {}
                Err(failure) => self.stage.set(Stage::Trouble(Trouble::Failed(failure))),
            }
        });
    }

    /// A journal is open.
    pub fn opened(self, opened: Opened) {
        self.rest.touch();
        self.kept.set(opened.kept);
        if opened.kept == Kept::InMemory {
            self.holds_memory.set(true);
        }
        if self.is_mine_now() {
            guard::arm();
        }
        self.stage.set(Stage::Open(opened));
    }

    /// Remembers whose device it is, and that a new journal's words are ours. Of a journal in memory nothing is kept.
    pub fn remember(self, opened: &Opened, device: Device, words_made_by_us: bool) {
        let name = opened.name.clone();
        if opened.kept == Kept::InMemory {
            return self.ours_in_memory.set_value(words_made_by_us.then_some(name));
        }
        self.shelf.change(|shelf| {
            shelf.device = device;
            let sign = shelf.sign(&name).unwrap_or_else(|| shelf.free_sign(random_byte()));
            shelf.remember(JournalMarks { name, sign, words_made_by_us, quick_note: false });
        });
    }

    /// The passphrase of the open journal was changed.
    pub fn words_changed(self, opened: &Opened, words_made_by_us: bool) {
        match opened.kept {
            Kept::InMemory => self.remember(opened, Device::Borrowed, words_made_by_us),
            Kept::OnDevice => {
                self.shelf.change(|shelf| shelf.set_words_made_by_us(&opened.name, words_made_by_us));
            }
        }
    }

    /// Whether that journal's passphrase was drawn by us.
    pub fn words_made_by_us(self, name: &str) -> bool {
        self.ours_in_memory.with_value(|ours| ours.as_deref() == Some(name))
            || self.shelf.with_now(|shelf| shelf.words_made_by_us(name))
    }

    /// Locks: the words go from the screen at once, the keeper a moment later.
    pub fn lock(self, note: LockNote) {
        self.lock_then(LOCK_WAITS_MS, move || self.begin(note));
    }

    /// Locks as its owner asked for it: in every tab of this journal.
    pub fn lock_everywhere(self) {
        self.tell_other_tabs();
        self.lock(LockNote::Nothing);
    }

    /// Has the open branch hear when its owner locks the journal in another tab.
    pub fn follow_other_tabs(self) {
        let Some(name) = self.stage.open_name_now() else { return };
        let ear = neighbours::hear_locking(&name, move || self.lock(LockNote::Nothing));
        let ear = StoredValue::new_local(ear);
        on_cleanup(move || drop(ear.try_update_value(Option::take)));
    }

    /// Locks, and leaves one page standing for somebody to read.
    pub fn hand_over(self, page: String) {
        self.tell_other_tabs();
        if self.is_looking_around_now() {
            self.end_for_good();
            self.next_round();
            return self.stage.set(Stage::Handed(page));
        }
        self.lock_then(LOCK_WAITS_MS, move || self.stage.set(Stage::Handed(page)));
    }

    /// Loads the newer version that waits. An open journal is locked first, and its draft sealed.
    pub fn load_new_version(self) {
        if !self.may_load_anew() {
            return;
        }
        if self.stage.is_open_now() && !self.is_looking_around_now() {
            self.lock_then(LOADING_WAITS_MS, update::load);
        } else {
            update::load();
        }
    }

    /// Whether loading the page anew loses nothing: no journal, and nothing carried over, is in its memory alone.
    pub fn may_load_anew(self) -> bool {
        let in_memory = self.holds_memory.get() && !self.is_looking_around_now();
        !in_memory && !self.writing.is_carrying_now()
    }

    fn lock_then(self, patience_ms: u32, then: impl FnOnce() + 'static) {
        if !self.stage.is_open_now() {
            return;
        }
        if self.keeper.is_dead_now() {
            // There is nobody to seal the draft: it is carried over instead.
            return self.start_again();
        }
        if self.is_looking_around_now() {
            // Nothing is lost, and there is nothing to come back to.
            return self.end_for_good();
        }
        let round = self.next_round();
        self.say_goodbye();
        self.stage.set(Stage::Locking);
        spawn_local(async move {
            let sealed = Box::pin(self.keeper.ask(Request::Lock));
            let patience = Box::pin(link::wait(patience_ms));
            let (Either::Left(_) | Either::Right(_)) = select(sealed, patience).await;
            if !self.holds_memory.get_untracked() {
                self.keeper.end();
            }
            if self.round.get_value() == round {
                then();
            }
        });
    }

    /// Whose device this is, as far as the open journal is concerned: one in memory makes any device a borrowed one.
    pub fn device(self) -> Device {
        match self.kept.get() {
            Kept::InMemory => Device::Borrowed,
            Kept::OnDevice => self.shelf.with(|shelf| shelf.device),
        }
    }

    /// Whether this is the owner's device now.
    pub fn is_mine_now(self) -> bool {
        untrack(|| self.device()) == Device::Mine
    }

    /// The times after which it locks now.
    pub fn lock_times_now(self) -> LockTimes {
        match self.kept.get_untracked() {
            Kept::InMemory => LockTimes::SHARED,
            Kept::OnDevice => self.shelf.with_now(|shelf| shelf.lock_times()),
        }
    }

    /// Whether closing the page now would lose a journal: one that is in memory only.
    pub fn would_lose_now(self) -> bool {
        self.holds_memory.get_untracked() && !self.is_looking_around_now()
    }

    /// Whether what is open is made up.
    pub fn is_looking_around_now(self) -> bool {
        self.looking_around.get_value()
    }

    /// Opens made-up pages, in memory.
    pub fn look_around(self, content: impl Future<Output = Vec<(Id, Written)>> + 'static) {
        self.stage.set(Stage::Starting);
        spawn_local(async move {
            let content = content.await;
            match self.keeper.ask(Request::LookAround { content }).await {
                Ok(Reply::Opened(opened)) => {
                    self.looking_around.set_value(true);
                    self.opened(opened);
                }
                Ok(_) | Err(Failure::KeeperDied) => {}
                Err(failure) => self.stage.set(Stage::Trouble(Trouble::Failed(failure))),
            }
        });
    }

    /// Ends a journal that is kept in memory: it is gone with its keeper.
    pub fn end_for_good(self) {
        self.next_round();
        self.rest.set_ending(None);
        self.rest.come_back();
        self.riding.end();
        self.stage.set(Stage::Locking);
        self.keeper.end();
        self.kept.set(Kept::OnDevice);
        self.holds_memory.set(false);
        self.looking_around.set_value(false);
        self.begin(LockNote::Nothing);
    }

    /// The open journal was removed: its keys are forgotten, and what else is here is looked for.
    pub fn removed(self) {
        self.next_round();
        self.rest.set_ending(None);
        self.rest.come_back();
        self.riding.end();
        self.stage.set(Stage::Locking);
        if !self.holds_memory.get_untracked() {
            self.keeper.end();
        }
        self.begin(LockNote::Nothing);
    }

    /// The page goes away: no time to wait. The keeper seals what it got and closes itself.
    pub fn leave(self) {
        if self.stage.is_open_now() {
            self.next_round();
            self.say_goodbye();
            self.keeper.tell(Request::Lock);
            self.stage.set(Stage::Locking);
        } else if self.stage.is_handed_now() {
            self.stage.set(Stage::Locking);
        }
    }

    /// The page is left in a hurry: as [`Session::leave`], and nothing asks whether to stay, not even for a journal in
    /// memory.
    pub fn leave_quickly(self) {
        self.tell_other_tabs();
        self.kept.set(Kept::OnDevice);
        self.holds_memory.set(false);
        self.riding.end();
        self.leave();
    }

    /// The page is out of sight: whatever is written goes to the disk now.
    pub fn seal_now(self) {
        if self.stage.is_open_now() {
            self.post_unposted();
            self.keeper.tell(Request::SealDrafts);
        }
    }

    /// The keeper stopped while a journal was open: what is on the screen is carried over, then all begins again.
    pub fn start_again(self) {
        let carried = self.writing.carry_over();
        self.begin(if carried { LockNote::DraftKept } else { LockNote::Nothing });
    }

    /// Posts what the editor holds and has not posted yet.
    pub fn post_unposted(self) {
        if let Some(draft) = self.writing.unposted() {
            self.keeper.tell(Request::PostDraft(draft));
        }
    }

    /// The open branch hears events and Back from here on, until it is gone.
    pub fn attend(self, hear: impl Fn(Event) + 'static, back: impl Fn() -> bool + 'static) {
        self.open_ear.set_value(Some(Rc::new(hear)));
        self.on_back.set_value(Some(Rc::new(back)));
        on_cleanup(move || {
            self.open_ear.set_value(None);
            self.on_back.set_value(None);
        });
    }

    /// Back was pressed and took the guard away.
    pub fn went_back(self) {
        let handled = self.is_mine_now() && self.on_back.get_value().is_some_and(|back| back());
        if handled { guard::arm() } else { guard::step_back() }
    }

    /// An event of the keeper.
    pub fn hear(self, event: Event) {
        match event {
            Event::Witness(witness) => storage::keep_witness(&witness),
            Event::Forgotten { name } => {
                storage::forget_witness(&name);
                self.shelf.change(|shelf| shelf.forget(&name));
            }
            Event::PassphraseChangedElsewhere => self.lock(LockNote::ChangedElsewhere),
            event => {
                if let Some(ear) = self.open_ear.get_value() {
                    ear(event);
                }
            }
        }
    }

    /// The keeper's health changed.
    pub fn health_changed(self, health: Health) {
        match health {
            Health::Starting => {}
            Health::Alive => storage::forget_reload(),
            Health::OtherVersion if storage::may_reload() => page::reload(),
            Health::OtherVersion => self.stage.set(Stage::Trouble(Trouble::TwoVersions)),
            Health::Absent => self.stage.set(Stage::Trouble(Trouble::Absent)),
            // With a journal open, the screen stays: it may hold words that are nowhere else.
            Health::Dead if self.stage.is_open_now() => {}
            Health::Dead => self.stage.set(Stage::Trouble(Trouble::Died)),
        }
    }

    fn tell_other_tabs(self) {
        if let Some(name) = self.stage.open_name_now() {
            neighbours::tell_of_locking(&name);
        }
    }

    fn say_goodbye(self) {
        self.post_unposted();
        self.rest.set_ending(None);
        self.rest.come_back();
    }

    fn next_round(self) -> u32 {
        self.round
            .try_update_value(|round| {
                *round += 1;
                *round
            })
            .unwrap_or_default()
    }
}

/// Which sign a new journal gets is no secret: any draw will do.
fn random_byte() -> u8 {
    (js_sys::Math::random() * 256.0) as u8
}
