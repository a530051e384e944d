//! What is on the table: legs, people and contact, asked again whenever the journal changes.

use keeper::protocol::support::table::{ContactWords, LegKind, LegWords, PersonWords, ReviewWords};
use keeper::protocol::{EntryRead, Failure, Id, OneKind, Reply, Request, RowKind, Said, TableKnown};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::clock;
use crate::screen::contexts::expect_open_journal;
use crate::screen::keeper_link::{Keeper, expect_keeper};

/// How far back contact is looked at, s.
const CONTACT_S: i64 = 366 * 86_400;

/// Records with their ids.
pub type Rows<S> = Vec<(Id, S)>;

/// All of it; `None` until the keeper has answered.
#[derive(Clone, Copy)]
pub struct Table {
    legs: RwSignal<Option<Rows<LegWords>>>,
    people: RwSignal<Option<Rows<PersonWords>>>,
    contacts: RwSignal<Rows<ContactWords>>,
    failure: RwSignal<Option<Failure>>,
}

impl Table {
    /// For as long as the owner of what calls this lives.
    pub fn load() -> Self {
        let (keeper, journal) = (expect_keeper(), expect_open_journal());
        let table = Self {
            legs: RwSignal::new(None),
            people: RwSignal::new(None),
            contacts: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
        };
        // What the keeper holds is the outside world: asked again whenever it says that something changed.
        Effect::new(move || {
            journal.changed();
            spawn_local(async move {
                if let Err(failure) = table.ask(keeper).await {
                    table.failure.try_set(Some(failure));
                }
            });
        });
        table
    }

    async fn ask(self, keeper: Keeper) -> Result<(), Failure> {
        let legs = legs(keeper).await?;
        let mut people: Rows<PersonWords> = all(keeper, RowKind::Person).await?;
        people.sort_by_key(|(_, person)| person.name.to_lowercase());
        let now = clock::local_now().second;
        let request =
            Request::Between { kind: RowKind::Contact, from_s: now - CONTACT_S, to_s: now + CONTACT_S };
        let contacts: Rows<ContactWords> = asked(keeper, request).await?;
        put(self.contacts, contacts);
        put(self.people, Some(people));
        put(self.legs, Some(legs));
        self.failure.try_set(None);
        Ok(())
    }

    /// Why it could not be read.
    pub fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    /// Whether it is there.
    pub fn is_known(self) -> bool {
        self.legs.with(Option::is_some)
    }

    /// The legs, in the order in which they stand.
    pub fn legs(self) -> Rows<LegWords> {
        self.legs.get().unwrap_or_default()
    }

    /// The leg of that kind which stands first.
    pub fn leg_of(self, kind: LegKind) -> Option<(Id, LegWords)> {
        self.legs.with(|legs| legs.as_ref()?.iter().find(|(_, leg)| leg.kind == kind).cloned())
    }

    /// One leg.
    pub fn leg(self, id: Id) -> Option<LegWords> {
        self.legs.with(|legs| legs.as_ref()?.iter().find(|(leg, _)| *leg == id).map(|(_, leg)| leg.clone()))
    }

    /// Everybody, by name.
    pub fn people(self) -> Rows<PersonWords> {
        self.people.get().unwrap_or_default()
    }

    /// Who stands on a leg.
    pub fn people_on(self, leg: Id) -> Rows<PersonWords> {
        let mut people = self.people();
        people.retain(|(_, person)| person.legs.contains(&leg));
        people
    }

    /// Somebody.
    pub fn person(self, id: Id) -> Option<PersonWords> {
        let one = |people: &Rows<PersonWords>| people.iter().find(|(person, _)| *person == id).cloned();
        self.people.with(|people| one(people.as_ref()?)).map(|(_, person)| person)
    }

    /// The civil day of the last contact with somebody.
    pub fn last_with(self, person: Id) -> Option<i32> {
        self.last(|contact| contact.person == Some(person))
    }

    /// The civil day of the last contact with a leg, or with somebody on it.
    pub fn last_on(self, leg: Id) -> Option<i32> {
        let people = self.people();
        self.last(|contact| contact.is_with_leg(leg, &people))
    }

    fn last(self, is_it: impl Fn(&ContactWords) -> bool) -> Option<i32> {
        self.contacts.with(|contacts| {
            contacts.iter().filter(|(_, contact)| is_it(contact)).map(|(_, contact)| contact.day()).max()
        })
    }

    /// The contact of a day with exactly that person or leg.
    pub fn contact_on(self, day: i32, person: Option<Id>, leg: Option<Id>) -> Option<Id> {
        self.contacts.with(|contacts| {
            let mut of_day = contacts.iter().filter(|(_, contact)| contact.day() == day);
            of_day.find(|(_, contact)| (contact.person, contact.leg) == (person, leg)).map(|(id, _)| *id)
        })
    }
}

/// Looks over the table, newest first, as the keeper tells them; `None` until it has.
pub fn reviews() -> RwSignal<Option<Rows<ReviewWords>>> {
    let (keeper, journal) = (expect_keeper(), expect_open_journal());
    let found = RwSignal::new(None);
    Effect::new(move || {
        journal.changed();
        spawn_local(async move {
            if let Ok(mut all) = all::<ReviewWords>(keeper, RowKind::Review).await {
                all.sort_by_key(|(_, review)| core::cmp::Reverse(review.happened_at_s));
                put(found, Some(all));
            }
        });
    });
    found
}

/// All legs, in the order in which they stand.
///
/// # Errors
/// The keeper's.
pub async fn legs(keeper: Keeper) -> Result<Rows<LegWords>, Failure> {
    let mut legs: Rows<LegWords> = all(keeper, RowKind::Leg).await?;
    legs.sort_by_key(|(_, leg)| (leg.kind, leg.happened_at_s));
    Ok(legs)
}

/// How the table stands to the last look over it.
pub fn standing_of(legs: &Rows<LegWords>, reviews: &Rows<ReviewWords>) -> TableKnown {
    TableKnown {
        first_leg_ms: legs.iter().map(|(_, leg)| millis(leg)).min(),
        last_look_ms: reviews.iter().map(|(_, review)| millis(review)).max(),
    }
}

/// The same as the keeper tells it; nothing known until it has.
pub fn standing() -> RwSignal<TableKnown> {
    let (keeper, journal) = (expect_keeper(), expect_open_journal());
    let found = RwSignal::new(TableKnown::default());
    Effect::new(move || {
        journal.changed();
        spawn_local(async move {
            if let (Ok(legs), Ok(reviews)) = (legs(keeper).await, all(keeper, RowKind::Review).await) {
                put(found, standing_of(&legs, &reviews));
            }
        });
    });
    found
}

fn millis(said: &impl Said) -> u64 {
    u64::try_from(said.moment().0).unwrap_or_default() * 1_000
}

/// Puts what was found where it is looked at, if anything is new.
fn put<T: PartialEq + Send + Sync + 'static>(known: RwSignal<T>, found: T) {
    if known.try_with_untracked(|known| *known != found) == Some(true) {
        known.set(found);
    }
}

async fn all<S: OneKind>(keeper: Keeper, kind: RowKind) -> Result<Rows<S>, Failure> {
    asked(keeper, Request::All { kind }).await
}

async fn asked<S: OneKind>(keeper: Keeper, request: Request) -> Result<Rows<S>, Failure> {
    match keeper.ask(request).await? {
        Reply::All(read) => Ok(read.into_iter().filter_map(of_read).collect()),
        _ => Ok(Vec::new()),
    }
}

fn of_read<S: OneKind>(read: EntryRead) -> Option<(Id, S)> {
    Some((read.id, S::of(read.wordings.into_iter().next()?)?))
}
