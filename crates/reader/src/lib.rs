//! Reading one backup from its file alone, for the HTML reader: opens it, holds what is in it, lists, searches and shows
//! it, and gives it in the clear. Pure; `main.rs` is the worker around it, `page/` the page around that.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod contents;
mod desk;
mod fields;
mod media;
mod refused;
mod secret;
mod shown;

pub use contents::{Contents, Listed};
pub use desk::{Answer, Desk};
pub use fields::{Field, fields_of, words_of};
pub use media::Medium;
pub use refused::Refused;
pub use shown::{Shown, ShownWording};
