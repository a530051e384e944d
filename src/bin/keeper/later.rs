//! What the keeper does with an open journal, as a wasm of its own: it is loaded while the lock screen stands, so the
//! first page need not wait for it.

use std::pin::Pin;
use std::rc::Rc;

use keeper::Keeper;
use keeper::protocol::{Failure, Reply, Request};
use wasm_split_helpers::wasm_split;

use crate::host::Browser;

type Answering<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

/// Answers a request.
pub async fn answer(keeper: Rc<Keeper<Browser>>, number: u32, request: Request) -> Result<Reply, Failure> {
    // As `Keeper::answer`.
    if request.opens() && keeper.open_name().is_some() {
        let _ = seal_drafts(Rc::clone(&keeper)).await;
    }
    if request.is_loaded_later() {
        return answer_open(keeper, number, request).await.await;
    }
    keeper.answer_first(number, request).await
}

/// Seals the drafts that were posted.
pub async fn seal_drafts(keeper: Rc<Keeper<Browser>>) -> Result<(), Failure> {
    seal_open(keeper).await.await
}

/// Looks for changes of other tabs.
pub async fn refresh(keeper: Rc<Keeper<Browser>>) -> Result<(), Failure> {
    refresh_open(keeper).await.await
}

/// Removes what a change that was given up has left.
pub async fn sweep(keeper: Rc<Keeper<Browser>>) -> Result<(), Failure> {
    sweep_open(keeper).await.await
}

#[wasm_split(open)]
fn sweep_open(keeper: Rc<Keeper<Browser>>) -> Answering<()> {
    Box::pin(async move { keeper.sweep_left().await.map(drop) })
}

/// Checks every row.
pub async fn check(keeper: Rc<Keeper<Browser>>) -> Result<(), Failure> {
    check_open(keeper).await.await
}

#[wasm_split(open)]
fn answer_open(keeper: Rc<Keeper<Browser>>, number: u32, request: Request) -> Answering<Reply> {
    Box::pin(async move { keeper.answer_later(number, request).await })
}

#[wasm_split(open)]
fn refresh_open(keeper: Rc<Keeper<Browser>>) -> Answering<()> {
    Box::pin(async move { keeper.refresh().await.map(drop) })
}

#[wasm_split(open)]
fn check_open(keeper: Rc<Keeper<Browser>>) -> Answering<()> {
    Box::pin(async move { keeper.check().await.map(drop) })
}

/// Fetches this part ahead.
pub async fn fetch_ahead() {
    load_open().await;
}

#[wasm_split(open, preload(load_open))]
fn seal_open(keeper: Rc<Keeper<Browser>>) -> Answering<()> {
    Box::pin(async move { keeper.seal_drafts().await })
}
