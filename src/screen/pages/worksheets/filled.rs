//! The sheets that are filled in and those put away as drafts, asked again whenever the journal changes.

use keeper::protocol::support::worksheets::{SheetId, WorksheetWords};
use keeper::protocol::{Draft, EntryRead, Failure, Id, OneKind, Reply, Request, RowKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::contexts::expect_open_journal;
use crate::screen::keeper_link::expect_keeper;

/// One that is filled in.
#[derive(Clone, PartialEq)]
pub struct OneSheet {
    pub id: Id,
    pub words: WorksheetWords,
}

impl OneSheet {
    /// The day it is about.
    pub fn day(&self) -> i32 {
        let local = self.words.happened_at_s + i64::from(self.words.offset_min) * 60;
        local.div_euclid(86_400) as i32
    }
}

/// All of them.
#[derive(Clone, Copy)]
pub struct Filled {
    /// Newest first; `None` until they are there.
    all: RwSignal<Option<Vec<OneSheet>>>,
    drafts: RwSignal<Vec<Draft>>,
    failure: RwSignal<Option<Failure>>,
}

impl Filled {
    /// For as long as the owner of what calls this lives.
    pub fn load() -> Self {
        let (keeper, journal) = (expect_keeper(), expect_open_journal());
        let filled = Self {
            all: RwSignal::new(None),
            drafts: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
        };
        // What the keeper holds is the outside world: asked again whenever it says that something changed.
        Effect::new(move || {
            journal.changed();
            spawn_local(async move {
                match keeper.ask(Request::All { kind: RowKind::Worksheet }).await {
                    Ok(Reply::All(read)) => filled.take(read.iter().filter_map(of_read).collect()),
                    Ok(_) => {}
                    Err(failure) => drop(filled.failure.try_set(Some(failure))),
                }
                if let Ok(Reply::Drafts(drafts)) = keeper.ask(Request::Drafts).await {
                    let of_sheets =
                        drafts.into_iter().filter(|draft| draft.text.kind() == RowKind::Worksheet);
                    filled.drafts.try_set(of_sheets.collect());
                }
            });
        });
        filled
    }

    fn take(self, mut all: Vec<OneSheet>) {
        all.sort_by_key(|one| core::cmp::Reverse(one.words.happened_at_s));
        self.failure.try_set(None);
        if self.all.try_with_untracked(|known| known.as_ref() != Some(&all)) == Some(true) {
            self.all.set(Some(all));
        }
    }

    /// Whether they are there.
    pub fn is_there(self) -> bool {
        self.all.with(Option::is_some)
    }

    /// Those of one sheet, newest first.
    pub fn of(self, id: SheetId) -> Vec<OneSheet> {
        let all = |all: &Option<Vec<OneSheet>>| {
            let all = all.iter().flatten();
            all.filter(|one| one.words.id() == Some(id)).cloned().collect()
        };
        self.all.with(all)
    }

    /// The day on which the newest of one sheet was filled in.
    pub fn newest(self, id: SheetId) -> Option<i32> {
        let newest = |all: &Option<Vec<OneSheet>>| {
            all.iter().flatten().find(|one| one.words.id() == Some(id)).map(OneSheet::day)
        };
        self.all.with(newest)
    }

    /// Those put away: of one sheet, or of any.
    pub fn drafts(self, of: Option<SheetId>) -> Vec<Draft> {
        let wanted = |draft: &&Draft| {
            let sheet = WorksheetWords::seen(&draft.text).and_then(WorksheetWords::id);
            of.is_none() || sheet == of
        };
        self.drafts.with(|drafts| drafts.iter().filter(wanted).cloned().collect())
    }

    /// Why they could not be read.
    pub fn failure(self) -> Option<Failure> {
        self.failure.get()
    }
}

fn of_read(read: &EntryRead) -> Option<OneSheet> {
    let words = WorksheetWords::seen(read.wordings.first()?)?;
    Some(OneSheet { id: read.id, words: words.clone() })
}
