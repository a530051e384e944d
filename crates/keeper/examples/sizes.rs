//! What the keeper takes natively, over the memory store, at 100, 10,000 and 100,000 entries: milliseconds.
//!
//! `cargo run --release -p keeper --example sizes`. The browser's figures come from `cargo xtask bench`; these show
//! where time goes without a browser around it.

mod made;
mod native;

use keeper::{
    Keeper,
    protocol::{Base, Draft, EntryText, Filter, Reply, Request, SecretBytes, Written},
};
use std::{cell::Cell, rc::Rc};
use store::MemoryShelf;

use native::{Native, load, run, timed, unlock_request};

const SAVES: usize = 200;
/// Its last letters occur nowhere: every text is looked at to its end.
const TYPED: &str = "harbour quay";

fn main() {
    println!(
        "| entries | unlock past the key | check | list | search, worst key | save p50 | save p95 | \
         seal anew past the keys |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|");
    for entries in [100, 10_000, 100_000] {
        let shelf = MemoryShelf::new();
        load(&shelf, entries);
        let derivation_ms = Rc::new(Cell::new(0.0));
        let keeper = native::keeper(shelf, &derivation_ms);
        let unlock = answered(&keeper, unlock_request()).0 - derivation_ms.get();
        let (_, check) = timed(|| run(keeper.check()).expect("a sound journal"));
        let list = |search: &str| Request::List {
            filter: Filter { search: search.into(), ..Filter::default() },
            offset: 0,
            limit: 50,
        };
        let (listing, _) = answered(&keeper, list(""));
        let keys = (1..=TYPED.len()).map(|typed| answered(&keeper, list(&TYPED[..typed])).0);
        let search = keys.fold(0.0, f64::max);
        let mut saves: Vec<f64> = (0..SAVES).map(|_| save(&keeper)).collect();
        saves.sort_by(f64::total_cmp);
        let (p50, p95) = (saves[SAVES / 2], saves[SAVES * 95 / 100]);
        derivation_ms.set(0.0);
        let reseal = answered(&keeper, reseal_request()).0 - derivation_ms.get();
        println!(
            "| {entries} | {unlock:.1} | {check:.0} | {listing:.2} | {search:.2} | {p50:.2} | {p95:.2} | \
             {reseal:.0} |"
        );
    }
}

fn reseal_request() -> Request {
    let passphrase = || SecretBytes::new(made::PASSPHRASE.into());
    Request::Reseal { current: Some(passphrase()), passphrase: passphrase(), without: vec![] }
}

fn save(keeper: &Keeper<Native>) -> f64 {
    let Ok(Reply::Begun { id, draft_id }) = run(keeper.answer(1, Request::BeginEntry)) else {
        panic!("an open journal")
    };
    let text = "quiet morning ".repeat(70);
    let text = Written::Entry(EntryText { text, happened_at_s: 1_700_000_000, ..EntryText::default() });
    answered(keeper, Request::Save(Draft { draft_id, id, base: Base::default(), text })).0
}

fn answered(keeper: &Keeper<Native>, request: Request) -> (f64, Reply) {
    let (reply, ms) = timed(|| run(keeper.answer(1, request)).expect("a sound journal"));
    (ms, reply)
}
