//! What the things of the table are called.

use keeper::protocol::support::table::{Gives, LeafLine, LegKind, LegSeen, LegWords, Strength};

use crate::screen::browser::{clock, dates};
use crate::screen::words::say;

/// A kind of support.
pub fn kind_name(kind: LegKind) -> &'static str {
    match kind {
        LegKind::Medical => say!(table.kind.medical),
        LegKind::Therapy => say!(table.kind.therapy),
        LegKind::Programme => say!(table.kind.programme),
        LegKind::Peers => say!(table.kind.peers),
        LegKind::Family => say!(table.kind.family),
        LegKind::Coach => say!(table.kind.coach),
        LegKind::Mentor => say!(table.kind.mentor),
        LegKind::Digital => say!(table.kind.digital),
        LegKind::Own => say!(table.kind.own),
    }
}

/// The same in few letters, under a leg of the picture.
fn short_kind_name(kind: LegKind) -> &'static str {
    match kind {
        LegKind::Medical => say!(table.short.medical),
        LegKind::Therapy => say!(table.short.therapy),
        LegKind::Programme => say!(table.short.programme),
        LegKind::Peers => say!(table.short.peers),
        LegKind::Family => say!(table.short.family),
        LegKind::Coach => say!(table.short.coach),
        LegKind::Mentor => say!(table.short.mentor),
        LegKind::Digital => say!(table.short.digital),
        LegKind::Own => say!(table.short.own),
    }
}

/// The one line of a leg that is not added.
pub fn kind_line(kind: LegKind) -> &'static str {
    match kind {
        LegKind::Medical => say!(table.line.medical),
        LegKind::Therapy => say!(table.line.therapy),
        LegKind::Programme => say!(table.line.programme),
        LegKind::Peers => say!(table.line.peers),
        LegKind::Family => say!(table.line.family),
        LegKind::Coach => say!(table.line.coach),
        LegKind::Mentor => say!(table.line.mentor),
        LegKind::Digital => say!(table.line.digital),
        LegKind::Own => say!(table.line.own),
    }
}

/// A leg: what its owner calls it, or its kind.
pub fn leg_name(leg: &LegWords) -> String {
    named(&leg.name, kind_name(leg.kind))
}

/// A leg in few letters.
pub fn short_leg_name(leg: &LegSeen) -> String {
    named(&leg.name, short_kind_name(leg.kind))
}

/// A kind in few letters.
pub fn short_name(kind: LegKind) -> String {
    short_kind_name(kind).to_owned()
}

fn named(own: &str, kind: &str) -> String {
    if own.is_empty() { kind.to_owned() } else { own.to_owned() }
}

/// The owner's word.
pub fn strength_name(strength: Option<Strength>) -> &'static str {
    match strength {
        None => say!(table.strength.unsaid),
        Some(Strength::NotThere) => say!(table.strength.not_there),
        Some(Strength::Thin) => say!(table.strength.thin),
        Some(Strength::Steady) => say!(table.strength.steady),
        Some(Strength::Strong) => say!(table.strength.strong),
    }
}

/// What somebody gives.
pub fn gives_name(gives: Gives) -> &'static str {
    match gives {
        Gives::Listening => say!(table.gives.listening),
        Gives::Lift => say!(table.gives.lift),
        Gives::ChildCare => say!(table.gives.child_care),
        Gives::Company => say!(table.gives.company),
        Gives::Crisis => say!(table.gives.crisis),
        Gives::Practical => say!(table.gives.practical),
        Gives::KnowHow => say!(table.gives.know_how),
        Gives::Faith => say!(table.gives.faith),
    }
}

/// A line of the leaf.
pub fn leaf_line_words(line: LeafLine) -> &'static str {
    match line {
        LeafLine::AskToday => say!(table.leaf_line.ask_today),
        LeafLine::ListenFirst => say!(table.leaf_line.listen_first),
        LeafLine::SafeHome => say!(table.leaf_line.safe_home),
        LeafLine::EasyPlaces => say!(table.leaf_line.easy_places),
        LeafLine::ComeAlong => say!(table.leaf_line.come_along),
        LeafLine::SeeTheGood => say!(table.leaf_line.see_the_good),
        LeafLine::NoChecking => say!(table.leaf_line.no_checking),
        LeafLine::StayCalm => say!(table.leaf_line.stay_calm),
    }
}

/// The same beside "In touch today", which says today's by itself.
pub fn touched_before(day: Option<i32>) -> String {
    touched(day.filter(|day| *day < clock::today()))
}

/// When there was contact last: shown, never judged. Nothing where none is written down.
pub fn touched(day: Option<i32>) -> String {
    let Some(day) = day else { return String::new() };
    match clock::today() - day {
        ..=0 => say!(table.touched.today).to_owned(),
        1 => say!(table.touched.yesterday).to_owned(),
        days @ 2..=13 => say!(table.touched.days, days = days),
        _ => say!(table.touched.on, day = dates::short_day(day)),
    }
}
