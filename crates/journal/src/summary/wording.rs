//! Every word of ours that a summary can read, as something to be said; whoever speaks a language says it.

use super::part::{Audience, Part};
use crate::insights::{Interval, Share, Spread, Start, TriggerKey};
use crate::support::scores::Band;
use crate::support::table::LegKind;
use crate::{Aim, CopingFamily, Ending, Substance};

/// The words of a language.
pub trait Wording {
    /// The language, as the browser names it.
    fn language(&self) -> String;
    /// Says it.
    fn say(&self, say: &Say<'_>) -> String;
}

/// A section.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "each is the section it names")]
pub enum Heading {
    Head,
    Safety,
    Passages,
    Goals,
    Lines,
    Triggers,
    Helped,
    Supports,
    Sleep,
    Medicines,
    SideEffects,
    Appointments,
    Instruments,
    Changes,
    Questions,
    LeftOut,
    Method,
    Urges,
    WholePassages,
}

impl Heading {
    pub(crate) const fn number(self) -> u8 {
        self as u8
    }
}

/// Something to be said.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Say<'a> {
    /// What the whole is called.
    Whole,
    /// What stands above a section.
    Title(Heading),
    /// The name it carries.
    Name(&'a str),
    /// The first day and the last.
    Period(i32, i32),
    /// The day it was made on.
    MadeOn(i32),
    /// Whom it is for.
    For(Audience),
    /// That all of it is reported by its owner.
    SelfReported,
    /// Days recorded, of the days of the period.
    Recorded {
        /// Recorded.
        recorded: u32,
        /// In all.
        days: u32,
    },
    /// There is nothing in this section.
    Nothing,
    /// It is not included.
    NotIncluded,
    /// A goal, told apart by its number where its name is not told.
    Goal {
        /// From 1.
        number: usize,
        /// Its name, may be empty.
        name: &'a str,
        /// What it is about, if it may be told.
        substance: Option<Substance>,
        /// What is wanted.
        aim: Option<Aim>,
    },
    /// Days in line with a goal.
    InLine(Share),
    /// No day says anything of a goal.
    NoneInLine,
    /// The share of days in line, whatever the blank days were.
    Bounds {
        /// Days that are blank.
        blank: u32,
        /// From and to.
        interval: Interval,
    },
    /// The days on which something was used.
    UseDays(&'a str),
    /// No such day is recorded.
    NoUseDays,
    /// A day in few letters.
    Day(i32),
    /// A day and how much, tenths.
    DayAmount(i32, u32),
    /// How much on days with an amount.
    Amount(&'a str, Spread),
    /// What craving is called.
    Craving,
    /// What mood is called.
    Mood,
    /// A series in words.
    Series {
        /// What it is called.
        name: &'a str,
        /// Its values.
        spread: Spread,
    },
    /// The first of the recorded days beside the last, as many of each.
    FirstAndLast {
        /// How many of each.
        days: usize,
        /// The first.
        first: Spread,
        /// The last.
        last: Spread,
    },
    /// Days of appointments, which are marked.
    Sessions(&'a str),
    /// Days without a value.
    Missing {
        /// So many.
        blank: u32,
        /// Of so many.
        days: u32,
    },
    /// How many urges, on how many days, how strong.
    Urges(u32, u32, Option<Spread>),
    /// Above a column: triggers.
    ColumnTrigger,
    /// Above a column: urges of all urges.
    ColumnUrges,
    /// Above a column: how strong.
    ColumnStrength,
    /// Above a column: what was done.
    ColumnCoping,
    /// Above a column: how strong urges began.
    ColumnStart,
    /// Above a column: how often.
    ColumnTimes,
    /// Above a column: how much weaker afterwards.
    ColumnDrop,
    /// Above a column: those that passed.
    ColumnPassed,
    /// Above a column: the day.
    ColumnDay,
    /// Above a column: how strong afterwards.
    ColumnAfter,
    /// Above a column: how it ended.
    ColumnEnding,
    /// A trigger; one of its owner's reads as it was written.
    Trigger(&'a TriggerKey),
    /// So many of so many.
    Of(Share),
    /// A median and its spread.
    Spread(Spread),
    /// Too few to say.
    TooFew,
    /// More rows that the page has no room for.
    More(usize),
    /// A family of coping.
    Coping(CopingFamily),
    /// How strong urges began.
    Start(Start),
    /// How an urge ended.
    Ending(Ending),
    /// Sleep, minutes.
    Sleep(Spread),
    /// A kind of support.
    Leg(LegKind),
    /// Doses taken, of doses written down.
    Taken(Share),
    /// Noted so often.
    TimesNoted(u32),
    /// How a kind of support holds.
    Strength(Option<u8>),
    /// Names of people in a kind of support.
    People(&'a str),
    /// A score.
    Score {
        /// In hundredths.
        hundredths: i64,
        /// Its day.
        day: i32,
        /// The band it lies in, of an instrument that has bands.
        band: Option<Band>,
    },
    /// What became of a score since the first of these days.
    ScoreChange {
        /// The first, in hundredths.
        first: i64,
        /// Its day.
        day: i32,
        /// By how much, in hundredths.
        by: i64,
        /// Whether that is more than usual noise of measurement, where that is known.
        beyond_noise: Option<bool>,
    },
    /// A passage was shortened.
    Shortened,
    /// What was not chosen.
    LeftOut(Part),
    /// The sentence about all of it.
    AllLeftOut(&'a str),
    /// The rules by which things are left out.
    Rules,
    /// Single lines are hidden.
    LinesHidden,
    /// Names were replaced.
    OtherNames(usize),
    /// How to read it: the scales.
    MethodScales,
    /// How to read it: the lines.
    MethodLines,
    /// How to read it: blank days.
    MethodBlank,
    /// How to read it: small numbers, no causes.
    MethodSmall,
    /// How to read it: when it was written down.
    MethodRecall,
}
