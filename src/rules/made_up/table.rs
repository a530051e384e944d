//! The table of the made-up journal: legs that grew over the months, three people, contact, and three looks over it.

use keeper::protocol::support::table::{
    ContactWords, Gives, LeafLine, LegKind, LegSeen, LegWords, PersonWords, ReviewWords, Strength,
};
use keeper::protocol::{Id, Written};

use super::{Here, MADE_UP_DAYS};

/// The words it is made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MadeUpTable {
    /// The own leg.
    pub own_leg: String,
    /// A peer, a relative, somebody in therapy.
    pub people: [String; 3],
    /// The boundary with the relative: my limit, what I will say, what I will do.
    pub boundary: [String; 3],
    /// A place among peers.
    pub place: String,
    /// How the relative sees the change.
    pub stance: String,
    /// A look over the table: where it is strong, what is missing, who listens.
    pub look: [String; 3],
}

/// Days, counted from the first, on which the table was looked over.
const LOOKS: [i32; 3] = [24, 55, 92];
/// The legs: which, when they came, and how strong they were at each look, and are now.
const LEGS: [(LegKind, i32, [u8; 4]); 6] = [
    (LegKind::Medical, 2, [1, 2, 2, 2]),
    (LegKind::Therapy, 9, [1, 1, 2, 3]),
    (LegKind::Peers, 20, [1, 2, 3, 3]),
    (LegKind::Family, 20, [0, 1, 1, 2]),
    (LegKind::Coach, 54, [0, 0, 0, 0]),
    (LegKind::Own, 60, [0, 0, 1, 2]),
];
/// On which legs the three people stand, and every how many days there is contact.
const PEOPLE: [(LegKind, i32); 3] = [(LegKind::Peers, 4), (LegKind::Family, 17), (LegKind::Therapy, 14)];

/// The id of the leg of a kind.
pub(super) fn leg_id(kind: LegKind) -> Id {
    [128 + kind as u8; 16]
}

/// The id of the one who stands on it.
fn person_id(leg: LegKind) -> Id {
    [160 + leg as u8; 16]
}

/// The id of somebody of the table.
pub(super) fn id_of(person: &PersonWords) -> Option<Id> {
    let (kind, _) = PEOPLE.into_iter().find(|(kind, _)| person.legs == [leg_id(*kind)])?;
    Some(person_id(kind))
}

/// All of it, each with its moment; `at` gives the second of a day and an hour.
pub(super) fn table(here: &Here, words: &MadeUpTable, at: impl Fn(i32, i64) -> i64) -> Vec<(i64, Written)> {
    let today = (at(MADE_UP_DAYS - 1, 12) + i64::from(here.offset_min) * 60).div_euclid(86_400) as i32;
    let mut out = Vec::new();
    for (kind, day, strengths) in LEGS {
        let leg = leg(words, kind, strength(strengths[3]), today);
        let second = at(day, 19);
        out.push((second, Written::Leg(LegWords { happened_at_s: second, ..here.leg(leg) })));
    }
    for (number, (kind, every)) in PEOPLE.into_iter().enumerate() {
        let name = words.people[number].clone();
        let second = at(21, 19);
        out.push((
            second,
            Written::Person(PersonWords {
                happened_at_s: second,
                ..here.person(person(words, number, kind))
            }),
        ));
        let days = (22 + number as i32..MADE_UP_DAYS).step_by(every as usize);
        out.extend(days.map(|day| {
            let second = at(day, 18);
            let contact = ContactWords {
                name: name.clone(),
                person: Some(person_id(kind)),
                happened_at_s: second,
                offset_min: here.offset_min,
                zone: here.zone.clone(),
                ..ContactWords::default()
            };
            (second, Written::Contact(contact))
        }));
    }
    for (number, day) in LOOKS.into_iter().enumerate() {
        let second = at(day, 20);
        out.push((second, Written::Review(look(here, words, number, day, second))));
    }
    out
}

fn strength(number: u8) -> Option<Strength> {
    Strength::ALL.into_iter().find(|strength| strength.number() == number)
}

fn leg(words: &MadeUpTable, kind: LegKind, strength: Option<Strength>, today: i32) -> LegWords {
    let leg = LegWords { kind, strength, ..LegWords::default() };
    match kind {
        LegKind::Peers => LegWords { things: vec![words.place.clone()], ..leg },
        LegKind::Family => LegWords {
            wobbles_day: Some(today - 1),
            leaf: vec![LeafLine::AskToday, LeafLine::ListenFirst, LeafLine::NoChecking],
            ..leg
        },
        LegKind::Own => LegWords { name: words.own_leg.clone(), ..leg },
        _ => leg,
    }
}

fn person(words: &MadeUpTable, number: usize, kind: LegKind) -> PersonWords {
    let [limit, say, act] = words.boundary.clone();
    let person = PersonWords {
        name: words.people[number].clone(),
        legs: vec![leg_id(kind)],
        ..PersonWords::default()
    };
    match kind {
        LegKind::Peers => PersonWords {
            gives: vec![Gives::Listening, Gives::Company, Gives::Crisis],
            listens: true,
            ..person
        },
        LegKind::Family => PersonWords {
            gives: vec![Gives::Lift, Gives::Practical],
            stance: words.stance.clone(),
            limit,
            say,
            act,
            ..person
        },
        _ => PersonWords { gives: vec![Gives::Listening, Gives::KnowHow], listens: true, ..person },
    }
}

fn look(here: &Here, words: &MadeUpTable, number: usize, day: i32, second: i64) -> ReviewWords {
    let there = LEGS.into_iter().filter(|(_, since, _)| *since <= day);
    let legs = there.map(|(kind, _, strengths)| LegSeen {
        kind,
        name: if kind == LegKind::Own { words.own_leg.clone() } else { String::new() },
        strength: strength(strengths[number]),
        wobbles: false,
    });
    let [strong, missing, listens] = words.look.clone();
    ReviewWords {
        strong,
        missing,
        listens,
        legs: legs.collect(),
        happened_at_s: second,
        offset_min: here.offset_min,
        zone: here.zone.clone(),
    }
}

impl Here {
    fn leg(&self, leg: LegWords) -> LegWords {
        LegWords { offset_min: self.offset_min, zone: self.zone.clone(), ..leg }
    }

    fn person(&self, person: PersonWords) -> PersonWords {
        PersonWords { offset_min: self.offset_min, zone: self.zone.clone(), ..person }
    }
}
