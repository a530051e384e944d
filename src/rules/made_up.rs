//! The made-up journal of "Look around": 120 days of somebody who is not sure, then cuts down, returns to use once, and
//! goes on. No substance, no brand, no amount, no scene of use. The same every time, so that pictures and figures are.
//!
//! What it shows on purpose: about one day in four is not recorded; Friday evenings are harder; so are days after short
//! nights; walking and reaching somebody go with a larger fall; the weeks get a little easier.

mod table;

use keeper::protocol::support::medical::{
    AppointmentWords, DoseReason, DoseWords, MedicineForm, MedicineWords, Outcome, Schedule,
};
use keeper::protocol::{
    Aim, CheckInWords, CompanyKind, Coping, CopingFamily, Ending, EntryText, Feeling, GoalWords, Heading, Id,
    Measure, PlaceKind, ReasonWords, ReturnWords, RulerWords, Substance, Trigger, TriggerLeaf, TriggerRoot,
    UrgeWords, Used, Written,
};

use keeper::protocol::support::worksheets::WorksheetWords;
pub use table::MadeUpTable;

/// Days it goes back.
pub const MADE_UP_DAYS: i32 = 120;

const DAY_S: i64 = 86_400;
/// The day, counted from the first, of the one return to use.
const RETURN_DAY: i32 = 33;
/// The id of the goal.
const GOAL: Id = [7; 16];
/// The id of the medicine.
const MEDICINE: Id = [8; 16];
/// Days back from today on which its doses are written down.
const DOSE_DAYS: i32 = 20;

/// The words it is made of. Every list must hold one at least.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MadeUpWords {
    /// Entries in the order of the days: title, text, tag.
    pub entries: Vec<(String, String, String)>,
    /// Lines of urges.
    pub urges: Vec<String>,
    /// Lines to next time.
    pub to_next: Vec<String>,
    /// Lines of check-ins.
    pub days: Vec<String>,
    /// A walk and a call, as own names of what helps.
    pub coping: (String, String),
    /// Reasons: why, loved, strength, returned.
    pub reasons: [String; 4],
    /// Name of the goal, and why.
    pub goal: (String, String),
    /// The line of the return to use, and what was looked at the day after: different, still there, next step.
    pub back: [String; 4],
    /// Why the ruler is not lower.
    pub ruler: String,
    /// A medicine: its name, and its label.
    pub medicine: (String, String),
    /// With whom an appointment is, what for, and a question to ask.
    pub appointment: [String; 3],
    /// What came of the one before.
    pub outcome: String,
    /// Sheets that are filled in, the oldest first.
    pub sheets: Vec<WorksheetWords>,
    /// The table.
    pub table: MadeUpTable,
}

/// Where and when it is looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Here {
    /// Now, s since 1970 UTC.
    pub now_s: i64,
    /// Offset from UTC, minutes.
    pub offset_min: i16,
    /// Zone as the device names it.
    pub zone: String,
}

/// The records with their ids, oldest first; none but the coming appointment is later than now.
#[must_use]
pub fn made_up(here: &Here, words: &MadeUpWords) -> Vec<(Id, Written)> {
    let today = (here.now_s + i64::from(here.offset_min) * 60).div_euclid(DAY_S) as i32;
    let mut making = Making {
        here,
        words,
        first: today - MADE_UP_DAYS + 1,
        dice: 7,
        out: Vec::new(),
        urges: 0,
        entries: 0,
    };
    making.goal();
    making.medical();
    making.sheets();
    for number in 0..MADE_UP_DAYS {
        making.day(number);
    }
    let table = table::table(here, &words.table, |number, hour| making.at(number, hour, 0));
    let mut out = making.out;
    out.extend(table);
    out.retain(|(second, written)| *second <= here.now_s || matches!(written, Written::Appointment(_)));
    out.sort_by_key(|(second, _)| *second);
    out.into_iter().zip(0..).map(|((_, written), number)| (id_of(&written, number), written)).collect()
}

/// An id for a record, spread over the pages of the list.
fn id_of(written: &Written, number: u64) -> Id {
    match written {
        Written::Goal(_) => return GOAL,
        Written::Medicine(_) => return MEDICINE,
        Written::Leg(leg) => return table::leg_id(leg.kind),
        Written::Person(person) if let Some(id) = table::id_of(person) => return id,
        _ => {}
    }
    let spread = (number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
    let mut id = [0; 16];
    id[..8].copy_from_slice(&spread);
    id[8..].copy_from_slice(&number.to_be_bytes());
    id
}

struct Making<'a> {
    here: &'a Here,
    words: &'a MadeUpWords,
    first: i32,
    dice: u64,
    out: Vec<(i64, Written)>,
    urges: usize,
    entries: usize,
}

impl Making<'_> {
    /// A number below `below`, the same every time (Knuth's MMIX generator).
    fn roll(&mut self, below: u32) -> u8 {
        self.dice = self.dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.dice >> 33) % u64::from(below)) as u8
    }

    /// That day and clock time, s since 1970 UTC.
    fn at(&self, number: i32, hour: i64, minute: u8) -> i64 {
        let day = i64::from(self.first + number);
        day * DAY_S + hour * 3_600 + i64::from(minute) * 60 - i64::from(self.here.offset_min) * 60
    }

    fn put(&mut self, second: i64, written: Written) {
        self.out.push((second, written));
    }

    fn day(&mut self, number: i32) {
        let weekday = (self.first + number + 3).rem_euclid(7);
        let slept_short = self.roll(4) == 0;
        // Harder at first, on Fridays, and after short nights.
        let weight = 5 - number / 40 + i32::from(weekday == 4) * 2 + i32::from(slept_short) * 2;
        let recorded = self.roll(4) != 0 || number == RETURN_DAY || number + 1 == MADE_UP_DAYS;
        if recorded {
            self.check_in(number, weight, slept_short);
        }
        if i32::from(self.roll(10)) < weight {
            self.urge(number, weekday, weight);
        }
        if number % 9 == 2 || number + 1 == MADE_UP_DAYS {
            self.entry(number, weight);
        }
        if number % 14 == 6 {
            self.ruler(number);
        }
        if number == RETURN_DAY {
            self.back(number);
        }
    }

    fn check_in(&mut self, number: i32, weight: i32, slept_short: bool) {
        let second = self.at(number, 8, 10 + self.dice as u8 % 20);
        let near = |middle: i32, roll: u8| (middle + i32::from(roll) - 1).clamp(0, 10) as u8;
        let mood = near(8 - weight / 2 + number / 60, self.roll(3));
        let says_use = self.roll(6) != 0;
        let used = match number == RETURN_DAY {
            true => Used::Some,
            false => Used::None,
        };
        let line = if self.roll(3) == 0 {
            self.words.days[usize::from(self.roll(64)) % self.words.days.len()].clone()
        } else {
            String::new()
        };
        let (craving, sleep) =
            (near(weight - 1, self.roll(3)), near(if slept_short { 3 } else { 7 }, self.roll(3)));
        let sleep_minutes =
            if slept_short { 300 + 10 * u16::from(self.roll(6)) } else { 420 + 10 * u16::from(self.roll(9)) };
        let (confidence, connection) =
            (near(5 + number / 40, self.roll(3)), near(4 + number / 40, self.roll(4)));
        let day = CheckInWords {
            day: self.first + number,
            happened_at_s: second,
            offset_min: self.here.offset_min,
            zone: self.here.zone.clone(),
            mood: Some(mood),
            craving: Some(craving),
            sleep: Some(sleep),
            sleep_minutes: Some(sleep_minutes),
            confidence: Some(confidence),
            connection: Some(connection),
            used: (says_use || number == RETURN_DAY).then_some(used),
            line,
            ..CheckInWords::default()
        };
        self.put(second, Written::CheckIn(day));
    }

    fn urge(&mut self, number: i32, weekday: i32, weight: i32) {
        let evening = weekday == 4 || self.roll(3) != 0;
        let hour = if evening { 17 + i64::from(self.roll(5)) } else { 9 + i64::from(self.roll(7)) };
        let minute = 5 * self.roll(12);
        let second = self.at(number, hour, minute);
        let strength = (weight + i32::from(self.roll(4))).clamp(2, 10) as u8;
        let kind = self.roll(6);
        let (root, leaf, feeling, place, company) = match kind {
            0 => (
                TriggerRoot::Feeling,
                Some(TriggerLeaf::Anxious),
                Feeling::Anxious,
                PlaceKind::Home,
                CompanyKind::Alone,
            ),
            1 => (
                TriggerRoot::Cue,
                Some(TriggerLeaf::Place),
                Feeling::Bored,
                PlaceKind::OnTheWay,
                CompanyKind::Alone,
            ),
            2 => (
                TriggerRoot::Conflict,
                Some(TriggerLeaf::Argument),
                Feeling::Angry,
                PlaceKind::Home,
                CompanyKind::Family,
            ),
            3 => (
                TriggerRoot::Body,
                Some(TriggerLeaf::Tired),
                Feeling::Numb,
                PlaceKind::Work,
                CompanyKind::Colleagues,
            ),
            4 => (
                TriggerRoot::Pressure,
                Some(TriggerLeaf::OthersUsing),
                Feeling::Lonely,
                PlaceKind::WithSomeone,
                CompanyKind::Friends,
            ),
            _ => (
                TriggerRoot::Feeling,
                Some(TriggerLeaf::Lonely),
                Feeling::Lonely,
                PlaceKind::Home,
                CompanyKind::Alone,
            ),
        };
        let (walk, call) = &self.words.coping;
        let (family, name, fall) = match self.urges % 4 {
            0 => (CopingFamily::Move, walk.clone(), 4),
            1 => (CopingFamily::ReachSomeone, call.clone(), 4),
            2 => (CopingFamily::Distract, String::new(), 2),
            _ => (CopingFamily::Wait, String::new(), 1),
        };
        let after = strength.saturating_sub(fall + self.roll(2));
        // Some are left as they were logged: a number and a line.
        let in_full = self.roll(5) != 0;
        let line = self.words.urges[self.urges % self.words.urges.len()].clone();
        let mut urge = UrgeWords {
            strength: Some(strength),
            line,
            happened_at_s: second,
            offset_min: self.here.offset_min,
            zone: self.here.zone.clone(),
            ..UrgeWords::default()
        };
        if in_full {
            urge = UrgeWords {
                triggers: vec![Trigger { root, leaf, name: String::new() }],
                feelings: vec![feeling],
                place: Some(place),
                company: vec![company],
                coping: vec![Coping { family, name }],
                after: Some(after),
                minutes: Some(10 + 5 * u16::from(self.roll(5))),
                ending: Some(if number == RETURN_DAY { Ending::Used } else { Ending::Passed }),
                ..urge
            };
        }
        if self.urges % 9 == 4 {
            urge.to_next = self.words.to_next[self.urges / 9 % self.words.to_next.len()].clone();
        }
        self.urges += 1;
        self.put(second, Written::Urge(urge));
    }

    fn entry(&mut self, number: i32, weight: i32) {
        let second = self.at(number, 7, 30);
        let (title, text, tag) = self.words.entries[self.entries % self.words.entries.len()].clone();
        self.entries += 1;
        let entry = EntryText {
            title,
            text,
            mood: Some((9 - weight).clamp(2, 9) as u8),
            tags: vec![tag],
            happened_at_s: second,
            offset_min: self.here.offset_min,
            zone: self.here.zone.clone(),
            favourite: self.entries % 5 == 3,
            ..EntryText::default()
        };
        self.put(second, Written::Entry(entry));
    }

    fn goal(&mut self) {
        let second = self.at(0, 6, 50);
        let (name, why) = self.words.goal.clone();
        let (offset_min, zone) = (self.here.offset_min, self.here.zone.clone());
        let goal = GoalWords {
            name,
            substance: Some(Substance::OtherSubstance),
            aim: Some(Aim::Stop),
            happened_at_s: second,
            offset_min,
            zone: zone.clone(),
            since_day: self.first,
            measures: vec![Measure::DaysInLine, Measure::RiddenOut, Measure::DaysSince],
            why,
            ..GoalWords::default()
        };
        self.put(second, Written::Goal(goal));
        for (heading, words) in Heading::ALL.into_iter().zip(self.words.reasons.clone()) {
            let zone = zone.clone();
            let reason = ReasonWords {
                heading,
                words,
                happened_at_s: second,
                offset_min,
                zone,
                ..ReasonWords::default()
            };
            self.put(second, Written::Reason(reason));
        }
    }

    fn medical(&mut self) {
        let second = self.at(MADE_UP_DAYS - 1 - 2 * DOSE_DAYS, 7, 0);
        let (name, label) = self.words.medicine.clone();
        let (offset_min, zone) = (self.here.offset_min, self.here.zone.clone());
        let medicine = MedicineWords {
            name,
            label,
            form: Some(MedicineForm::Tablet),
            schedule: Schedule { times_min: vec![480], ..Schedule::default() },
            happened_at_s: second,
            offset_min,
            zone: zone.clone(),
            ..MedicineWords::default()
        };
        self.put(second, Written::Medicine(medicine));
        // Today's is left for whoever looks around.
        for number in MADE_UP_DAYS - DOSE_DAYS..MADE_UP_DAYS - 1 {
            self.dose(number);
        }
        let [with_whom, purpose, question] = self.words.appointment.clone();
        let outcome = self.words.outcome.clone();
        // Ten days ago, and tomorrow.
        for (number, outcome) in [(MADE_UP_DAYS - 11, outcome), (MADE_UP_DAYS, String::new())] {
            let second = self.at(number, 10, 30);
            let appointment = AppointmentWords {
                with_whom: with_whom.clone(),
                purpose: purpose.clone(),
                questions: vec![question.clone()],
                outcome,
                happened_at_s: second,
                offset_min,
                zone: zone.clone(),
                ..AppointmentWords::default()
            };
            self.put(second, Written::Appointment(appointment));
        }
    }

    fn dose(&mut self, number: i32) {
        let (outcome, reason) = match number % 9 {
            // Not written down: that says nothing.
            4 => return,
            7 => (Outcome::Skipped, Some(DoseReason::Forgot)),
            2 => (Outcome::Late, None),
            _ => (Outcome::Taken, None),
        };
        let second = self.at(number, 8, 15);
        let dose = DoseWords {
            medicine: MEDICINE,
            planned_day: Some(self.first + number),
            planned_min: Some(480),
            outcome,
            reason,
            happened_at_s: second,
            offset_min: self.here.offset_min,
            zone: self.here.zone.clone(),
            ..DoseWords::default()
        };
        self.put(second, Written::Dose(dose));
    }

    /// Sheets, spread over the second half.
    fn sheets(&mut self) {
        let sheets = self.words.sheets.iter().zip((MADE_UP_DAYS / 2..).step_by(19));
        let sheets: Vec<_> = sheets.map(|(sheet, number)| (self.at(number, 20, 15), sheet.clone())).collect();
        for (second, sheet) in sheets {
            let (happened_at_s, offset_min, zone) = (second, self.here.offset_min, self.here.zone.clone());
            self.put(second, Written::Worksheet(WorksheetWords { happened_at_s, offset_min, zone, ..sheet }));
        }
    }

    fn ruler(&mut self, number: i32) {
        let second = self.at(number, 19, 0);
        let ruler = RulerWords {
            goal: GOAL,
            happened_at_s: second,
            offset_min: self.here.offset_min,
            zone: self.here.zone.clone(),
            importance: Some(8),
            confidence: Some((4 + number / 30).min(10) as u8),
            readiness: Some((5 + number / 30).min(10) as u8),
            why_not_lower: self.words.ruler.clone(),
            ..RulerWords::default()
        };
        self.put(second, Written::Ruler(ruler));
    }

    fn back(&mut self, number: i32) {
        let second = self.at(number, 22, 40);
        let [line, different, still_have, next_step] = self.words.back.clone();
        let back = ReturnWords {
            goals: vec![GOAL],
            happened_at_s: second,
            offset_min: self.here.offset_min,
            zone: self.here.zone.clone(),
            line,
            different,
            still_have,
            next_step,
            ..ReturnWords::default()
        };
        self.put(second, Written::Return(back));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use keeper::protocol::RowKind;

    fn words() -> MadeUpWords {
        let line = |words: &str| words.to_owned();
        MadeUpWords {
            entries: vec![(line("t"), line("x"), line("g"))],
            urges: vec![line("u"), line("v")],
            to_next: vec![line("n")],
            days: vec![line("d")],
            coping: (line("w"), line("c")),
            reasons: [line("a"), line("b"), line("c"), line("d")],
            goal: (line("g"), line("y")),
            back: [line("1"), line("2"), line("3"), line("4")],
            ruler: line("r"),
            medicine: (line("m"), line("l")),
            appointment: [line("w"), line("p"), line("q")],
            outcome: line("o"),
            sheets: vec![WorksheetWords { title: line("s"), ..WorksheetWords::default() }; 3],
            table: MadeUpTable {
                own_leg: line("o"),
                people: [line("p"), line("q"), line("r")],
                boundary: [line("l"), line("s"), line("d")],
                place: line("h"),
                stance: line("i"),
                look: [line("j"), line("k"), line("m")],
            },
        }
    }

    fn here(offset_min: i16) -> Here {
        Here { now_s: 1_795_550_000, offset_min, zone: "z".into() }
    }

    fn second(written: &Written) -> i64 {
        written.moment().0
    }

    #[test]
    fn it_is_the_same_every_time_in_order_and_never_later_than_now() {
        for offset_min in [-720, 0, 330, 840] {
            let all = made_up(&here(offset_min), &words());
            assert_eq!(all, made_up(&here(offset_min), &words()));
            let ids: std::collections::BTreeSet<Id> = all.iter().map(|(id, _)| *id).collect();
            assert_eq!(ids.len(), all.len());
            assert!(all.is_sorted_by_key(|(_, written)| second(written)));
            let (first, last) = (second(&all[0].1), second(&all[all.len() - 2].1));
            let coming = &all[all.len() - 1].1;
            assert!(second(coming) > 1_795_550_000 && coming.kind() == RowKind::Appointment);
            assert!(last <= 1_795_550_000 && last - first > 118 * DAY_S, "{first} {last}");
        }
    }

    #[test]
    fn it_holds_enough_of_everything_and_a_quarter_of_the_days_is_missing() {
        let all = made_up(&here(60), &words());
        let count = |kind: RowKind| all.iter().filter(|(_, written)| written.kind() == kind).count();
        assert!((80..=100).contains(&count(RowKind::CheckIn)), "{}", count(RowKind::CheckIn));
        assert!((45..=90).contains(&count(RowKind::Urge)), "{}", count(RowKind::Urge));
        assert!(count(RowKind::Entry) >= 12);
        assert_eq!((count(RowKind::Goal), count(RowKind::Return), count(RowKind::Reason)), (1, 1, 4));
        assert!(count(RowKind::Ruler) >= 8);
        assert_eq!((count(RowKind::Medicine), count(RowKind::Appointment)), (1, 2));
        assert!(count(RowKind::Dose) >= 14);
        assert_eq!(count(RowKind::Worksheet), 3);
        assert_eq!((count(RowKind::Leg), count(RowKind::Person), count(RowKind::Review)), (6, 3, 3));
        assert!((30..=60).contains(&count(RowKind::Contact)), "{}", count(RowKind::Contact));
    }

    /// Whoever is named in contact, and whatever somebody stands on, is there.
    #[test]
    fn nobody_of_the_table_hangs_in_the_air() {
        let all = made_up(&here(60), &words());
        let is_there = |id: &Id| all.iter().any(|(known, _)| known == id);
        for (_, written) in &all {
            match written {
                Written::Person(person) => assert!(person.legs.iter().all(is_there)),
                Written::Contact(contact) => assert!(contact.person.iter().all(is_there)),
                _ => {}
            }
        }
    }

    /// What insights are shown on must really be in it.
    #[test]
    fn fridays_are_harder_and_walking_goes_with_a_larger_fall() {
        let all = made_up(&here(60), &words());
        let urges: Vec<&UrgeWords> = all
            .iter()
            .filter_map(|(_, written)| match written {
                Written::Urge(urge) => Some(urge),
                _ => None,
            })
            .collect();
        let mean = |values: Vec<i32>| f64::from(values.iter().sum::<i32>()) / values.len() as f64;
        let strength = |friday: bool| {
            let of = urges.iter().filter(|urge| {
                let day = (urge.happened_at_s + 3_600).div_euclid(DAY_S);
                ((day + 3).rem_euclid(7) == 4) == friday
            });
            mean(of.map(|urge| i32::from(urge.strength.unwrap_or(0))).collect())
        };
        assert!(strength(true) > strength(false) + 0.8, "{} {}", strength(true), strength(false));
        let fall = |family: CopingFamily| {
            let of = urges.iter().filter(|urge| urge.coping.iter().any(|coping| coping.family == family));
            mean(
                of.map(|urge| i32::from(urge.strength.unwrap_or(0)) - i32::from(urge.after.unwrap_or(0)))
                    .collect(),
            )
        };
        assert!(fall(CopingFamily::Move) > fall(CopingFamily::Wait) + 1.5);
    }
}
