//! The light sheets: what was good, what steadies, what matters.

use keeper::protocol::support::worksheets::Shape::{Line, Lines, Ranked, Text};
use keeper::protocol::support::worksheets::{Definition, SheetId};

use super::parts::{ask, between, helped, part, sheet};
use crate::screen::words::say;

/// Up to three good things.
pub fn good_things() -> Definition {
    let asks = vec![
        helped(ask("things", Lines, say!(worksheets.good.things)), say!(worksheets.good.things_help)),
        ask("why", Text, say!(worksheets.good.why)),
    ];
    let names = (say!(worksheets.good.title), say!(worksheets.good.purpose));
    sheet(SheetId::GoodThings, names, vec![part("", asks)])
}

/// What steadies, and what others should know.
pub fn steadying() -> Definition {
    let asks = vec![
        helped(ask("here", Lines, say!(worksheets.steadying.here)), say!(worksheets.steadying.here_help)),
        ask("back", Lines, say!(worksheets.steadying.back)),
        ask("ask", Lines, say!(worksheets.steadying.ask)),
        ask("others", Text, say!(worksheets.steadying.others)),
    ];
    let names = (say!(worksheets.steadying.title), say!(worksheets.steadying.purpose));
    sheet(SheetId::Steadying, names, vec![part("", asks)])
}

/// What matters, how it was lived, one action.
pub fn values() -> Definition {
    let lived = between(say!(worksheets.values.lived_low), say!(worksheets.values.lived_high));
    let asks = vec![
        helped(ask("areas", Ranked, say!(worksheets.values.areas)), say!(worksheets.values.areas_help)),
        ask("lived", lived, say!(worksheets.values.lived)),
        ask("where_near", Text, say!(worksheets.values.where_near)),
        ask("action", Line, say!(worksheets.values.action)),
    ];
    let names = (say!(worksheets.values.title), say!(worksheets.values.purpose));
    sheet(SheetId::Values, names, vec![part("", asks)])
}
