//! What parts, people and ways out are called.

use journal::summary::{Audience, Heading, Part};
use keeper::protocol::sharing::WayOut;

use crate::screen::words::say;

/// A part, where it is chosen.
pub fn part_name(part: Part) -> &'static str {
    match part {
        Part::Safety => say!(summary.part.flag),
        Part::Passages => say!(summary.part.passages),
        Part::Goals => say!(summary.part.goals),
        Part::UseDates => say!(summary.part.use_dates),
        Part::Amounts => say!(summary.part.amounts),
        Part::Substances => say!(summary.part.substances),
        Part::Lines => say!(summary.part.lines),
        Part::Triggers => say!(summary.part.triggers),
        Part::Helped => say!(summary.part.helped),
        Part::Supports => say!(summary.part.supports),
        Part::People => say!(summary.part.people),
        Part::Sleep => say!(summary.part.sleep),
        Part::Medicines => say!(summary.part.medicines),
        Part::SideEffects => say!(summary.part.side_effects),
        Part::Appointments => say!(summary.part.appointments),
        Part::Instruments => say!(summary.part.instruments),
        Part::Changes => say!(summary.part.changes),
        Part::Questions => say!(summary.part.questions),
        Part::Urges => say!(summary.part.urges),
    }
}

/// A part, in the sentence of what is left out.
pub fn part_out(part: Part) -> &'static str {
    match part {
        Part::Safety => say!(summary.out.flag),
        Part::Passages => say!(summary.out.passages),
        Part::Goals => say!(summary.out.goals),
        Part::UseDates => say!(summary.out.use_dates),
        Part::Amounts => say!(summary.out.amounts),
        Part::Substances => say!(summary.out.substances),
        Part::Lines => say!(summary.out.lines),
        Part::Triggers => say!(summary.out.triggers),
        Part::Helped => say!(summary.out.helped),
        Part::Supports => say!(summary.out.supports),
        Part::People => say!(summary.out.people),
        Part::Sleep => say!(summary.out.sleep),
        Part::Medicines => say!(summary.out.medicines),
        Part::SideEffects => say!(summary.out.side_effects),
        Part::Appointments => say!(summary.out.appointments),
        Part::Instruments => say!(summary.out.instruments),
        Part::Changes => say!(summary.out.changes),
        Part::Questions => say!(summary.out.questions),
        Part::Urges => say!(summary.out.urges),
    }
}

/// A section of the page.
pub fn heading_name(heading: Heading) -> &'static str {
    match heading {
        Heading::Head => say!(summary.page.whole),
        Heading::Safety => say!(summary.head.flag),
        Heading::Passages => say!(summary.head.passages),
        Heading::Goals => say!(summary.head.goals),
        Heading::Lines => say!(summary.head.lines),
        Heading::Triggers => say!(summary.head.triggers),
        Heading::Helped => say!(summary.head.helped),
        Heading::Supports => say!(summary.head.supports),
        Heading::Sleep => say!(summary.head.sleep),
        Heading::Medicines => say!(summary.head.medicines),
        Heading::SideEffects => say!(summary.head.side_effects),
        Heading::Appointments => say!(summary.head.appointments),
        Heading::Instruments => say!(summary.head.instruments),
        Heading::Changes => say!(summary.head.changes),
        Heading::Questions => say!(summary.head.questions),
        Heading::LeftOut => say!(summary.head.left_out),
        Heading::Method => say!(summary.head.method),
        Heading::Urges => say!(summary.head.urges),
        Heading::WholePassages => say!(summary.head.whole_passages),
    }
}

/// Whom it is for.
pub fn audience_name(audience: Audience) -> &'static str {
    match audience {
        Audience::Family => say!(summary.audiences.family),
        Audience::Peer => say!(summary.audiences.peer),
        Audience::Coach => say!(summary.audiences.coach),
        Audience::Doctor => say!(summary.audiences.doctor),
        Audience::Therapist => say!(summary.audiences.therapist),
    }
}

/// The way something went out.
pub fn way_name(way: WayOut) -> &'static str {
    match way {
        WayOut::Shown => say!(summary.ways_out.shown),
        WayOut::Printed => say!(summary.ways_out.printed),
        WayOut::EncryptedCopy => say!(summary.ways_out.encrypted_copy),
        WayOut::Text => say!(summary.ways_out.text),
        WayOut::Csv => say!(summary.ways_out.csv),
        WayOut::Fhir => say!(summary.ways_out.fhir),
    }
}

/// Words by which an appointment with them is known, between commas.
pub fn audience_called(audience: Audience) -> &'static str {
    match audience {
        Audience::Family => say!(summary.called.family),
        Audience::Peer => say!(summary.called.peer),
        Audience::Coach => say!(summary.called.coach),
        Audience::Doctor => say!(summary.called.doctor),
        Audience::Therapist => say!(summary.called.therapist),
    }
}
