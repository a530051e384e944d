//! The pages: they compose parts and ask the keeper.

mod about;
mod attachments;
mod change_passphrase;
mod check_in;
mod create;
mod editor;
mod ending;
mod front_card;
mod goals;
mod insights;
mod journal;
mod language;
mod later;
mod locked;
mod made_to_open;
mod new_passphrase;
mod open_branch;
mod put_down;
mod quick_note;
mod reasons;
mod record;
mod reminders;
mod return_to_use;
mod ride_out;
mod sealing_anew;
mod settings;
mod sheet;
mod start;
mod start_from;
mod tags;
mod today;
mod tracking;
mod trouble;
mod update_row;
mod urge;
mod urges;
mod use_sheet;
mod waiting;
mod ways_in;
mod writing;

pub use later::{create, fetch_ahead, open_branch};
pub use locked::locked;

pub use start::start;
pub use trouble::trouble;
pub use waiting::waiting;
