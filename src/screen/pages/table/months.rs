//! The table month by month: today's picture, then the last look over it in each month. The page prints as it is.

use keeper::protocol::Said;
use keeper::protocol::support::table::ReviewWords;
use leptos::prelude::*;
use rules::Civil;

use super::known::{Rows, Table, reviews};
use super::picture::{picture, seen_today, sentences, small_picture};
use super::review;
use crate::screen::browser::dates;
use crate::screen::components::{
    back_row, boxed, button, failure_note, follow_if, group, heading, lead, plain, soft,
};
use crate::screen::contexts::expect_screens;
use crate::screen::printing::print_page;
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// The page.
pub fn months() -> AnyView {
    let (screens, table, reviews) = (expect_screens(), Table::load(), reviews());
    let legs = Memo::new(move |_| table.is_known().then(|| table.legs()));
    let now = follow_if(move || legs.get().map(|legs| untrack(|| picture(&seen_today(&legs)))));
    let before = follow_if(move || {
        let reviews = reviews.get()?;
        Some(untrack(|| if reviews.is_empty() { plain(say!(table.months_none)) } else { by_month(&reviews) }))
    });
    let look = button(say!(table.review), move || {
        screens.push(review::begun(&legs.get_untracked().unwrap_or_default()))
    });
    let session = expect_session();
    let print = button(say!(table.print), move || print_page(session));
    group([
        back_row(move || screens.back()),
        heading(say!(table.months)),
        failure_note(move || table.failure()),
        lead(say!(table.now)),
        now,
        soft(say!(table.legend)),
        boxed("beside actions", [look.main().piece(), print.piece()]),
        before,
    ])
}

/// The last look of each month, newest month first.
fn by_month(reviews: &Rows<ReviewWords>) -> AnyView {
    let mut last: Vec<((i32, u8), &ReviewWords)> = Vec::new();
    for (_, review) in reviews {
        let (second, offset_min) = review.moment();
        let civil = Civil::at(second, offset_min);
        let month = (civil.year, civil.month);
        if last.iter().all(|(known, _)| *known != month) {
            last.push((month, review));
        }
    }
    let each: Vec<AnyView> = last.into_iter().map(|(_, review)| one(review)).collect();
    view! { <ul class="table-months">{each}</ul> }.into_any()
}

fn one(review: &ReviewWords) -> AnyView {
    let day = day_of(review);
    let words = sentences(&review.legs).join(" ");
    view! {
        <li class="table-month">
            {small_picture(&review.legs)}
            <div>
                <h2 class="section-name">{dates::month(day)}</h2>
                <p class="soft" dir="auto" aria-hidden="true">{words}</p>
            </div>
        </li>
    }
    .into_any()
}

/// The civil day of a look over the table.
pub fn day_of(review: &ReviewWords) -> i32 {
    let (second, offset_min) = review.moment();
    (second + i64::from(offset_min) * 60).div_euclid(86_400) as i32
}
