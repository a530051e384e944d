//! Days with a meeting or contact beside the other days: urges and mood, with how many days stand behind each.

use journal::insights::{BesideContact, ContactDays, Fairness};
use leptos::prelude::*;

use super::figure::told;
use super::figures::{count_note, heads, share, shown, spread_n};
use crate::screen::browser::dates;
use crate::screen::components::{Table, nothing};
use crate::screen::words::say;

/// Both groups of days.
pub fn contact(found: Option<BesideContact>) -> AnyView {
    let Some(BesideContact { with, without }) = found else { return nothing() };
    let table = Table {
        head: heads([say!(insights.measure), say!(insights.with_contact), say!(insights.without_contact)]),
        rows: vec![
            vec![say!(insights.urge_days).to_owned(), share(with.urges), share(without.urges)],
            vec![say!(insights.mood).to_owned(), spread_n(with.mood), spread_n(without.mood)],
        ],
    };
    let sentence = [urges(with, without), mood(with, without)].join(" ");
    told(say!(insights.contact), sentence, say!(insights.contact_how).to_owned(), table)
}

fn urges(with: ContactDays, without: ContactDays) -> String {
    match Fairness::of(with.urges.of.min(without.urges.of)) {
        Fairness::CountOnly => {
            say!(
                insights.contact_urges_few,
                with = dates::number(with.urges.of),
                without = dates::number(without.urges.of)
            )
        }
        _ => say!(insights.contact_urges, with = share(with.urges), without = share(without.urges)),
    }
}

fn mood(with: ContactDays, without: ContactDays) -> String {
    match (shown(with.mood), shown(without.mood)) {
        (Some(with), Some(without)) => say!(
            insights.contact_mood,
            with = dates::decimal(with.median),
            without = dates::decimal(without.median),
            n = count_note(with.n),
            m = count_note(without.n)
        ),
        _ => say!(insights.beside_few, name = say!(insights.mood)),
    }
}
