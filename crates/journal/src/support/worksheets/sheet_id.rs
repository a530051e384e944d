//! Which sheets this version has, by names that are kept for ever.

/// A sheet (DOMAIN 4). Records carry its name; one of a newer version is read by what it carries.
///
/// ```
/// use journal::support::worksheets::SheetId;
/// assert_eq!(SheetId::named("safety_plan"), Some(SheetId::SafetyPlan));
/// assert_eq!(SheetId::named("of a newer version"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SheetId {
    /// Safety plan: six steps, and one thing worth living for.
    SafetyPlan,
    /// Plan for hard moments.
    HardMoments,
    /// Coming home: the first 28 days after a stay.
    ComingHome,
    /// Thought record.
    ThoughtRecord,
    /// Functional analysis: before, during and after.
    FunctionalAnalysis,
    /// Chain analysis, link by link.
    ChainAnalysis,
    /// Rulers of importance, confidence and readiness.
    Rulers,
    /// Costs and benefits, two by two.
    CostsAndBenefits,
    /// What matters, and how it was lived.
    Values,
    /// Change plan.
    ChangePlan,
    /// Behavioural activation: planned, done, compared.
    Activation,
    /// One goal, made small and clear.
    Goals,
    /// Looking back at a lapse: the situation, not the character.
    LapseReview,
    /// Up to three good things.
    GoodThings,
    /// What steadies.
    Steadying,
}

impl SheetId {
    /// The plans, in the order they are shown.
    pub const PLANS: [Self; 3] = [Self::SafetyPlan, Self::HardMoments, Self::ComingHome];
    /// The worksheets, in the order they are shown: what is light and often used first, what is heavy last.
    pub const SHEETS: [Self; 12] = [
        Self::GoodThings,
        Self::Steadying,
        Self::Values,
        Self::Goals,
        Self::Activation,
        Self::Rulers,
        Self::ChangePlan,
        Self::CostsAndBenefits,
        Self::ThoughtRecord,
        Self::FunctionalAnalysis,
        Self::ChainAnalysis,
        Self::LapseReview,
    ];

    /// The name that records carry.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SafetyPlan => "safety_plan",
            Self::HardMoments => "hard_moments",
            Self::ComingHome => "coming_home",
            Self::ThoughtRecord => "thought_record",
            Self::FunctionalAnalysis => "functional_analysis",
            Self::ChainAnalysis => "chain_analysis",
            Self::Rulers => "rulers",
            Self::CostsAndBenefits => "costs_and_benefits",
            Self::Values => "values",
            Self::ChangePlan => "change_plan",
            Self::Activation => "activation",
            Self::Goals => "goals",
            Self::LapseReview => "lapse_review",
            Self::GoodThings => "good_things",
            Self::Steadying => "steadying",
        }
    }

    /// The sheet of that name; `None` for one that this version does not have.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::PLANS.into_iter().chain(Self::SHEETS);
        all.find(|sheet| sheet.name() == name)
    }

    /// Whether it is a plan: of each there is one that holds now.
    #[must_use]
    pub fn is_plan(self) -> bool {
        Self::PLANS.contains(&self)
    }

    /// Whether it looks closely at something hard, and says so before it asks anything.
    #[must_use]
    pub const fn is_heavy(self) -> bool {
        matches!(
            self,
            Self::ThoughtRecord | Self::FunctionalAnalysis | Self::ChainAnalysis | Self::LapseReview
        )
    }
}
