//! Instruments by name: the range of a score, where its bands begin, which way it points, and which time it asks about.
//! No wording of any instrument is here, nor may it come here.
//!
//! Where sources differ by country or edition, or none was checked, there are no bands (AUDIT-C, K10, PCL-5, SDS, PACS,
//! CORE-10, ASSIST). Of TOP there are the three scales of wellbeing alone. Scores that belong to a ward alone (CIWA-Ar)
//! or say nothing to the person (ACE) are left out, on purpose; any other can be kept by its name.

use serde::{Deserialize, Serialize};

/// An instrument.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Instrument {
    /// One that is not on this list: a name, and no range.
    #[default]
    Other,
    /// PHQ-9.
    Phq9,
    /// PHQ-8.
    Phq8,
    /// GAD-7.
    Gad7,
    /// BARC-10.
    Barc10,
    /// AUDIT.
    Audit,
    /// AUDIT-C.
    AuditC,
    /// DAST-10.
    Dast10,
    /// PACS.
    Pacs,
    /// SDS.
    Sds,
    /// BAM, the part about use. It has no valid total.
    BamUse,
    /// BAM, the part about risk.
    BamRisk,
    /// BAM, the part about what protects.
    BamProtective,
    /// BAM-R in days, use.
    BamDaysUse,
    /// BAM-R in days, risk.
    BamDaysRisk,
    /// BAM-R in days, what protects.
    BamDaysProtective,
    /// WHO-5 as 0 to 100.
    Who5,
    /// WHO-5 as its raw sum.
    Who5Raw,
    /// PCL-5.
    Pcl5,
    /// ISI.
    Isi,
    /// K6.
    K6,
    /// K10.
    K10,
    /// SURE.
    Sure,
    /// TEA.
    Tea,
    /// AWARE.
    Aware,
    /// CORE-10.
    Core10,
    /// SWEMWBS.
    Swemwbs,
    /// ASSIST v3.1, alcohol. It has no total over substances.
    AssistAlcohol,
    /// ASSIST v3.1, any other substance.
    AssistOther,
    /// TOP, psychological health. It has no total.
    TopMind,
    /// TOP, physical health.
    TopBody,
    /// TOP, quality of life.
    TopLife,
    /// A ruler of importance.
    RulerImportance,
    /// A ruler of confidence.
    RulerConfidence,
    /// A ruler of readiness.
    RulerReadiness,
}

/// Which way a score points.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// More is harder.
    Harder,
    /// More is better.
    Better,
}

/// Which time an instrument asks about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Recall {
    /// Now.
    Now,
    /// The last week.
    Week,
    /// The last two weeks.
    TwoWeeks,
    /// The last four weeks.
    FourWeeks,
    /// The last 30 days.
    Month,
    /// The last three months.
    ThreeMonths,
    /// The last twelve months.
    Year,
    /// Since treatment began.
    SinceStart,
}

/// What is known of an instrument.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct About {
    /// What it is called everywhere.
    pub name: &'static str,
    /// Least and greatest score.
    pub range: (u16, u16),
    /// The least score of each band but the first; empty where sources differ or give none.
    pub bands: &'static [u16],
    /// Which way it points.
    pub direction: Direction,
    /// Which time it asks about.
    pub recall: Recall,
    /// Scores need not be whole.
    pub fractions: bool,
}

/// The band a score lies in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Band {
    /// Which one, from 1.
    pub number: usize,
    /// Of how many.
    pub count: usize,
    /// Its least and greatest score.
    pub range: (u16, u16),
}

impl Instrument {
    /// All on the list, in the order in which they are offered.
    pub const ALL: [Self; 34] = [
        Self::Phq9,
        Self::Phq8,
        Self::Gad7,
        Self::Barc10,
        Self::Audit,
        Self::AuditC,
        Self::Dast10,
        Self::Pacs,
        Self::Sds,
        Self::BamUse,
        Self::BamRisk,
        Self::BamProtective,
        Self::BamDaysUse,
        Self::BamDaysRisk,
        Self::BamDaysProtective,
        Self::Who5,
        Self::Who5Raw,
        Self::Pcl5,
        Self::Isi,
        Self::K6,
        Self::K10,
        Self::Sure,
        Self::Tea,
        Self::Aware,
        Self::Core10,
        Self::Swemwbs,
        Self::AssistAlcohol,
        Self::AssistOther,
        Self::TopMind,
        Self::TopBody,
        Self::TopLife,
        Self::RulerImportance,
        Self::RulerConfidence,
        Self::RulerReadiness,
    ];

    /// What is known of it; `None` of one that is not on the list.
    #[must_use]
    pub const fn about(self) -> Option<About> {
        use Direction::{Better, Harder};
        use Recall::{FourWeeks, Month, Now, SinceStart, ThreeMonths, TwoWeeks, Week, Year};
        Some(match self {
            Self::Other => return None,
            Self::Phq9 => about("PHQ-9", (0, 27), &[5, 10, 15, 20], Harder, TwoWeeks),
            Self::Phq8 => about("PHQ-8", (0, 24), &[5, 10, 15, 20], Harder, TwoWeeks),
            Self::Gad7 => about("GAD-7", (0, 21), &[5, 10, 15], Harder, TwoWeeks),
            Self::Barc10 => about("BARC-10", (10, 60), &[47], Better, Now),
            Self::Audit => about("AUDIT", (0, 40), &[8, 16, 20], Harder, Year),
            Self::AuditC => about("AUDIT-C", (0, 12), &[], Harder, Year),
            Self::Dast10 => about("DAST-10", (0, 10), &[1, 3, 6, 9], Harder, Year),
            Self::Pacs => about("PACS", (0, 30), &[], Harder, Week),
            Self::Sds => about("SDS", (0, 15), &[], Harder, Year),
            Self::BamUse => about("BAM, use", (0, 12), &[1], Harder, Month),
            Self::BamRisk => about("BAM, risk", (0, 24), &[12], Harder, Month),
            Self::BamProtective => about("BAM, protective", (0, 24), &[13], Better, Month),
            Self::BamDaysUse => about("BAM-R in days, use", (0, 90), &[], Harder, Month),
            Self::BamDaysRisk => about("BAM-R in days, risk", (0, 180), &[], Harder, Month),
            Self::BamDaysProtective => about("BAM-R in days, protective", (0, 180), &[], Better, Month),
            Self::Who5 => about("WHO-5, 0 to 100", (0, 100), &[29, 51], Better, TwoWeeks),
            Self::Who5Raw => about("WHO-5, raw sum", (0, 25), &[13], Better, TwoWeeks),
            Self::Pcl5 => about("PCL-5", (0, 80), &[], Harder, Month),
            Self::Isi => about("ISI", (0, 28), &[8, 15, 22], Harder, TwoWeeks),
            Self::K6 => about("K6", (0, 24), &[5, 13], Harder, Month),
            Self::K10 => about("K10", (10, 50), &[], Harder, Month),
            Self::Sure => about("SURE", (21, 63), &[], Better, Week),
            Self::Tea => about("TEA", (4, 40), &[], Better, SinceStart),
            Self::Aware => about("AWARE", (28, 196), &[], Harder, Now),
            Self::Core10 => about("CORE-10", (0, 40), &[], Harder, Week),
            Self::Swemwbs => About { fractions: true, ..about("SWEMWBS", (7, 35), &[], Better, TwoWeeks) },
            Self::AssistAlcohol => about("ASSIST, alcohol", (0, 39), &[], Harder, ThreeMonths),
            Self::AssistOther => about("ASSIST, another substance", (0, 39), &[], Harder, ThreeMonths),
            Self::TopMind => about("TOP, psychological health", (0, 20), &[], Better, FourWeeks),
            Self::TopBody => about("TOP, physical health", (0, 20), &[], Better, FourWeeks),
            Self::TopLife => about("TOP, quality of life", (0, 20), &[], Better, FourWeeks),
            Self::RulerImportance => about("Ruler, importance", (0, 10), &[], Better, Now),
            Self::RulerConfidence => about("Ruler, confidence", (0, 10), &[], Better, Now),
            Self::RulerReadiness => about("Ruler, readiness", (0, 10), &[], Better, Now),
        })
    }

    /// What services take for more than the noise of measurement, in hundredths (DOMAIN 9); `None` where no figure is agreed.
    #[must_use]
    pub const fn noise(self) -> Option<i64> {
        match self {
            Self::Phq9 => Some(600),
            Self::Gad7 => Some(400),
            _ => None,
        }
    }

    /// Whether it can give this score, in hundredths.
    #[must_use]
    pub fn gives(self, hundredths: i64) -> bool {
        let Some(About { range: (least, most), fractions, .. }) = self.about() else { return true };
        let inside = i64::from(least) * 100..=i64::from(most) * 100;
        inside.contains(&hundredths) && (fractions || hundredths % 100 == 0)
    }

    /// The band a score in hundredths lies in; `None` where there are none, or the score is outside.
    #[must_use]
    pub fn band(self, hundredths: i64) -> Option<Band> {
        let About { range: (least, most), bands, .. } = self.about()?;
        if bands.is_empty() || !self.gives(hundredths) {
            return None;
        }
        let before = bands.iter().filter(|from| i64::from(**from) * 100 <= hundredths).count();
        let from = before.checked_sub(1).map_or(least, |at| bands[at]);
        let to = bands.get(before).map_or(most, |next| next - 1);
        Some(Band { number: before + 1, count: bands.len() + 1, range: (from, to) })
    }
}

const fn about(
    name: &'static str,
    range: (u16, u16),
    bands: &'static [u16],
    direction: Direction,
    recall: Recall,
) -> About {
    About { name, range, bands, direction, recall, fractions: false }
}
