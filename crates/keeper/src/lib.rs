//! The keeper: joins vault, journal and store, and owns `protocol`. Runs in the worker, in the command line tool and
//! in tests. Knows neither Leptos nor web-sys.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod protocol;
