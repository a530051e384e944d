//! Renaming one tag. A name that another tag has already makes the two one: that is asked first, as it cannot be told
//! apart again.

use keeper::protocol::{Failure, Reply, Request, TagCount, TagRenamed};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::{dates, dom};
use crate::screen::components::{
    WordsField, boxed, button, failure_note, follow_if, follow_words, group, nothing, own, plain,
};
use crate::screen::contexts::expect_announcer;
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::words::say;

/// Where it stands.
#[derive(Clone, PartialEq)]
enum Renaming {
    Typing,
    /// Another tag has that name.
    Asking(String),
    UnderWay,
    Done(TagRenamed),
}

/// The form.
pub fn rename(old: String, tags: Vec<TagCount>, open: RwSignal<Option<String>>) -> AnyView {
    let (keeper, announcer) = (expect_keeper(), expect_announcer());
    let stands = RwSignal::new(Renaming::Typing);
    let failure = RwSignal::new(None::<Failure>);
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            dom::focus(&field);
        }
    });
    let go = {
        let old = old.clone();
        move |new: String| {
            stands.set(Renaming::UnderWay);
            let request = Request::RenameTag { old: old.clone(), new };
            spawn_local(async move {
                match keeper.ask(request).await {
                    Ok(Reply::TagRenamed(renamed)) => {
                        announcer.say(say!(tags.renamed));
                        stands.try_set(Renaming::Done(renamed));
                    }
                    Ok(_) => drop(stands.try_set(Renaming::Typing)),
                    Err(why) => {
                        failure.try_set(Some(why));
                        stands.try_set(Renaming::Typing);
                    }
                }
            });
        }
    };
    let typed = {
        let (old, go) = (old.clone(), go.clone());
        move || {
            let new = field.get_untracked().map(|field| field.value().trim().to_owned()).unwrap_or_default();
            let is = |tag: &str| tag.to_lowercase() == new.to_lowercase();
            if new.is_empty() || new == old {
                return;
            }
            match !is(&old) && tags.iter().any(|known| is(&known.tag)) {
                true => stands.set(Renaming::Asking(new)),
                false => go(new),
            }
        }
    };
    let name = WordsField {
        id: "new-name",
        label: say!(tags.new_name),
        kind: "text",
        help: say!(tags.rename_help),
        value: old.clone(),
        field,
        on_input: (move || stands.set(Renaming::Typing)).into(),
    };
    let buttons = boxed(
        "beside",
        [
            button(say!(tags.rename), typed).main().piece(),
            button(say!(app.close), move || open.set(None)).quiet().piece(),
        ],
    );
    let heading =
        view! { <h2 class="card-title" id="renaming" dir="auto">{say!(tags.rename_of, tag = old)}</h2> };
    view! {
        <section class="card" aria-labelledby="renaming">
            <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>
                {heading}
                {name.piece()}
                {state(stands, go, keeper)}
                {failure_note(move || failure.get())}
                {buttons}
            </form>
        </section>
    }
    .into_any()
}

/// What is asked, under way or done.
fn state(
    stands: RwSignal<Renaming>,
    go: impl Fn(String) + Clone + Send + Sync + 'static,
    keeper: Keeper,
) -> AnyView {
    let said = follow_if(move || match stands.get() {
        Renaming::Typing => None,
        Renaming::Asking(new) => Some(untrack(|| asking(new, go.clone(), stands))),
        Renaming::UnderWay => Some(under_way(keeper)),
        Renaming::Done(renamed) => Some(done(renamed)),
    });
    view! { <div class="live" role="status">{said}</div> }.into_any()
}

fn asking(new: String, go: impl Fn(String) + 'static, stands: RwSignal<Renaming>) -> AnyView {
    let words = own("", say!(tags.merge_ask, tag = new.clone()));
    let merge = button(say!(tags.merge), move || go(new.clone())).decision().piece();
    let not = button(say!(app.cancel), move || stands.set(Renaming::Typing)).quiet().piece();
    group([words, boxed("beside", [merge, not])])
}

fn under_way(keeper: Keeper) -> AnyView {
    let words = follow_words(move || match keeper.progress().filter(|progress| progress.total > 0) {
        Some(progress) => {
            let (done, total) = (dates::number(progress.done), dates::number(progress.total));
            say!(tags.renaming_share, done = done, total = total)
        }
        None => say!(tags.renaming).to_owned(),
    });
    view! { <p>{words}</p> }.into_any()
}

fn done(renamed: TagRenamed) -> AnyView {
    let words = match renamed.changed {
        1 => say!(tags.changed_one).to_owned(),
        changed => say!(tags.changed, count = dates::number(changed)),
    };
    let left = match renamed.left {
        0 => nothing(),
        left => plain(say!(tags.left, count = dates::number(left))),
    };
    group([plain(words), left])
}
