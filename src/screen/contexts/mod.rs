//! What parts of the screen share, each a newtype with `provide_x` and `expect_x`. Those that can hold a word of the
//! journal are provided below the open branch only, and go with it.

mod announcer;
mod choices;
mod list_state;
mod offer;
mod open_journal;
mod places;
mod rest_clock;
mod riding;
mod screens;
mod shelf_context;
mod stage;
mod stars;
mod summary_desk;
mod update;
mod writing;

pub use announcer::{Announcer, expect_announcer, provide_announcer};
pub use choices::{Choices, expect_choices, provide_choices};
pub use list_state::{ListState, expect_list_state, provide_list_state};
pub use offer::{Offer, Undoable, expect_offer, provide_offer};
pub use open_journal::{Check, OpenJournal, expect_open_journal, provide_open_journal};
pub use places::{
    BackupPlace, MedicalPlace, ProgrammePlace, ScoresPlace, SummaryPlace, SupportPlace, TablePlace,
    TransferPlace, WorksheetsPlace,
};
pub use rest_clock::{RestClock, provide_rest_clock};
pub use riding::{Riding, expect_riding, provide_riding};
pub use screens::{Screen, Screens, Seed, expect_screens, provide_screens};
pub use shelf_context::{ShelfContext, expect_shelf, provide_shelf};
pub use stage::{LockNote, Stage, StageContext, Trouble, expect_stage, provide_stage};
pub use stars::{expect_stars, provide_stars};
pub use summary_desk::{SummaryChosen, SummaryDesk, SummaryDraft, expect_summary_desk, provide_summary_desk};
pub use update::{expect_update, provide_update};
pub use writing::{Writing, expect_writing, provide_writing};
