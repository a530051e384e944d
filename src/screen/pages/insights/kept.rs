//! What was kept, week by week: doses and routines, contact and meetings, beside urges and mood. Counts alone.

use journal::insights::{KeptFigures, KeptWeek};
use journal::support::medical::Outcome;
use leptos::prelude::*;

use super::figure::told;
use super::figures::{counted, counts, heads, none, shown};
use crate::screen::browser::dates;
use crate::screen::components::{Table, nothing};
use crate::screen::pages::medical::outcome_name;
use crate::screen::words::say;

/// The figure; nothing where no dose and no routine was written down.
pub fn kept(found: Option<&KeptFigures>) -> AnyView {
    let Some(found) = found else { return nothing() };
    let table = Table {
        head: heads([
            say!(insights.kept_week),
            say!(insights.kept_doses),
            say!(insights.kept_marks),
            say!(insights.kept_met),
            say!(insights.urge_days),
            say!(insights.mood),
        ]),
        rows: found.weeks.iter().map(row).collect(),
    };
    told(say!(insights.kept), sentence(found), say!(insights.kept_how).to_owned(), table)
}

fn sentence(found: &KeptFigures) -> String {
    let doses = counts(Outcome::ALL.map(outcome_name).into_iter().zip(found.doses));
    let doses = if doses.is_empty() { String::new() } else { say!(insights.kept_doses_are, doses = doses) };
    let marks = match found.marks {
        0 => String::new(),
        marks => say!(
            insights.kept_marks_are,
            marks = dates::number(marks),
            days = dates::number(found.marked_days)
        ),
    };
    [doses, marks].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

fn row(week: &KeptWeek) -> Vec<String> {
    let of = |share: journal::insights::Share| if share.of == 0 { none() } else { counted(share) };
    vec![
        say!(insights.kept_from_to, from = dates::short_day(week.from), to = dates::short_day(week.to)),
        of(week.taken),
        dates::number(week.marks),
        dates::number(week.met_days),
        of(week.urges),
        shown(week.mood).map_or_else(none, |mood| dates::decimal(mood.median)),
    ]
}
