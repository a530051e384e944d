//! The pages: they compose parts and ask the keeper.

mod about;
mod create;
mod editor;
mod entry;
mod journal;
mod later;
mod locked;
mod open_branch;
mod settings;
mod start;
mod trouble;
mod update_row;
mod waiting;

pub use later::{create, fetch_ahead, open_branch};
pub use locked::locked;

pub use start::start;
pub use trouble::trouble;
pub use waiting::waiting;
