//! The fields of a schedule: how often, on which days, at what times, and where.

use keeper::protocol::support::medical::{Handing, MedicineWords, Rhythm, Schedule};
use leptos::prelude::*;
use rules::{Civil, parse_clock};

use super::fields::{Chosen, number, one_of};
use super::names::{handing_name, rhythm_name, weekday_name};
use crate::screen::components::{
    Many, Say, Typed, boxed, button, follow, follow_if, group, nothing, numbered,
};
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

/// A time that is none.
pub(super) const NO_TIME: u16 = u16::MAX;

type Med = MedicineWords;

/// How often and when.
pub fn schedule(desk: Desk<Med>) -> AnyView {
    let field: Chosen<Med, Rhythm> = (|words| Some(words.schedule.rhythm), put_rhythm);
    let rhythm = Memo::new(move |_| desk.words.with(|words| words.schedule.rhythm));
    let below = follow(move || {
        let rhythm = rhythm.get();
        untrack(|| group([which_days(desk, rhythm), times_of(desk, rhythm)]))
    });
    group([one_of(desk, ("rhythm", say!(medical.form.rhythm)), (&Rhythm::ALL, rhythm_name), field), below])
}

/// What is needed has no times; what is planned has room for one at least.
fn put_rhythm(words: &mut Med, rhythm: Rhythm) {
    words.schedule.rhythm = rhythm;
    if rhythm == Rhythm::AsNeeded {
        words.schedule.times_min.clear();
    } else if words.schedule.times_min.is_empty() {
        words.schedule.times_min.push(NO_TIME);
    }
}

fn which_days(desk: Desk<Med>, rhythm: Rhythm) -> AnyView {
    match rhythm {
        Rhythm::EveryDay | Rhythm::AsNeeded => nothing(),
        Rhythm::Weekdays => {
            weekdays(desk, ("weekdays", say!(medical.form.which_weekdays)), |schedule| &mut schedule.weekdays)
        }
        Rhythm::EveryDays => number(desk, ("every-days", say!(medical.form.how_many_days)), "", |words| {
            &mut words.schedule.every
        }),
        Rhythm::EveryWeeks => number(desk, ("every-weeks", say!(medical.form.how_many_weeks)), "", |words| {
            &mut words.schedule.every
        }),
        Rhythm::Monthly => month_day(desk),
    }
}

fn month_day(desk: Desk<Med>) -> AnyView {
    let value = desk.words.with_untracked(|words| words.schedule.month_day);
    let value = if (1..=31).contains(&value) { value.to_string() } else { String::new() };
    let on_words: Say = (move |words: String| {
        let day = words.trim().parse().unwrap_or(u8::MAX);
        desk.typed(|words| words.schedule.month_day = day);
    })
    .into();
    let (label, help) = (say!(medical.form.month_day), say!(medical.form.month_day_help));
    Typed { id: "month-day", label, kind: "number", help, value, on_words }.piece()
}

/// Days of the week, Monday first.
fn weekdays(
    desk: Desk<Med>,
    (id, label): (&'static str, &'static str),
    of: fn(&mut Schedule) -> &mut Vec<u8>,
) -> AnyView {
    let chosen = move || {
        let mut schedule = desk.words.with(|words| words.schedule.clone());
        of(&mut schedule).iter().map(|day| usize::from(*day).saturating_sub(1)).collect()
    };
    let toggle = move |at: usize| {
        let day = at as u8 + 1;
        desk.chosen(|words| {
            let days = of(&mut words.schedule);
            match days.contains(&day) {
                true => days.retain(|chosen| *chosen != day),
                false => days.push(day),
            }
        });
    };
    let many = Many {
        id,
        label,
        choices: (1..=7).map(weekday_name).collect(),
        chosen: chosen.into(),
        on_toggle: toggle.into(),
    };
    many.piece()
}

fn times_of(desk: Desk<Med>, rhythm: Rhythm) -> AnyView {
    if rhythm == Rhythm::AsNeeded {
        return nothing();
    }
    let count = Memo::new(move |_| desk.words.with(|words| words.schedule.times_min.len()));
    // Made anew when one is added or taken off, not while one is typed.
    let each = follow(move || {
        let count = count.get();
        untrack(|| (0..count).map(|at| time(desk, at, count)).collect::<Vec<_>>().into_any())
    });
    let add = move || desk.chosen(|words| words.schedule.times_min.push(NO_TIME));
    view! {
        <fieldset class="dose-times">
            <legend class="field-label">{say!(medical.form.times)}</legend>
            {each}
            {boxed("beside", [button(say!(medical.form.add_time), add).icon("#i-plus").quiet().piece()])}
        </fieldset>
    }
    .into_any()
}

fn time(desk: Desk<Med>, at: usize, count: usize) -> AnyView {
    let minute = desk.words.with_untracked(|words| words.schedule.times_min.get(at).copied());
    let minute = minute.filter(|minute| *minute != NO_TIME);
    let value = minute.map(|minute| Civil::at(i64::from(minute) * 60, 0).clock_value()).unwrap_or_default();
    let on_words = move |words: String| {
        let minute = parse_clock(&words).map(|(hour, minute)| u16::from(hour) * 60 + u16::from(minute));
        desk.typed(|words| {
            if let Some(place) = words.schedule.times_min.get_mut(at) {
                *place = minute.unwrap_or(NO_TIME);
            }
        });
    };
    let remove = move || {
        desk.chosen(|words| {
            if at < words.schedule.times_min.len() {
                words.schedule.times_min.remove(at);
            }
        });
    };
    let id = numbered("time", at);
    let label = say!(medical.form.time, number = at + 1);
    let typed = move |event: leptos::ev::Event| on_words(event_target_value(&event));
    let field = view! {
        <div class="field">
            <label class="field-label" for=id>{label}</label>
            <input {..crate::screen::components::unremembered()} class="field-input" id=id type="time" prop:value=value
                on:input=typed />
        </div>
    };
    let remove = match count {
        1 => nothing(),
        _ => button(say!(medical.form.remove_time), remove).quiet().piece(),
    };
    boxed("time-row", [field.into_any(), remove])
}

/// Where it is taken.
pub fn handing(desk: Desk<Med>) -> AnyView {
    let field: Chosen<Med, Handing> =
        (|words| Some(words.schedule.handing), |words, handing| words.schedule.handing = handing);
    let some = Memo::new(move |_| desk.words.with(|words| words.schedule.handing == Handing::SomeOfEach));
    let days = follow_if(move || {
        some.get().then(|| {
            untrack(|| {
                weekdays(desk, ("clinic-days", say!(medical.form.clinic_days)), |schedule| {
                    &mut schedule.clinic_weekdays
                })
            })
        })
    });
    group([one_of(desk, ("handing", say!(medical.form.handing)), (&Handing::ALL, handing_name), field), days])
}
