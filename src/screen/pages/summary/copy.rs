//! "Save encrypted copy": one HTML file that opens offline with its own passphrase. The words are drawn by us, shown to be
//! said by phone, and stand in the page alone, in no signal.

use exchange::summary::{Look, page};
use keeper::protocol::sharing::WayOut;
use keeper::protocol::{Failure, Reply, Request};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::chart::paper_chart;
use rules::with_container;
use zeroize::Zeroizing;

use super::preview::Made;
use super::receipts::it_went_out;
use crate::screen::browser::{hand_over, passphrase, reader};
use crate::screen::components::{boxed, button, failure_note, fold, group, problem_note, soft};
use crate::screen::contexts::{SummaryDesk, expect_announcer};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::words::say;
use crate::screen::words_list::WordsList;

/// Why there is no file.
enum NoFile {
    /// The keeper could not seal it.
    Failed(Failure),
    /// The reader, the list of words or the download is missing.
    NoReader,
}

/// The way.
pub fn copy(desk: SummaryDesk, made: Made) -> AnyView {
    let (keeper, announcer) = (expect_keeper(), expect_announcer());
    let failure = RwSignal::new(None::<Failure>);
    let problem = RwSignal::new(None::<&'static str>);
    let drawn = RwSignal::new(false);
    let words = NodeRef::<html::P>::new();
    let suggest = move || {
        problem.set(None);
        spawn_local(async move {
            let list = WordsList::fetch().await;
            match list.and_then(|list| list.draw().ok()).map(Zeroizing::new) {
                Some(found) => {
                    if let Some(place) = words.try_get_untracked().flatten() {
                        place.set_text_content(Some(&found));
                    }
                    drawn.try_set(true);
                }
                None => drop(problem.try_set(Some(say!(summary.encrypted_no_reader)))),
            }
        });
    };
    let save = move || {
        let typed = words.get_untracked().and_then(|place| place.text_content()).unwrap_or_default();
        let typed = Zeroizing::new(typed);
        if typed.is_empty() {
            return suggest();
        }
        failure.set(None);
        problem.set(None);
        let document = made.shown.with_untracked(|shown| page(shown, Look::Paper, &paper_chart));
        spawn_local(async move {
            match file(keeper, &document, typed).await {
                Ok(()) => {
                    announcer.say(say!(summary.encrypted_saved));
                    it_went_out(keeper, desk, WayOut::EncryptedCopy, &document).await;
                }
                Err(NoFile::Failed(why)) => drop(failure.try_set(Some(why))),
                Err(NoFile::NoReader) => drop(problem.try_set(Some(say!(summary.encrypted_no_reader)))),
            }
        });
    };
    let suggest_words = move || {
        if drawn.get() { say!(create.suggest_other) } else { say!(create.suggest) }
    };
    fold(
        say!(summary.encrypted),
        [
            soft(say!(summary.encrypted_trace)),
            soft(say!(summary.encrypted_say)),
            view! { <p class="summary-words" dir="auto" translate="no" node_ref=words></p> }.into_any(),
            boxed(
                "actions",
                [button(suggest_words, suggest).piece(), button(say!(summary.encrypted_save), save).piece()],
            ),
            group([failure_note(move || failure.get()), problem_note(move || problem.get())]),
        ],
    )
}

async fn file(keeper: Keeper, document: &str, words: Zeroizing<String>) -> Result<(), NoFile> {
    let reader = reader::reader_html().await.ok_or(NoFile::NoReader)?;
    let request = Request::SealDocument { page: document.to_owned(), passphrase: passphrase::secret(words) };
    let sealed = match keeper.ask(request).await {
        Ok(Reply::Document(sealed)) => sealed,
        Ok(_) => return Err(NoFile::NoReader),
        Err(why) => return Err(NoFile::Failed(why)),
    };
    let title = say!(summary.page.whole);
    let name = say!(summary.file).to_owned() + ".html";
    hand_over::text(&with_container(&reader, &sealed.0, title), "text/html", &name).ok_or(NoFile::NoReader)
}
