//! From records to what may be told of them. What is never shared does not get this far: whoever calls leaves it out.

use super::choices::SummaryAsk;
use super::gathered::{Gathered, GoalLine, ScoreLine, SleepLine, SupportLine, ToldLine, UrgeLine, UseLine};
use super::part::Part;
use super::picked::Passage;
use crate::insights::{Facts, GoalProgress, Insights, Period, Spread, bounds_with_blanks};
use crate::{CheckInWords, Day, DayStart, Ending, GoalDays, GoalWords, OneGoal, ReturnWords, plain};

/// The records that may be looked at: all of a kind, whatever their day. Plain, so that kinds can be added from
/// wherever they rest.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Records {
    /// What records say in numbers.
    pub facts: Facts,
    /// When days begin.
    pub starts: DayStart,
    /// Goals, with their records' ids.
    pub goals: Vec<([u8; 16], GoalWords)>,
    /// Check-ins.
    pub check_ins: Vec<CheckInWords>,
    /// Returns to use.
    pub returns: Vec<ReturnWords>,
    /// The entries that were picked.
    pub passages: Vec<Passage>,
    /// Kinds of support.
    pub supports: Vec<SupportLine>,
    /// Medicines.
    pub medicines: Vec<ToldLine>,
    /// Side effects.
    pub side_effects: Vec<ToldLine>,
    /// Appointments.
    pub appointments: Vec<ToldLine>,
    /// Scores.
    pub scores: Vec<ScoreLine>,
}

/// What the records of the asked days give of the asked parts.
#[must_use]
pub fn gather(ask: &SummaryAsk, records: &Records) -> Gathered {
    let Some(period) = period_of(ask) else { return Gathered::default() };
    let insights = Insights::of(&records.facts, period, records.starts);
    let on = |part| ask.has(part);
    let dated = |lines: &[ToldLine]| -> Vec<ToldLine> {
        lines.iter().filter(|line| line.day.is_none_or(|day| is_within(period, day))).cloned().collect()
    };
    Gathered {
        from: insights.from,
        to: insights.to,
        days: insights.days,
        recorded: insights.recorded,
        passages: on(Part::Passages).then(|| passages(&records.passages, period)),
        goals: on(Part::Goals).then(|| goals(ask, records, period)),
        urges: on(Part::Triggers).then_some((insights.urges.n, insights.urges.days, insights.urges.strength)),
        craving: on(Part::Lines).then_some(insights.daily.craving),
        mood: on(Part::Lines).then_some(insights.daily.mood),
        sessions: match on(Part::Lines) && on(Part::Appointments) {
            true => dated(&records.appointments).iter().filter_map(|line| line.day).collect(),
            false => Vec::new(),
        },
        triggers: on(Part::Triggers).then_some(insights.urges.triggers),
        helped: on(Part::Helped).then_some(insights.helped),
        sleep: on(Part::Sleep).then(|| SleepLine {
            spread: Spread::of(insights.daily.sleep.points.iter().map(|point| point.value)),
            series: insights.daily.sleep.clone(),
        }),
        supports: on(Part::Supports).then(|| supports(ask, &records.supports)),
        medicines: on(Part::Medicines).then(|| dated(&records.medicines)),
        side_effects: on(Part::SideEffects).then(|| dated(&records.side_effects)),
        appointments: on(Part::Appointments).then(|| dated(&records.appointments)),
        scores: on(Part::Instruments).then(|| scores(&records.scores, period)),
        every_urge: on(Part::Urges).then(|| every_urge(ask, records, period)),
        complete: true,
    }
}

/// The period; its days stand in order, and there are not more than [`SummaryAsk::DAYS`].
fn period_of(ask: &SummaryAsk) -> Option<Period> {
    let from = ask.from.max(ask.to.saturating_sub(SummaryAsk::DAYS - 1));
    let period = Period { from: Day::new(from).ok()?, to: Day::new(ask.to).ok()? };
    (period.from <= period.to).then_some(period)
}

fn is_within(period: Period, day: i32) -> bool {
    Day::new(day).is_ok_and(|day| period.contains(day))
}

fn passages(picked: &[Passage], period: Period) -> Vec<Passage> {
    let within = picked.iter().filter(|passage| is_within(period, passage.day));
    let shown = |passage: &Passage| Passage { text: plain_text(&passage.text), ..passage.clone() };
    within.take(SummaryAsk::PASSAGES).map(shown).collect()
}

fn plain_text(text: &str) -> String {
    text.lines().map(plain::line).collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn supports(ask: &SummaryAsk, supports: &[SupportLine]) -> Vec<SupportLine> {
    let told = |line: &SupportLine| SupportLine {
        people: if ask.has(Part::People) { line.people.clone() } else { Vec::new() },
        ..line.clone()
    };
    supports.iter().map(told).collect()
}

fn scores(scores: &[ScoreLine], period: Period) -> Vec<ScoreLine> {
    scores.iter().filter(|score| is_within(period, score.day)).cloned().collect()
}

/// How an urge ended says on which day something was used: only where dates may be told.
fn every_urge(ask: &SummaryAsk, records: &Records, period: Period) -> Vec<UrgeLine> {
    let may_say =
        |ending: &Ending| ask.has(Part::UseDates) || !matches!(ending, Ending::Used | Ending::UsedALittle);
    let mut urges: Vec<UrgeLine> = records
        .facts
        .urges
        .iter()
        .map(|urge| UrgeLine {
            day: urge.at.day(records.starts).days(),
            strength: urge.strength.number(),
            after: urge.after.map(crate::Strength::number),
            ending: urge.ending.filter(may_say),
        })
        .filter(|urge| is_within(period, urge.day))
        .collect();
    urges.sort_unstable_by_key(|urge| urge.day);
    urges
}

/// Goals that are looked at, each on the days of the period on which it counts.
fn goals(ask: &SummaryAsk, records: &Records, period: Period) -> Vec<GoalLine> {
    let looked_at = || records.goals.iter().filter(|(_, words)| !words.ended);
    let alone = looked_at().count() <= 1;
    let line = |(id, words): &([u8; 16], GoalWords)| {
        let one = OneGoal { id: *id, words, alone };
        let days = GoalDays::of(one, &records.check_ins, &records.returns, records.starts);
        goal_line(ask, words, &days, period)
    };
    looked_at().filter(|(_, words)| words.since_day <= period.to.days()).map(line).collect()
}

fn goal_line(ask: &SummaryAsk, words: &GoalWords, days: &GoalDays, period: Period) -> GoalLine {
    let from = Day::new(words.since_day).map_or(period.from, |since| since.max(period.from));
    let period = Period { from, ..period };
    let progress = GoalProgress::of(&days.in_line, period);
    let amount_of = |day: &Day| days.tenths.get(day).copied().filter(|_| ask.has(Part::Amounts));
    let used = || days.used.iter().filter(|(day, used)| **used && period.contains(**day));
    let uses = || used().map(|(day, _)| UseLine { day: day.days(), tenths: amount_of(day) }).collect();
    let amounts = used().filter_map(|(day, _)| amount_of(day)).map(|tenths| f64::from(tenths) / 10.0);
    GoalLine {
        name: if ask.has(Part::Substances) { words.name.clone() } else { String::new() },
        substance: words.substance.filter(|_| ask.has(Part::Substances)),
        aim: words.aim,
        in_line: progress.in_line,
        days: period.days(),
        bounds: bounds_with_blanks(progress.in_line.hits, progress.in_line.of, period.days()),
        uses: ask.has(Part::UseDates).then(uses),
        amount: Spread::of(amounts).map(|spread| (words.unit.clone(), spread)),
    }
}
