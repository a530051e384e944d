//! What is in a file that was seen whole, and how it stands to what is here. What is done with it stands below.

use keeper::protocol::{BackupSeen, Compared};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Opening, Place, fresh, merging};
use crate::screen::browser::{clock, dates, space};
use crate::screen::components::{card, follow_if, group, nothing, plain, soft};
use crate::screen::pages::backup::words::{kind_name, megabytes, megabytes_left};
use crate::screen::words::say;

/// The step.
pub fn contents(opening: Opening) -> AnyView {
    let Some(seen) = opening.seen.get_value().map(|file| file.seen) else { return nothing() };
    let next = match (opening.place, seen.compared) {
        (Place::Journal, Some(compared)) => {
            group([compared_part(compared), room(&seen), merging::merging(opening, compared)])
        }
        _ => group([room(&seen), fresh::fresh(opening)]),
    };
    group([held(&seen), next])
}

type Fact = (&'static str, String);

fn facts(facts: Vec<Fact>) -> AnyView {
    let facts: Vec<AnyView> =
        facts.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> }.into_any()).collect();
    view! { <dl class="facts">{facts}</dl> }.into_any()
}

fn held(seen: &BackupSeen) -> AnyView {
    let day = |second: i64| dates::whole_day(clock::local_of_ms(second as f64 * 1_000.0).day());
    let mut all: Vec<Fact> = vec![(say!(backup.made), dates::instant(seen.made_at_ms))];
    if let Some((first, last)) = seen.first_s.zip(seen.last_s) {
        all.extend([(say!(backup.from), day(first)), (say!(backup.to), day(last))]);
    }
    let counts = seen.kinds.iter().filter(|count| count.live > 0);
    all.extend(counts.map(|count| (kind_name(count.kind), dates::number(count.live))));
    let newer = match seen.newer {
        0 => nothing(),
        count => soft(say!(backup.newer_kept, count = dates::number(count))),
    };
    let empty =
        if seen.kinds.iter().all(|count| count.live == 0) { plain(say!(backup.empty)) } else { nothing() };
    card("held", say!(backup.held), [facts(all), newer, empty])
}

fn compared_part(compared: Compared) -> AnyView {
    let counts = [
        (say!(backup.compared.new), compared.new),
        (say!(backup.compared.newer), compared.newer),
        (say!(backup.compared.both), compared.both),
        (say!(backup.compared.deleted_there), compared.deleted_there),
        (say!(backup.compared.same), compared.same),
        (say!(backup.compared.older), compared.older),
        (say!(backup.compared.deleted_here), compared.deleted_here),
        (say!(backup.compared.only_here), compared.only_here),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let counts: Vec<Fact> = counts.map(|(name, count)| (name, dates::number(count))).collect();
    if counts.is_empty() {
        return nothing();
    }
    card("compared", say!(backup.compared.title), [facts(counts)])
}

/// Where room is short it is said beforehand, with figures.
fn room(seen: &BackupSeen) -> AnyView {
    let needed = seen.room;
    let left = RwSignal::new(None::<u64>);
    spawn_local(async move {
        left.try_set(space::space().await.left_bytes.map(|bytes| bytes as u64));
    });
    let short = follow_if(move || {
        let left = left.get().filter(|left| *left < needed)?;
        let (needed, free) = (megabytes(needed), megabytes_left(left));
        Some(plain(say!(backup.refused.room.what, needed = needed, free = free)))
    });
    view! { <div class="live" role="status">{short}</div> }.into_any()
}
