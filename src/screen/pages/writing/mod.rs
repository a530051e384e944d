//! What every form of the journal shares, whatever is written in it: its draft, saving, deleting, and what is said of
//! them. A form keeps its own fields.

mod desk;
mod drafting;
mod fields;
mod finish;
mod switch;

use keeper::protocol::{Base, Draft, EntryText, Failure, Id, Reply, Request, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

pub use desk::{Desk, Fields, new_now};
pub use drafting::Drafting;
pub use fields::{Answer, NO_DATE, date_field, one_of, words_field};
pub use finish::{Around, Saving, delete, save, save_then};
pub use switch::switch;

use super::waiting::quiet;
use crate::screen::components::{
    Tap, back_row, boxed, button, failed, failure_note, follow, group, heading, nothing, own, problem_note,
};
use crate::screen::contexts::{Seed, expect_open_journal, expect_screens};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::words::say;

/// What an edit began from.
#[derive(Clone)]
pub struct Begun<T> {
    pub id: Id,
    pub draft_id: Id,
    pub base: Base,
    pub text: T,
    /// It goes on from a draft that was kept.
    pub was_writing: bool,
}

impl<T> Begun<T> {
    /// The record is not in the journal yet.
    pub fn is_new(&self) -> bool {
        self.base == Base::default()
    }

    /// A draft with these words.
    pub fn draft(&self, text: Written) -> Draft {
        Draft { draft_id: self.draft_id, id: self.id, base: self.base.clone(), text }
    }

    /// The same with its words as their own kind; `None` where they are of another.
    pub fn narrowed<U>(self, narrow: impl FnOnce(T) -> Option<U>) -> Option<Begun<U>> {
        let Self { id, draft_id, base, text, was_writing } = self;
        Some(Begun { id, draft_id, base, text: narrow(text)?, was_writing })
    }
}

/// Begins an edit; `new` makes the first words of a new record.
///
/// # Errors
/// The keeper's.
async fn begin(keeper: Keeper, seed: Seed, new: fn() -> Written) -> Result<Begun<Written>, Failure> {
    match seed {
        Seed::New => {
            let (id, draft_id) = ids(keeper, Request::BeginEntry).await?;
            Ok(Begun { id, draft_id, base: Base::default(), text: new(), was_writing: false })
        }
        Seed::From(text) => {
            let (id, draft_id) = ids(keeper, Request::BeginEntry).await?;
            Ok(Begun { id, draft_id, base: Base::default(), text: *text, was_writing: false })
        }
        Seed::Edit(record, wording) => edit(keeper, record, wording).await,
        Seed::Instead(record, earlier) => {
            let begun = edit(keeper, record, 0).await?;
            Ok(Begun { text: in_other_words(begun.text.clone(), *earlier), ..begun })
        }
        Seed::Draft(draft) => {
            let Draft { draft_id, id, base, text } = *draft;
            Ok(Begun { id, draft_id, base, text, was_writing: true })
        }
    }
}

async fn edit(keeper: Keeper, record: Id, wording: usize) -> Result<Begun<Written>, Failure> {
    let Reply::Entry(read) = keeper.ask(Request::Read { id: record }).await? else {
        return Err(Failure::NotFound);
    };
    if read.newer {
        return Err(Failure::EntryNewer);
    }
    let (id, draft_id) = ids(keeper, Request::BeginEdit { id: record }).await?;
    let text = read.wordings.into_iter().nth(wording).ok_or(Failure::NotFound)?;
    Ok(Begun { id, draft_id, base: read.base, text, was_writing: false })
}

/// An entry in an earlier wording. When it happened, its marks and what is attached stay as they are now.
fn in_other_words(now: Written, earlier: Written) -> Written {
    match (now, earlier) {
        (Written::Entry(now), Written::Entry(earlier)) => {
            let EntryText { title, text, mood, tags, .. } = earlier;
            Written::Entry(EntryText { title, text, mood, tags, ..now })
        }
        (now, _) => now,
    }
}

async fn ids(keeper: Keeper, request: Request) -> Result<(Id, Id), Failure> {
    match keeper.ask(request).await? {
        Reply::Begun { id, draft_id } => Ok((id, draft_id)),
        _ => Err(Failure::NotFound),
    }
}

/// The form of what is begun, once it is; or why it cannot be.
pub fn opening(
    seed: Seed,
    new: fn() -> Written,
    form: fn(Begun<Written>) -> Result<AnyView, Failure>,
) -> AnyView {
    opening_with(seed, new, form)
}

fn opening_with(
    seed: Seed,
    new: fn() -> Written,
    form: impl Fn(Begun<Written>) -> Result<AnyView, Failure> + Clone + Send + Sync + 'static,
) -> AnyView {
    let (keeper, screens) = (expect_keeper(), expect_screens());
    let begun = RwSignal::new(None::<Result<Begun<Written>, Failure>>);
    spawn_local(async move {
        let outcome = begin(keeper, seed, new).await;
        begun.try_set(Some(outcome));
    });
    let refused =
        move |failure| group([failed(failure), button(say!(app.back), move || screens.back()).piece()]);
    follow(move || match begun.get() {
        None => quiet(say!(app.opening)),
        Some(outcome) => untrack(|| outcome.and_then(form.clone()).unwrap_or_else(refused)),
    })
}

/// Save, delete, and whether the draft is kept.
pub fn actions(
    drafting: Drafting,
    save: impl Fn() + 'static,
    delete: impl Fn() + 'static,
    around: Around,
) -> AnyView {
    let words = move || if around.is_under_way() { say!(editor.saving) } else { say!(editor.save) };
    let delete = button(say!(editor.delete), delete).icon("#i-delete").decision();
    boxed("actions", [button(words, save).main().piece(), delete.piece(), draft_state(drafting)])
}

/// Why it is not saved. The words stay where they are.
pub fn outcome(saving: RwSignal<Saving>) -> AnyView {
    let failure = move || match saving.get() {
        Saving::Failed(failure) => Some(failure),
        _ => None,
    };
    let problem = move || match saving.get() {
        Saving::Problem(words) => Some(words),
        Saving::Failed(_) => Some(say!(editor.not_saved)),
        Saving::No | Saving::UnderWay => None,
    };
    group([problem_note(problem), failure_note(failure)])
}

/// Whether the draft is kept. Seen, not announced: it changes with every rest of the keys.
pub fn draft_state(drafting: Drafting) -> AnyView {
    let journal = expect_open_journal();
    let words = move || match (
        journal.draft_failure().is_some(),
        drafting.touched.get() && drafting.posted.get() && journal.draft_is_sealed(),
    ) {
        (true, _) => say!(journal.draft_failed),
        (false, true) => say!(editor.draft_kept),
        (false, false) => "",
    };
    view! { <p class="soft draft-state">{words}</p> }.into_any()
}

/// The whole form of a smaller kind: a way back, its heading, its fields, save and delete. `problem` says what stands
/// against saving.
pub fn form<S: Fields>(
    desk: Desk<S>,
    title: &'static str,
    fields: Vec<AnyView>,
    problem: fn(&S) -> Option<&'static str>,
) -> AnyView {
    let screens = expect_screens();
    form_then(desk, title, fields, problem, Tap::from(move || screens.back()))
}

/// The same; once it is saved, `then`.
pub fn form_then<S: Fields>(
    desk: Desk<S>,
    title: &'static str,
    fields: Vec<AnyView>,
    problem: fn(&S) -> Option<&'static str>,
    then: Tap,
) -> AnyView {
    let around = Around::expect();
    let actions = actions(
        desk.drafting,
        move || save_then(desk.drafting, desk.checked(problem), around, then.clone()),
        move || delete(desk.drafting, desk.draft(), desk.has_words(), around),
        around,
    );
    form_around(title, desk.was_writing(), fields, actions, around)
}

fn form_around(
    title: &'static str,
    was_writing: bool,
    fields: Vec<AnyView>,
    actions: AnyView,
    around: Around,
) -> AnyView {
    let said_first = if was_writing { own("soft said-first", say!(journal.was_writing)) } else { nothing() };
    view! {
        {back_row(move || around.screens.back())}
        {heading(title)}
        {said_first}
        <form class="form editor" autocomplete="off" prop:inert=move || around.is_under_way()
            on:submit=|event| event.prevent_default()>
            {fields}
            {outcome(around.saving)}
            {actions}
        </form>
    }
    .into_any()
}

/// The form of a smaller kind once what it edits is there.
pub fn opening_of<S: Fields>(seed: Seed, form: fn(Desk<S>) -> AnyView) -> AnyView {
    let form = StoredValue::new(form);
    opening_with(seed, new_now::<S>, move |begun| match begun.narrowed(S::of) {
        Some(begun) => Ok((form.get_value())(Desk::new(begun))),
        None => Err(Failure::NotFound),
    })
}
