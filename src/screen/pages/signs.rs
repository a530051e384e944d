//! The signs that journals carry on the lock screen: fixed, neutral words, that say nothing of what is inside.

use crate::screen::words::say;

/// The word of a sign, from 0 to 31.
pub fn sign_name(sign: u8) -> &'static str {
    match sign {
        0 => say!(signs.lamp),
        1 => say!(signs.kite),
        2 => say!(signs.river),
        3 => say!(signs.stone),
        4 => say!(signs.maple),
        5 => say!(signs.comet),
        6 => say!(signs.harbour),
        7 => say!(signs.window),
        8 => say!(signs.pebble),
        9 => say!(signs.clock),
        10 => say!(signs.violin),
        11 => say!(signs.lantern),
        12 => say!(signs.basket),
        13 => say!(signs.anchor),
        14 => say!(signs.meadow),
        15 => say!(signs.ladder),
        16 => say!(signs.feather),
        17 => say!(signs.compass),
        18 => say!(signs.bridge),
        19 => say!(signs.garden),
        20 => say!(signs.cloud),
        21 => say!(signs.ribbon),
        22 => say!(signs.pencil),
        23 => say!(signs.marble),
        24 => say!(signs.orchard),
        25 => say!(signs.saddle),
        26 => say!(signs.tunnel),
        27 => say!(signs.walnut),
        28 => say!(signs.whistle),
        29 => say!(signs.ferry),
        30 => say!(signs.cedar),
        _ => say!(signs.tower),
    }
}
