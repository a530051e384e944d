//! The pages of the larger areas, each area with a list of its own.

mod backup;
mod medical;
mod programme;
mod scores;
mod summary;
mod table;
mod transfer;
mod worksheets;

use keeper::protocol::RowKind;

use super::Seed;

pub use backup::BackupPlace;
pub use medical::MedicalPlace;
pub use programme::ProgrammePlace;
pub use scores::ScoresPlace;
pub use summary::SummaryPlace;
pub use table::TablePlace;
pub use transfer::TransferPlace;
pub use worksheets::WorksheetsPlace;

/// A page of Support.
#[derive(Clone, PartialEq)]
pub enum SupportPlace {
    /// The room itself: the picture of the table, plans, and the legs.
    Room,
    /// All tools by name.
    AllTools,
    /// The table and its legs.
    Table(TablePlace),
    /// Medical care.
    Medical(MedicalPlace),
    /// Worksheets and plans.
    Worksheets(WorksheetsPlace),
    /// Scores and questionnaires.
    Scores(ScoresPlace),
    /// Programme, routines, promises and guidance.
    Programme(ProgrammePlace),
    /// The form of one of its kinds.
    Form(RowKind, Seed),
}
