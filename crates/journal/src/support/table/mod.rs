//! The table: its legs, who and what stands on them, contact, and looking the table over.

mod contact;
mod leg;
mod person;
mod review;

pub use contact::{Contact, ContactWords};
pub use leg::{LeafLine, Leg, LegKind, LegLink, LegWords, Strength};
pub use person::{Gives, Person, PersonWords};
pub use review::{LegSeen, Review, ReviewWords};
