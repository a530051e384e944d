//! How long the owner's own urges lasted. No length is ever promised from elsewhere (DOMAIN 1.1).

use super::statistics::Spread;
use super::within::Within;

/// Fewest eased urges with a length.
const FROM: u32 = 5;

/// Minutes until urges had eased: their middle half. `None` before five of them have a length.
pub(crate) fn lengths(within: &Within<'_>) -> Option<Spread> {
    let eased = within.urges.iter().map(|urge| urge.fact).filter(|urge| urge.eased());
    Spread::of(eased.filter_map(|urge| urge.minutes).map(f64::from)).filter(|spread| spread.n >= FROM)
}
