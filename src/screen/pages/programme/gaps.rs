//! The gap check as a card: facts of what is written here, and nothing of what is not.

use keeper::protocol::Said;
use keeper::protocol::support::medical::{AppointmentWords, MedicineWords};
use keeper::protocol::support::programme::{Gap, GapFacts, LastContact, MeetingWords, Supply};
use keeper::protocol::support::table::{ContactWords, LegWords, PersonWords};
use leptos::prelude::*;

use super::names::day_within;
use super::records::{Loaded, Own};
use crate::screen::components::{card, follow, plain, soft};
use crate::screen::pages::table::leg_name;
use crate::screen::words::say;

/// The card.
pub fn gaps(today: i32) -> AnyView {
    let written = Written::load();
    let found = Memo::new(move |_| written.facts(today).gaps().iter().map(|gap| said(gap, today)).collect());
    let lines = follow(move || {
        let lines: Vec<String> = found.get();
        if lines.is_empty() {
            return plain(say!(programme.gaps_none));
        }
        let lines: Vec<AnyView> =
            lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }.into_any()).collect();
        view! { <ul class="gaps">{lines}</ul> }.into_any()
    });
    card("gaps", say!(programme.gaps), [lines, soft(say!(programme.gaps_help))])
}

/// What there is to look at.
#[derive(Clone, Copy)]
struct Written {
    meetings: Loaded<MeetingWords>,
    appointments: Loaded<AppointmentWords>,
    medicines: Loaded<MedicineWords>,
    legs: Loaded<LegWords>,
    people: Loaded<PersonWords>,
    contacts: Loaded<ContactWords>,
}

impl Written {
    fn load() -> Self {
        Self {
            meetings: Loaded::all(),
            appointments: Loaded::all(),
            medicines: Loaded::all(),
            legs: Loaded::all(),
            people: Loaded::all(),
            contacts: Loaded::all(),
        }
    }

    fn facts(self, today: i32) -> GapFacts {
        let next = |all: &[Own<MeetingWords>]| {
            all.iter().filter_map(|own| own.words.next_from(today)).collect::<Vec<i32>>()
        };
        let day = |own: &Own<AppointmentWords>| civil_day(&own.words);
        let supply = |words: &MedicineWords| Supply {
            name: words.name.clone(),
            ends: words.supply_until_day,
            refill: words.refill_day,
        };
        GapFacts {
            today,
            supplies: self.medicines.with(|all| {
                let taken = all.iter().filter(|own| !own.words.ended);
                taken.map(|own| supply(&own.words)).collect()
            }),
            appointments: self.appointments.with(|all| some(all).map(|all| all.iter().map(day).collect())),
            meetings: self.meetings.with(|all| some(all).map(next)),
            contacts: self.last_contacts(),
        }
    }

    /// Of those legs of which contact was ever written down.
    fn last_contacts(self) -> Vec<LastContact> {
        let people: Vec<_> =
            self.people.with(|all| all.iter().map(|own| (own.id, own.words.clone())).collect());
        let last_of = |leg: &Own<LegWords>| {
            self.contacts.with(|all| {
                let with = all.iter().filter(|own| own.words.is_with_leg(leg.id, &people));
                with.map(|own| own.words.day()).max()
            })
        };
        let contact = |leg: &Own<LegWords>| {
            let last = Some(last_of(leg)?);
            Some(LastContact { name: leg_name(&leg.words), since: civil_day(&leg.words), last })
        };
        self.legs.with(|all| all.iter().filter_map(contact).collect())
    }
}

/// What was never written down says nothing.
fn some<T>(all: &[T]) -> Option<&[T]> {
    (!all.is_empty()).then_some(all)
}

fn civil_day(said: &impl Said) -> i32 {
    let (second, offset_min) = said.moment();
    (second + i64::from(offset_min) * 60).div_euclid(86_400) as i32
}

fn said(gap: &Gap, today: i32) -> String {
    let day = |day: i32| day_within(day, today);
    match gap {
        Gap::Supply { name, ends, refill } => {
            say!(programme.gap_supply, name = name, ends = day(*ends), refill = day(*refill))
        }
        Gap::NoRefill { name, ends } => say!(programme.gap_no_refill, name = name, ends = day(*ends)),
        Gap::NoAppointment => say!(programme.gap_appointment).to_owned(),
        Gap::NoMeeting => say!(programme.gap_meeting).to_owned(),
        Gap::NoContact { name, since: Some(since) } => {
            say!(programme.gap_contact, name = name, day = day(*since))
        }
        Gap::NoContact { name, since: None } => say!(programme.gap_no_contact, name = name),
    }
}
