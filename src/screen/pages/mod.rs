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

pub use create::create;
pub use locked::locked;
pub use open_branch::open_branch;
pub use start::start;
pub use trouble::trouble;
pub use waiting::waiting;
