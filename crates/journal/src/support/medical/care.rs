//! What a medicine asks for beyond its schedule (DOMAIN 5.1): which sentences of safety stand beside it. It decides
//! nothing else.

use serde::{Deserialize, Serialize};

use crate::search::fold;

/// What has to be known beside a medicine.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Care {
    /// None of what follows.
    NoneOfThese,
    /// Methadone or buprenorphine: after missed doses the usual one may be too much.
    Agonist,
    /// A calming or sleeping pill, or another medicine that must never be stopped suddenly.
    NeverStopSuddenly,
    /// Naltrexone: it blocks opioid pain relief, and tolerance falls.
    Naltrexone,
    /// Disulfiram: no alcohol, not even hidden in products.
    Disulfiram,
}

/// Parts of generic names, folded, and what they mean. No brand.
const NAMES: [(&str, Care); 15] = [
    ("methadon", Care::Agonist),
    ("buprenorphin", Care::Agonist),
    ("naltrexon", Care::Naltrexone),
    ("disulfiram", Care::Disulfiram),
    ("azepam", Care::NeverStopSuddenly),
    ("azolam", Care::NeverStopSuddenly),
    ("chlordiazepoxid", Care::NeverStopSuddenly),
    ("benzodiazepin", Care::NeverStopSuddenly),
    ("clobazam", Care::NeverStopSuddenly),
    ("zolpidem", Care::NeverStopSuddenly),
    ("zopiclon", Care::NeverStopSuddenly),
    ("gabapentin", Care::NeverStopSuddenly),
    ("pregabalin", Care::NeverStopSuddenly),
    ("topiramat", Care::NeverStopSuddenly),
    ("phenobarbital", Care::NeverStopSuddenly),
];

impl Care {
    /// All, in order.
    pub const ALL: [Self; 5] =
        [Self::Agonist, Self::NeverStopSuddenly, Self::Naltrexone, Self::Disulfiram, Self::NoneOfThese];

    /// What a generic name says, where its writer has not answered.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = fold(name);
        NAMES.iter().find(|(part, _)| name.contains(part)).map(|(_, care)| *care)
    }
}
