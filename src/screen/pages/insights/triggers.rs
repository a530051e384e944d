//! What set urges off: how often, and how strong those urges were beside all others.

use journal::insights::TriggerRow;
use leptos::prelude::*;
use rules::chart::{Strip, StripChart};

use super::board::Board;
use super::figure::{Figure, figure, told};
use super::figures::{count_note, counted, heads, none, share, shown, spread, spread_n, strengths};
use super::names::trigger_name;
use crate::screen::browser::dates;
use crate::screen::components::{Table, nothing};
use crate::screen::words::say;

/// Most names with a bar of their own.
const MOST: usize = 9;

/// The figure of some triggers.
pub fn triggers(board: Board, title: &'static str, rows: &[TriggerRow]) -> AnyView {
    let Some(first) = rows.first() else { return nothing() };
    let sentence =
        say!(insights.triggers_sentence, first = trigger_name(&first.trigger), share = share(first.share));
    let table = Table { head: trigger_head(), rows: rows.iter().map(trigger_row).collect() };
    let strips: Vec<TriggerRow> =
        rows.iter().filter(|row| shown(Some(row.strength)).is_some()).take(MOST).cloned().collect();
    if strips.is_empty() {
        return told(title, sentence, String::new(), table);
    }
    let drawn = move |width| {
        let strip = |row: &TriggerRow| Strip {
            name: trigger_name(&row.trigger),
            note: count_note(row.share.hits),
            own: shown(Some(row.strength)),
            others: shown(row.others),
        };
        let rules = [0_u8, 5, 10].map(|value| (f64::from(value), value.to_string())).to_vec();
        StripChart { width, scale: (0.0, 10.0), rules, strips: strips.iter().map(strip).collect() }.drawn()
    };
    figure(
        board,
        Figure {
            title: title.to_owned(),
            drawn: Box::new(drawn),
            sentence,
            how: say!(insights.triggers_how).to_owned(),
            table,
        },
    )
}

fn trigger_head() -> Vec<String> {
    heads([
        say!(insights.trigger),
        say!(insights.share_of_urges),
        say!(insights.days),
        say!(insights.strength),
        say!(insights.all_others),
        say!(insights.each_strength),
    ])
}

fn trigger_row(row: &TriggerRow) -> Vec<String> {
    // Below five there is a count and nothing else.
    let is_shown = shown(Some(row.strength)).is_some();
    vec![
        trigger_name(&row.trigger),
        if is_shown { share(row.share) } else { counted(row.share) },
        dates::number(row.days),
        spread(Some(row.strength)),
        if is_shown { spread_n(row.others) } else { none() },
        strengths(&row.strengths),
    ]
}
