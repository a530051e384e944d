//! The browser as the screen needs it: clocks, focus, storage of small things, names of files, dates in words. Whatever
//! comes from JavaScript becomes ours here.

pub mod clipboard;
pub mod clock;
pub mod dates;
pub mod device_languages;
pub mod digest;
pub mod dom;
pub mod events;
pub mod files;
pub mod folder;
pub mod guard;
pub mod hand_over;
pub mod help_now;
pub mod neighbours;
pub mod page;
pub mod passkey;
pub mod passphrase;
pub mod photo;
pub mod picture;
pub mod random;
pub mod reader;
pub mod recorder;
pub mod shown;
pub mod space;
pub mod storage;
pub mod update;
pub mod wake;
pub mod week;
pub mod written_file;
