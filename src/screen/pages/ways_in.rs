//! The ways into the open journal, as its root lists them, and what can be done about them. A card of Settings.

use keeper::protocol::{Failure, Kept, Reply, Request, WayKind, WayShown};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::dates;
use crate::screen::components::{boxed, button, card, failure_note, follow, follow_if, nothing, soft};
use crate::screen::contexts::{Screen, expect_open_journal, expect_screens};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// Opening that takes longer is spoken of.
const NOTICEABLE_MS: u32 = 1_000;

/// Ways in. A journal in memory has none that lasts.
pub fn ways_in() -> AnyView {
    let (keeper, journal, screens) = (expect_keeper(), expect_open_journal(), expect_screens());
    if journal.opened(|opened| opened.kept == Kept::InMemory) {
        return nothing();
    }
    let (ways, failure) = (RwSignal::new(None::<Vec<WayShown>>), RwSignal::new(None::<Failure>));
    spawn_local(async move {
        match keeper.ask(Request::Ways).await {
            Ok(Reply::Ways(known)) => drop(ways.try_set(Some(known))),
            Ok(_) => {}
            Err(why) => drop(failure.try_set(Some(why))),
        }
    });
    let list = follow_if(move || ways.get().map(|known| listed(&known)));
    let has_sheet = journal.opened(|opened| opened.has_sheet);
    let make = if has_sheet { say!(ways.new_sheet) } else { say!(ways.sheet) };
    let none = if has_sheet { nothing() } else { soft(say!(ways.no_sheet)) };
    // Others who unlock a shared device could use its passkeys.
    let passkey = match expect_session().is_mine_now() {
        true => button(say!(passkey.add), move || screens.push(Screen::AddPasskey)).piece(),
        false => nothing(),
    };
    let inside = [
        follow(move || if ways.get().is_none() { soft(say!(ways.reading)) } else { nothing() }),
        list,
        failure_note(move || failure.get()),
        none,
        how_long(journal.opened(|opened| opened.derivation_ms)),
        boxed(
            "actions",
            [
                passkey,
                button(make, move || screens.push(Screen::Sheet)).piece(),
                button(say!(change.title), move || screens.push(Screen::ChangePassphrase)).piece(),
                button(say!(recall.title), move || screens.push(Screen::Recall)).quiet().piece(),
            ],
        ),
    ];
    card("ways", say!(ways.title), inside)
}

/// How a way is called.
pub fn name_of(kind: WayKind) -> &'static str {
    match kind {
        WayKind::Passphrase => say!(ways.passphrase),
        WayKind::Sheet => say!(ways.recovery_sheet),
        WayKind::Passkey => say!(ways.passkey),
    }
}

/// The order of the slots is drawn and says nothing: the passphrase first, then by age.
fn in_order(ways: &[WayShown]) -> Vec<WayShown> {
    let mut ways = ways.to_vec();
    ways.sort_by_key(|way| (way.kind != WayKind::Passphrase, way.created_at_ms));
    ways
}

fn listed(ways: &[WayShown]) -> AnyView {
    let way = |way: WayShown| {
        let since = say!(ways.since, day = dates::day_of_ms(way.created_at_ms));
        view! { <dt>{name_of(way.kind)}</dt><dd>{since}{removal_of(way)}</dd> }.into_any()
    };
    let ways: Vec<AnyView> = in_order(ways).into_iter().map(way).collect();
    view! { <dl class="facts">{ways}</dl> }.into_any()
}

/// The way to the removal of a way that may go; the passphrase always stays.
fn removal_of(way: WayShown) -> AnyView {
    let screens = expect_screens();
    let day = dates::day_of_ms(way.created_at_ms);
    let name = match way.kind {
        WayKind::Passphrase => return nothing(),
        WayKind::Sheet => say!(ways.remove_sheet, day = day),
        WayKind::Passkey => say!(ways.remove_passkey, day = day),
    };
    button(say!(ways.remove_short), move || screens.push(Screen::RemoveWay(way))).quiet().named(name).piece()
}

/// A slow device is told how long opening takes, and why.
fn how_long(derivation_ms: u32) -> AnyView {
    if derivation_ms <= NOTICEABLE_MS {
        return nothing();
    }
    let seconds = dates::number(derivation_ms.div_ceil(1_000));
    soft(say!(ways.takes, seconds = seconds))
}
