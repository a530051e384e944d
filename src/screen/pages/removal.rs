//! Removing the open journal from this device: what goes, what stays, the passphrase, one button. And the card of
//! Settings about the journals here.

use keeper::protocol::{Failure, Kept, Request, WayKind};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::SIGNS;
use zeroize::Zeroizing;

use super::sealing_anew::counted;
use super::signs::sign_name;
use crate::screen::browser::{folder, passphrase, storage};
use crate::screen::components::{
    Choice, PassphraseField, RadioGroup, Shape, back_row, boxed, busy, button, card, failure_note, fold,
    follow, group, heading, lead, nothing, own, plain, radio_group, show_passphrase, soft,
};
use crate::screen::contexts::{Screen, expect_announcer, expect_open_journal, expect_screens, expect_shelf};
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// The journals here: this one's sign, and the way to its removal. Of a journal in memory there is neither.
pub fn journals_part() -> AnyView {
    let (screens, shelf, journal) = (expect_screens(), expect_shelf(), expect_open_journal());
    let (name, kept) = journal.opened(|opened| (opened.name.clone(), opened.kept));
    if kept == Kept::InMemory {
        return nothing();
    }
    let name = StoredValue::new(name);
    let sign = Memo::new(move |_| name.with_value(|name| shelf.with(|shelf| shelf.sign(name))));
    let choose = radio_group(RadioGroup {
        id: "sign",
        label: say!(removal.sign),
        choices: (0..SIGNS).map(|sign| Choice::plain(sign_name(sign))).collect(),
        shape: Shape::Row,
        chosen: (move || sign.get().map(usize::from)).into(),
        on_choose: (move |at: usize| {
            let sign = at as u8;
            name.with_value(|name| shelf.change(|shelf| shelf.set_sign(name, sign)));
        })
        .into(),
    });
    let now = follow(move || own("own-line", sign.get().map_or("", sign_name).to_owned()));
    let remove =
        button(say!(removal.title), move || screens.push(Screen::Removal)).icon("#i-delete").decision();
    let inside = [
        boxed("field-head", [soft(say!(removal.sign)), now]),
        soft(say!(removal.sign_help)),
        fold(say!(removal.change), [choose]),
        soft(say!(removal.more)),
        boxed("actions", [remove.piece()]),
    ];
    card("journals", say!(removal.here), inside)
}

/// The page.
pub fn removal() -> AnyView {
    let (session, screens, journal) = (expect_session(), expect_screens(), expect_open_journal());
    let announcer = expect_announcer();
    let by_sheet = journal.opened(|opened| opened.opened_by == WayKind::Sheet);
    let field = NodeRef::<html::Input>::new();
    let (shown, is_busy, failure) =
        (RwSignal::new(false), RwSignal::new(false), RwSignal::new(None::<Failure>));
    let remove = move || {
        let typed = field.get_untracked();
        let words = typed.as_ref().map(passphrase::read);
        if let Some(typed) = &typed {
            passphrase::clear(typed);
        }
        if is_busy.get_untracked() {
            return;
        }
        if !by_sheet && words.as_ref().is_none_or(|words| words.is_empty()) {
            return failure.set(Some(Failure::PassphraseEmpty));
        }
        failure.set(None);
        is_busy.set(true);
        spawn_local(async move {
            match removed(session, &journal.opened(|opened| opened.name.clone()), words).await {
                Ok(()) => {
                    announcer.say(say!(removal.gone));
                    session.removed();
                }
                Err(why) => {
                    is_busy.try_set(false);
                    failure.try_set(Some(why));
                }
            }
        });
    };
    let passphrase = PassphraseField {
        id: "passphrase",
        label: say!(removal.passphrase),
        field,
        shown,
        invalid: (move || failure.get().is_some()).into(),
        described_by: "removal-outcome",
        on_input: (|| ()).into(),
    };
    let typing =
        if by_sheet { nothing() } else { group([passphrase.piece(), show_passphrase(shown).piece()]) };
    let outcome = view! {
        <div class="live-group" id="removal-outcome">{failure_note(move || failure.get())}</div>
    };
    let actions = follow(move || match is_busy.get() {
        true => busy(|| say!(removal.removing), move || session.keeper.progress(), || ()),
        false => {
            let keep = button(say!(removal.keep), move || screens.back()).main().piece();
            boxed(
                "actions",
                [keep, button(say!(removal.remove), remove).icon("#i-delete").decision().piece()],
            )
        }
    });
    let inside = vec![typing, outcome.into_any(), actions];
    group([
        back_row(move || screens.back()),
        heading(say!(removal.title)),
        lead(say!(removal.what)),
        plain(say!(removal.backups)),
        plain(say!(removal.left)),
        soft(say!(removal.other)),
        view! {
            <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>{inside}</form>
        }
        .into_any(),
    ])
}

/// In two steps: the witness is kept by this page before anything goes.
async fn removed(session: Session, name: &str, typed: Option<Zeroizing<String>>) -> Result<(), Failure> {
    let ours = session.words_made_by_us(name);
    let passphrase = typed.map(|typed| passphrase::secret(counted(typed, ours)));
    session.keeper.ask(Request::BeginRemoval { passphrase }).await?;
    session.keeper.ask(Request::Remove).await?;
    if session.shelf.with_now(|shelf| shelf.journals.is_empty()) {
        storage::keep_card("");
        folder::forget().await;
    }
    Ok(())
}
