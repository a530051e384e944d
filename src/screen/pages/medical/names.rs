//! What things of medical care are called, and a schedule in words.

use keeper::protocol::support::medical::{
    Care, DoseReason, DoseWords, Handing, MedicineForm, MedicineWords, Outcome, Rhythm,
};

use crate::screen::browser::{clock, dates};
use crate::screen::pages::check_in::day_name;
use crate::screen::words::say;

/// "8:05", of minutes after midnight.
pub fn time_name(minute: u16) -> String {
    dates::clock(i64::from(minute) * 60, 0)
}

/// "Today", "Yesterday", "Tomorrow", or the day's name.
pub fn near_day(day: i32) -> String {
    let today = clock::today();
    if day == today + 1 { say!(medical.tomorrow).to_owned() } else { day_name(day, today) }
}

/// The name of a day of the week, 1 is Monday.
pub fn weekday_name(weekday: u8) -> String {
    // 1970-01-05 was a Monday.
    dates::weekday(3 + i32::from(weekday))
}

/// When it is planned.
pub fn schedule_words(medicine: &MedicineWords) -> String {
    let schedule = &medicine.schedule;
    let times: Vec<String> = schedule.times_min.iter().map(|minute| time_name(*minute)).collect();
    let (times, count) = (times.join(", "), schedule.every);
    match schedule.rhythm {
        Rhythm::EveryDay => say!(medical.when.every_day, times = times),
        Rhythm::Weekdays => {
            let days: Vec<String> = schedule.weekdays.iter().map(|day| weekday_name(*day)).collect();
            say!(medical.when.weekdays, days = days.join(", "), times = times)
        }
        Rhythm::EveryDays => say!(medical.when.every_days, count = count, times = times),
        Rhythm::EveryWeeks => say!(medical.when.every_weeks, count = count, times = times),
        Rhythm::Monthly => say!(medical.when.monthly, day = schedule.month_day, times = times),
        Rhythm::AsNeeded => say!(medical.when.as_needed).to_owned(),
    }
}

/// How often.
pub fn rhythm_name(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::EveryDay => say!(medical.form.every_day),
        Rhythm::Weekdays => say!(medical.form.weekdays),
        Rhythm::EveryDays => say!(medical.form.every_days),
        Rhythm::EveryWeeks => say!(medical.form.every_weeks),
        Rhythm::Monthly => say!(medical.form.monthly),
        Rhythm::AsNeeded => say!(medical.form.as_needed),
    }
}

/// Where it is taken.
pub fn handing_name(handing: Handing) -> &'static str {
    match handing {
        Handing::Own => say!(medical.form.own),
        Handing::AtClinic => say!(medical.form.clinic),
        Handing::TakeHome => say!(medical.form.take_home),
        Handing::SomeOfEach => say!(medical.form.some_of_each),
    }
}

/// What has to be known beside it.
pub fn care_name(care: Care) -> &'static str {
    match care {
        Care::Agonist => say!(medical.form.agonist),
        Care::NeverStopSuddenly => say!(medical.form.sudden),
        Care::Naltrexone => say!(medical.form.naltrexone),
        Care::Disulfiram => say!(medical.form.disulfiram),
        Care::NoneOfThese => say!(medical.form.none),
    }
}

/// Its form.
pub fn form_name(form: MedicineForm) -> &'static str {
    match form {
        MedicineForm::Tablet => say!(medical.forms.tablet),
        MedicineForm::Film => say!(medical.forms.film),
        MedicineForm::Liquid => say!(medical.forms.liquid),
        MedicineForm::Injection => say!(medical.forms.injection),
        MedicineForm::Implant => say!(medical.forms.implant),
        MedicineForm::Patch => say!(medical.forms.patch),
        MedicineForm::Spray => say!(medical.forms.spray),
        MedicineForm::Other => say!(medical.forms.other),
    }
}

/// What became of a dose.
pub fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Taken => say!(medical.dose.taken),
        Outcome::Late => say!(medical.dose.late),
        Outcome::Partly => say!(medical.dose.partly),
        Outcome::Skipped => say!(medical.dose.skipped),
        Outcome::NotNeeded => say!(medical.dose.not_needed),
    }
}

/// Why.
pub fn reason_name(reason: DoseReason) -> &'static str {
    match reason {
        DoseReason::Forgot => say!(medical.dose.forgot),
        DoseReason::RanOut => say!(medical.dose.ran_out),
        DoseReason::SideEffect => say!(medical.dose.side_effect),
        DoseReason::Choice => say!(medical.dose.choice),
        DoseReason::Travel => say!(medical.dose.travel),
        DoseReason::Unwell => say!(medical.dose.unwell),
    }
}

/// What became of a dose, and why.
pub fn outcome_words(dose: &DoseWords) -> String {
    let outcome = outcome_name(dose.outcome);
    match dose.reason {
        Some(reason) => say!(medical.dose.with_reason, outcome = outcome, reason = reason_name(reason)),
        None => outcome.to_owned(),
    }
}

/// Side effects with their numbers: "dizzy 4".
pub fn effects_words(dose: &DoseWords) -> Option<String> {
    let one = |effect: &keeper::protocol::support::medical::SideEffect| match effect.strength {
        Some(strength) => effect.name.clone() + " " + &strength.to_string(),
        None => effect.name.clone(),
    };
    let effects: Vec<String> = dose.effects.iter().map(one).collect();
    (!effects.is_empty()).then(|| say!(medical.dose.with_effects, effects = effects.join(", ")))
}
