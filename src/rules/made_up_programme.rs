//! Programme and routine in the made-up journal: two routines with most of their days kept, a weekly meeting, what was
//! promised, a small step, and notes of guidance. The same every time.

use keeper::protocol::support::programme::{
    GuidanceHeading, GuidanceWords, KeptWords, MeetingWords, PromiseState, PromiseWords, RoutineWords,
    TaskWords,
};
use keeper::protocol::{Id, OneKind, Written};

use crate::Here;

const DAY_S: i64 = 86_400;
/// Days that routines and meetings go back.
const BACK: i32 = 110;
/// Six in the evening.
const MEETING_MINUTE: u16 = 18 * 60;
/// ISO number of the weekday of the meeting: Thursday.
const MEETING_DAY: i32 = 4;

const WALK: Id = [31; 16];
const PHONE: Id = [32; 16];
const GROUP: Id = [33; 16];

/// The words it is made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProgrammeWords {
    /// Two routines: on three days of the week, and every day.
    pub routines: [String; 2],
    /// A meeting: name and place.
    pub meeting: [String; 2],
    /// What was taken along from it; one at least.
    pub takeaways: Vec<String>,
    /// Done, and to whom; still standing, and to whom.
    pub promises: [String; 4],
    /// A small step, for which goal, and what is next.
    pub task: [String; 3],
    /// One note for each heading.
    pub guidance: [String; 4],
}

/// The records with their ids, none later than now.
#[must_use]
pub fn made_up_programme(here: &Here, words: &ProgrammeWords) -> Vec<(Id, Written)> {
    let today = (here.now_s + i64::from(here.offset_min) * 60).div_euclid(DAY_S) as i32;
    let mut making = Making { here, today, out: Vec::new() };
    making.routines(&words.routines);
    making.meetings(words);
    making.promises(words);
    making.guidance(&words.guidance);
    let mut out = making.out;
    out.retain(|(_, written)| written.moment().0 <= here.now_s);
    out
}

struct Making<'a> {
    here: &'a Here,
    today: i32,
    out: Vec<(Id, Written)>,
}

impl Making<'_> {
    fn put<S: OneKind>(&mut self, id: Option<Id>, (day, minute): (i32, u16), mut words: S) {
        let (number, offset_s) = (self.out.len() as u64 + 1, i64::from(self.here.offset_min) * 60);
        let second = i64::from(day) * DAY_S + i64::from(minute) * 60 - offset_s;
        words.put_moment(second, self.here.offset_min, self.here.zone.clone());
        self.out.push((id.unwrap_or_else(|| id_of(number)), words.written()));
    }

    fn routines(&mut self, [walk, phone]: &[String; 2]) {
        let since_day = self.today - BACK;
        let walk = RoutineWords {
            name: walk.clone(),
            weekdays: vec![1, 3, 5],
            since_day,
            ..RoutineWords::default()
        };
        let phone = RoutineWords { name: phone.clone(), since_day, ..RoutineWords::default() };
        for day in since_day..self.today {
            for (routine, words, skipped) in [(WALK, &walk, 4), (PHONE, &phone, 3)] {
                if words.falls_on(day) && (day.wrapping_mul(7) + skipped) % 5 % skipped != 0 {
                    let kept = KeptWords { routine, day, ..KeptWords::default() };
                    self.put(None, (day, 20 * 60), kept);
                }
            }
        }
        self.put(Some(WALK), (since_day, 8 * 60), walk);
        self.put(Some(PHONE), (since_day, 8 * 60 + 1), phone);
    }

    fn meetings(&mut self, words: &ProgrammeWords) {
        let [name, place] = words.meeting.clone();
        // 1970-01-01 was a Thursday.
        let first = (self.today - BACK..).find(|day| (day + 3).rem_euclid(7) + 1 == MEETING_DAY);
        let first = first.unwrap_or(self.today);
        let plan = MeetingWords {
            name,
            place,
            day: first,
            minute: MEETING_MINUTE,
            weekly: true,
            ..MeetingWords::default()
        };
        let taken = words.takeaways.iter().cycle();
        let weeks = (first..self.today).step_by(7).enumerate().filter(|(week, _)| week % 5 != 3);
        for ((_, day), takeaway) in weeks.zip(taken) {
            let been = MeetingWords {
                day,
                weekly: false,
                been: true,
                of: Some(GROUP),
                takeaway: takeaway.clone(),
                ..plan.clone()
            };
            self.put(None, (day, MEETING_MINUTE), been);
        }
        self.put(Some(GROUP), (first - 1, 9 * 60), plan);
    }

    fn promises(&mut self, words: &ProgrammeWords) {
        let [done, to, stands, whom] = words.promises.clone();
        let promise = |name, whom, by, state| PromiseWords {
            name,
            whom,
            by_day: Some(by),
            state,
            ..PromiseWords::default()
        };
        let (today, said) = (self.today, PromiseState::Done);
        self.put(None, (today - 20, 12 * 60), promise(done, to, today - 12, said));
        self.put(None, (today - 4, 12 * 60), promise(stands, whom, today + 1, PromiseState::Open));
        let [name, goal, next] = words.task.clone();
        let review_day = Some(today + 5);
        let task = TaskWords { name, goal, next, review_day, ..TaskWords::default() };
        self.put(None, (today - 9, 12 * 60), task);
    }

    fn guidance(&mut self, notes: &[String; 4]) {
        for (at, (heading, words)) in GuidanceHeading::ALL.into_iter().zip(notes).enumerate() {
            let note = GuidanceWords { heading, words: words.clone(), ..GuidanceWords::default() };
            self.put(None, (self.today - 40 + 9 * at as i32, 21 * 60), note);
        }
    }
}

/// An id, spread over the pages of the list.
fn id_of(number: u64) -> Id {
    let mut id = [0x52; 16];
    id[..8].copy_from_slice(&number.wrapping_mul(0xD134_2543_DE82_EF95).to_be_bytes());
    id
}

#[cfg(test)]
mod tests {
    use super::*;
    use keeper::protocol::RowKind;

    fn words() -> ProgrammeWords {
        let line = |words: &str| words.to_owned();
        ProgrammeWords {
            routines: [line("a"), line("b")],
            meeting: [line("g"), line("p")],
            takeaways: vec![line("t"), line("")],
            promises: [line("1"), line("2"), line("3"), line("4")],
            task: [line("s"), line("f"), line("n")],
            guidance: [line("w"), line("x"), line("y"), line("z")],
        }
    }

    #[test]
    fn it_is_the_same_every_time_and_never_later_than_now() {
        for offset_min in [-720, 0, 330, 840] {
            let here = Here { now_s: 1_795_550_000, offset_min, zone: "z".into() };
            let all = made_up_programme(&here, &words());
            assert_eq!(all, made_up_programme(&here, &words()));
            let ids: std::collections::BTreeSet<Id> = all.iter().map(|(id, _)| *id).collect();
            assert_eq!(ids.len(), all.len());
            assert!(all.iter().all(|(_, written)| written.moment().0 <= here.now_s));
        }
    }

    #[test]
    fn most_days_are_kept_and_some_are_not() {
        let here = Here { now_s: 1_795_550_000, offset_min: 60, zone: String::new() };
        let all = made_up_programme(&here, &words());
        let count = |kind: RowKind| all.iter().filter(|(_, written)| written.kind() == kind).count();
        assert!((60..=130).contains(&count(RowKind::Kept)), "{}", count(RowKind::Kept));
        assert!((11..=15).contains(&count(RowKind::Meeting)), "{}", count(RowKind::Meeting));
        let few = [RowKind::Routine, RowKind::Promise, RowKind::Task, RowKind::Guidance].map(count);
        assert_eq!(few, [2, 2, 1, 4]);
    }
}
