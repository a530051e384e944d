//! The exchange: foreign formats in and out. Pure: no keys, no browser, no storage. A
//! journal in the clear goes out, other programs' files come in.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod clear;
pub mod export;
pub mod fhir;
pub mod import;
pub mod porter;
pub mod summary;
