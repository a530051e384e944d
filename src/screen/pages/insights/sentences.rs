//! At most three sentences before any chart: what stood out in both halves, as questions; then plain counts.

use journal::insights::{Compared, Fairness, Insights, Pattern, Share, Spread, Subject};
use leptos::prelude::*;

use super::figures::{counted, shown};
use super::names::{coping_name, part_name, trigger_name, weekday_name};
use crate::screen::browser::dates;
use crate::screen::components::{boxed, nothing, own, soft, title};
use crate::screen::words::say;

const MOST: usize = 3;

/// The card of sentences.
pub fn in_short(insights: &Insights) -> AnyView {
    let scope = say!(
        insights.scope,
        recorded = dates::number(insights.recorded),
        days = dates::number(insights.days)
    );
    let patterns = insights
        .patterns
        .found
        .iter()
        .filter_map(|pattern| question(pattern, insights.urges.heat.first_hour));
    let mut sentences: Vec<String> = patterns.take(MOST).collect();
    let asked = sentences.len();
    sentences.extend(plain_counts(insights).into_iter().flatten().take(MOST - asked));
    let lines: Vec<AnyView> =
        sentences.into_iter().map(|words| view! { <li>{own("", words)}</li> }.into_any()).collect();
    let list = view! { <ul class="insights-sentences">{lines}</ul> }.into_any();
    boxed("card", [title(say!(insights.in_short)), list, doubt(insights, asked), soft(scope)])
}

/// How much a pattern is worth: with many looks some stand out by chance.
fn doubt(insights: &Insights, asked: usize) -> AnyView {
    match (asked, insights.patterns.looks) {
        (_, 0) => nothing(),
        (0, _) => soft(say!(insights.nothing_twice)),
        (_, looks) => soft(say!(insights.seen_twice, looks = dates::number(looks))),
    }
}

fn question(pattern: &Pattern, first_hour: u8) -> Option<String> {
    match (&pattern.subject, &pattern.whole) {
        (Subject::Stronger(trigger), Compared::Medians { own, others }) => Some(say!(
            insights.q_stronger,
            trigger = trigger_name(trigger),
            own = dates::decimal(own.median),
            n = dates::number(own.n),
            others = dates::decimal(others.median),
            m = dates::number(others.n)
        )),
        (Subject::FellFurther(coping, start), Compared::Medians { own, others }) => {
            let (low, high) = start.strengths();
            Some(say!(
                insights.q_fell,
                low = low,
                high = high,
                coping = coping_name(*coping),
                own = dates::decimal(own.median),
                n = dates::number(own.n),
                others = dates::decimal(others.median),
                m = dates::number(others.n)
            ))
        }
        (Subject::OnWeekday(day), Compared::Shares { own, others }) => Some(say!(
            insights.q_weekday,
            weekday = weekday_name(*day),
            own = counted(*own),
            others = counted(*others)
        )),
        (Subject::InPart(part), Compared::Shares { own, others }) => Some(say!(
            insights.q_part,
            part = part_name(usize::from(*part), first_hour),
            own = counted(*own),
            others = counted(*others)
        )),
        (Subject::ShortNight, Compared::Shares { own, others }) => {
            Some(say!(insights.q_night, own = counted(*own), others = counted(*others)))
        }
        _ => None,
    }
}

/// Urges, mood, and how urges ended.
fn plain_counts(insights: &Insights) -> [Option<String>; 3] {
    let urges = &insights.urges;
    let half = |spread: Spread| (dates::decimal(spread.low), dates::decimal(spread.high));
    let of_urges = shown(urges.strength).map(|strength| {
        let (low, high) = half(strength);
        let (n, days) = (dates::number(urges.n), dates::number(urges.days));
        say!(insights.f_urges, n = n, days = days, low = low, high = high)
    });
    let mood = Spread::of(insights.daily.mood.points.iter().map(|point| point.value));
    let of_mood = shown(mood).map(|mood| {
        let (low, high) = half(mood);
        let median = dates::decimal(mood.median);
        say!(insights.f_mood, median = median, low = low, high = high, n = dates::number(mood.n))
    });
    [of_urges, of_mood, passed(insights.progress.ridden_out)]
}

fn passed(ridden_out: Share) -> Option<String> {
    let enough = Fairness::of(ridden_out.of) > Fairness::CountOnly;
    enough.then(|| say!(insights.f_passed, count = counted(ridden_out)))
}
