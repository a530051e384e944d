//! The sheets that look closely at something hard. Each begins with a notice (`SheetId::is_heavy`).

use keeper::protocol::support::worksheets::Shape::{Line, Lines, Percent, Rated, Text};
use keeper::protocol::support::worksheets::{Definition, SheetId};

use super::parts::{ask, helped, one_of, part, sheet};
use crate::screen::words::say;

/// One thought, from both sides.
pub fn thought_record() -> Definition {
    let happened = vec![
        ask("situation", Text, say!(worksheets.thought.situation)),
        ask("feelings", Rated, say!(worksheets.thought.feelings)),
        ask("thoughts", Rated, say!(worksheets.thought.thoughts)),
        ask("hottest", Line, say!(worksheets.thought.hottest)),
    ];
    let sides = vec![
        ask("facts_for", Lines, say!(worksheets.thought.facts_for)),
        ask("facts_against", Lines, say!(worksheets.thought.facts_against)),
    ];
    let fairer = vec![
        ask("balanced", Text, say!(worksheets.thought.balanced)),
        ask("belief", Percent, say!(worksheets.thought.belief)),
        ask("again", Rated, say!(worksheets.thought.again)),
        ask("do_next", Text, say!(worksheets.thought.do_next)),
    ];
    let names = (say!(worksheets.thought.title), say!(worksheets.thought.purpose));
    let parts = vec![
        part(say!(worksheets.thought.happened), happened),
        part(say!(worksheets.thought.sides), sides),
        part(say!(worksheets.thought.fairer), fairer),
    ];
    sheet(SheetId::ThoughtRecord, names, parts)
}

/// Before, during and after, of something hard or something good.
pub fn functional_analysis() -> Definition {
    let kinds = one_of(&[say!(worksheets.functional.about_hard), say!(worksheets.functional.about_good)]);
    let before = vec![
        ask("trigger", Text, say!(worksheets.functional.trigger)),
        ask("thoughts", Text, say!(worksheets.functional.thoughts)),
        ask("feelings", Text, say!(worksheets.functional.feelings)),
        ask("body", Text, say!(worksheets.functional.body)),
    ];
    let after = vec![
        ask("gave", Text, say!(worksheets.functional.gave)),
        ask("soon", Text, say!(worksheets.functional.soon)),
        ask("later", Text, say!(worksheets.functional.later)),
    ];
    let another = vec![ask("another", Text, say!(worksheets.functional.another_ask))];
    let names = (say!(worksheets.functional.title), say!(worksheets.functional.purpose));
    let parts = vec![
        part("", vec![ask("about", kinds, say!(worksheets.functional.about))]),
        part(say!(worksheets.functional.before), before),
        part(say!(worksheets.functional.during), vec![ask("did", Text, say!(worksheets.functional.did))]),
        part(say!(worksheets.functional.after), after),
        part(say!(worksheets.functional.another), another),
    ];
    sheet(SheetId::FunctionalAnalysis, names, parts)
}

/// Link by link, to where it could turn.
pub fn chain_analysis() -> Definition {
    let before = vec![
        helped(ask("open_to", Lines, say!(worksheets.chain.open_to)), say!(worksheets.chain.open_to_help)),
        ask("event", Text, say!(worksheets.chain.event)),
    ];
    let links = vec![
        helped(ask("links", Lines, say!(worksheets.chain.links)), say!(worksheets.chain.links_help)),
        ask("act", Text, say!(worksheets.chain.act)),
    ];
    let outcomes = vec![
        ask("short", Text, say!(worksheets.chain.short)),
        ask("long", Text, say!(worksheets.chain.long)),
    ];
    let turn = vec![
        ask("step_off", Lines, say!(worksheets.chain.step_off)),
        ask("repair", Text, say!(worksheets.chain.repair)),
        ask("prevent", Lines, say!(worksheets.chain.prevent)),
    ];
    let names = (say!(worksheets.chain.title), say!(worksheets.chain.purpose));
    let parts = vec![
        part(say!(worksheets.chain.before), before),
        part(say!(worksheets.chain.links_title), links),
        part(say!(worksheets.chain.outcomes), outcomes),
        part(say!(worksheets.chain.turn), turn),
    ];
    sheet(SheetId::ChainAnalysis, names, parts)
}

/// The situation, not the character (DOMAIN 2.3).
pub fn lapse_review() -> Definition {
    let asks = vec![
        ask("different", Text, say!(worksheets.lapse.different)),
        ask("link", Text, say!(worksheets.lapse.link)),
        ask("have", Lines, say!(worksheets.lapse.have)),
        ask("next", Line, say!(worksheets.lapse.next)),
        ask("tell", Line, say!(worksheets.lapse.tell)),
    ];
    let names = (say!(worksheets.lapse.title), say!(worksheets.lapse.purpose));
    sheet(SheetId::LapseReview, names, vec![part("", asks)])
}
