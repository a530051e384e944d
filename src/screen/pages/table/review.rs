//! Looking the table over: three questions, and the legs as they stand today.

use keeper::protocol::support::table::{LegWords, ReviewWords};
use keeper::protocol::{OneKind, RowKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::known::{Rows, legs};
use super::picture::{seen_today, small_picture};
use crate::screen::browser::clock;
use crate::screen::components::{Typed, boxed, lead};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::pages::writing::{Desk, Fields, form, opening_of};
use crate::screen::words::say;

/// The form with these legs.
pub fn begun(legs: &Rows<LegWords>) -> Screen {
    let mut words = ReviewWords { legs: seen_today(legs), ..ReviewWords::default() };
    words.put_when(clock::local_now());
    Screen::form(RowKind::Review, Seed::From(Box::new(words.written())))
}

/// What opens the form with the legs as they are on the table now.
pub fn look_over() -> impl Fn() + 'static {
    let (keeper, screens) = (expect_keeper(), expect_screens());
    move || {
        spawn_local(async move {
            if let Ok(legs) = legs(keeper).await {
                screens.push(begun(&legs));
            }
        });
    }
}

/// The form.
pub fn review(seed: Seed) -> AnyView {
    opening_of(seed, review_form)
}

fn review_form(desk: Desk<ReviewWords>) -> AnyView {
    let legs = desk.words.with_untracked(|review| review.legs.clone());
    let fields = vec![
        lead(say!(table.review_lead)),
        boxed("table-kept", [small_picture(&legs)]),
        field(desk, ("review-strong", say!(table.review_strong)), |review| &mut review.strong),
        field(desk, ("review-missing", say!(table.review_missing)), |review| &mut review.missing),
        field(desk, ("review-listens", say!(table.review_listens)), |review| &mut review.listens),
    ];
    form(desk, say!(table.review_title), fields, |_| None)
}

fn field(
    desk: Desk<ReviewWords>,
    (id, label): (&'static str, &'static str),
    of: fn(&mut ReviewWords) -> &mut String,
) -> AnyView {
    let value = of(&mut desk.words.get_untracked()).clone();
    let on_words = (move |words| desk.typed(|review| *of(review) = words)).into();
    Typed { id, label, kind: "several", help: "", value, on_words }.piece()
}
