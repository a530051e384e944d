//! Dumb parts: props in, callbacks out. None of them asks the keeper.

mod busy;
mod button;
mod failure_note;
mod heading;
mod icon;
mod live;
mod markdown_view;
mod notice;
mod passphrase_field;
mod radio_group;
mod table_drawing;
mod text;
mod unremembered;
mod words_field;

pub use busy::Busy;
pub use button::{Button, Kind};
pub use failure_note::FailureNote;
pub use heading::PageHeading;
pub use icon::Icon;
pub use live::{Choose, Live, Tap};
pub use markdown_view::MarkdownView;
pub use notice::Notice;
pub use passphrase_field::PassphraseField;
pub use radio_group::{Choice, RadioGroup, Shape};
pub use table_drawing::TableDrawing;
pub use text::{lead, plain, soft};
pub use unremembered::unremembered;
pub use words_field::WordsField;
