//! An urge: when and how strong, and, whenever there is time for it, what set it off, what was done, and how it ended.

use serde::{Deserialize, Serialize};

use crate::insights::{Fact, UrgeFact};
use crate::noted::{Figures, Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// An urge as it rests.
pub type Urge = Noted<UrgeWords>;

/// All that the writer of an urge decides. Everything but the strength may be empty.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct UrgeWords {
    /// How strong it was, 0 not at all to 10 as strong as can be; `None` only in a draft.
    pub strength: Option<u8>,
    /// One line.
    pub line: String,
    /// When it was there, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it (`Europe/London`), may be empty.
    pub zone: String,
    /// What for, in own words.
    pub about: Vec<String>,
    /// What set it off.
    pub triggers: Vec<Trigger>,
    /// It came out of nowhere.
    pub out_of_nowhere: bool,
    /// Feelings.
    pub feelings: Vec<Feeling>,
    /// Feelings in own words.
    pub own_feelings: Vec<String>,
    /// How the body was.
    pub body: Vec<BodyState>,
    /// What kind of place.
    pub place: Option<PlaceKind>,
    /// What kind of company.
    pub company: Vec<CompanyKind>,
    /// The thought that came with it.
    pub thought: String,
    /// What was done, in order.
    pub coping: Vec<Coping>,
    /// How strong it was afterwards, 0 to 10.
    pub after: Option<u8>,
    /// How long it lasted, minutes.
    pub minutes: Option<u16>,
    /// How it ended.
    pub ending: Option<Ending>,
    /// What helped, in own words.
    pub helped: String,
    /// Confidence for next time, 0 to 10.
    pub confidence: Option<u8>,
    /// A line to next time.
    pub to_next: String,
}

/// What set an urge off: one of eight roots, a leaf of it, or an own name under it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Trigger {
    /// The root.
    pub root: TriggerRoot,
    /// A leaf that is offered.
    pub leaf: Option<TriggerLeaf>,
    /// An own name, may be empty.
    pub name: String,
}

/// The eight roots of what sets an urge off, after Marlatt's two branches.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TriggerRoot {
    /// Feeling low, angry or anxious.
    Feeling,
    /// The body.
    Body,
    /// A good mood, something to celebrate.
    GoodMood,
    /// Testing oneself.
    TestingMyself,
    /// A cue: a place, a thing, a smell, media, money.
    Cue,
    /// A conflict.
    Conflict,
    /// Pressure, an offer.
    Pressure,
    /// A good time with others.
    GoodTime,
}

impl TriggerRoot {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::Feeling,
        Self::Body,
        Self::Cue,
        Self::Conflict,
        Self::Pressure,
        Self::GoodMood,
        Self::GoodTime,
        Self::TestingMyself,
    ];

    /// The leaves offered under it.
    #[must_use]
    pub const fn leaves(self) -> &'static [TriggerLeaf] {
        use TriggerLeaf::*;
        match self {
            Self::Feeling => &[Low, Angry, Anxious, Lonely, Bored, Ashamed],
            Self::Body => &[Tired, Hungry, Pain, Unwell, PoorSleep, Withdrawal],
            Self::Cue => &[Place, Thing, Smell, Media, Money, Anniversary],
            Self::GoodMood => &[Celebration, Success],
            Self::Conflict => &[Argument, Criticism],
            Self::Pressure => &[Offer, OthersUsing],
            Self::GoodTime | Self::TestingMyself => &[],
        }
    }
}

/// What is offered under a root.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the word it names; the root says of what")]
pub enum TriggerLeaf {
    Low,
    Angry,
    Anxious,
    Lonely,
    Bored,
    Ashamed,
    Tired,
    Hungry,
    Pain,
    Unwell,
    PoorSleep,
    Withdrawal,
    Place,
    Thing,
    Smell,
    Media,
    Money,
    Anniversary,
    Celebration,
    Success,
    Argument,
    Criticism,
    Offer,
    OthersUsing,
}

/// A feeling.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the word it names")]
pub enum Feeling {
    Sad,
    Anxious,
    Angry,
    Ashamed,
    Guilty,
    Lonely,
    Bored,
    Stressed,
    Numb,
    Calm,
    Hopeful,
    Happy,
}

impl Feeling {
    /// All, in order.
    pub const ALL: [Self; 12] = [
        Self::Sad,
        Self::Anxious,
        Self::Angry,
        Self::Ashamed,
        Self::Guilty,
        Self::Lonely,
        Self::Bored,
        Self::Stressed,
        Self::Numb,
        Self::Calm,
        Self::Hopeful,
        Self::Happy,
    ];
}

/// How the body is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the word it names")]
pub enum BodyState {
    Hungry,
    Tired,
    Restless,
    Tense,
    Pain,
    Unwell,
    Withdrawal,
    Rested,
}

impl BodyState {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::Hungry,
        Self::Tired,
        Self::Restless,
        Self::Tense,
        Self::Pain,
        Self::Unwell,
        Self::Withdrawal,
        Self::Rested,
    ];
}

/// A kind of place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the place it names")]
pub enum PlaceKind {
    Home,
    Work,
    OnTheWay,
    Outside,
    ShopOrBar,
    WithSomeone,
    Care,
    Online,
    Elsewhere,
}

impl PlaceKind {
    /// All, in order.
    pub const ALL: [Self; 9] = [
        Self::Home,
        Self::Work,
        Self::OnTheWay,
        Self::Outside,
        Self::ShopOrBar,
        Self::WithSomeone,
        Self::Care,
        Self::Online,
        Self::Elsewhere,
    ];
}

/// A kind of company.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the company it names")]
pub enum CompanyKind {
    Alone,
    Family,
    Friends,
    Colleagues,
    PeopleWhoUse,
    Strangers,
}

impl CompanyKind {
    /// All, in order.
    pub const ALL: [Self; 6] =
        [Self::Alone, Self::Family, Self::Friends, Self::Colleagues, Self::PeopleWhoUse, Self::Strangers];
}

/// Something done about an urge: its family, so that results add up, and an own name, which may be empty.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Coping {
    /// The family.
    pub family: CopingFamily,
    /// An own name, may be empty.
    pub name: String,
}

/// The fourteen families of what people do about an urge.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CopingFamily {
    /// Wait.
    Wait,
    /// Leave or avoid.
    Leave,
    /// Reach a person.
    ReachSomeone,
    /// Meet a need of the body.
    BodyNeed,
    /// Move.
    Move,
    /// Do something else.
    Distract,
    /// Settle the body.
    Settle,
    /// Watch it rise and fall.
    Observe,
    /// Talk back to the thought.
    TalkBack,
    /// Remember why.
    RememberWhy,
    /// Change the setting.
    ChangeSetting,
    /// A group, a meeting, a helpline.
    Group,
    /// Faith or meaning.
    Meaning,
    /// A step of an own plan.
    PlanStep,
}

impl CopingFamily {
    /// All, in order.
    pub const ALL: [Self; 14] = [
        Self::Wait,
        Self::Leave,
        Self::ReachSomeone,
        Self::BodyNeed,
        Self::Move,
        Self::Distract,
        Self::Settle,
        Self::Observe,
        Self::TalkBack,
        Self::RememberWhy,
        Self::ChangeSetting,
        Self::Group,
        Self::Meaning,
        Self::PlanStep,
    ];
}

/// How an urge ended.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// It passed.
    Passed,
    /// It is still here.
    StillHere,
    /// Used a little.
    UsedALittle,
    /// Used.
    Used,
    /// Left unfinished.
    LeftUnfinished,
}

impl Ending {
    /// All, in order.
    pub const ALL: [Self; 5] =
        [Self::Passed, Self::StillHere, Self::UsedALittle, Self::Used, Self::LeftUnfinished];
}

impl UrgeWords {
    /// Longest time that can be given, minutes: a week.
    pub const MOST_MINUTES: u16 = 7 * 24 * 60;

    fn words(&self) -> impl Iterator<Item = &str> {
        let names = self.triggers.iter().map(|trigger| &trigger.name);
        let names = names.chain(self.coping.iter().map(|coping| &coping.name));
        let texts = [&self.line, &self.thought, &self.helped, &self.to_next];
        let all = texts.into_iter().chain(&self.about).chain(names).chain(&self.own_feelings);
        all.map(String::as_str).filter(|words| !words.is_empty())
    }
}

impl Said for UrgeWords {
    const KIND: Kind = Kind::URGE;
    const SCHEMA: u16 = 2;
    const FIELDS: &'static [&'static str] = &[
        "strength",
        "line",
        "happened_at_s",
        "offset_min",
        "zone",
        "about",
        "triggers",
        "out_of_nowhere",
        "feelings",
        "own_feelings",
        "body",
        "place",
        "company",
        "thought",
        "coping",
        "after",
        "minutes",
        "ending",
        "helped",
        "confidence",
        "to_next",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        let trigger = |trigger: Trigger| Trigger { name: check::one_line(&trigger.name), ..trigger };
        let coping = |coping: Coping| Coping { name: check::one_line(&coping.name), ..coping };
        Self {
            line: check::one_line(&self.line),
            about: check::tidy_names(self.about),
            triggers: check::each_once(self.triggers.into_iter().map(trigger).collect()),
            feelings: check::each_once(self.feelings),
            own_feelings: check::tidy_names(self.own_feelings),
            body: check::each_once(self.body),
            company: check::each_once(self.company),
            thought: self.thought.trim().to_owned(),
            coping: check::each_once(self.coping.into_iter().map(coping).collect()),
            helped: self.helped.trim().to_owned(),
            to_next: check::one_line(&self.to_next),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.strength.is_none() {
            return Err(SaidError::Missing { field: "strength" });
        }
        check::scales(&[
            ("strength", self.strength),
            ("after", self.after),
            ("confidence", self.confidence),
        ])?;
        check::lines(&[("line", &self.line), ("to_next", &self.to_next)])?;
        check::texts(&[("thought", &self.thought), ("helped", &self.helped)])?;
        check::names("about", &self.about)?;
        check::names("own_feelings", &self.own_feelings)?;
        check::count("triggers", self.triggers.len())?;
        check::count("coping", self.coping.len())?;
        let triggers = self.triggers.iter().map(|trigger| ("triggers", trigger.name.as_str()));
        let coping = self.coping.iter().map(|coping| ("coping", coping.name.as_str()));
        check::lines(&triggers.chain(coping).collect::<Vec<_>>())?;
        match self.minutes {
            Some(minutes) if minutes > Self::MOST_MINUTES => Err(SaidError::OutOfRange { field: "minutes" }),
            _ => Ok(()),
        }
    }

    fn list_title(&self) -> String {
        check::title(&self.line)
    }

    fn preview(&self) -> String {
        self.line.clone()
    }

    fn search_text(&self) -> String {
        fold(&self.words().collect::<Vec<_>>().join("\n"))
    }

    fn figures(&self) -> Figures {
        Figures { strength: self.strength, after: self.after, ending: self.ending, ..Figures::default() }
    }

    fn fact(&self) -> Option<Fact> {
        UrgeFact::of(self).map(Fact::Urge)
    }
}
