//! What goals and all that is chosen in them are called.

use keeper::protocol::{Aim, GoalWords, Measure, Substance};

use crate::screen::words::say;

/// A goal by its own name, or by what it is about.
pub fn goal_name(goal: &GoalWords) -> String {
    match (goal.name.is_empty(), goal.substance) {
        (false, _) => goal.name.clone(),
        (true, Some(substance)) => substance_name(substance).to_owned(),
        (true, None) => say!(goals.row).to_owned(),
    }
}

/// A kind of substance or behaviour.
pub fn substance_name(substance: Substance) -> &'static str {
    match substance {
        Substance::Alcohol => say!(goals.substances.alcohol),
        Substance::Opioids => say!(goals.substances.opioids),
        Substance::Benzodiazepines => say!(goals.substances.benzodiazepines),
        Substance::Ghb => say!(goals.substances.ghb),
        Substance::Stimulants => say!(goals.substances.stimulants),
        Substance::Cannabis => say!(goals.substances.cannabis),
        Substance::Nicotine => say!(goals.substances.nicotine),
        Substance::OtherSubstance => say!(goals.substances.other_substance),
        Substance::Gambling => say!(goals.substances.gambling),
        Substance::OtherBehaviour => say!(goals.substances.other_behaviour),
    }
}

/// What is wanted.
pub fn aim_name(aim: Aim) -> &'static str {
    match aim {
        Aim::NotSureYet => say!(goals.aims.not_sure_yet),
        Aim::Stop => say!(goals.aims.stop),
        Aim::CutDown => say!(goals.aims.cut_down),
        Aim::SaferUse => say!(goals.aims.safer_use),
        Aim::SteadyOnMedication => say!(goals.aims.steady_on_medication),
        Aim::JustWatch => say!(goals.aims.just_watch),
    }
}

/// What that means, in a few words.
pub fn aim_help(aim: Aim) -> &'static str {
    match aim {
        Aim::NotSureYet => say!(goals.aims_help.not_sure_yet),
        Aim::Stop => say!(goals.aims_help.stop),
        Aim::CutDown => say!(goals.aims_help.cut_down),
        Aim::SaferUse => say!(goals.aims_help.safer_use),
        Aim::SteadyOnMedication => say!(goals.aims_help.steady_on_medication),
        Aim::JustWatch => say!(goals.aims_help.just_watch),
    }
}

/// A figure.
pub fn measure_name(measure: Measure) -> &'static str {
    match measure {
        Measure::DaysInLine => say!(goals.measures.days_in_line),
        Measure::LongestRun => say!(goals.measures.longest_run),
        Measure::CurrentRun => say!(goals.measures.current_run),
        Measure::Gaps => say!(goals.measures.gaps),
        Measure::Amount => say!(goals.measures.amount),
        Measure::Money => say!(goals.measures.money),
        Measure::RiddenOut => say!(goals.measures.ridden_out),
        Measure::DaysSince => say!(goals.measures.days_since),
    }
}
