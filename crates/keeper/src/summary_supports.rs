//! What Support gives of a summary: legs without names, medicines and what became of doses, appointments. Only what was
//! asked for is read.

use core::ops::Range;
use std::collections::BTreeMap;

use journal::insights::Share;
use journal::summary::{Part, Records, ScoreLine, SupportLine, ToldLine};
use journal::support::medical::{DoseWords, MedicineWords, Outcome};
use journal::support::scores::ScoreWords;
use journal::support::table::{LegKind, LegWords, PersonWords};
use journal::{Day, DayStart, Kind};

use crate::{
    host::Host,
    protocol::{Failure, Id, RowKind, SummaryAsk, Written},
    service::Keeper,
};

impl<H: Host> Keeper<H> {
    pub(crate) async fn supports_into(
        &self,
        ask: &SummaryAsk,
        never: &[u8],
        about: &Range<i64>,
        records: &mut Records,
    ) -> Result<(), Failure> {
        let may = |part, kind: Kind| ask.has(part) && !never.contains(&kind.number());
        if may(Part::Supports, Kind::LEG) {
            let people = match may(Part::People, Kind::PERSON) {
                true => self.every(RowKind::Person, person).await?,
                false => Vec::new(),
            };
            let legs = self.every(RowKind::Leg, leg).await?;
            records.supports = legs.iter().map(|(id, leg)| support_line(*id, leg, &people)).collect();
        }
        let doses = match may(Part::Medicines, Kind::DOSE) || may(Part::SideEffects, Kind::DOSE) {
            true => self.written(RowKind::Dose, about, dose).await?,
            false => Vec::new(),
        };
        let doses: Vec<DoseWords> = doses.into_iter().filter(|dose| is_within(ask, dose, records)).collect();
        if may(Part::Medicines, Kind::MEDICINE) {
            let all = self.every(RowKind::Medicine, medicine).await?;
            let taken = all.iter().filter(|(_, medicine)| !medicine.ended);
            records.medicines = taken.map(|(id, medicine)| medicine_line(*id, medicine, &doses)).collect();
        }
        if may(Part::SideEffects, Kind::DOSE) {
            records.side_effects = side_effects(&doses);
        }
        if may(Part::Instruments, Kind::SCORE) {
            let all = self.written(RowKind::Score, about, score).await?;
            records.scores = all.iter().filter_map(|words| score_line(words, records.starts)).collect();
        }
        if may(Part::Appointments, Kind::APPOINTMENT) {
            let all = self.written(RowKind::Appointment, about, appointment).await?;
            let line = |words: journal::support::medical::AppointmentWords| ToldLine {
                day: Some(Day::of(words.happened_at_s, words.offset_min, records.starts).days()),
                words: if words.purpose.is_empty() { "–".to_owned() } else { words.purpose },
                ..ToldLine::default()
            };
            records.appointments = all.into_iter().map(line).collect();
        }
        Ok(())
    }

    async fn every<T>(
        &self,
        kind: RowKind,
        narrow: fn(Written) -> Option<T>,
    ) -> Result<Vec<(Id, T)>, Failure> {
        let read = self.all(kind, i64::MIN..i64::MAX).await?.into_iter();
        Ok(read.filter_map(|read| Some((read.id, narrow(read.wordings.into_iter().next()?)?))).collect())
    }
}

fn is_within(ask: &SummaryAsk, dose: &DoseWords, records: &Records) -> bool {
    let day = Day::of(dose.happened_at_s, dose.offset_min, records.starts).days();
    (ask.from..=ask.to).contains(&dose.planned_day.unwrap_or(day))
}

fn support_line(id: Id, leg: &LegWords, people: &[(Id, PersonWords)]) -> SupportLine {
    let on_it = people.iter().filter(|(_, person)| person.legs.contains(&id));
    SupportLine {
        kind: leg.kind,
        name: if leg.kind == LegKind::Own { leg.name.clone() } else { String::new() },
        strength: leg.strength.map(|strength| strength.number()),
        people: on_it.map(|(_, person)| person.name.clone()).collect(),
    }
}

/// Doses that were not needed count on neither side.
fn medicine_line(id: Id, medicine: &MedicineWords, doses: &[DoseWords]) -> ToldLine {
    let of_it = doses.iter().filter(|dose| dose.medicine == id && dose.outcome != Outcome::NotNeeded);
    let share = of_it.fold(Share::default(), |share, dose| Share {
        hits: share.hits + u32::from(dose.outcome != Outcome::Skipped),
        of: share.of + 1,
    });
    ToldLine { day: None, words: medicine.name.clone(), share }
}

/// Each by its name, the most frequent first.
fn side_effects(doses: &[DoseWords]) -> Vec<ToldLine> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for effect in doses.iter().flat_map(|dose| &dose.effects) {
        *counts.entry(effect.name.as_str()).or_default() += 1;
    }
    let mut counts: Vec<(&str, u32)> = counts.into_iter().filter(|(name, _)| !name.is_empty()).collect();
    counts.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
    let line = |(name, hits): (&str, u32)| ToldLine {
        day: None,
        words: name.to_owned(),
        share: Share { hits, of: 0 },
    };
    counts.into_iter().map(line).collect()
}

fn score_line(words: &ScoreWords, starts: DayStart) -> Option<ScoreLine> {
    Some(ScoreLine {
        instrument: words.instrument,
        name: words.called().to_owned(),
        day: Day::of(words.happened_at_s, words.offset_min, starts).days(),
        hundredths: words.hundredths?,
    })
}

fn score(written: Written) -> Option<ScoreWords> {
    match written {
        Written::Score(words) => Some(words),
        _ => None,
    }
}

fn leg(written: Written) -> Option<LegWords> {
    match written {
        Written::Leg(words) => Some(words),
        _ => None,
    }
}

fn person(written: Written) -> Option<PersonWords> {
    match written {
        Written::Person(words) => Some(words),
        _ => None,
    }
}

fn medicine(written: Written) -> Option<MedicineWords> {
    match written {
        Written::Medicine(words) => Some(words),
        _ => None,
    }
}

fn dose(written: Written) -> Option<DoseWords> {
    match written {
        Written::Dose(words) => Some(words),
        _ => None,
    }
}

fn appointment(written: Written) -> Option<journal::support::medical::AppointmentWords> {
    match written {
        Written::Appointment(words) => Some(words),
        _ => None,
    }
}
