//! Which one thing Today suggests, if any (UX 2.7). One at a time, in a fixed order, and what was put away rests.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Wish;

/// How long a suggestion rests that was put away once.
const REST_MS: u64 = 7 * DAY_MS;
const DAY_MS: u64 = 24 * 60 * 60 * 1_000;
/// Days after the first save from which on a browser that promises nothing is worth a word: some clear a site that
/// was not visited for seven.
const RISK_FROM_DAY: u32 = 5;
/// Saves, or days since the first one, from which on a first backup is worth a word.
const FIRST_BACKUP: (u32, u32) = (3, 2);
/// Changes that a proven backup lacks, from which on the next one is worth a word; and how many are after a week.
const NEXT_BACKUP: (u32, u32) = (10, 3);
const BACKUP_IS_OLD_FROM_DAY: u32 = 7;
/// After how long another look over the table is offered.
const LOOK_AFTER_MS: u64 = 28 * DAY_MS;

/// What Today may suggest, in the order in which one comes before the other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Suggestion {
    /// The browser may clear this journal.
    StorageAtRisk,
    /// Back up now.
    BackUp,
    /// Try whether the passphrase is still known.
    RecallPassphrase,
    /// Make a recovery sheet.
    RecoverySheet,
    /// The quiet card.
    FirstQuestion,
    /// Look the table over.
    LookOverTable,
}

impl Suggestion {
    /// All, in order.
    pub const ALL: [Self; 6] = [
        Self::StorageAtRisk,
        Self::BackUp,
        Self::RecallPassphrase,
        Self::RecoverySheet,
        Self::FirstQuestion,
        Self::LookOverTable,
    ];

    /// Its name in a body.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::StorageAtRisk => "storage_at_risk",
            Self::BackUp => "back_up",
            Self::RecallPassphrase => "recall_passphrase",
            Self::RecoverySheet => "recovery_sheet",
            Self::FirstQuestion => "first_question",
            Self::LookOverTable => "look_over_table",
        }
    }

    fn applies(self, facts: &SuggestionFacts<'_>) -> bool {
        match self {
            Self::StorageAtRisk => {
                facts.saves > 0
                    && facts.persistent != Some(true)
                    && facts.days_since_first_save >= RISK_FROM_DAY
            }
            Self::BackUp => facts.backup.is_due(facts.saves, facts.days_since_first_save),
            Self::RecallPassphrase => facts.saves > 0 && facts.recall_is_due,
            Self::RecoverySheet => facts.saves > 0 && !facts.has_sheet,
            Self::FirstQuestion => facts.wish.is_none(),
            Self::LookOverTable => facts.table.is_due(facts.now_ms),
        }
    }

    /// Since when it is of use again: what was put away before then counts no more, ms since 1970 UTC.
    fn anew_since_ms(self, facts: &SuggestionFacts<'_>) -> u64 {
        match self {
            Self::LookOverTable => facts.table.last_look_ms.unwrap_or_default(),
            _ => 0,
        }
    }
}

/// How the table stands to the last look over it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct TableKnown {
    /// When its oldest leg was put on it, ms since 1970 UTC; `None` where it has none, or that is not known.
    pub first_leg_ms: Option<u64>,
    /// When it was looked over last, ms since 1970 UTC.
    pub last_look_ms: Option<u64>,
}

impl TableKnown {
    /// Whether some weeks have passed: since the last look, or since the first leg where there was none.
    #[must_use]
    pub fn is_due(self, now_ms: u64) -> bool {
        let Some(first_leg_ms) = self.first_leg_ms else { return false };
        now_ms.saturating_sub(self.last_look_ms.unwrap_or(first_leg_ms)) >= LOOK_AFTER_MS
    }
}

/// How the journal stands to its last proven backup.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BackupKnown {
    /// That is not known, or there is none to make.
    Unknown,
    /// None was proven yet.
    Never,
    /// One was proven.
    Proven {
        /// Whole days since it was made.
        days: u32,
        /// Changes that are not in it.
        changes: u32,
    },
}

impl BackupKnown {
    fn is_due(self, saves: u32, days_since_first_save: u32) -> bool {
        match self {
            Self::Unknown => false,
            Self::Never => saves >= FIRST_BACKUP.0 || (saves > 0 && days_since_first_save >= FIRST_BACKUP.1),
            Self::Proven { days, changes } => {
                changes >= NEXT_BACKUP.0 || (changes >= NEXT_BACKUP.1 && days >= BACKUP_IS_OLD_FROM_DAY)
            }
        }
    }
}

/// What decides.
#[derive(Clone, Copy, Debug)]
pub struct SuggestionFacts<'a> {
    /// The answer to the quiet card.
    pub wish: Option<Wish>,
    /// Suggestions put away: how often, and when last (ms since 1970 UTC).
    pub put_away: &'a BTreeMap<Suggestion, (u8, u64)>,
    /// Now, ms since 1970 UTC.
    pub now_ms: u64,
    /// Whether the browser promised to keep what is stored; `None` where it does not say.
    pub persistent: Option<bool>,
    /// Whole days since the first save; 0 when there was none.
    pub days_since_first_save: u32,
    /// Saves so far.
    pub saves: u32,
    /// There is a recovery sheet.
    pub has_sheet: bool,
    /// The last proven backup.
    pub backup: BackupKnown,
    /// The passphrase was not asked for in a while ([`Recalled::is_due`](crate::Recalled::is_due)).
    pub recall_is_due: bool,
    /// The table.
    pub table: TableKnown,
}

/// The one suggestion for now. Put away once, it rests for seven days; twice, until it is asked for elsewhere.
#[must_use]
pub fn suggest(facts: &SuggestionFacts<'_>) -> Option<Suggestion> {
    let rests = |suggestion: &Suggestion| match facts.put_away.get(suggestion) {
        None | Some((0, _)) => false,
        Some((_, at_ms)) if *at_ms < suggestion.anew_since_ms(facts) => false,
        // Either way, so that a clock that was wrong then makes no difference for good.
        Some((1, at_ms)) => facts.now_ms.abs_diff(*at_ms) < REST_MS,
        Some(_) => true,
    };
    Suggestion::ALL.into_iter().find(|suggestion| suggestion.applies(facts) && !rests(suggestion))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Suggestion::*;

    const NOW_MS: u64 = 1_772_366_400_000;

    #[test]
    fn names_are_those_of_the_body() {
        for suggestion in Suggestion::ALL {
            let written = serde_json::to_string(&suggestion).unwrap_or_default();
            assert_eq!(written, format!("\"{}\"", suggestion.name()));
        }
    }

    #[test]
    fn one_suggestion_at_a_time_in_their_order() {
        let answered = Some(Wish::NotNow);
        // wish, persistent, days, saves, has a sheet
        for (wish, persistent, days, saves, has_sheet, expected) in [
            (None, None, 0, 0, false, Some(FirstQuestion)),
            (answered, None, 0, 0, false, None),
            (None, None, 90, 0, false, Some(FirstQuestion)),
            (None, None, 0, 1, false, Some(RecoverySheet)),
            (answered, Some(false), 4, 9, false, Some(RecoverySheet)),
            (answered, Some(false), 4, 9, true, None),
            (None, Some(false), 4, 9, true, Some(FirstQuestion)),
            (answered, Some(false), 5, 1, false, Some(StorageAtRisk)),
            (answered, None, 5, 1, true, Some(StorageAtRisk)),
            (answered, Some(true), 5, 1, true, None),
            (None, Some(true), 500, 900, false, Some(RecoverySheet)),
        ] {
            let put_away = BTreeMap::new();
            let facts = SuggestionFacts {
                wish,
                put_away: &put_away,
                now_ms: NOW_MS,
                persistent,
                days_since_first_save: days,
                saves,
                has_sheet,
                backup: BackupKnown::Unknown,
                recall_is_due: false,
                table: TableKnown::default(),
            };
            assert_eq!(suggest(&facts), expected, "{facts:?}");
        }
    }

    #[test]
    fn a_backup_is_suggested_after_three_saves_or_two_days_then_by_what_it_lacks() {
        let proven = |days, changes| BackupKnown::Proven { days, changes };
        // backup, saves, days since the first save
        for (backup, saves, days, expected) in [
            (BackupKnown::Unknown, 900, 90, RecoverySheet),
            (BackupKnown::Never, 0, 9, FirstQuestion),
            (BackupKnown::Never, 2, 1, RecoverySheet),
            (BackupKnown::Never, 3, 0, BackUp),
            (BackupKnown::Never, 1, 2, BackUp),
            (proven(0, 0), 900, 90, RecoverySheet),
            (proven(0, 9), 900, 90, RecoverySheet),
            (proven(0, 10), 900, 90, BackUp),
            (proven(7, 2), 900, 90, RecoverySheet),
            (proven(6, 3), 900, 90, RecoverySheet),
            (proven(7, 3), 900, 90, BackUp),
        ] {
            let facts = SuggestionFacts {
                wish: None,
                put_away: &BTreeMap::new(),
                now_ms: NOW_MS,
                persistent: Some(true),
                days_since_first_save: days,
                saves,
                has_sheet: false,
                backup,
                recall_is_due: false,
                table: TableKnown::default(),
            };
            assert_eq!(suggest(&facts), Some(expected), "{facts:?}");
        }
    }

    #[test]
    fn the_passphrase_is_asked_for_after_the_backup_and_before_the_sheet() {
        let (never, unknown) = (BackupKnown::Never, BackupKnown::Unknown);
        let just_now = (RecallPassphrase, (1, NOW_MS));
        // saves, backup, it is due, put away
        for (saves, backup, recall_is_due, put_away, expected) in [
            (1, unknown, true, None, RecallPassphrase),
            (1, unknown, false, None, RecoverySheet),
            (0, unknown, true, None, FirstQuestion),
            (3, never, true, None, BackUp),
            (1, unknown, true, Some(just_now), RecoverySheet),
        ] {
            let facts = SuggestionFacts {
                wish: None,
                put_away: &put_away.into_iter().collect(),
                now_ms: NOW_MS,
                persistent: Some(true),
                days_since_first_save: 0,
                saves,
                has_sheet: false,
                backup,
                recall_is_due,
                table: TableKnown::default(),
            };
            assert_eq!(suggest(&facts), Some(expected), "{facts:?}");
        }
    }

    #[test]
    fn what_was_put_away_rests_for_seven_days_and_the_second_time_for_good() {
        let shown = |put_away: &[(Suggestion, (u8, u64))]| {
            suggest(&SuggestionFacts {
                wish: None,
                put_away: &put_away.iter().copied().collect(),
                now_ms: NOW_MS,
                persistent: Some(false),
                days_since_first_save: 9,
                saves: 1,
                has_sheet: false,
                backup: BackupKnown::Unknown,
                recall_is_due: false,
                table: TableKnown::default(),
            })
        };
        let just_now = (1, NOW_MS);
        for (put_away, expected) in [
            (&[][..], Some(StorageAtRisk)),
            (&[(StorageAtRisk, (0, NOW_MS))], Some(StorageAtRisk)),
            (&[(StorageAtRisk, just_now)], Some(RecoverySheet)),
            (&[(StorageAtRisk, (1, NOW_MS - REST_MS + 1))], Some(RecoverySheet)),
            (&[(StorageAtRisk, (1, NOW_MS - REST_MS))], Some(StorageAtRisk)),
            (&[(StorageAtRisk, (1, NOW_MS + REST_MS))], Some(StorageAtRisk)),
            (&[(StorageAtRisk, (2, 0))], Some(RecoverySheet)),
            (&[(StorageAtRisk, (u8::MAX, 0)), (RecoverySheet, just_now)], Some(FirstQuestion)),
            (&[(StorageAtRisk, (2, 0)), (RecoverySheet, just_now), (FirstQuestion, just_now)], None),
            (&[(RecoverySheet, just_now)], Some(StorageAtRisk)),
        ] {
            assert_eq!(shown(put_away), expected, "{put_away:?}");
        }
    }

    #[test]
    fn the_table_is_looked_over_again_after_four_weeks_once_nothing_else_waits() {
        let ago = |days: u64| Some(NOW_MS - days * DAY_MS);
        let (put_away, later) = ((1, NOW_MS - 8 * DAY_MS), (2, NOW_MS - 40 * DAY_MS));
        // the first leg, the last look, has a sheet, put away
        for (first_leg_ms, last_look_ms, has_sheet, put_away, expected) in [
            (None, None, true, None, None),
            (None, ago(90), true, None, None),
            (ago(27), None, true, None, None),
            (ago(28), None, true, None, Some(LookOverTable)),
            (ago(28), None, false, None, Some(RecoverySheet)),
            (ago(90), ago(27), true, None, None),
            (ago(90), ago(28), true, None, Some(LookOverTable)),
            (ago(90), ago(28), true, Some((1, NOW_MS - DAY_MS)), None),
            (ago(90), ago(28), true, Some(put_away), Some(LookOverTable)),
            (ago(90), None, true, Some(later), None),
            (ago(90), ago(50), true, Some(later), None),
            // Put away for good before it was looked over: another look begins anew.
            (ago(90), ago(30), true, Some(later), Some(LookOverTable)),
            // A look from a clock that was ahead.
            (ago(90), Some(NOW_MS + DAY_MS), true, None, None),
        ] {
            let put_away = put_away.into_iter().map(|put_away| (LookOverTable, put_away)).collect();
            let facts = SuggestionFacts {
                wish: Some(Wish::NotNow),
                put_away: &put_away,
                now_ms: NOW_MS,
                persistent: Some(true),
                days_since_first_save: 90,
                saves: 9,
                has_sheet,
                backup: BackupKnown::Unknown,
                recall_is_due: false,
                table: TableKnown { first_leg_ms, last_look_ms },
            };
            assert_eq!(suggest(&facts), expected, "{facts:?}");
        }
    }
}
