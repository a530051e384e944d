//! The pages: they compose parts and ask the keeper.

mod about;
mod create;
mod editor;
mod entry;
mod journal;
mod locked;
mod open_branch;
mod settings;
mod start;
mod trouble;
mod waiting;

pub use create::Create;
pub use locked::Locked;
pub use open_branch::OpenBranch;
pub use start::Start;
pub use trouble::TroublePage;
pub use waiting::Waiting;

use about::About;
use editor::Editor;
use entry::Entry;
use journal::Journal;
use settings::Settings;
