//! The table and its legs: its pages.

use keeper::protocol::Id;
use keeper::protocol::support::table::LegKind;

use crate::screen::contexts::Seed;

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum TablePlace {
    /// The table month by month, and on paper.
    Home,
    /// What can be put on it.
    Add,
    /// The leg of a kind, on the table or not: the door to its tools.
    Kind(LegKind),
    /// One leg.
    Leg(Id),
    /// Everybody on it.
    People,
    /// Somebody.
    Person(Id),
    /// Ask for help: somebody, or nobody yet.
    Ask(Option<Id>),
    /// "How to help me": the leaf for those on a leg; without one, for those close by.
    Leaf(Option<Id>),
    /// The lines on it.
    LeafLines(Seed),
}
