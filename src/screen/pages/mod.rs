//! The pages: they compose parts and ask the keeper.

mod about;
mod change_passphrase;
mod create;
mod editor;
mod ending;
mod front_card;
mod journal;
mod language;
mod later;
mod locked;
mod made_to_open;
mod new_passphrase;
mod open_branch;
mod quick_note;
mod record;
mod sealing_anew;
mod settings;
mod sheet;
mod start;
mod today;
mod trouble;
mod update_row;
mod urge;
mod use_sheet;
mod waiting;
mod ways_in;
mod writing;

pub use later::{create, fetch_ahead, open_branch};
pub use locked::locked;

pub use start::start;
pub use trouble::trouble;
pub use waiting::waiting;
