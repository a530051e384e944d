//! The pages: they compose parts and ask the keeper.

mod about;
mod create;
mod editor;
mod ending;
mod front_card;
mod journal;
mod language;
mod later;
mod locked;
mod made_to_open;
mod open_branch;
mod quick_note;
mod record;
mod settings;
mod start;
mod today;
mod trouble;
mod update_row;
mod urge;
mod waiting;
mod writing;

pub use later::{create, fetch_ahead, open_branch};
pub use locked::locked;

pub use start::start;
pub use trouble::trouble;
pub use waiting::waiting;
