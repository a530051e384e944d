//! The score that answers make, where they come to one of an instrument that is known: it is kept beside them, with their
//! moment, and follows when they are changed.

use keeper::protocol::support::scores::{ResponseWords, ScoreWords};
use keeper::protocol::{Base, Draft, EntryRead, Failure, Id, OneKind, Reply, Request, RowKind};

use crate::screen::keeper_link::Keeper;

/// Keeps the score of the answers kept under `id`, or takes it away where they make none any more. The answers stand
/// either way.
///
/// # Errors
/// The keeper's.
pub async fn keep_score(keeper: Keeper, id: Id, answers: ResponseWords) -> Result<(), Failure> {
    let before = score_of(keeper, id).await?;
    match (before, answers.score(id)) {
        (None, None) => Ok(()),
        (None, Some(score)) => save(keeper, Request::BeginEntry, Base::default(), score).await,
        (Some((read, before)), Some(score)) => {
            let score = ScoreWords { given_by: before.given_by, note: before.note, ..score };
            save(keeper, Request::BeginEdit { id: read.id }, read.base, score).await
        }
        (Some((read, _)), None) => keeper.ask(Request::Delete { id: read.id }).await.map(drop),
    }
}

async fn score_of(keeper: Keeper, id: Id) -> Result<Option<(EntryRead, ScoreWords)>, Failure> {
    let Reply::All(all) = keeper.ask(Request::All { kind: RowKind::Score }).await? else { return Ok(None) };
    let with_words = |read: EntryRead| {
        let words = ScoreWords::of(read.wordings.first()?.clone())?;
        (words.response == Some(id)).then_some((read, words))
    };
    Ok(all.into_iter().find_map(with_words))
}

async fn save(keeper: Keeper, begin: Request, base: Base, score: ScoreWords) -> Result<(), Failure> {
    let Reply::Begun { id, draft_id } = keeper.ask(begin).await? else { return Err(Failure::NotFound) };
    keeper.ask(Request::Save(Draft { draft_id, id, base, text: score.written() })).await?;
    Ok(())
}
