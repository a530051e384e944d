//! Each section of a summary.

use super::compose::Page;
use super::datum::{Datum, Of};
use super::gathered::{GoalLine, ScoreLine, SleepLine, SupportLine, ToldLine};
use super::headed::Headed;
use super::line::{Body, Chart, Section};
use super::part::Part;
use super::picked::{Passage, shortened};
use super::wording::{Heading, Say};
use crate::insights::{Fairness, HelpedAt, HelpedRow, Point, Series, Spread, Start, TriggerKey, TriggerRow};

/// Most rows of a table on the first page.
const ROWS: usize = 7;
/// Most characters of one passage, of what was typed into a field, of a name, and lines of what was typed.
const PASSAGE: usize = 220;
const TYPED: usize = 100;
const NAME: usize = 40;
const TYPED_LINES: usize = 4;
/// Most kinds of support.
const LEGS: usize = 10;
/// Most characters of what was told in a line.
const WORDS: usize = 60;
/// Most goals.
const GOALS: usize = 3;
/// Most lines told in own words, and most days named one by one.
const TOLD: usize = 4;
const DAYS: usize = 12;
/// Recorded days that make a baseline: most, and least.
const BASELINE: usize = 14;
const BASELINE_LEAST: usize = 5;

pub(crate) fn safety(page: &Page<'_>) -> Section {
    if page.has(Part::Safety) {
        return typed(page, Heading::Safety, &page.chosen.safety);
    }
    let mut section = page.section(Heading::Safety);
    section.say(&Say::NotIncluded);
    section.done()
}

/// What was typed into a field, line by line.
pub(crate) fn typed(page: &Page<'_>, heading: Heading, words: &str) -> Section {
    let mut section = page.section(heading);
    let lines = || words.lines().map(str::trim).filter(|line| !line.is_empty());
    for line in lines().take(TYPED_LINES) {
        section.own(shortened(&page.own(line), TYPED));
    }
    let more = lines().count().saturating_sub(TYPED_LINES);
    if more > 0 {
        section.say(&Say::More(more));
    }
    section.done()
}

pub(crate) fn passages(page: &Page<'_>, passages: &[Passage]) -> Section {
    let mut section = page.section(Heading::Passages);
    let mut was_shortened = false;
    for passage in passages {
        let whole = whole_passage(page, passage);
        let line = shortened(&whole, PASSAGE);
        was_shortened |= line.ends_with('…') && !whole.ends_with('…');
        section.own(line);
    }
    if was_shortened {
        section.say(&Say::Shortened);
    }
    section.done()
}

fn whole_passage(page: &Page<'_>, passage: &Passage) -> String {
    let title = if passage.title.is_empty() { String::new() } else { format!("{} – ", passage.title) };
    let day = page.say(&Say::Day(passage.day));
    page.own(&format!("{day}: {title}{}", passage.text))
}

pub(crate) fn goals(page: &Page<'_>, goals: &[GoalLine]) -> Section {
    let mut section = page.section(Heading::Goals);
    for (at, goal) in goals.iter().take(GOALS).enumerate() {
        let name = shortened(&page.own(&goal.name), NAME);
        let said = Say::Goal { number: at + 1, name: &name, substance: goal.substance, aim: goal.aim };
        section.say(&said);
        section.last_is_own(&name);
        if goal.in_line.of == 0 {
            section.say(&Say::NoneInLine);
        } else {
            let share = goal.in_line;
            let datum = Datum::of_period(Of::DaysInLine, share.hits.into(), Some(share.of));
            section.say_with(&Say::InLine(share), [datum.named(&(at + 1).to_string())]);
        }
        let blank = goal.days.saturating_sub(goal.in_line.of);
        let fair = Fairness::of(goal.in_line.of) > Fairness::CountOnly;
        if let Some(interval) = goal.bounds.filter(|_| blank > 0 && fair) {
            section.say(&Say::Bounds { blank, interval });
        }
        if let Some(uses) = &goal.uses {
            let shown = |line: &super::UseLine| match line.tenths {
                Some(tenths) => page.say(&Say::DayAmount(line.day, tenths)),
                None => page.say(&Say::Day(line.day)),
            };
            let days: Vec<String> = uses.iter().rev().take(DAYS).rev().map(shown).collect();
            let datum = |line: &super::UseLine| {
                Datum::of_day(Of::Use, line.day, line.tenths.map_or(1.0, |tenths| f64::from(tenths) / 10.0))
            };
            let data: Vec<Datum> = uses.iter().map(datum).collect();
            match days.is_empty() {
                true => section.say(&Say::NoUseDays),
                false => section.say_with(&Say::UseDays(&days.join(", ")), data),
            }
        }
        if let Some((unit, spread)) = &goal.amount {
            section.say(&Say::Amount(&page.own(unit), *spread));
        }
    }
    if goals.len() > GOALS {
        section.say(&Say::More(goals.len() - GOALS));
    }
    section.done()
}

pub(crate) fn lines(page: &Page<'_>, (craving, mood): (&Series, &Series)) -> Section {
    let mut section = page.section(Heading::Lines);
    let (from, to, days) = (page.gathered.from, page.gathered.to, page.gathered.days);
    let mut lines = Vec::new();
    let mut data = Vec::new();
    let mut words = Vec::new();
    for (say, of, series) in [(Say::Craving, Of::Craving, craving), (Say::Mood, Of::Mood, mood)] {
        let Some(spread) = Spread::of(series.points.iter().map(|point| point.value)) else { continue };
        let name = page.say(&say);
        words.push(page.say(&Say::Series { name: &name, spread }));
        words.extend(first_and_last(series).map(|said| page.say(&said)));
        let blank = days.saturating_sub(series.points.len() as u32);
        if blank > 0 {
            words.push(page.say(&Say::Missing { blank, days }));
        }
        data.extend(series.points.iter().map(|point| Datum::of_day(of, point.day, point.value)));
        lines.push((name, series.clone()));
    }
    if !lines.is_empty() {
        let marks = page.gathered.sessions.clone();
        if !marks.is_empty() {
            let named: Vec<String> =
                marks.iter().rev().take(DAYS).rev().map(|day| page.say(&Say::Day(*day))).collect();
            words.push(page.say(&Say::Sessions(&named.join(", "))));
        }
        let dates = (page.say(&Say::Day(from)), page.say(&Say::Day(to)));
        let chart = Chart { days: (from, to), dates, lines, marks, words: words.join(" ") };
        section.put(Body::Chart(chart), data);
    }
    section.done()
}

/// Two periods of these days beside each other (DOMAIN 9): the first recorded days as a baseline, and the last; not where
/// they are too few.
fn first_and_last(series: &Series) -> Option<Say<'static>> {
    let days = (series.points.len() / 2).min(BASELINE);
    if days < BASELINE_LEAST {
        return None;
    }
    let spread = |points: &[Point]| Spread::of(points.iter().map(|point| point.value));
    let (first, last) =
        (spread(&series.points[..days])?, spread(&series.points[series.points.len() - days..])?);
    Some(Say::FirstAndLast { days, first, last })
}

pub(crate) fn triggers(page: &Page<'_>, rows: &[TriggerRow]) -> Section {
    let columns = [Say::ColumnTrigger, Say::ColumnUrges, Say::ColumnStrength];
    let mut section = page.section(Heading::Triggers).columns(&columns);
    for row in rows.iter().take(ROWS) {
        let name = shortened(&page.own(&page.say(&Say::Trigger(&row.trigger))), NAME);
        let datum = Datum::of_period(Of::Trigger, row.share.hits.into(), Some(row.share.of)).named(&name);
        let cells = vec![name, page.say(&Say::Of(row.share)), page.say(&Say::Spread(row.strength))];
        section.row(cells, [datum]);
        if let TriggerKey::Own(name) = &row.trigger {
            section.last_is_own(&page.own(name));
        }
    }
    if rows.len() > ROWS {
        section.say(&Say::More(rows.len() - ROWS));
    }
    if let Some((n, days, strength)) = page.gathered.urges.filter(|(n, ..)| *n > 0) {
        let datum = Datum::of_period(Of::Urges, n.into(), None);
        section.say_with(&Say::Urges(n, days, strength), [datum]);
    }
    section.done()
}

pub(crate) fn helped(page: &Page<'_>, helped: &[HelpedAt]) -> Section {
    let columns = [Say::ColumnCoping, Say::ColumnStart, Say::ColumnTimes, Say::ColumnDrop, Say::ColumnPassed];
    let mut section = page.section(Heading::Helped).columns(&columns);
    let mut rows: Vec<(Start, &HelpedRow)> =
        helped.iter().flat_map(|at| at.rows.iter().map(move |row| (at.start, row))).collect();
    rows.sort_by_key(|(_, row)| core::cmp::Reverse(row.n));
    for (start, row) in rows.iter().take(ROWS) {
        let name = page.say(&Say::Coping(row.coping));
        let drop = match row.drop.filter(|_| row.fairness() > Fairness::CountOnly) {
            Some(drop) => page.say(&Say::Spread(drop)),
            None => page.say(&Say::TooFew),
        };
        let datum = Datum::of_period(Of::Coping, row.passed.hits.into(), Some(row.n)).named(&name);
        let passed = page.say(&Say::Of(row.passed));
        section.row(vec![name, page.say(&Say::Start(*start)), row.n.to_string(), drop, passed], [datum]);
    }
    if rows.len() > ROWS {
        section.say(&Say::More(rows.len() - ROWS));
    }
    section.done()
}

pub(crate) fn supports(page: &Page<'_>, supports: &[SupportLine]) -> Section {
    let mut section = page.section(Heading::Supports);
    for support in supports.iter().take(LEGS) {
        let kind = match support.name.is_empty() {
            true => page.say(&Say::Leg(support.kind)),
            false => page.own(&support.name),
        };
        let name = shortened(&kind, NAME);
        let datum = support
            .strength
            .map(|strength| Datum::of_period(Of::Support, f64::from(strength), None).named(&name));
        let mut cells = vec![name, page.say(&Say::Strength(support.strength))];
        if !support.people.is_empty() {
            cells.push(page.say(&Say::People(&shortened(&page.own(&support.people.join(", ")), WORDS))));
        }
        section.row(cells, datum);
        section.last_is_own(
            &page.own(&[std::slice::from_ref(&support.name), support.people.as_slice()].concat().join(", ")),
        );
    }
    section.done()
}

pub(crate) fn sleep(page: &Page<'_>, sleep: &SleepLine) -> Section {
    let mut section = page.section(Heading::Sleep);
    if let Some(spread) = sleep.spread {
        let data = sleep.series.points.iter();
        let data: Vec<Datum> =
            data.map(|point| Datum::of_day(Of::SleepMinutes, point.day, point.value)).collect();
        section.say_with(&Say::Sleep(spread), data);
    }
    section.done()
}

pub(crate) fn told(page: &Page<'_>, heading: Heading, told: &[ToldLine]) -> Section {
    let mut section = page.section(heading);
    for line in told.iter().take(TOLD) {
        let words = shortened(&page.own(&line.words), WORDS);
        let day = line.day.map(|day| page.say(&Say::Day(day)) + ": ").unwrap_or_default();
        let count = match heading {
            Heading::Medicines if line.share.of > 0 => page.say(&Say::Taken(line.share)),
            Heading::SideEffects if line.share.hits > 0 => page.say(&Say::TimesNoted(line.share.hits)),
            _ => String::new(),
        };
        let mut datum = Datum::of_period(Of::Told, line.share.hits.into(), Some(line.share.of)).named(&words);
        datum.day = line.day;
        let body = Body::Own([day + &words, count].join(" ").trim_end().to_owned());
        section.put(body, [datum]);
    }
    if told.len() > TOLD {
        section.say(&Say::More(told.len() - TOLD));
    }
    section.done()
}

/// One row for each instrument: the last score, and what became of it since the first of these days. Every score is in the
/// figures behind it.
pub(crate) fn scores(page: &Page<'_>, scores: &[ScoreLine]) -> Section {
    let mut section = page.section(Heading::Instruments);
    let mut instruments: Vec<Vec<&ScoreLine>> = Vec::new();
    for score in scores {
        let alike =
            |all: &&mut Vec<&ScoreLine>| (all[0].instrument, &all[0].name) == (score.instrument, &score.name);
        match instruments.iter_mut().find(alike) {
            Some(all) => all.push(score),
            None => instruments.push(vec![score]),
        }
    }
    for all in &mut instruments {
        all.sort_by_key(|score| score.day);
    }
    instruments.sort_by_key(|all| core::cmp::Reverse(all.last().map(|score| score.day)));
    for all in instruments.iter().take(TOLD) {
        score_row(page, &mut section, all);
    }
    if instruments.len() > TOLD {
        section.say(&Say::More(instruments.len() - TOLD));
    }
    section.done()
}

fn score_row(page: &Page<'_>, section: &mut Headed<'_>, all: &[&ScoreLine]) {
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return };
    let name = shortened(&page.own(&last.name), NAME);
    let band = last.instrument.band(last.hundredths);
    let mut cells =
        vec![name.clone(), page.say(&Say::Score { hundredths: last.hundredths, day: last.day, band })];
    if all.len() > 1 {
        let by = last.hundredths - first.hundredths;
        let beyond_noise = last.instrument.noise().map(|noise| by.abs() >= noise);
        cells.push(page.say(&Say::ScoreChange { first: first.hundredths, day: first.day, by, beyond_noise }));
    }
    let datum = |score: &&ScoreLine| {
        let value = score.hundredths as f64 / 100.0;
        Datum::of_day(Of::Score(score.instrument), score.day, value).named(&name)
    };
    section.row(cells, all.iter().map(datum));
}

/// What was not chosen, and the rules.
pub(crate) fn left_out(page: &Page<'_>) -> Section {
    let mut section = page.section(Heading::LeftOut);
    let out = Part::ALL.into_iter().filter(|part| *part != Part::Urges && !page.has(*part));
    let names: Vec<String> = out.map(|part| page.say(&Say::LeftOut(part))).collect();
    if !names.is_empty() {
        section.say(&Say::AllLeftOut(&names.join(", ")));
    }
    section.say(&Say::Rules);
    if page.chosen.hides_lines {
        section.say(&Say::LinesHidden);
    }
    if !page.chosen.other_names.is_empty() {
        section.say(&Say::OtherNames(page.chosen.other_names.len()));
    }
    section.done()
}

pub(crate) fn method(page: &Page<'_>) -> Section {
    let mut section = page.section(Heading::Method);
    for say in [Say::MethodScales, Say::MethodLines, Say::MethodBlank, Say::MethodSmall, Say::MethodRecall] {
        section.say(&say);
    }
    section.done()
}

/// Only where it was asked for: every urge, and the passages in full.
pub(crate) fn second_page(page: &Page<'_>) -> Vec<Section> {
    let Some(urges) = &page.gathered.every_urge else { return Vec::new() };
    let columns = [Say::ColumnDay, Say::ColumnStrength, Say::ColumnAfter, Say::ColumnEnding];
    let mut section = page.section(Heading::Urges).columns(&columns);
    for urge in urges {
        let cells = vec![
            page.say(&Say::Day(urge.day)),
            urge.strength.to_string(),
            urge.after.map(|after| after.to_string()).unwrap_or_default(),
            urge.ending.map(|ending| page.say(&Say::Ending(ending))).unwrap_or_default(),
        ];
        section.row(cells, [Datum::of_day(Of::Urge, urge.day, f64::from(urge.strength))]);
    }
    let long = |passage: &&Passage| whole_passage(page, passage).chars().count() > PASSAGE;
    let mut whole = page.section(Heading::WholePassages);
    let mut any = false;
    for passage in page.gathered.passages.iter().flatten().filter(long) {
        any = true;
        whole.own(whole_passage(page, passage));
    }
    let whole = any.then(|| whole.done());
    [Some(section.done()), whole].into_iter().flatten().collect()
}
