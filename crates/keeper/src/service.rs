//! The service itself: one journal open or none, and the answer to each request.

use core::cell::RefCell;
use std::rc::Rc;
use store::Shelf;

use crate::{
    host::{Host, HostRandom},
    open_journal::OpenJournal,
    protocol::{Failure, Reply, Request},
};

pub(crate) type Store<H> = <<H as Host>::Shelf as Shelf>::Store;
pub(crate) type Journal<H> = OpenJournal<Store<H>>;

/// The keeper of at most one open journal.
pub struct Keeper<H: Host> {
    pub(crate) host: H,
    open: RefCell<Option<Rc<Journal<H>>>>,
}

impl<H: Host> Keeper<H> {
    /// A keeper with nothing open.
    pub fn new(host: H) -> Self {
        Self { host, open: RefCell::new(None) }
    }

    /// Answers request `number`. Requests that [`Request::is_write`] says are writes must be answered one at a time,
    /// in order; others may run between.
    ///
    /// # Errors
    /// As the request's own; nothing was applied then.
    pub async fn answer(&self, number: u32, request: Request) -> Result<Reply, Failure> {
        if request.opens() && self.open_name().is_some() {
            // What could not be sealed was told of, and is on the screen.
            let _ = self.answer_later(Request::SealDrafts).await;
        }
        match request.is_answered_later() {
            true => self.answer_later(request).await,
            false => self.answer_first(number, request).await,
        }
    }

    /// As [`Self::answer`], for what the lock screen and Create ask. A request that opens a journal closes what is open,
    /// whose drafts are to be sealed before.
    ///
    /// # Errors
    /// As the request's own; [`Failure::Locked`] for any other request.
    pub async fn answer_first(&self, number: u32, request: Request) -> Result<Reply, Failure> {
        match request {
            Request::Find { witnesses } => self.find(&witnesses).await.map(Reply::Found),
            Request::Create { passphrase, kept } => {
                self.create(number, passphrase, kept).await.map(Reply::Opened)
            }
            Request::Unlock { name, passphrase, witness } => {
                self.unlock(number, &name, passphrase, witness.as_deref()).await.map(Reply::Opened)
            }
            _ => Err(Failure::Locked),
        }
    }

    /// As [`Self::answer`], for requests that [`Request::is_answered_later`] names. Apart, so that the worker can
    /// load this part after the lock screen stands.
    ///
    /// # Errors
    /// As the request's own; [`Failure::Locked`] for any other request and when nothing is open.
    pub async fn answer_later(&self, request: Request) -> Result<Reply, Failure> {
        match request {
            Request::LookAround { content } => self.look_around(content).await.map(Reply::Opened),
            Request::List { search, offset, limit } => {
                self.list(&search, offset, limit).await.map(Reply::Listed)
            }
            Request::Read { id } => self.read(id).await.map(Reply::Entry),
            Request::BeginEntry => self.begin_entry(),
            Request::BeginEdit { id } => self.begin_edit(id),
            Request::PostDraft(draft) => self.post_draft(draft).map(|()| Reply::Done),
            Request::SealDrafts => self.seal_drafts().await.map(|()| Reply::Done),
            Request::DropDraft { draft_id } => self.drop_draft(draft_id).await.map(|()| Reply::Done),
            Request::Drafts => self.drafts().await.map(Reply::Drafts),
            Request::Save(draft) => self.save(draft).await.map(Reply::Saved),
            Request::Delete { id } => self.delete(id).await.map(|sequence| Reply::Deleted { sequence }),
            Request::Undelete { id } => self.undelete(id).await.map(Reply::Saved),
            Request::Lock => self.lock().await.map(|()| Reply::Done),
            _ => Err(Failure::Locked),
        }
    }

    /// The name of the open journal's database.
    #[must_use]
    pub fn open_name(&self) -> Option<String> {
        self.open.borrow().as_ref().map(|journal| journal.name.clone())
    }

    /// Seals the drafts that were posted, then forgets the journal and its keys, even when sealing failed.
    async fn lock(&self) -> Result<(), Failure> {
        let sealed = if self.open_name().is_some() { self.seal_drafts().await } else { Ok(()) };
        let closed = self.open.borrow_mut().take();
        match closed.filter(|journal| journal.is_made_up) {
            Some(made_up) => Ok(self.host.shelf().delete(&made_up.name).await?),
            None => sealed,
        }
    }

    pub(crate) fn opened(&self) -> Result<Rc<Journal<H>>, Failure> {
        self.open.borrow().clone().ok_or(Failure::Locked)
    }

    /// Opens `journal` in the place of the one open before.
    pub(crate) fn open(&self, journal: Journal<H>) {
        *self.open.borrow_mut() = Some(Rc::new(journal));
    }

    /// Forgets `journal`, if it is the one open.
    pub(crate) fn close(&self, journal: &Journal<H>) {
        let mut open = self.open.borrow_mut();
        if open.as_ref().is_some_and(|open| core::ptr::eq(Rc::as_ptr(open), journal)) {
            *open = None;
        }
    }

    pub(crate) fn random(&self) -> HostRandom<'_, H> {
        HostRandom(&self.host)
    }
}

impl Request {
    /// Whether the request is about what is open.
    #[must_use]
    pub fn needs_open_journal(&self) -> bool {
        !matches!(self, Self::Find { .. } | Self::SealNote { .. }) && !self.opens()
    }

    /// Whether the request can wait for what is loaded after the first page: whatever needs an open journal, and what
    /// nobody asks first.
    #[must_use]
    pub fn is_answered_later(&self) -> bool {
        self.needs_open_journal() || matches!(self, Self::LookAround { .. } | Self::SealNote { .. })
    }

    /// Whether the request opens a journal.
    #[must_use]
    pub fn opens(&self) -> bool {
        matches!(
            self,
            Self::Create { .. }
                | Self::LookAround { .. }
                | Self::Unlock { .. }
                | Self::UnlockWithSheet { .. }
        )
    }

    /// Whether other tabs should look again after it.
    #[must_use]
    pub fn changes_records(&self) -> bool {
        matches!(
            self,
            Self::Save(_)
                | Self::Delete { .. }
                | Self::Undelete { .. }
                | Self::KeepNote { .. }
                | Self::ChangeSettings(_)
                | Self::KeepSheet
                | Self::Reseal { .. }
        )
    }

    /// Whether a write may be given up while it runs, until it says that it writes.
    #[must_use]
    pub fn can_be_given_up(&self) -> bool {
        matches!(
            self,
            Self::Create { .. } | Self::Unlock { .. } | Self::UnlockWithSheet { .. } | Self::Reseal { .. }
        )
    }

    /// Whether the request changes what is open or what rests, and so must run alone and in order.
    #[must_use]
    pub fn is_write(&self) -> bool {
        match self {
            Self::Create { .. }
            | Self::LookAround { .. }
            | Self::Unlock { .. }
            | Self::UnlockWithSheet { .. }
            | Self::DrawSheet
            | Self::KeepSheet
            | Self::DropSheet
            | Self::Reseal { .. }
            | Self::KeepNote { .. }
            | Self::DiscardNote { .. }
            | Self::ChangeSettings(_)
            | Self::SealDrafts
            | Self::DropDraft { .. }
            | Self::Save(_)
            | Self::Delete { .. }
            | Self::Undelete { .. }
            | Self::Lock => true,
            Self::Find { .. }
            | Self::SealNote { .. }
            | Self::Ways
            | Self::Notes
            | Self::Settings
            | Self::List { .. }
            | Self::Read { .. }
            | Self::BeginEntry
            | Self::BeginEdit { .. }
            | Self::PostDraft(_)
            | Self::Drafts => false,
        }
    }
}
