//! How long the owner's own urges lasted. No length is ever promised from elsewhere (DOMAIN 1.1).

use serde::{Deserialize, Serialize};

use super::helped::counted;
use super::statistics::Spread;
use super::within::Within;

/// Fewest eased urges with a length.
const FROM: u32 = 5;

/// Minutes until urges had eased.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
pub struct Lengths {
    /// How often each, the shortest first.
    pub minutes: Vec<(u16, u32)>,
    /// Their middle half: the typical length. `None` before there are five.
    pub typical: Option<Spread>,
}

impl Lengths {
    pub(crate) fn of(within: &Within<'_>) -> Self {
        let eased = || within.urges.iter().map(|urge| urge.fact).filter(|urge| urge.eased());
        let minutes = || eased().filter_map(|urge| urge.minutes);
        let typical = Spread::of(minutes().map(f64::from)).filter(|spread| spread.n >= FROM);
        Self { minutes: counted(minutes()), typical }
    }
}
