//! The form of an appointment: before it what to ask and bring, afterwards what came of it.

use keeper::protocol::support::medical::AppointmentWords;
use leptos::prelude::*;

use super::fields::{line, lines, text};
use crate::screen::browser::clock;
use crate::screen::components::{fold, group};
use crate::screen::contexts::Seed;
use crate::screen::pages::writing::{self, Desk, opening_of};
use crate::screen::words::say;

/// The form.
pub fn form(seed: Seed) -> AnyView {
    opening_of(seed, appointment_form)
}

fn appointment_form(desk: Desk<AppointmentWords>) -> AnyView {
    let title = if desk.is_new() { say!(medical.appointment.new) } else { say!(medical.appointment.edit) };
    let has_been = desk.words.with_untracked(|words| words.happened_at_s < clock::local_now().second);
    let mut fields = vec![
        line(
            desk,
            ("with-whom", say!(medical.appointment.with_whom)),
            say!(medical.appointment.with_whom_help),
            |words| &mut words.with_whom,
        ),
        desk.when_fields(),
        line(desk, ("purpose", say!(medical.appointment.purpose)), "", |words| &mut words.purpose),
        line(desk, ("place", say!(medical.appointment.place)), "", |words| &mut words.place),
        lines(
            desk,
            ("questions", say!(medical.appointment.questions)),
            (|words| &words.questions, |words| &mut words.questions),
        ),
        lines(
            desk,
            ("bring", say!(medical.appointment.bring)),
            (|words| &words.bring, |words| &mut words.bring),
        ),
        fold(
            say!(medical.form.more),
            [line(desk, ("link", say!(medical.appointment.link)), "", |words| &mut words.link)],
        ),
    ];
    let after = after(desk);
    // Whoever writes down what came of it finds that first.
    match has_been && !desk.is_new() {
        true => fields.insert(1, group(after)),
        false => fields.push(fold(say!(medical.appointment.after), after)),
    }
    writing::form(desk, title, fields, |words| {
        let nothing = words.with_whom.trim().is_empty() && words.purpose.trim().is_empty();
        nothing.then(|| say!(medical.appointment.problem))
    })
}

fn after(desk: Desk<AppointmentWords>) -> [AnyView; 3] {
    [
        text(desk, ("outcome", say!(medical.appointment.outcome)), |words| &mut words.outcome),
        text(desk, ("homework", say!(medical.appointment.homework)), |words| &mut words.homework),
        text(desk, ("next", say!(medical.appointment.next)), |words| &mut words.next),
    ]
}
