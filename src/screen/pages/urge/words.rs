//! What an urge holds, in words: the same in its form, when it is read, and where it is counted.

use keeper::protocol::{
    BodyState, CompanyKind, Coping, CopingFamily, Ending, Feeling, PlaceKind, Trigger, TriggerLeaf,
    TriggerRoot, UrgeWords,
};

use crate::screen::words::say;

pub fn root(root: TriggerRoot) -> &'static str {
    match root {
        TriggerRoot::Feeling => say!(noted.root_feeling),
        TriggerRoot::Body => say!(noted.root_body),
        TriggerRoot::GoodMood => say!(noted.root_good_mood),
        TriggerRoot::TestingMyself => say!(noted.root_testing),
        TriggerRoot::Cue => say!(noted.root_cue),
        TriggerRoot::Conflict => say!(noted.root_conflict),
        TriggerRoot::Pressure => say!(noted.root_pressure),
        TriggerRoot::GoodTime => say!(noted.root_good_time),
    }
}

pub fn leaf(leaf: TriggerLeaf) -> &'static str {
    match leaf {
        TriggerLeaf::Low => say!(noted.leaf_low),
        TriggerLeaf::Angry => say!(noted.leaf_angry),
        TriggerLeaf::Anxious => say!(noted.leaf_anxious),
        TriggerLeaf::Lonely => say!(noted.leaf_lonely),
        TriggerLeaf::Bored => say!(noted.leaf_bored),
        TriggerLeaf::Ashamed => say!(noted.leaf_ashamed),
        TriggerLeaf::Tired => say!(noted.leaf_tired),
        TriggerLeaf::Hungry => say!(noted.leaf_hungry),
        TriggerLeaf::Pain => say!(noted.leaf_pain),
        TriggerLeaf::Unwell => say!(noted.leaf_unwell),
        TriggerLeaf::PoorSleep => say!(noted.leaf_poor_sleep),
        TriggerLeaf::Withdrawal => say!(noted.leaf_withdrawal),
        TriggerLeaf::Place => say!(noted.leaf_place),
        TriggerLeaf::Thing => say!(noted.leaf_thing),
        TriggerLeaf::Smell => say!(noted.leaf_smell),
        TriggerLeaf::Media => say!(noted.leaf_media),
        TriggerLeaf::Money => say!(noted.leaf_money),
        TriggerLeaf::Anniversary => say!(noted.leaf_anniversary),
        TriggerLeaf::Celebration => say!(noted.leaf_celebration),
        TriggerLeaf::Success => say!(noted.leaf_success),
        TriggerLeaf::Argument => say!(noted.leaf_argument),
        TriggerLeaf::Criticism => say!(noted.leaf_criticism),
        TriggerLeaf::Offer => say!(noted.leaf_offer),
        TriggerLeaf::OthersUsing => say!(noted.leaf_others_using),
    }
}

pub fn family(family: CopingFamily) -> &'static str {
    match family {
        CopingFamily::Wait => say!(noted.coping_wait),
        CopingFamily::Leave => say!(noted.coping_leave),
        CopingFamily::ReachSomeone => say!(noted.coping_reach),
        CopingFamily::BodyNeed => say!(noted.coping_need),
        CopingFamily::Move => say!(noted.coping_move),
        CopingFamily::Distract => say!(noted.coping_distract),
        CopingFamily::Settle => say!(noted.coping_settle),
        CopingFamily::Observe => say!(noted.coping_observe),
        CopingFamily::TalkBack => say!(noted.coping_talk_back),
        CopingFamily::RememberWhy => say!(noted.coping_remember),
        CopingFamily::ChangeSetting => say!(noted.coping_setting),
        CopingFamily::Group => say!(noted.coping_group),
        CopingFamily::Meaning => say!(noted.coping_meaning),
        CopingFamily::PlanStep => say!(noted.coping_plan),
    }
}

pub fn feeling(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Sad => say!(noted.feeling_sad),
        Feeling::Anxious => say!(noted.feeling_anxious),
        Feeling::Angry => say!(noted.feeling_angry),
        Feeling::Ashamed => say!(noted.feeling_ashamed),
        Feeling::Guilty => say!(noted.feeling_guilty),
        Feeling::Lonely => say!(noted.feeling_lonely),
        Feeling::Bored => say!(noted.feeling_bored),
        Feeling::Stressed => say!(noted.feeling_stressed),
        Feeling::Numb => say!(noted.feeling_numb),
        Feeling::Calm => say!(noted.feeling_calm),
        Feeling::Hopeful => say!(noted.feeling_hopeful),
        Feeling::Happy => say!(noted.feeling_happy),
    }
}

pub fn body(body: BodyState) -> &'static str {
    match body {
        BodyState::Hungry => say!(noted.body_hungry),
        BodyState::Tired => say!(noted.body_tired),
        BodyState::Restless => say!(noted.body_restless),
        BodyState::Tense => say!(noted.body_tense),
        BodyState::Pain => say!(noted.body_pain),
        BodyState::Unwell => say!(noted.body_unwell),
        BodyState::Withdrawal => say!(noted.body_withdrawal),
        BodyState::Rested => say!(noted.body_rested),
    }
}

pub fn place(place: PlaceKind) -> &'static str {
    match place {
        PlaceKind::Home => say!(noted.place_home),
        PlaceKind::Work => say!(noted.place_work),
        PlaceKind::OnTheWay => say!(noted.place_way),
        PlaceKind::Outside => say!(noted.place_outside),
        PlaceKind::ShopOrBar => say!(noted.place_shop),
        PlaceKind::WithSomeone => say!(noted.place_someone),
        PlaceKind::Care => say!(noted.place_care),
        PlaceKind::Online => say!(noted.place_online),
        PlaceKind::Elsewhere => say!(noted.place_elsewhere),
    }
}

pub fn company(company: CompanyKind) -> &'static str {
    match company {
        CompanyKind::Alone => say!(noted.company_alone),
        CompanyKind::Family => say!(noted.company_family),
        CompanyKind::Friends => say!(noted.company_friends),
        CompanyKind::Colleagues => say!(noted.company_colleagues),
        CompanyKind::PeopleWhoUse => say!(noted.company_using),
        CompanyKind::Strangers => say!(noted.company_strangers),
    }
}

pub fn ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Passed => say!(noted.ending_passed),
        Ending::StillHere => say!(noted.ending_here),
        Ending::UsedALittle => say!(noted.ending_little),
        Ending::Used => say!(noted.ending_used),
        Ending::LeftUnfinished => say!(noted.ending_unfinished),
    }
}

/// What set it off, most particular words first: an own name, else the leaf, else the root.
pub fn trigger(trigger: &Trigger) -> String {
    match (trigger.name.as_str(), trigger.leaf) {
        ("", Some(of_root)) => leaf(of_root).to_owned(),
        ("", None) => root(trigger.root).to_owned(),
        (name, _) => name.to_owned(),
    }
}

/// All that set it off.
pub fn triggers(urge: &UrgeWords) -> Vec<String> {
    let nowhere = urge.out_of_nowhere.then(|| say!(urge_form.out_of_nowhere).to_owned());
    nowhere.into_iter().chain(urge.triggers.iter().map(trigger)).collect()
}

/// Something done: its family, and the own name where there is one.
pub fn coping(coping: &Coping) -> String {
    match coping.name.trim() {
        "" => family(coping.family).to_owned(),
        name => [family(coping.family), name].join(": "),
    }
}

/// All feelings, own ones last.
pub fn feelings(urge: &UrgeWords) -> Vec<String> {
    let known = urge.feelings.iter().map(|one| feeling(*one).to_owned());
    known.chain(urge.own_feelings.iter().cloned()).collect()
}
