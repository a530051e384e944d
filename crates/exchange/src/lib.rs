//! The exchange: foreign formats in and out. Pure: no keys, no browser, no storage. Empty until the first import lands.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
