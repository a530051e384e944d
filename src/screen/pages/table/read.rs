//! What a record of the table says, read in the Journal.

use keeper::protocol::Written;
use keeper::protocol::support::table::{ContactWords, ReviewWords};
use leptos::prelude::*;

use super::picture::small_picture;
use crate::screen::components::{boxed, nothing, own, span};
use crate::screen::words::say;

/// All of it.
pub fn read(written: &Written) -> AnyView {
    match written {
        Written::Contact(contact) => self::contact(contact),
        Written::Review(review) => self::review(review),
        other => own("prose", other.beginning()),
    }
}

fn contact(contact: &ContactWords) -> AnyView {
    let line = if contact.line.is_empty() { nothing() } else { own("own-line", contact.line.clone()) };
    boxed("stack-wide", [boxed("chips", [span("chip", contact.name.clone())]), line])
}

fn review(review: &ReviewWords) -> AnyView {
    let answers = [
        (say!(table.review_strong), &review.strong),
        (say!(table.review_missing), &review.missing),
        (say!(table.review_listens), &review.listens),
    ];
    let answer = |(asked, words): (&'static str, &String)| {
        let words = words.clone();
        view! { <div class="boundary"><dt>{asked}</dt><dd dir="auto">{words}</dd></div> }.into_any()
    };
    let answers: Vec<AnyView> =
        answers.into_iter().filter(|(_, words)| !words.is_empty()).map(answer).collect();
    let answers = match answers.is_empty() {
        true => nothing(),
        false => view! { <dl class="boundaries">{answers}</dl> }.into_any(),
    };
    boxed("stack-wide", [boxed("table-kept", [small_picture(&review.legs)]), answers])
}
