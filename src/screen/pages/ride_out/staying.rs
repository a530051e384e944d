//! While it is strong: the last line to next time first, then the number, breathing, grounding, own reasons, a person.

use keeper::protocol::UrgeWords;
use leptos::prelude::*;

use super::calm;
use crate::screen::components::{card, fold, follow_if, group, nothing, own, plain, soft};
use crate::screen::pages::attachments::attachments;
use crate::screen::pages::person::person_if_named;
use crate::screen::pages::reasons::{OwnReason, Reasons};
use crate::screen::pages::urge::{Known, strength};
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

/// All that stands there.
pub fn staying(desk: Desk<UrgeWords>, known: Known) -> AnyView {
    group([
        plain(say!(ride.lead)),
        follow_if(move || typical(known).map(soft)),
        line_from_before(known),
        beginning(desk),
        calm::breathing(),
        calm::grounding(),
        own_reasons(),
        person_if_named(),
    ])
}

/// How long one's own took, where there are enough to say so.
fn typical(known: Known) -> Option<String> {
    known.with(|earlier| {
        let typical = earlier.typical?;
        if typical.from == typical.to {
            return Some(say!(ride.typical_one, minutes = typical.from, count = typical.count));
        }
        Some(say!(ride.typical, from = typical.from, to = typical.to, count = typical.count))
    })
}

fn line_from_before(known: Known) -> AnyView {
    let line = Memo::new(move |_| known.with(|earlier| earlier.to_next.clone()));
    follow_if(move || {
        let line = line.get();
        (!line.is_empty()).then(|| card("to-next-card", say!(urges.to_next), [own("own-line", line)]))
    })
}

/// The number it began with: asked where it is not there yet. It stays in sight once it is chosen, so that the focus
/// has its place.
pub fn beginning(desk: Desk<UrgeWords>) -> AnyView {
    match desk.words.with_untracked(|urge| urge.strength) {
        Some(number) => plain(say!(ride.was, strength = number)),
        None => strength(desk),
    }
}

fn own_reasons() -> AnyView {
    let reasons = Reasons::load();
    follow_if(move || {
        let each: Vec<AnyView> = reasons.all().into_iter().map(own_reason).collect();
        (!each.is_empty()).then(|| fold(say!(ride.own), [each.into_any()]))
    })
}

fn own_reason(reason: OwnReason) -> AnyView {
    let words = if reason.words.is_empty() { nothing() } else { own("own-line", reason.words) };
    group([attachments(reason.picture.into_iter().collect()), words])
}
