//! The numbers of the made-up journal of "Look around": 120 days of check-ins and urges that ease over time, with a
//! harder Friday evening and harder days after short nights. No words, no substances, no scenes; always the same.

use keeper::protocol::{
    CheckInWords, Coping, CopingFamily, Ending, Trigger, TriggerLeaf, TriggerRoot, UrgeWords, Used, Written,
};

/// How many days back it goes.
pub const MADE_UP_DAYS: i32 = 120;

/// A second since 1970 with the offset and the zone there and then.
pub type MadeUpMoment = (i64, i16, String);

/// The records of the days before `today` (days since 1970-01-01), the oldest first; `at` says what the clock of this
/// device makes of a day and an hour.
pub fn made_up_days(today: i32, at: impl Fn(i32, u8) -> MadeUpMoment) -> Vec<Written> {
    let mut chance = Chance(20_261_124);
    let mut written = Vec::new();
    for ago in (1..=MADE_UP_DAYS).rev() {
        let day = MadeUpDay::of(today - ago, ago, &mut chance);
        written.extend(day.urges.iter().map(|urge| urge.written(at(day.day, urge.hour))));
        // About one day in five is left blank, as it is in life.
        if chance.below(5) > 0 {
            written.push(day.check_in(at(day.day, 21)));
        }
    }
    written
}

struct MadeUpDay {
    day: i32,
    mood: u8,
    sleep_minutes: u16,
    urges: Vec<MadeUpUrge>,
}

struct MadeUpUrge {
    hour: u8,
    strength: u8,
    drop: u8,
    minutes: u16,
    trigger: Option<(TriggerRoot, Option<TriggerLeaf>)>,
    coping: Vec<CopingFamily>,
}

impl MadeUpDay {
    fn of(day: i32, ago: i32, chance: &mut Chance) -> Self {
        let is_friday = (day + 3).rem_euclid(7) == 4;
        let sleep_minutes = 300 + chance.below(8) as u16 * 30;
        let after_short_night = sleep_minutes < 360;
        let long_ago = ago > MADE_UP_DAYS / 2;
        let wave = (ago / 9 % 4 - 1) * 2 / 3;
        let mood = 5 + wave + chance.below(3) as i32 - i32::from(after_short_night) - i32::from(long_ago);
        let likely =
            2 + 2 * u32::from(long_ago) + 4 * u32::from(is_friday) + 3 * u32::from(after_short_night);
        let mut urges = Vec::new();
        if chance.below(10) < likely {
            urges.push(MadeUpUrge::of(is_friday, long_ago, chance));
        }
        if chance.below(20) < likely {
            urges.push(MadeUpUrge::of(false, long_ago, chance));
        }
        Self { day, mood: mood.clamp(1, 9) as u8, sleep_minutes, urges }
    }

    fn check_in(&self, (happened_at_s, offset_min, zone): MadeUpMoment) -> Written {
        let craving = self.urges.iter().map(|urge| urge.strength.saturating_sub(2)).max().unwrap_or(1);
        Written::CheckIn(CheckInWords {
            day: self.day,
            happened_at_s,
            offset_min,
            zone,
            mood: Some(self.mood),
            craving: Some(craving),
            sleep: Some(((self.sleep_minutes / 60) as u8).min(9)),
            sleep_minutes: Some(self.sleep_minutes),
            confidence: Some((self.mood + 1).min(9)),
            connection: Some(self.mood),
            used: Some(Used::None),
            ..CheckInWords::default()
        })
    }
}

/// What sets the made-up urges off.
const TRIGGERS: [(TriggerRoot, Option<TriggerLeaf>); 6] = [
    (TriggerRoot::Feeling, Some(TriggerLeaf::Anxious)),
    (TriggerRoot::Conflict, Some(TriggerLeaf::Argument)),
    (TriggerRoot::Body, Some(TriggerLeaf::Tired)),
    (TriggerRoot::Feeling, Some(TriggerLeaf::Bored)),
    (TriggerRoot::Cue, Some(TriggerLeaf::Place)),
    (TriggerRoot::GoodMood, None),
];

impl MadeUpUrge {
    fn of(in_the_evening: bool, long_ago: bool, chance: &mut Chance) -> Self {
        let hour = if in_the_evening { 19 } else { [8, 13, 17, 18, 22][chance.below(5) as usize] };
        let trigger = (chance.below(8) > 0).then(|| TRIGGERS[chance.below(6) as usize]);
        let harder = u32::from(matches!(trigger, Some((TriggerRoot::Conflict, _)))) * 2;
        let strength = (2 + chance.below(5) + harder + u32::from(long_ago)).min(10) as u8;
        let first = [
            CopingFamily::ReachSomeone,
            CopingFamily::Wait,
            CopingFamily::Move,
            CopingFamily::Distract,
            CopingFamily::Settle,
        ][chance.below(5) as usize];
        let reached = u32::from(first == CopingFamily::ReachSomeone);
        let mut coping = vec![first];
        if chance.below(4) == 0 && first != CopingFamily::Settle {
            coping.push(CopingFamily::Settle);
        }
        let drop = (chance.below(4) + reached * 2).min(strength.into()) as u8;
        Self { hour, strength, drop, minutes: 5 + chance.below(6) as u16 * 5, trigger, coping }
    }

    fn written(&self, (happened_at_s, offset_min, zone): MadeUpMoment) -> Written {
        let trigger = |(root, leaf)| Trigger { root, leaf, name: String::new() };
        let coping = |family: &CopingFamily| Coping { family: *family, name: String::new() };
        Written::Urge(UrgeWords {
            strength: Some(self.strength),
            happened_at_s,
            offset_min,
            zone,
            triggers: self.trigger.map(trigger).into_iter().collect(),
            out_of_nowhere: self.trigger.is_none(),
            coping: self.coping.iter().map(coping).collect(),
            after: Some(self.strength - self.drop),
            minutes: Some(self.minutes),
            ending: Some(if self.drop > 0 { Ending::Passed } else { Ending::StillHere }),
            ..UrgeWords::default()
        })
    }
}

/// Numbers that look drawn and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(limit)) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use journal::insights::{DayFact, Fact, Facts, Insights, Moment, Range, UrgeFact};
    use journal::{Day, DayStart};

    const TODAY: i32 = 20_780;

    fn written() -> Vec<Written> {
        made_up_days(TODAY, |day, hour| (i64::from(day) * 86_400 + i64::from(hour) * 3_600, 0, String::new()))
    }

    #[test]
    fn it_is_the_same_each_time_and_may_be_saved() {
        assert_eq!(written(), written());
        for record in written() {
            match record {
                Written::Urge(words) => assert_eq!(journal::Said::check(&words), Ok(())),
                Written::CheckIn(words) => assert_eq!(journal::Said::check(&words), Ok(())),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn there_is_something_to_see_in_it() -> Result<(), journal::DayError> {
        let mut facts = Facts::default();
        for record in written() {
            let fact = match record {
                Written::Urge(words) => UrgeFact::of(&words).map(Fact::Urge),
                Written::CheckIn(words) => DayFact::said(&words).map(|said| {
                    let at = Moment { second: words.happened_at_s, offset_min: words.offset_min };
                    Fact::Day(said, at)
                }),
                _ => None,
            };
            fact.iter().for_each(|fact| facts.add(fact, DayStart::Midnight));
        }
        for range in [Range::Days28, Range::Days90, Range::All] {
            let period = range.period(&facts, Day::new(TODAY)?, DayStart::Midnight);
            let found = Insights::of(&facts, period, DayStart::Midnight);
            assert!(
                found.is_fair() && found.urges.n > 5 && found.urges.lengths.typical.is_some(),
                "{range:?}"
            );
        }
        let period = Range::All.period(&facts, Day::new(TODAY)?, DayStart::Midnight);
        let found = Insights::of(&facts, period, DayStart::Midnight);
        assert!(!found.patterns.found.is_empty(), "{:?}", found.patterns);
        Ok(())
    }
}
