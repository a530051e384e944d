//! All scores, questionnaires and answers, asked again whenever the journal changes.

use keeper::protocol::support::scores::{QuestionnaireWords, ResponseWords, ScoreWords};
use keeper::protocol::{Failure, Id, OneKind, Reply, Request, RowKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::contexts::expect_open_journal;
use crate::screen::keeper_link::{Keeper, expect_keeper};

/// Records of one kind with their ids, newest first.
type All<S> = Vec<(Id, S)>;

/// What is there.
#[derive(Clone, Default, PartialEq)]
pub struct Known {
    pub scores: All<ScoreWords>,
    pub questionnaires: All<QuestionnaireWords>,
    pub responses: All<ResponseWords>,
}

/// It, once it is read, for as long as the owner of what calls this lives.
pub fn load() -> RwSignal<Option<Result<Known, Failure>>> {
    let (keeper, journal) = (expect_keeper(), expect_open_journal());
    let known = RwSignal::new(None);
    // What the keeper holds is the outside world: asked again whenever it says that something changed.
    Effect::new(move || {
        journal.changed();
        spawn_local(async move {
            let outcome = read(keeper).await;
            if known.try_with_untracked(|known| known.as_ref() != Some(&outcome)) == Some(true) {
                known.set(Some(outcome));
            }
        });
    });
    known
}

async fn read(keeper: Keeper) -> Result<Known, Failure> {
    Ok(Known {
        scores: all(keeper, RowKind::Score).await?,
        questionnaires: all(keeper, RowKind::Questionnaire).await?,
        responses: all(keeper, RowKind::Response).await?,
    })
}

async fn all<S: OneKind>(keeper: Keeper, kind: RowKind) -> Result<All<S>, Failure> {
    let Reply::All(read) = keeper.ask(Request::All { kind }).await? else { return Err(Failure::NotFound) };
    let one = |read: keeper::protocol::EntryRead| Some((read.id, S::of(read.wordings.into_iter().next()?)?));
    Ok(read.into_iter().filter_map(one).collect())
}
