//! The service itself: one journal open or none, and the answer to each request.

use core::cell::RefCell;
use std::rc::Rc;
use store::Shelf;

use crate::{
    backup::Desk,
    check::damaged,
    host::{Host, HostRandom},
    open_journal::OpenJournal,
    protocol::{Failure, Reply, Request},
    reseal::Wanted,
    unlock::WayIn,
};

pub(crate) type Store<H> = <<H as Host>::Shelf as Shelf>::Store;
pub(crate) type Journal<H> = OpenJournal<Store<H>>;

/// The keeper of at most one open journal.
pub struct Keeper<H: Host> {
    pub(crate) host: H,
    open: RefCell<Option<Rc<Journal<H>>>>,
    /// The backup that is made, read or applied.
    pub(crate) desk: RefCell<Desk<H>>,
}

impl<H: Host> Keeper<H> {
    /// A keeper with nothing open.
    pub fn new(host: H) -> Self {
        Self { host, open: RefCell::new(None), desk: RefCell::default() }
    }

    /// Answers request `number`. Requests that [`Request::is_write`] says are writes must be answered one at a time,
    /// in order; others may run between.
    ///
    /// # Errors
    /// As the request's own; nothing was applied then.
    pub async fn answer(&self, number: u32, request: Request) -> Result<Reply, Failure> {
        if request.opens() && self.open_name().is_some() {
            // What could not be sealed was told of, and is on the screen.
            let _ = self.seal_drafts().await;
        }
        if request.is_loaded_later() {
            return self.answer_later(number, request).await;
        }
        self.answer_first(number, request).await
    }

    /// As [`Self::answer`], for what a lock screen asks first. What opens a journal closes what is open, whose drafts
    /// are to be sealed before.
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
                let way_in = WayIn::passphrase(passphrase);
                self.unlock(number, &name, way_in, witness.as_deref()).await.map(Reply::Opened)
            }
            Request::UnlockWithSheet { name, secret, witness } => {
                let way_in = WayIn::sheet(secret);
                self.unlock(number, &name, way_in, witness.as_deref()).await.map(Reply::Opened)
            }
            Request::UnlockWithPasskey { name, secret, witness } => {
                let way_in = WayIn::passkey(secret);
                self.unlock(number, &name, way_in, witness.as_deref()).await.map(Reply::Opened)
            }
            _ => Err(Failure::Locked),
        }
    }

    /// As [`Self::answer`], for requests that [`Request::is_loaded_later`] names. Apart, so that the worker can load
    /// this part after the lock screen stands.
    ///
    /// # Errors
    /// As the request's own; [`Failure::Locked`] for any other request, and when nothing is open that has to be.
    pub async fn answer_later(&self, number: u32, request: Request) -> Result<Reply, Failure> {
        match request {
            Request::List { filter, offset, limit } => {
                self.list(&filter, offset, limit).await.map(Reply::Listed)
            }
            Request::All { kind } => self.all(kind, i64::MIN..i64::MAX).await.map(Reply::All),
            Request::Between { kind, from_s, to_s } => self.all(kind, from_s..to_s).await.map(Reply::All),
            Request::Read { id } => self.read(id).await.map(Reply::Entry),
            Request::DayCounts { from_day, to_day } => {
                self.day_counts(from_day, to_day).map(Reply::DayCounts)
            }
            Request::Mark { id, mark } => self.mark(id, mark).await.map(|()| Reply::Done),
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
            other => self.answer_seldom(number, other).await,
        }
    }

    /// What is asked now and then.
    async fn answer_seldom(&self, number: u32, request: Request) -> Result<Reply, Failure> {
        match request {
            Request::LookAround { content } => self.look_around(number, content).await.map(Reply::Opened),
            Request::Ways => self.ways().map(Reply::Ways),
            Request::DrawSheet => self.draw_sheet().map(Reply::Sheet),
            Request::KeepSheet => self.keep_sheet().await.map(|()| Reply::Done),
            Request::DropSheet => self.drop_sheet().map(|()| Reply::Done),
            Request::AddPasskey { secret } => self.add_passkey(secret).await.map(|()| Reply::Done),
            Request::TouchPasskey { secret, going } => {
                self.touch_passkey(secret, going).map(|slot| Reply::Touched { slot })
            }
            Request::DropTouched => self.drop_touched().map(|()| Reply::Done),
            Request::DeriveDearer => self.derive_dearer().await.map(|()| Reply::Done),
            Request::RaiseCost => self.raise_cost().await.map(|()| Reply::Done),
            Request::Reseal { current, passphrase, without } => {
                let wanted = Wanted { current, passphrase, without };
                self.reseal(number, wanted).await.map(Reply::Opened)
            }
            Request::Damaged => self.opened().map(|journal| Reply::Damaged(damaged(&journal))),
            Request::DeleteDamaged { id } => {
                self.delete_damaged(id).await.map(|sequence| Reply::Deleted { sequence })
            }
            Request::SealNote { name, strength, line } => {
                self.seal_note(&name, strength, &line).await.map(|waiting| Reply::NoteSealed { waiting })
            }
            Request::Notes => self.notes().await.map(Reply::Notes),
            Request::KeepNote { key, offset_min, zone } => {
                self.keep_note(key, offset_min, &zone).await.map(Reply::Saved)
            }
            Request::DiscardNote { key } => self.discard_note(key).await.map(|()| Reply::Done),
            Request::Attach(what) => self.attach(what).await.map(|id| Reply::AttachmentSealed { id }),
            Request::Attachment { id } => self.attachment(id).await.map(Reply::Attached),
            Request::History { id } => self.history(id).await.map(Reply::History),
            Request::Tags => self.tags().map(|(tags, complete)| Reply::Tags(tags, complete)),
            Request::RenameTag { old, new } => {
                self.rename_tag(number, &old, &new).await.map(Reply::TagRenamed)
            }
            Request::Settings => self.settings().await.map(Reply::Settings),
            Request::SealDocument { page, passphrase } => {
                self.seal_document(number, page, passphrase).await.map(Reply::Document)
            }
            Request::Summary(ask) => {
                self.summary(ask).await.map(|gathered| Reply::Summary(Box::new(gathered)))
            }
            Request::Insights { range, now_s, offset_min } => {
                let shown = self.insights(range, (now_s, offset_min)).await?;
                Ok(Reply::Insights(Box::new(shown)))
            }
            Request::CheckPassphrase { passphrase } => {
                self.check_passphrase(number, passphrase).await.map(|()| Reply::Done)
            }
            Request::BeginRemoval { passphrase } => {
                self.begin_removal(number, passphrase).await.map(|()| Reply::Done)
            }
            Request::Remove => self.remove().await.map(|()| Reply::Done),
            Request::Backup(request) => self.backup(number, request).await,
            Request::InTheClear(request) => self.in_the_clear(request).await.map(Reply::Clear),
            Request::Import(request) => self.import(number, request).await.map(Reply::Import),
            Request::ChangeSettings(change) => self.change_settings(change).await.map(Reply::Settings),
            _ => Err(Failure::Locked),
        }
    }

    /// The name of the open journal's database.
    #[must_use]
    pub fn open_name(&self) -> Option<String> {
        self.open.borrow().as_ref().map(|journal| journal.name.clone())
    }

    /// Whether a journal rests in memory, open or locked: it is gone once the keeper ends.
    pub async fn holds_in_memory(&self) -> bool {
        let names = self.host.shelf().names().await.unwrap_or_default();
        names.iter().any(|name| store::is_memory_name(name))
    }

    /// Seals the drafts that were posted, then forgets the journal and its keys, even when sealing failed.
    pub(crate) async fn lock(&self) -> Result<(), Failure> {
        let sealed = if self.open_name().is_some() { self.seal_drafts().await } else { Ok(()) };
        self.let_go().await;
        let left = self.open.borrow_mut().take();
        self.leave(left).await;
        sealed
    }

    pub(crate) fn opened(&self) -> Result<Rc<Journal<H>>, Failure> {
        self.open.borrow().clone().ok_or(Failure::Locked)
    }

    /// Opens `journal` in the place of the one open before.
    pub(crate) async fn open(&self, journal: Journal<H>) {
        self.forget_in_hand();
        let left = self.open.borrow_mut().replace(Rc::new(journal));
        self.leave(left).await;
    }

    /// Puts `journal` in the place of `before`, which is the same one under other keys. False when that is no longer
    /// open.
    pub(crate) fn replace(&self, before: &Journal<H>, journal: Journal<H>) -> bool {
        let mut open = self.open.borrow_mut();
        let same = is_same(open.as_ref(), before);
        if same {
            self.forget_in_hand();
            *open = Some(Rc::new(journal));
        }
        same
    }

    /// What was made up to look around in goes when it is left.
    async fn leave(&self, left: Option<Rc<Journal<H>>>) {
        if let Some(left) = left.filter(|left| left.made_up) {
            let _ = self.host.shelf().delete(&left.name).await;
        }
    }

    /// Forgets `journal`, if it is the one open; says whether it was.
    pub(crate) fn close(&self, journal: &Journal<H>) -> bool {
        let mut open = self.open.borrow_mut();
        let same = is_same(open.as_ref(), journal);
        if same {
            self.forget_in_hand();
            *open = None;
        }
        same
    }

    pub(crate) fn random(&self) -> HostRandom<'_, H> {
        HostRandom(&self.host)
    }
}

fn is_same<J>(open: Option<&Rc<J>>, journal: &J) -> bool {
    open.is_some_and(|open| core::ptr::eq(Rc::as_ptr(open), journal))
}
