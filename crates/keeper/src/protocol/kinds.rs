//! Which smaller kinds of record there are: the one list of them, and what a line of the list is called.

use serde::{Deserialize, Serialize};

/// Hands every smaller kind, as `Variant: Words`, to another macro.
macro_rules! smaller_kinds {
    ($then:ident) => {
        $then! {
            /// An urge.
            Urge: journal::UrgeWords,
            /// A check-in.
            CheckIn: journal::CheckInWords,
            /// A goal of change.
            Goal: journal::GoalWords,
            /// A return to use.
            Return: journal::ReturnWords,
            /// A weekly ruler.
            Ruler: journal::RulerWords,
            /// A reason to come back to.
            Reason: journal::ReasonWords,
            /// An own beginning for entries.
            Template: journal::TemplateWords,
            /// A leg of the table: one kind of support.
            Leg: journal::support::table::LegWords,
            /// A person, place or thing on a leg.
            Person: journal::support::table::PersonWords,
            /// Contact with somebody or something on the table.
            Contact: journal::support::table::ContactWords,
            /// The table looked over.
            Review: journal::support::table::ReviewWords,
            /// A medicine and its schedule.
            Medicine: journal::support::medical::MedicineWords,
            /// What became of a dose.
            Dose: journal::support::medical::DoseWords,
            /// An appointment, with questions and outcome.
            Appointment: journal::support::medical::AppointmentWords,
            /// A measurement somebody gave.
            Measurement: journal::support::medical::MeasurementWords,
            /// A day of the detox diary.
            Detox: journal::support::medical::DetoxWords,
            /// A worksheet or plan, filled in.
            Worksheet: journal::support::worksheets::WorksheetWords,
            /// A score that a clinician gave or a questionnaire made.
            Score: journal::support::scores::ScoreWords,
            /// A questionnaire as it was handed over.
            Questionnaire: journal::support::scores::QuestionnaireWords,
            /// Answers to a questionnaire.
            Response: journal::support::scores::ResponseWords,
            /// A routine, a habit, or a step of a programme.
            Routine: journal::support::programme::RoutineWords,
            /// A routine kept on a day.
            Kept: journal::support::programme::KeptWords,
            /// A meeting.
            Meeting: journal::support::programme::MeetingWords,
            /// A stay, with its house rules.
            Stay: journal::support::programme::StayWords,
            /// A small step towards a goal.
            Task: journal::support::programme::TaskWords,
            /// "I said I would."
            Promise: journal::support::programme::PromiseWords,
            /// Guidance, practices, service, meaning.
            Guidance: journal::support::programme::GuidanceWords,
            /// What was shared, with whom, when.
            Receipt: journal::sharing::ReceiptWords,
            /// Another name for somebody, in what is shared.
            Alias: journal::sharing::AliasWords,
            /// A summary on its way, as a draft alone.
            Summary: journal::sharing::SummaryWords,
        }
    };
}

pub(crate) use smaller_kinds;

macro_rules! row_kind {
    ($($(#[$doc:meta])* $variant:ident: $words:ty,)+) => {
        /// What a row of the list is. Not every kind is in the list.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
        pub enum RowKind {
            /// An entry.
            Entry,
            $($(#[$doc])* $variant,)+
            /// Of a kind that only a newer version knows.
            Other,
        }

        impl RowKind {
            /// What the kind with this number is called here.
            #[must_use]
            pub fn of_number(number: u8) -> Self {
                match journal::Kind::new(number) {
                    journal::Kind::ENTRY => Self::Entry,
                    $(<$words as journal::Said>::KIND => Self::$variant,)+
                    _ => Self::Other,
                }
            }
        }
    };
}

smaller_kinds!(row_kind);
