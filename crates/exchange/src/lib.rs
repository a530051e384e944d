//! The exchange: foreign formats in and out. Pure: no keys, no browser, no storage. So far the ways out in the clear; no
//! import has landed yet.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod clear;
pub mod fhir;
