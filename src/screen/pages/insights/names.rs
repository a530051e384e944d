//! Names of what is counted: triggers, families of coping, weekdays, parts of the day.

use journal::insights::{PARTS, TriggerKey};
use journal::{CopingFamily, Ending, TriggerLeaf, TriggerRoot};

use crate::screen::browser::dates;
use crate::screen::words::say;

/// A trigger; one of the owner's in their own words.
pub fn trigger_name(trigger: &TriggerKey) -> String {
    match trigger {
        TriggerKey::Root(root) => root_name(*root).to_owned(),
        TriggerKey::OutOfNowhere => say!(insights.out_of_nowhere).to_owned(),
        TriggerKey::Leaf(leaf) => leaf_name(*leaf).to_owned(),
        TriggerKey::Own(name) => name.clone(),
    }
}

fn root_name(root: TriggerRoot) -> &'static str {
    match root {
        TriggerRoot::Feeling => say!(insights.root_feeling),
        TriggerRoot::Body => say!(insights.root_body),
        TriggerRoot::GoodMood => say!(insights.root_good_mood),
        TriggerRoot::TestingMyself => say!(insights.root_testing),
        TriggerRoot::Cue => say!(insights.root_cue),
        TriggerRoot::Conflict => say!(insights.root_conflict),
        TriggerRoot::Pressure => say!(insights.root_pressure),
        TriggerRoot::GoodTime => say!(insights.root_good_time),
    }
}

fn leaf_name(leaf: TriggerLeaf) -> &'static str {
    match leaf {
        TriggerLeaf::Low => say!(insights.leaf_low),
        TriggerLeaf::Angry => say!(insights.leaf_angry),
        TriggerLeaf::Anxious => say!(insights.leaf_anxious),
        TriggerLeaf::Lonely => say!(insights.leaf_lonely),
        TriggerLeaf::Bored => say!(insights.leaf_bored),
        TriggerLeaf::Ashamed => say!(insights.leaf_ashamed),
        TriggerLeaf::Tired => say!(insights.leaf_tired),
        TriggerLeaf::Hungry => say!(insights.leaf_hungry),
        TriggerLeaf::Pain => say!(insights.leaf_pain),
        TriggerLeaf::Unwell => say!(insights.leaf_unwell),
        TriggerLeaf::PoorSleep => say!(insights.leaf_poor_sleep),
        TriggerLeaf::Withdrawal => say!(insights.leaf_withdrawal),
        TriggerLeaf::Place => say!(insights.leaf_place),
        TriggerLeaf::Thing => say!(insights.leaf_thing),
        TriggerLeaf::Smell => say!(insights.leaf_smell),
        TriggerLeaf::Media => say!(insights.leaf_media),
        TriggerLeaf::Money => say!(insights.leaf_money),
        TriggerLeaf::Anniversary => say!(insights.leaf_anniversary),
        TriggerLeaf::Celebration => say!(insights.leaf_celebration),
        TriggerLeaf::Success => say!(insights.leaf_success),
        TriggerLeaf::Argument => say!(insights.leaf_argument),
        TriggerLeaf::Criticism => say!(insights.leaf_criticism),
        TriggerLeaf::Offer => say!(insights.leaf_offer),
        TriggerLeaf::OthersUsing => say!(insights.leaf_others_using),
    }
}

/// A family of coping.
pub fn coping_name(coping: CopingFamily) -> &'static str {
    match coping {
        CopingFamily::Wait => say!(insights.coping_wait),
        CopingFamily::Leave => say!(insights.coping_leave),
        CopingFamily::ReachSomeone => say!(insights.coping_reach),
        CopingFamily::BodyNeed => say!(insights.coping_need),
        CopingFamily::Move => say!(insights.coping_move),
        CopingFamily::Distract => say!(insights.coping_distract),
        CopingFamily::Settle => say!(insights.coping_settle),
        CopingFamily::Observe => say!(insights.coping_observe),
        CopingFamily::TalkBack => say!(insights.coping_talk_back),
        CopingFamily::RememberWhy => say!(insights.coping_remember),
        CopingFamily::ChangeSetting => say!(insights.coping_setting),
        CopingFamily::Group => say!(insights.coping_group),
        CopingFamily::Meaning => say!(insights.coping_meaning),
        CopingFamily::PlanStep => say!(insights.coping_plan),
    }
}

/// How an urge ended.
pub fn ending_name(ending: Ending) -> &'static str {
    match ending {
        Ending::Passed => say!(insights.ended_passed),
        Ending::StillHere => say!(insights.ended_still_here),
        Ending::UsedALittle => say!(insights.ended_used_a_little),
        Ending::Used => say!(insights.ended_used),
        Ending::LeftUnfinished => say!(insights.ended_unfinished),
    }
}

/// 1970-01-05, a Monday.
const MONDAY: i32 = 4;

/// A weekday, 1 is Monday.
pub fn weekday_name(weekday: u8) -> String {
    dates::weekday(MONDAY + i32::from(weekday) - 1)
}

/// The same, short.
pub fn short_weekday_name(weekday: u8) -> String {
    dates::short_weekday(MONDAY + i32::from(weekday) - 1)
}

/// A part of the day by its hours.
pub fn part_name(part: usize, first_hour: u8) -> String {
    let (from, to) = hours(part, first_hour);
    say!(insights.part, from = from, to = to)
}

/// The same, short.
pub fn short_part_name(part: usize, first_hour: u8) -> String {
    let (from, to) = hours(part, first_hour);
    say!(insights.part_short, from = from, to = to)
}

fn hours(part: usize, first_hour: u8) -> (u8, u8) {
    let length = 24 / PARTS as u8;
    let from = (first_hour + part as u8 * length) % 24;
    (from, from + length)
}
