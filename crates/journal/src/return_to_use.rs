//! A return to use: written down with kindness, looked at from the next day on.

use serde::{Deserialize, Serialize};

use crate::insights::{Fact, Moment};
use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, Substance, check};

/// A return to use as it rests.
pub type ReturnToUse = Noted<ReturnWords>;

/// All that its writer decides. All of it may be empty: that it is there is enough.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct ReturnWords {
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
    /// The goals it touches.
    pub goals: Vec<[u8; 16]>,
    /// What, in own words.
    pub what: Vec<String>,
    /// How much, in own words.
    pub amount: String,
    /// One line.
    pub line: String,
    /// Who could be told.
    pub tell: String,
    /// What was different: of the situation, not of a character.
    pub different: String,
    /// Which link could change.
    pub link: String,
    /// What is still there.
    pub still_have: String,
    /// The next step.
    pub next_step: String,
}

impl ReturnWords {
    fn texts(&self) -> [(&'static str, &str); 4] {
        [
            ("different", &self.different),
            ("link", &self.link),
            ("still_have", &self.still_have),
            ("next_step", &self.next_step),
        ]
    }

    /// Whether it was looked at.
    #[must_use]
    pub fn is_reviewed(&self) -> bool {
        self.texts().iter().any(|(_, words)| !words.is_empty())
    }
}

impl Said for ReturnWords {
    const KIND: Kind = Kind::RETURN_TO_USE;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "happened_at_s",
        "offset_min",
        "zone",
        "goals",
        "what",
        "amount",
        "line",
        "tell",
        "different",
        "link",
        "still_have",
        "next_step",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        let text = |words: &str| words.trim().to_owned();
        Self {
            goals: check::each_once(self.goals),
            what: check::tidy_names(self.what),
            amount: check::one_line(&self.amount),
            line: check::one_line(&self.line),
            tell: check::one_line(&self.tell),
            different: text(&self.different),
            link: text(&self.link),
            still_have: text(&self.still_have),
            next_step: text(&self.next_step),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        check::count("goals", self.goals.len())?;
        check::names("what", &self.what)?;
        check::lines(&[("amount", &self.amount), ("line", &self.line), ("tell", &self.tell)])?;
        check::texts(&self.texts())
    }

    fn list_title(&self) -> String {
        check::title(&self.line)
    }

    fn preview(&self) -> String {
        self.line.clone()
    }

    fn search_text(&self) -> String {
        let lines = [self.line.as_str(), &self.amount, &self.tell];
        let texts = self.texts().map(|(_, words)| words);
        let what = self.what.iter().map(String::as_str);
        fold(&lines.into_iter().chain(texts).chain(what).collect::<Vec<_>>().join("\n"))
    }

    fn fact(&self) -> Option<Fact> {
        Some(Fact::Use(Moment::of(self)))
    }
}

/// A line under "Is your body safe?" (DOMAIN 5.2).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum BodyLine {
    /// Very drowsy, slow breathing.
    Drowsy,
    /// Used after a break: the body takes less.
    AfterBreak,
    /// Shaking, sweating, very ill.
    Ill,
    /// Chest pain, very hot, confused.
    Hot,
    /// Panic.
    Panic,
    /// Hurting oneself. Always there.
    Hurt,
}

impl BodyLine {
    /// The lines for these substances, in order. Where none is known, those that could matter for any; where it is
    /// nicotine, gambling or another behaviour, none about the body.
    #[must_use]
    pub fn of(substances: &[Substance]) -> Vec<Self> {
        let unknown = [Self::Drowsy, Self::AfterBreak, Self::Ill, Self::Hot];
        let known = substances.iter().flat_map(|substance| Self::of_one(*substance));
        let mut lines: Vec<Self> = match substances.is_empty() {
            true => unknown.to_vec(),
            false => known.copied().collect(),
        };
        lines.push(Self::Hurt);
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    fn of_one(substance: Substance) -> &'static [Self] {
        match substance {
            Substance::Alcohol | Substance::Benzodiazepines | Substance::Ghb => &[Self::Drowsy, Self::Ill],
            Substance::Opioids => &[Self::Drowsy, Self::AfterBreak, Self::Ill],
            Substance::Stimulants => &[Self::Hot, Self::Panic],
            Substance::Cannabis => &[Self::Hot, Self::Panic],
            Substance::OtherSubstance => &[Self::Drowsy, Self::AfterBreak, Self::Ill, Self::Hot],
            Substance::Nicotine | Substance::Gambling | Substance::OtherBehaviour => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_of_overdose_for_nicotine_or_what_is_no_substance() {
        use Substance::*;
        for none in [&[Nicotine][..], &[Gambling], &[OtherBehaviour], &[Gambling, Nicotine]] {
            assert_eq!(BodyLine::of(none), [BodyLine::Hurt], "{none:?}");
        }
    }

    #[test]
    fn every_other_substance_asks_after_the_body_and_hurting_is_always_there_once_and_last() {
        use Substance::*;
        for some in
            [&[][..], &[Alcohol], &[Opioids, Nicotine], &[Ghb], &[Stimulants, Cannabis], &[OtherSubstance]]
        {
            let lines = BodyLine::of(some);
            assert!(lines.len() > 1, "{some:?}");
            assert_eq!(lines.iter().filter(|line| **line == BodyLine::Hurt).count(), 1);
            assert_eq!(lines.last(), Some(&BodyLine::Hurt));
        }
        assert_eq!(BodyLine::of(&[Opioids])[..2], [BodyLine::Drowsy, BodyLine::AfterBreak]);
        assert!(BodyLine::of(&[Alcohol]).contains(&BodyLine::Ill));
    }
}
