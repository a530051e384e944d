//! What each sheet asks (DOMAIN 4), in our own words. One definition of a sheet drives its form; what was answered
//! carries the questions along for everything else. Whoever changes what a sheet asks raises its version.

mod doing;
mod looking;
mod parts;
mod plans;
mod steady;

use keeper::protocol::support::worksheets::{Definition, SheetId};

/// The definition of a sheet.
pub fn definition(id: SheetId) -> Definition {
    match id {
        SheetId::SafetyPlan => plans::safety_plan(),
        SheetId::HardMoments => plans::hard_moments(),
        SheetId::ComingHome => plans::coming_home(),
        SheetId::GoodThings => steady::good_things(),
        SheetId::Steadying => steady::steadying(),
        SheetId::Values => steady::values(),
        SheetId::Goals => doing::goal(),
        SheetId::Activation => doing::activation(),
        SheetId::Rulers => doing::rulers(),
        SheetId::ChangePlan => doing::change_plan(),
        SheetId::CostsAndBenefits => doing::costs_and_benefits(),
        SheetId::ThoughtRecord => looking::thought_record(),
        SheetId::FunctionalAnalysis => looking::functional_analysis(),
        SheetId::ChainAnalysis => looking::chain_analysis(),
        SheetId::LapseReview => looking::lapse_review(),
    }
}
