//! Dumb parts: values and closures in, one erased piece out. None of them asks the keeper.

mod busy;
mod button;
mod failure_note;
mod fold;
mod heading;
mod icon;
mod live;
mod many;
mod markdown_view;
mod notice;
mod passphrase_field;
mod pieces;
mod radio_group;
mod scale;
mod sheet_lines;
mod table_drawing;
mod text;
mod typed;
mod unremembered;
mod words_field;

pub use busy::busy;
pub use button::{Button, button};
pub use failure_note::{failed, failure_note, problem_note};
pub use fold::fold;
pub use heading::heading;
pub use icon::icon;
pub use live::{Choose, Live, Say, Tap};
#[allow(unused_imports, reason = "forms that are being built")]
pub use many::{Many, Names};
pub use markdown_view::formatted;
pub use notice::notice;
pub use passphrase_field::{PassphraseField, show_passphrase};
pub use pieces::{back_row, boxed, card, follow, follow_if, follow_words, group, nothing, span};
pub use radio_group::{Choice, RadioGroup, Shape, radio_group};
pub use scale::Scale;
pub use sheet_lines::SheetLines;
pub use table_drawing::table_drawing;
pub use text::{lead, own, plain, soft, title};
pub use typed::Typed;
pub use unremembered::unremembered;
pub use words_field::WordsField;
