//! Receipts of what was shared: kept where that is wanted, sealed like everything else, and listed.

use keeper::protocol::sharing::{ReceiptWords, WayOut};
use keeper::protocol::{Base, Draft, EntryRead, Id, OneKind, Reply, Request, RowKind, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keeping::went_out;
use super::names::{audience_name, part_out, way_name};
use crate::screen::browser::{clock, dates, digest};
use crate::screen::components::{back_row, boxed, button, follow, group, heading, own, soft};
use crate::screen::contexts::{SummaryDesk, Undoable, expect_offer, expect_open_journal, expect_screens};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::pages::writing::Fields;
use crate::screen::session::expect_session;
use crate::screen::words::say;
use rules::Device;

/// Whether a receipt is kept. On a shared device none is; on a borrowed one none before it is asked for.
pub fn receipt_choice(desk: SummaryDesk) -> AnyView {
    let device = untrack(|| expect_session().device());
    if device != Device::Mine {
        desk.change(|chosen| chosen.receipt = false);
    }
    if device == Device::Shared {
        return soft(say!(summary.receipt_not_shared));
    }
    let is_on = Memo::new(move |_| desk.with(|chosen| chosen.receipt));
    let turned = move |event: leptos::ev::Event| {
        let on = event_target_checked(&event);
        desk.change(|chosen| chosen.receipt = on);
    };
    view! {
        <label class="tick" for="summary-receipt">
            <input class="tick-box" id="summary-receipt" type="checkbox" autocomplete="off"
                prop:checked=move || is_on.get() on:change=turned />
            <span>{say!(summary.receipt)}</span>
        </label>
        {soft(say!(summary.receipt_help))}
    }
    .into_any()
}

/// A receipt where it is wanted, and the summary is no longer on its way.
pub async fn it_went_out(keeper: Keeper, desk: SummaryDesk, way: WayOut, document: &str) {
    keep_receipt(keeper, desk, way, document).await;
    went_out(keeper, desk).await;
}

async fn keep_receipt(keeper: Keeper, desk: SummaryDesk, way: WayOut, document: &str) {
    if !desk.now(|chosen| chosen.receipt) {
        return;
    }
    let sha256 = digest::sha256(document).await.unwrap_or_default();
    let mut words = desk.now(|chosen| ReceiptWords {
        name: chosen.audience.map(audience_name).unwrap_or_default().to_owned(),
        audience: chosen.audience,
        from_day: chosen.from,
        to_day: chosen.to,
        parts: chosen.parts.clone(),
        way,
        sha256,
        ..ReceiptWords::default()
    });
    words.put_when(clock::local_now());
    let Ok(Reply::Begun { id, draft_id }) = keeper.ask(Request::BeginEntry).await else { return };
    let draft = Draft { draft_id, id, base: Base::default(), text: words.written() };
    let _ = keeper.ask(Request::Save(draft)).await;
}

/// The list of them, newest first.
pub fn receipts() -> AnyView {
    let (screens, keeper, journal) = (expect_screens(), expect_keeper(), expect_open_journal());
    let all = RwSignal::new(Vec::<(Id, ReceiptWords)>::new());
    Effect::new(move || {
        journal.changed();
        spawn_local(async move {
            let Ok(Reply::All(read)) = keeper.ask(Request::All { kind: RowKind::Receipt }).await else {
                return;
            };
            let receipt = |read: EntryRead| match read.wordings.into_iter().next()? {
                Written::Receipt(words) => Some((read.id, words)),
                _ => None,
            };
            let mut found: Vec<(Id, ReceiptWords)> = read.into_iter().filter_map(receipt).collect();
            found.sort_by_key(|(_, receipt)| core::cmp::Reverse(receipt.happened_at_s));
            all.try_set(found);
        });
    });
    let rows = follow(move || {
        let rows: Vec<AnyView> = all.with(|all| all.iter().map(|(id, receipt)| row(*id, receipt)).collect());
        match rows.is_empty() {
            true => soft(say!(summary.receipts_none)),
            false => view! { <ul class="summary-receipts">{rows}</ul> }.into_any(),
        }
    });
    group([back_row(move || screens.back()), heading(say!(summary.receipts)), rows])
}

fn row(id: Id, receipt: &ReceiptWords) -> AnyView {
    let (keeper, offer) = (expect_keeper(), expect_offer());
    let delete = move || {
        spawn_local(async move {
            if keeper.ask(Request::Delete { id }).await.is_ok() {
                offer.make(Undoable::Entry(id));
            }
        });
    };
    let day = i32::try_from((receipt.happened_at_s + i64::from(receipt.offset_min) * 60).div_euclid(86_400))
        .unwrap_or_default();
    let said = say!(
        summary.receipt_said,
        day = dates::whole_day(day),
        way = way_name(receipt.way),
        from = dates::short_day(receipt.from_day),
        to = dates::short_day(receipt.to_day)
    );
    let parts: Vec<&str> = receipt.parts.iter().map(|part| part_out(*part)).collect();
    let with = (!receipt.name.is_empty()).then(|| own("", receipt.name.clone()));
    let number: String = receipt.sha256.chars().take(16).collect();
    let number = (!number.is_empty()).then(|| soft(say!(summary.receipt_hash, number = number)));
    view! {
        <li class="card">
            {own("", said)}
            {with}
            {soft(say!(summary.receipt_parts, parts = parts.join(", ")))}
            {number}
            {boxed("actions", [button(say!(summary.receipt_delete), delete).quiet().piece()])}
        </li>
    }
    .into_any()
}
