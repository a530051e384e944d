//! A leg of the table: one kind of support, and how strong its owner calls it.

use serde::{Deserialize, Serialize};

use super::LegSeen;
use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// Days for which *wobbling this week* holds, the day it was said among them.
const WEEK_DAYS: i32 = 7;

/// A leg as it rests.
pub type Leg = Noted<LegWords>;

/// All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct LegWords {
    /// Which kind of support.
    pub kind: LegKind,
    /// What it is called, where not by its kind; needed for an own one.
    pub name: String,
    /// How strong it is, in its owner's word. Never computed.
    pub strength: Option<Strength>,
    /// The civil day on which its owner said that it wobbles, days since 1970-01-01.
    pub wobbles_day: Option<i32>,
    /// Places and things on it.
    pub things: Vec<String>,
    /// Own addresses, all of them outside.
    pub links: Vec<LegLink>,
    /// A line or more.
    pub notes: String,
    /// What stands on the leaf "How to help me".
    pub leaf: Vec<LeafLine>,
    /// The same in own words.
    pub leaf_own: String,
    /// When it was put on the table, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// The kinds of support, in the order in which they stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegKind {
    /// Medical care.
    Medical,
    /// Therapy.
    Therapy,
    /// A programme or centre.
    Programme,
    /// Peers.
    Peers,
    /// Family and friends.
    Family,
    /// A recovery coach or case manager.
    Coach,
    /// A mentor, faith or community.
    Mentor,
    /// Digital tools.
    Digital,
    /// One of one's own.
    #[default]
    Own,
}

impl LegKind {
    /// Those that have a name here, in order.
    pub const NAMED: [Self; 8] = [
        Self::Medical,
        Self::Therapy,
        Self::Programme,
        Self::Peers,
        Self::Family,
        Self::Coach,
        Self::Mentor,
        Self::Digital,
    ];
    /// Own legs there may be.
    pub const OWN_LIMIT: usize = 2;
}

/// The owner's word for a leg.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Not there.
    NotThere,
    /// Thin.
    Thin,
    /// Steady.
    Steady,
    /// Strong.
    Strong,
}

impl Strength {
    /// All, from nothing upwards.
    pub const ALL: [Self; 4] = [Self::NotThere, Self::Thin, Self::Steady, Self::Strong];

    /// 0 to 3.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8
    }
}

/// An own address.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct LegLink {
    /// What it is called; may be empty.
    pub name: String,
    /// `https://…` or `http://…`.
    pub address: String,
}

/// A line of the leaf "How to help me" that its owner took.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeafLine {
    /// Ask how today is.
    AskToday,
    /// Listen first; advice when I ask.
    ListenFirst,
    /// Nothing that tempts at home.
    SafeHome,
    /// Meet where it is easy for me.
    EasyPlaces,
    /// Come along, or give a lift.
    ComeAlong,
    /// See what goes well.
    SeeTheGood,
    /// Do not check on me or search my things.
    NoChecking,
    /// If I return to use, stay calm and ask whether I am safe.
    StayCalm,
}

impl LeafLine {
    /// All, in the order of the leaf.
    pub const ALL: [Self; 8] = [
        Self::AskToday,
        Self::ListenFirst,
        Self::SafeHome,
        Self::EasyPlaces,
        Self::ComeAlong,
        Self::SeeTheGood,
        Self::NoChecking,
        Self::StayCalm,
    ];
}

impl LegWords {
    /// Whether it wobbles on that civil day: from the day it was said, for a week.
    #[must_use]
    pub fn wobbles_on(&self, today: i32) -> bool {
        self.wobbles_day.is_some_and(|said| (0..WEEK_DAYS).contains(&today.saturating_sub(said)))
    }

    /// Whether it carries on that day: steady or strong, and not wobbling.
    #[must_use]
    pub fn carries_on(&self, today: i32) -> bool {
        LegSeen::of(self, today).carries()
    }

    fn texts(&self) -> [(&'static str, &str); 2] {
        [("notes", &self.notes), ("leaf_own", &self.leaf_own)]
    }
}

fn is_web(address: &str) -> bool {
    ["https://", "http://"]
        .iter()
        .any(|scheme| address.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()))
}

impl Said for LegWords {
    const KIND: Kind = Kind::LEG;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "kind",
        "name",
        "strength",
        "wobbles_day",
        "things",
        "links",
        "notes",
        "leaf",
        "leaf_own",
        "happened_at_s",
        "offset_min",
        "zone",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        let links = self.links.into_iter().map(|LegLink { name, address }| LegLink {
            name: check::one_line(&name),
            address: check::one_line(&address),
        });
        Self {
            name: check::one_line(&self.name),
            things: check::tidy_names(self.things),
            links: links.filter(|link| *link != LegLink::default()).collect(),
            notes: self.notes.trim().to_owned(),
            leaf: check::each_once(self.leaf),
            leaf_own: self.leaf_own.trim().to_owned(),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.kind == LegKind::Own && self.name.is_empty() {
            return Err(SaidError::Missing { field: "name" });
        }
        check::lines(&[("name", &self.name)])?;
        check::names("things", &self.things)?;
        check::count("links", self.links.len())?;
        for LegLink { name, address } in &self.links {
            check::lines(&[("links", name), ("links", address)])?;
            if !is_web(address) {
                return Err(SaidError::OutOfRange { field: "links" });
            }
        }
        check::texts(&self.texts())
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.name.clone()
    }

    fn search_text(&self) -> String {
        let links = self.links.iter().map(|link| link.name.as_str());
        let things = self.things.iter().map(String::as_str);
        let texts = self.texts().map(|(_, words)| words);
        fold(
            &core::iter::once(self.name.as_str())
                .chain(texts)
                .chain(things)
                .chain(links)
                .collect::<Vec<_>>()
                .join("\n"),
        )
    }
}
